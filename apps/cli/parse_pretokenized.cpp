// `readout parse --pretokenized`: tags and trees for sentences and tokens that are given as CoNLL-U.
#include <string>
#include <utility>

#include "commands.hpp"
#include "readout/outputs.hpp"
#include "session.hpp"
#include "terminal.hpp"

namespace readout::cli {

namespace {

// One file as it is printed.
std::string printed(Pretokenized given, Reader& reader, bool as_tree, const TextView& view) {
  std::string text;
  Syntax syntax = reader.parse(given.text, given.tokens);
  if (!as_tree) {
    write_conllu(given, syntax, text);
    return text;
  }
  Document document;
  document.report.text = std::move(given.text);
  document.tokens = std::move(given.tokens);
  document.syntax = std::move(syntax);
  write_tree(document, view, text);
  return text;
}

}  // namespace

int run_parse_pretokenized(const Arguments& arguments) {
  Session session(arguments);
  const auto knowledge = session.load_grammar();
  if (!knowledge) {
    return failed;
  }
  const bool as_tree = arguments.value("--format", "conllu") == "tree";
  const TextView view = text_view(arguments);
  Reader reader(*knowledge);
  RunSummary summary;
  for (const std::string& path : arguments.operands()) {
    auto given = read_pretokenized(path);
    if (!given) {
      session.skip(given.error());
      ++summary.skipped;
      continue;
    }
    std::string text = printed(std::move(*given), reader, as_tree, view);
    if (Status taken = session.output().take(text); !taken) {
      return session.finish(taken.error());
    }
    if (session.output().closed()) {
      return done;
    }
    ++summary.reports;
  }
  return session.finish(summary);
}

}  // namespace readout::cli
