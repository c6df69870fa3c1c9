// What stands where in a report: its blocks, and the lines that are about the report and not of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "readout/day.hpp"
#include "readout/span.hpp"

namespace readout {

enum class BlockKind : std::uint8_t {
  title,    // the headline, when it is part of the text
  heading,  // a line between paragraphs that is no sentence
  paragraph,
  list_item,  // a bulleted or numbered line, without its mark
  caption,    // a photo or map legend
  credit,     // "Additional reporting by …", "© …", source lists: kept, never coded
};

struct Block {
  Span span;  // without surrounding white space, dateline and byline
  BlockKind kind = BlockKind::paragraph;
};

// Blocks stand in text order and do not overlap. The spans below are empty when the report has no such part.
struct Layout {
  std::vector<Block> blocks;
  Span dateline;                     // "BEIJING, Sept 10 (Xinhua) —", or a line that is only a date
  Span dateline_place;               // "BEIJING"
  Span dateline_agency;              // "Xinhua"
  Span dateline_date_span;           // "Sept 10"
  std::optional<Day> dateline_date;  // the year taken from the report's date when the words give none
  Span byline;     // "By Jane Doe and John Roe" or "Jane Doe, staff writer": the names with their words
  Span publisher;  // the outlet's own line ("Taipei Times", "© 2021 Reuters")
};

// Titles, headings, paragraphs and list items are read for acts; captions and credits are not.
[[nodiscard]] constexpr bool is_coded(BlockKind kind) {
  return kind != BlockKind::credit && kind != BlockKind::caption;
}

}  // namespace readout
