// `readout code --pairs`: PLOVER types of marked pairs, for those who have the actors already.
#include <cerrno>
#include <cstring>
#include <fstream>
#include <string>

#include <fmt/format.h>

#include "arguments.hpp"
#include "columns.hpp"
#include "commands.hpp"
#include "output.hpp"
#include "readout/pairs.hpp"

namespace readout::cli {

int run_code(const Arguments& arguments) {
  if (!arguments.has("--pairs")) {
    complain("no --pairs FILE to code");
    return wrong_usage;
  }
  const std::string file = arguments.value("--pairs");
  std::ifstream in(file, std::ios::binary);
  std::string line;
  if (!in || !std::getline(in, line)) {
    complain(Error{file, 0, in ? "is empty" : fmt::format("cannot be opened ({})", std::strerror(errno)),
                   "name a table with the columns id and marked_sentence"});
    return failed;
  }
  const std::string header = line;
  const auto id = column_named(header, "id");
  const auto sentence = column_named(header, "marked_sentence");
  if (!id || !sentence) {
    complain(Error{file, 1, fmt::format("has no column \"{}\"", id ? "marked_sentence" : "id"),
                   "name the columns in the first line, with tabs between them"});
    return failed;
  }
  auto knowledge =
      Knowledge::load(arguments.has("--data") ? std::filesystem::path(arguments.value("--data")) : default_data());
  if (!knowledge) {
    complain(knowledge.error());
    return failed;
  }
  Reader reader(std::move(*knowledge));
  Output output;
  std::string text;
  bool skipped = false;
  for (std::uint64_t number = 2; std::getline(in, line); ++number) {
    const auto cells = cells_of(line);
    const auto pair =
        *id < cells.size() && *sentence < cells.size() ? type_of_pair(reader, cells[*sentence]) : std::nullopt;
    if (!pair) {
      complain(Error{file, number, "has no sentence with <s>source</s> and <t>target</t>",
                     "mark both; the line is skipped"});
      skipped = true;
      continue;
    }
    text += fmt::format("{}\t{}\t{:.3f}\t{}\n", cells[*id], pair->type, pair->chance, pair->rule);
    if (const Status taken = output.take(text); !taken || output.closed()) {
      break;
    }
  }
  if (const Status flushed = output.flush(); !flushed && !output.closed()) {
    complain(flushed.error());
    return failed;
  }
  return skipped ? inputs_skipped : done;
}

}  // namespace readout::cli
