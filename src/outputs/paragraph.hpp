// Text for a terminal: cleaned, measured in columns, styled, and broken into lines.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace readout::outputs {

enum class Style : std::uint8_t {
  plain,
  strong,  // names, headlines
  faint,   // what one need not read
  heading,
  evidence,  // the words that tell it
  caution,   // anonymous, planned, denied
  friendly,  // quad classes, from cooperation to conflict
  helpful,
  cross,
  hostile,
};

enum class Breaks : std::uint8_t { at_blanks, none };

// Columns that a code point takes: 0 for marks that stand on the letter before, 2 for wide East Asian letters.
[[nodiscard]] unsigned columns_of(char32_t c);

class Paragraph {
 public:
  // White space becomes single blanks. Control characters and broken bytes become U+FFFD and marks that steer the
  // direction of writing go, so that nothing of the input steers the terminal.
  Paragraph& add(std::string_view text, Style style = Style::plain, Breaks breaks = Breaks::at_blanks);

  [[nodiscard]] bool empty() const { return cells_.empty(); }
  [[nodiscard]] std::size_t columns() const;

  // Broken at blanks (and between wide letters) into lines of at most `width` columns. Beyond `most` lines (0: any
  // number) the last one ends in "…".
  [[nodiscard]] std::vector<std::string> lines(std::size_t width, bool color, std::size_t most = 0) const;

 private:
  struct Cell {  // one letter with the marks on it
    std::uint32_t begin = 0;
    std::uint16_t size = 0;
    std::uint8_t columns = 0;
    std::uint8_t marks = 0;
    Style style = Style::plain;
    bool blank = false;
    bool may_break = false;  // a line may end before this cell
  };
  void add_letter(char32_t c, Style style);
  void add_blank(Style style, Breaks breaks);
  [[nodiscard]] std::size_t end_of_line(std::size_t begin, std::size_t width) const;
  [[nodiscard]] std::string render(std::size_t begin, std::size_t end, bool color) const;

  std::string text_;
  std::vector<Cell> cells_;
};

}  // namespace readout::outputs
