// A paragraph is kept as cells, because columns, bytes and code points all differ; ICU knows which letters are wide.
#include "outputs/paragraph.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace readout::outputs {

namespace {

constexpr std::size_t most_cells = 1U << 16U;  // of one paragraph: more is no view
constexpr unsigned most_marks = 6;             // on one letter

std::string_view code_of(Style style) {
  constexpr std::array<std::string_view, 10> codes = {"", "1", "2", "1;36", "1;4", "33", "36", "32", "33", "31"};
  return codes[static_cast<std::size_t>(style)];
}

bool is_white(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029 ||
         u_charType(static_cast<UChar32>(c)) == U_SPACE_SEPARATOR;
}

// Format characters: no width, and some of them turn the direction of writing. Joiners are part of words in some
// scripts.
bool is_dropped(char32_t c) {
  return u_charType(static_cast<UChar32>(c)) == U_FORMAT_CHAR && c != 0x200C && c != 0x200D;
}

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F);
}

// Wide closing marks never begin a line.
bool closes(char32_t c) {
  constexpr std::u32string_view marks = U"、。，．：；？！）」』】》〉〕］｝ー";
  return marks.find(c) != std::u32string_view::npos;
}

}  // namespace

unsigned columns_of(char32_t c) {
  if (c < 0x300) {
    return 1;
  }
  const auto point = static_cast<UChar32>(c);
  const auto type = u_charType(point);
  const bool jamo_within = c >= 0x1160 && c <= 0x11FF;
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR || jamo_within) {
    return 0;
  }
  const int width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

void Paragraph::add_blank(Style style, Breaks breaks) {
  if (cells_.empty() || cells_.back().blank) {
    return;
  }
  const auto begin = static_cast<std::uint32_t>(text_.size());
  text_ += ' ';
  cells_.push_back({begin, 1, 1, 0, style, true, breaks == Breaks::at_blanks});
}

void Paragraph::add_letter(char32_t c, Style style) {
  const unsigned columns = columns_of(c);
  if (columns == 0) {
    if (!cells_.empty() && !cells_.back().blank && cells_.back().marks < most_marks) {
      const auto size = text_.size();
      base::append(text_, c);
      cells_.back().size = static_cast<std::uint16_t>(cells_.back().size + (text_.size() - size));
      ++cells_.back().marks;
    }
    return;
  }
  const auto begin = static_cast<std::uint32_t>(text_.size());
  base::append(text_, c);
  const bool between_wide = columns == 2 && !cells_.empty() && cells_.back().columns == 2 && !closes(c);
  cells_.push_back({begin, static_cast<std::uint16_t>(text_.size() - begin), static_cast<std::uint8_t>(columns), 0,
                    style, false, between_wide});
}

Paragraph& Paragraph::add(std::string_view text, Style style, Breaks breaks) {
  for (std::size_t at = 0; at < text.size() && cells_.size() < most_cells;) {
    const auto unit = base::decode(text, at);
    at += unit.length;
    if (is_white(unit.value)) {
      add_blank(style, breaks);
    } else if (!unit.valid || is_control(unit.value)) {
      add_letter(base::replacement, style);
    } else if (!is_dropped(unit.value)) {
      add_letter(unit.value, style);
    }
  }
  return *this;
}

std::size_t Paragraph::columns() const {
  std::size_t sum = 0;
  for (const auto& cell : cells_) {
    sum += cell.columns;
  }
  return sum;
}

std::size_t Paragraph::end_of_line(std::size_t begin, std::size_t width) const {
  std::size_t used = 0;
  std::size_t last_break = 0;
  for (std::size_t i = begin; i < cells_.size(); ++i) {
    if (cells_[i].may_break && i > begin) {
      last_break = i;
    }
    used += cells_[i].columns;
    if (used > width && !(cells_[i].blank && cells_[i].may_break)) {
      return last_break > begin ? last_break : std::max(i, begin + 1);  // a word longer than the line is cut
    }
  }
  return cells_.size();
}

std::string Paragraph::render(std::size_t begin, std::size_t end, bool color) const {
  while (end > begin && cells_[end - 1].blank) {
    --end;
  }
  std::string out;
  Style open = Style::plain;
  const auto turn_to = [&](Style style) {
    if (color && style != open) {
      out += open == Style::plain ? "" : "\x1b[0m";
      out += style == Style::plain ? "" : std::string("\x1b[").append(code_of(style)).append("m");
      open = style;
    }
  };
  for (std::size_t i = begin; i < end; ++i) {
    turn_to(cells_[i].style);
    out.append(text_, cells_[i].begin, cells_[i].size);
  }
  turn_to(Style::plain);
  return out;
}

std::vector<std::string> Paragraph::lines(std::size_t width, bool color, std::size_t most) const {
  std::vector<std::string> lines;
  width = std::max<std::size_t>(width, 2);
  for (std::size_t begin = 0; begin < cells_.size();) {
    if (cells_[begin].blank) {
      ++begin;
      continue;
    }
    std::size_t end = end_of_line(begin, width);
    if (most > 0 && lines.size() + 1 == most && end < cells_.size()) {
      end = end_of_line(begin, width - 2);
      lines.push_back(render(begin, end, color) + " …");
      break;
    }
    lines.push_back(render(begin, end, color));
    begin = end;
  }
  return lines;
}

}  // namespace readout::outputs
