// The list of untaken words: one JSON object a line; for people a line a word, and below it the first place.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "outputs/excerpt.hpp"
#include "outputs/json_text.hpp"
#include "outputs/paragraph.hpp"
#include "readout/coverage.hpp"

namespace readout {

namespace {

using outputs::Paragraph;
using outputs::Style;

constexpr std::size_t most_rules = 3;

std::string counted(std::uint64_t n, std::string_view noun) {
  return fmt::format("{} {}{}", n, noun, n == 1 ? "" : "s");
}

// "consult.meet, visit.go and 3 more".
std::string rules_in_words(const std::vector<std::string>& rules) {
  std::string out;
  for (std::size_t i = 0; i < rules.size() && i < most_rules; ++i) {
    out += (i == 0 ? "" : ", ") + rules[i];
  }
  return rules.size() > most_rules ? fmt::format("{} and {} more", out, rules.size() - most_rules) : out;
}

}  // namespace

void write_jsonl(const std::vector<CoverageRow>& rows, std::string& out) {
  for (const CoverageRow& one : rows) {
    outputs::JsonObject row(out);
    row.text("record", "untaken");
    row.text("lemma", one.lemma);
    row.text("kind", one.kind);
    row.number("count", one.count);
    row.number("reports", one.reports);
    row.texts("rules", one.rules);
    auto example = row.object("example");
    example.text("report", one.report);
    example.text("sentence", one.sentence);
    example.span("word", one.word);
    example.close();
    row.close();
    out += '\n';
  }
}

void write_text(const std::vector<CoverageRow>& rows, const TextView& view, std::string& out) {
  const std::size_t width = view.width == 0 ? 80 : std::clamp(view.width, 40U, 120U);
  const auto put = [&](const Paragraph& paragraph, std::size_t indent, std::string_view bar) {
    for (const auto& line : paragraph.lines(width - indent - 2, view.color)) {
      out += std::string(indent, ' ') + std::string(bar) + line + "\n";
    }
  };
  if (rows.empty()) {
    put(Paragraph().add("Every verb and noun between two known actors was taken.", Style::faint), 0, "");
  }
  std::size_t digits = 1;
  for (const CoverageRow& row : rows) {
    digits = std::max(digits, fmt::formatted_size("{}", row.count));
  }
  const std::size_t indent = digits + 3;
  for (const CoverageRow& row : rows) {
    Paragraph line;
    line.add(row.lemma, Style::strong).add(fmt::format(" ({}), in {}", row.kind, counted(row.reports, "report")));
    line.add(row.rules.empty() ? "; no rule begins at it" : "; did not hold: " + rules_in_words(row.rules),
             Style::faint);
    bool begun = false;
    for (const auto& text : line.lines(width - indent, view.color)) {
      out += begun ? std::string(indent, ' ') : fmt::format("{:>{}}×  ", row.count, digits);
      out += text + "\n";
      begun = true;
    }
    const Span all{0, static_cast<std::uint32_t>(row.sentence.size())};
    put(outputs::excerpt(row.sentence, all, {row.word}, (width - indent - 2) * 2 - width / 8), indent, "│ ");
  }
}

}  // namespace readout
