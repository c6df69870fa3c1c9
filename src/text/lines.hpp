// From bytes to lines, and from lines to the pieces that become blocks. Knows nothing of words.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "readout/span.hpp"

namespace readout::text {

struct Line {
  Span span;                 // without blanks at its ends; never empty
  std::uint32_t width = 0;   // in characters
  bool blank_before = true;  // an empty line, or the beginning of the body, stands before it
  bool apart = false;        // never joined to its neighbours: a list item, a credit, a date (set by the layout)
};

// The lines of text[body] that are not empty. LF, CRLF, CR, U+0085, U+2028 and form feeds end lines; U+2029 also makes
// a gap.
[[nodiscard]] std::vector<Line> find_lines(std::string_view text, Span body);

struct Piece {
  Span span;
  bool blank_before = true;
  bool blank_after = true;
  bool one_line = true;
  bool apart = false;
};

// Joins the lines of a paragraph that was wrapped at a fixed width; other lines stay pieces of their own.
[[nodiscard]] std::vector<Piece> join_lines(std::string_view text, const std::vector<Line>& lines);

}  // namespace readout::text
