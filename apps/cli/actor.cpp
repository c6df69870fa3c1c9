// `readout actor`: who a phrase means on a day; or a table of phrases, one answer a line.
#include <string>

#include <fmt/format.h>

#include "arguments.hpp"
#include "commands.hpp"
#include "output.hpp"
#include "phrase_table.hpp"
#include "readout/resolution.hpp"
#include "terminal.hpp"

namespace readout::cli {

namespace {

int resolve_table(Reader& reader, const std::string& file) {
  const auto phrases = read_phrase_table(file);
  if (!phrases) {
    complain(phrases.error());
    return failed;
  }
  Output output;
  std::string text;
  for (const DatedPhrase& asked : *phrases) {
    write_jsonl(resolve(reader, asked.phrase, asked.day), text);
    if (const Status taken = output.take(text); !taken || output.closed()) {
      break;
    }
  }
  const Status flushed = output.flush();
  if (!flushed && !output.closed()) {
    complain(flushed.error());
    return failed;
  }
  return done;
}

}  // namespace

int run_actor(const Arguments& arguments) {
  const bool batch = arguments.has("--batch");
  if (batch != arguments.operands().empty()) {
    complain(batch ? "a phrase and --batch exclude each other" : "no phrase to resolve, and no --batch FILE");
    return wrong_usage;
  }
  const auto date = arguments.value("--date");
  const auto day = date.empty() ? std::nullopt : parse_day(date);
  if (!date.empty() && !day) {
    complain(fmt::format("--date takes a day as YYYY-MM-DD, not \"{}\"", date));
    return wrong_usage;
  }
  const std::filesystem::path data =
      arguments.has("--data") ? std::filesystem::path(arguments.value("--data")) : default_data();
  const OwnKnowledge own{arguments.value("--with"), {}};
  auto knowledge = Knowledge::load(data, own);
  if (!knowledge) {
    complain(knowledge.error());
    return failed;
  }
  Reader reader(std::move(*knowledge));
  if (batch) {
    return resolve_table(reader, arguments.value("--batch"));
  }
  std::string phrase;
  for (const std::string& word : arguments.operands()) {  // quotation marks around the phrase are not needed
    phrase += (phrase.empty() ? "" : " ") + word;
  }
  const Resolution resolution = resolve(reader, phrase, day);
  std::string text;
  if (!wants_text(arguments)) {
    write_jsonl(resolution, text);
    return print(text);
  }
  const auto facts = facts_behind(data, resolution, own);
  if (!facts) {
    complain(facts.error());
    return failed;
  }
  write_text(resolution, *facts, text);
  return print(text);
}

}  // namespace readout::cli
