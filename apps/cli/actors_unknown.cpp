// `readout actors unknown`: who is named in stores and reports, and in no table.
#include <array>
#include <fstream>
#include <string>
#include <vector>

#include "commands.hpp"
#include "interrupt.hpp"
#include "readout/store.hpp"
#include "readout/unknown_actors.hpp"
#include "session.hpp"
#include "terminal.hpp"

namespace readout::cli {

namespace {

bool is_store(const std::string& file) {
  std::array<char, 16> head{};
  std::ifstream in(file, std::ios::binary);
  in.read(head.data(), head.size());
  return in.gcount() == head.size() && std::string_view(head.data(), 15) == "SQLite format 3";
}

Status add_store(const std::string& file, UnknownActors& unknown) {
  const auto store = Store::open_readonly(file);
  if (!store) {
    return store.error();
  }
  return store->each([&](const Record& record) -> Status {
    unknown.add(record);
    return stop_asked() ? Error{{}, 0, "stopped", {}} : ok();
  });
}

}  // namespace

int list_unknown_actors(const Arguments& arguments) {
  UnknownActors unknown;
  Arguments reports = arguments;  // those of its operands that are no stores
  reports.keep_operands([&](const std::string& operand) { return !is_store(operand); });
  for (std::size_t i = 1; i < arguments.operands().size(); ++i) {
    const std::string& file = arguments.operands()[i];
    if (Status added = is_store(file) ? add_store(file, unknown) : ok(); !added && !stop_asked()) {
      complain(added.error());
      return failed;
    }
  }
  Session session(reports, 1);
  Result<RunSummary> run = RunSummary{};
  if (reports.operands().size() > 1) {
    const auto knowledge = session.load();
    if (!knowledge) {
      return failed;
    }
    run = read_all(
        session.reports(), *knowledge, session.options(),
        [&](const Record& record) -> Status {
          unknown.add(record);
          session.done_with(record.document.name, record.document.warnings);
          return ok();
        },
        [&](const Error& error) { session.skip(error); });
  }
  std::string text;
  const auto ranked = unknown.ranked();
  if (arguments.has("--table")) {
    write_table(ranked, text);
  } else if (wants_text(arguments)) {
    write_text(ranked, width(), text);
  } else {
    write_jsonl(ranked, text);
  }
  if (Status printed = session.output().take(text); !printed && run) {
    run = printed.error();
  }
  return session.finish(run);
}

}  // namespace readout::cli
