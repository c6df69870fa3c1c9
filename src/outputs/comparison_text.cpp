// A comparison on a screen: where the two meet and clash, each line with its words, then what both say and what only
// one says.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "outputs/comparison_wording.hpp"
#include "outputs/excerpt.hpp"
#include "outputs/paragraph.hpp"
#include "readout/outputs.hpp"

namespace readout {

namespace {

using outputs::Paragraph;
using outputs::Style;

class View {
 public:
  View(const Comparison& comparison, const TextView& how, std::string& out)
      : comparison_(comparison), color_(how.color), most_(how.acts), out_(out) {
    width_ = how.width == 0 ? 80 : std::clamp(how.width, 40U, 120U);
  }

  void write() {
    put(Paragraph().add(fmt::format("{} and {} side by side", comparison_.first, comparison_.second), Style::strong),
        0);
    put(Paragraph().add(fmt::format("{} report{}", comparison_.reports, comparison_.reports == 1 ? "" : "s"),
                        Style::faint),
        0);
    heading("Where they stand", comparison_.issues.size());
    for (const auto& issue : comparison_.issues) {
      Paragraph line;
      line.add(issue.label, Style::strong)
          .add(": ")
          .add(outputs::in_words(issue.alignment, comparison_), style_of(issue.alignment));
      put(line, 2);
      lines(comparison_.first, issue.first);
      lines(comparison_.second, issue.second);
    }
    if (!comparison_.first_to_other.empty() || !comparison_.second_to_other.empty()) {
      heading("Toward each other", comparison_.first_to_other.size() + comparison_.second_to_other.size());
      lines(comparison_.first, comparison_.first_to_other);
      lines(comparison_.second, comparison_.second_to_other);
    }
    matters("Both say something on", comparison_.both);
    matters(fmt::format("Only {} speaks of", comparison_.first), comparison_.first_only);
    matters(fmt::format("Only {} speaks of", comparison_.second), comparison_.second_only);
    out_ += '\n';
  }

 private:
  static Style style_of(Alignment alignment) {
    return alignment == Alignment::converges  ? Style::friendly
           : alignment == Alignment::diverges ? Style::hostile
                                              : Style::caution;
  }

  void put(const Paragraph& paragraph, std::size_t indent, std::string_view bar = {}, std::size_t most = 0) {
    const std::string margin(indent, ' ');
    for (const auto& line : paragraph.lines(width_ - indent - (bar.empty() ? 0 : 2), color_, most)) {
      out_ += margin;
      out_ += bar;
      out_ += bar.empty() ? "" : " ";
      out_ += line;
      out_ += '\n';
    }
  }

  void heading(std::string_view title, std::size_t count) {
    out_ += '\n';
    put(Paragraph().add(title, Style::heading).add(fmt::format(" {}", count), Style::faint), 0);
  }

  void lines(std::string_view party, const std::vector<ComparedLine>& lines) {
    std::size_t shown = 0;
    for (const auto& line : lines) {
      if (most_ > 0 && shown == most_) {
        put(Paragraph().add(fmt::format("… {} more", lines.size() - shown), Style::faint), 6);
        break;
      }
      ++shown;
      Paragraph head;
      head.add(party, Style::strong).add("  ").add(line.holder.empty() ? "somebody" : line.holder);
      head.add(line.polarity == 0 ? "" : ": ")
          .add(outputs::stand_in_words(line), line.polarity < 0 ? Style::cross : Style::helpful);
      head.add(line.toward.empty() ? "" : " → ").add(line.toward);
      head.add(line.tone.empty() ? "" : " · " + line.tone, Style::faint);
      head.add(line.account.empty() ? "" : " · according to " + line.account, Style::faint);
      head.add(comparison_.reports > 1 ? " · " + line.document : "", Style::faint);
      put(head, 4);
      const auto size = static_cast<std::uint32_t>(line.sentence.size());
      put(outputs::excerpt(line.sentence, {0, size}, line.evidence, 3 * (width_ - 8)), 6, "│", 4);
    }
  }

  void matters(const std::string& title, const std::vector<ComparedMatter>& matters) {
    if (matters.empty()) {
      return;
    }
    heading(title, matters.size());
    for (const auto& matter : matters) {
      put(Paragraph().add(matter.label, Style::strong), 2);
      lines(comparison_.first, matter.first);
      lines(comparison_.second, matter.second);
    }
  }

  const Comparison& comparison_;
  bool color_;
  std::size_t most_;
  std::size_t width_;
  std::string& out_;
};

}  // namespace

void write_text(const Comparison& comparison, const TextView& view, std::string& out) {
  View(comparison, view, out).write();
}

}  // namespace readout
