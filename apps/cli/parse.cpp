// `readout parse`: the grammar beneath the record, as CoNLL-U or as trees.
#include <string>

#include "commands.hpp"
#include "readout/outputs.hpp"
#include "session.hpp"
#include "terminal.hpp"

namespace readout::cli {

int run_parse(const Arguments& arguments) {
  if (arguments.has("--pretokenized")) {
    return run_parse_pretokenized(arguments);
  }
  Session session(arguments);
  const auto knowledge = session.load_grammar();
  if (!knowledge) {
    return failed;
  }
  const bool as_tree = arguments.value("--format", "conllu") == "tree";
  const TextView view = text_view(arguments);
  std::string text;
  const auto take = [&](const Document& document) -> Status {
    if (as_tree) {
      write_tree(document, view, text);
    } else {
      write_conllu(document, text);
    }
    Status printed = session.output().take(text);
    if (printed && session.output().closed()) {
      return Error{"standard output", 0, "was closed", {}};
    }
    session.done_with(document.report.name, document.report.warnings);
    return printed;
  };
  const Result<RunSummary> run = parse_all(session.reports(), *knowledge, session.options(), take,
                                           [&](const Error& error) { session.skip(error); });
  return session.output().closed() ? static_cast<int>(done) : session.finish(run);
}

}  // namespace readout::cli
