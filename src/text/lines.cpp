// Two line-wise forms are told apart: text wrapped at some 72 columns, where a line breaks because its next word did
// not fit, and one paragraph a line, where it breaks because the paragraph is over.
#include "text/lines.hpp"

#include <algorithm>

#include "text/character.hpp"

namespace readout::text {

namespace {

constexpr std::uint32_t widest_wrap = 110;  // longer lines were not broken to fit a page

struct Break {
  std::size_t length = 0;
  bool gap = false;
};

Break line_break_at(std::string_view text, std::size_t at) {
  switch (static_cast<unsigned char>(text[at])) {
    case '\n':
    case '\v':
    case '\f':
      return {1, false};
    case '\r':
      return {at + 1 < text.size() && text[at + 1] == '\n' ? std::size_t{2} : std::size_t{1}, false};
    case 0xC2:
      return {text.substr(at, 2) == "\u0085" ? std::size_t{2} : std::size_t{0}, false};
    case 0xE2:
      if (text.substr(at, 3) == "\u2028") return {3, false};
      if (text.substr(at, 3) == "\u2029") return {3, true};
      return {};
    default:
      return {};
  }
}

std::uint32_t width_of(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// The width at which the text was wrapped; 0 when it was not: most lines that have a follower are short.
std::uint32_t wrap_width(const std::vector<Line>& lines) {
  std::size_t followed = 0;
  std::size_t narrow = 0;
  std::uint32_t width = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i + 1].blank_before || lines[i].apart) {
      continue;
    }
    ++followed;
    if (lines[i].width <= widest_wrap) {
      ++narrow;
      width = std::max(width, lines[i].width);
    }
  }
  return followed > 0 && narrow * 5 >= followed * 4 && width >= 40 ? width : 0;
}

bool ends_sentence(std::string_view line) {
  for (std::size_t end = line.size(); end > 0;) {
    const Character c = character_before(line, end);
    if (!is_closer(c.value) && c.value != '"' && c.value != '\'') {
      return is_stop(c.value) || c.value == ':';
    }
    end -= c.length;
  }
  return false;
}

// Would the first word of `next` have fitted behind `line`? If not, the break is only a wrap.
bool is_wrapped(std::string_view text, const Line& line, const Line& next, std::uint32_t width) {
  const auto first = slice(text, next.span);
  const auto word = first.substr(0, first.find(' '));
  const bool broken = line.width + 1 + width_of(word) > width;
  const bool runs_on = is_lower(character_at(first, 0).value) && !ends_sentence(slice(text, line.span));
  return broken || (runs_on && line.width * 2 >= width);
}

}  // namespace

std::vector<Line> find_lines(std::string_view text, Span body) {
  std::vector<Line> lines;
  const auto all = text.substr(0, body.end);
  bool blank = true;
  std::size_t begin = body.begin;
  for (std::size_t at = begin; at <= all.size();) {
    const Break ending = at < all.size() ? line_break_at(all, at) : Break{1, false};
    if (ending.length == 0) {
      ++at;
      continue;
    }
    const auto line = trimmed(all.substr(begin, at - begin));
    if (line.empty()) {
      blank = true;
    } else {
      const auto start = static_cast<std::uint32_t>(line.data() - all.data());
      lines.push_back({{start, start + static_cast<std::uint32_t>(line.size())}, width_of(line), blank, false});
      blank = false;
    }
    blank = blank || ending.gap;
    at += ending.length;
    begin = at;
  }
  return lines;
}

std::vector<Piece> join_lines(std::string_view text, const std::vector<Line>& lines) {
  std::vector<Piece> pieces;
  const std::uint32_t width = wrap_width(lines);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    const bool joined = i > 0 && width > 0 && !line.blank_before && !line.apart && !lines[i - 1].apart &&
                        is_wrapped(text, lines[i - 1], line, width);
    if (joined) {
      pieces.back().span.end = line.span.end;
      pieces.back().one_line = false;
      continue;
    }
    if (!pieces.empty()) {
      pieces.back().blank_after = line.blank_before;
    }
    pieces.push_back({line.span, line.blank_before, true, true, line.apart});
  }
  return pieces;
}

}  // namespace readout::text
