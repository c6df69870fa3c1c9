// `readout compare`: the accounts of two parties side by side, out of reports that are read now.
#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "arguments.hpp"
#include "commands.hpp"
#include "readout/compare.hpp"
#include "readout/outputs.hpp"
#include "session.hpp"
#include "terminal.hpp"

namespace readout::cli {

namespace {

// "USA CHN" or "USA,CHN", in any case.
std::vector<std::string> parties_in(const std::string& value) {
  std::vector<std::string> parties(1);
  for (const char c : value) {
    if (c == ' ' || c == ',') {
      if (!parties.back().empty()) {
        parties.emplace_back();
      }
    } else {
      parties.back() += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
  }
  if (parties.back().empty()) {
    parties.pop_back();
  }
  return parties;
}

}  // namespace

int run_compare(const Arguments& arguments) {
  const auto parties = parties_in(arguments.value("--between"));
  if (parties.size() != 2 || parties[0] == parties[1]) {
    complain("--between takes two parties, as in --between USA CHN");
    return wrong_usage;
  }
  Session session(arguments);
  const auto knowledge = session.load();
  if (!knowledge) {
    return failed;
  }
  std::vector<Record> records;
  const Result<RunSummary> run = read_all(
      session.reports(), *knowledge, session.options(),
      [&](const Record& record) -> Status {
        session.done_with(record.document.name, record.document.warnings);
        // Reports that say nothing of either are not kept, so that a large folder does not fill the memory.
        const bool told = std::any_of(record.actors.begin(), record.actors.end(), [&](const ActorRow& actor) {
          return actor.code.find(parties[0]) != std::string::npos || actor.code.find(parties[1]) != std::string::npos;
        });
        if (told) {
          records.push_back(record);
        }
        return ok();
      },
      [&](const Error& error) { session.skip(error); });
  if (!run) {
    return session.finish(run);
  }
  const Comparison comparison = compare(records, parties[0], parties[1]);
  const std::string form = arguments.value("--format");
  std::string text;
  if (form == "json" || (form.empty() && !wants_text(arguments))) {
    write_json(comparison, text);
  } else if (form == "html") {
    write_html(comparison, text);
  } else {
    write_text(comparison, text_view(arguments), text);
  }
  if (const Status printed = session.output().take(text); !printed) {
    return session.finish(printed.error());
  }
  return session.finish(run);
}

}  // namespace readout::cli
