// `readout coverage`: what stands between known actors and no rule takes.
#include <charconv>
#include <string>

#include <fmt/format.h>

#include "commands.hpp"
#include "readout/coverage.hpp"
#include "session.hpp"
#include "terminal.hpp"

namespace readout::cli {

namespace {

constexpr std::size_t usual_top = 20;

// A whole number from 1 on; 0 when it is none.
std::size_t whole_number(const std::string& text) {
  std::size_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() ? value : 0;
}

}  // namespace

int run_coverage(const Arguments& arguments) {
  const std::size_t top = arguments.has("--all")   ? 0
                          : arguments.has("--top") ? whole_number(arguments.value("--top"))
                                                   : usual_top;
  if (arguments.has("--top") && top == 0) {
    complain(fmt::format("--top takes a whole number from 1 on, not \"{}\"", arguments.value("--top")));
    return wrong_usage;
  }
  Session session(arguments);
  const auto knowledge = session.load();
  if (!knowledge) {
    return failed;
  }
  Coverage coverage;
  const auto take = [&](const Document& document) -> Status {
    coverage.add(document, *knowledge);
    session.done_with(document.report.name, document.report.warnings);
    return ok();
  };
  Result<RunSummary> run = analyze_all(session.reports(), *knowledge, session.options(), take,
                                       [&](const Error& error) { session.skip(error); });
  std::string text;
  if (wants_text(arguments)) {
    write_text(coverage.rows(top), text_view(arguments), text);
  } else {
    write_jsonl(coverage.rows(top), text);
  }
  if (Status printed = session.output().take(text); run && !printed) {
    run = printed.error();
  }
  return session.output().closed() ? static_cast<int>(done) : session.finish(run);
}

}  // namespace readout::cli
