// What the two halves of the explanation's view share: its lines, and the blocks in their order.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "outputs/paragraph.hpp"
#include "outputs/wording.hpp"
#include "readout/explanation.hpp"

namespace readout::outputs {

// As short as it can be opened from here.
[[nodiscard]] std::string shown_path(const std::string& path);
// In quotation marks.
[[nodiscard]] std::string quoted(std::string_view words);

class ExplanationView {
 public:
  ExplanationView(const ExplainedReport& report, const TextView& how, std::string& out)
      : report_(report), record_(report.record), names_(record_), color_(how.color), out_(out) {
    width_ = how.width == 0 ? 80 : std::clamp(how.width, 40U, 120U);
  }

  void write();

 private:
  static constexpr std::size_t label_columns = 12;
  [[nodiscard]] std::string_view words(Span span) const { return slice(record_.text, span); }

  [[nodiscard]] std::string styled(std::string_view text, Style style) const {
    const auto lines = Paragraph().add(text, style).lines(width_, color_);
    return lines.empty() ? std::string() : lines.front();
  }

  void put(const Paragraph& paragraph, std::string_view first, std::string_view rest, std::size_t indent) {
    bool begun = false;
    for (const auto& line : paragraph.lines(width_ - indent, color_)) {
      out_ += begun ? rest : first;
      out_ += line;
      out_ += '\n';
      begun = true;
    }
  }

  // A block's first line, its name before it.
  void labelled(std::string_view label, const Paragraph& paragraph) {
    const std::string space(label_columns, ' ');
    const auto columns = Paragraph().add(label).columns();
    put(paragraph, styled(label, Style::heading) + std::string(label_columns - std::min(columns, label_columns), ' '),
        space, label_columns);
  }
  void below(const Paragraph& paragraph, std::size_t deeper = 0) {
    const std::string space(label_columns + deeper, ' ');
    put(paragraph, space, space + "  ", label_columns + deeper + 2);
  }

  void header();
  void head(const Explanation& act);
  void quote(const Explanation& act);
  void rule(const Explanation& act);
  void rule_lines(const RuleText& rule);
  void begins_at(const Explanation& act);
  void role(const RoleReason& role, bool by_rule);
  void opinion(const Explanation& act);
  void actors(const Explanation& act);
  void rows(const ActorReason& actor);
  void status(const Explanation& act);
  void time(const Explanation& act);
  void account(const Explanation& act);
  void confidence(const Explanation& act);
  void tree(const Explanation& act);

  const ExplainedReport& report_;
  const Record& record_;
  Names names_;
  bool color_;
  std::size_t width_;
  std::string& out_;
};

}  // namespace readout::outputs
