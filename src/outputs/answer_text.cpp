// An answer on a screen: day and headline, the source, and behind a bar the sentence.
#include <fmt/format.h>

#include <algorithm>

#include "outputs/answer_words.hpp"
#include "outputs/paragraph.hpp"
#include "outputs/wording.hpp"
#include "readout/outputs.hpp"

namespace readout {

namespace {

using outputs::Paragraph;
using outputs::Style;

constexpr std::size_t most_lines = 6;  // of one sentence

class AnswerView {
 public:
  AnswerView(const TextView& view, std::string& out) : color_(view.color), out_(out) {
    width_ = view.width == 0 ? 80 : std::clamp(view.width, 40U, 120U);
  }

  void write(const Answer& answer) {
    put(Paragraph().add(answer.title, Style::strong), "", "");
    for (const auto& section : answer.sections) {
      const auto count = std::count_if(answer.lines.begin(), answer.lines.end(),
                                       [&](const Line& line) { return line.section == section; });
      out_ += '\n';
      put(Paragraph().add(section, Style::heading).add(fmt::format(" {}", count), Style::faint), "", "");
      if (count == 0) {
        put(Paragraph().add(outputs::nothing_in(), Style::faint), "  ", "  ");
      }
      for (const Line& line : answer.lines) {
        if (line.section == section) {
          one(line);
        }
      }
    }
    for (const auto& note : answer.notes) {
      out_ += &note == answer.notes.data() ? "\n" : "";
      put(Paragraph().add(note, Style::faint), "", "");
    }
  }

 private:
  void one(const Line& line) {
    const std::string margin(14, ' ');
    const auto when = outputs::when_of(line);
    Paragraph head;
    head.add(outputs::headline_of(line), line.cameo.empty() ? Style::plain : Style::strong);
    if (when.size() <= 11) {
      put(head, fmt::format("  {:<12}", when), margin);
    } else {  // a span of days takes a line of its own
      put(Paragraph().add(when), "  ", "  ");
      put(head, margin, margin);
    }
    Paragraph from;
    from.add(outputs::account_of(line), Style::caution);
    from.add(from.empty() ? "" : " · ", Style::faint).add(outputs::source_of(line), Style::faint);
    put(from, margin, margin);
    put(Paragraph().add(line.sentence), margin + "│ ", margin + "│ ", most_lines);
  }

  void put(const Paragraph& paragraph, const std::string& first, const std::string& rest, std::size_t most = 0) {
    bool begun = false;
    const std::size_t indent = Paragraph().add(rest).columns() + (rest.empty() ? 0 : 1);
    for (const auto& text :
         paragraph.lines(width_ - std::min(width_ - 20, std::max(indent, rest.size() / 2)), color_, most)) {
      out_ += begun ? rest : first;
      out_ += text + "\n";
      begun = true;
    }
  }

  bool color_;
  std::size_t width_ = 80;
  std::string& out_;
};

}  // namespace

void write_text(const Answer& answer, const TextView& view, std::string& out) {
  AnswerView(view, out).write(answer);
}

}  // namespace readout
