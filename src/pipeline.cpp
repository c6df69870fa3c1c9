// The whole of Readout on one screen: what a report goes through, in order. Each stage reads the columns before it and
// writes its own; none knows another.
#include <utility>

#include "actors/recognize.hpp"
#include "acts/code.hpp"
#include "issues/find.hpp"
#include "knowledge.hpp"
#include "readout/reader.hpp"
#include "record/rows.hpp"
#include "syntax/parser.hpp"
#include "text/layout.hpp"
#include "text/tokenize.hpp"
#include "times/find.hpp"

namespace readout {

struct Reader::Scratch {
  syntax::Workspace syntax;
};

Reader::Reader(Knowledge knowledge) : knowledge_(std::move(knowledge)), scratch_(std::make_unique<Scratch>()) {}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

Document Reader::analyze(Report report) {
  Document d;
  d.report = std::move(report);
  d.layout = text::lay_out(d.report, knowledge_.parts().text);
  return analyze(std::move(d));
}

namespace {

// A text of one block, whatever it looks like.
Document one_block(std::string_view text) {
  Document d;
  d.report.text = text;
  d.report.body_end = static_cast<std::uint32_t>(text.size());
  if (!text.empty()) {
    d.layout.blocks = {{{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph}};
  }
  return d;
}

}  // namespace

Document Reader::analyze_phrase(std::string_view phrase, std::optional<Day> day) {
  Document d = one_block(phrase);
  d.report.date = day;
  return analyze(std::move(d));
}

Document Reader::parse_phrase(std::string_view phrase) {
  Document d = one_block(phrase);
  d.tokens = text::tokenize(d.report.text, d.layout, knowledge_.parts().text);
  d.syntax = parse(d.report.text, d.tokens);
  return d;
}

Document Reader::analyze(Document d) {
  const Knowledge::Parts& known = knowledge_.parts();
  d.tokens = text::tokenize(d.report.text, d.layout, known.text);
  d.syntax = syntax::parse(d.report.text, d.tokens, known.syntax, scratch_->syntax);
  d.actors = actors::recognize(d.report, d.layout, d.tokens, d.syntax, known.actors);
  d.times = times::find(d.report, d.layout, d.tokens, d.syntax, known.times);
  acts::code(d, known.acts, rules_only_ ? acts::OpinionModel{} : known.opinion);
  d.issues = issues::find(d, known.issues);
  return d;
}

Document Reader::parse(Report report) {
  const text::Lexicon& known = knowledge_.parts().text;
  Document d;
  d.report = std::move(report);
  d.layout = text::lay_out_whole(d.report, known);
  d.tokens = text::tokenize(d.report.text, d.layout, known);
  d.syntax = parse(d.report.text, d.tokens);
  return d;
}

Syntax Reader::parse(std::string_view text, const Tokens& tokens) {
  return syntax::parse(text, tokens, knowledge_.parts().syntax, scratch_->syntax);
}

Record Reader::read(Report report, std::string_view id) {
  return record::to_rows(analyze(std::move(report)), id, knowledge_.parts().codes);
}

}  // namespace readout
