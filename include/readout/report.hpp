// One dated news report as it came in. Yielded by the source stage; never altered after.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "readout/day.hpp"
#include "readout/span.hpp"

namespace readout {

struct Report {
  std::string name;        // the input's own id, else the file's name without its ending; scorers match by it
  std::string path;        // as the user named it; "-" for standard input
  std::uint64_t line = 0;  // 1-based line of `path` where this report begins; 0 when the report is the whole file
  std::string url;
  std::string outlet;
  std::string language;  // as the input says it (BCP 47); empty when it does not say
  std::string title;
  std::optional<Day> date;

  std::string text;              // the bytes that every span points into; may hold invalid UTF-8, NUL, anything
  Span title_span;               // the title inside `text`; empty when the title came in a field of its own
  std::uint32_t body_begin = 0;  // where the body starts in `text`: after byte order mark and head line
  std::uint32_t body_end = 0;    // what lies beyond was too long to be read (see `warnings`)

  std::string span_base;              // what spans count in: "file", "text field", or "file converted from UTF-16LE"
  std::string input_sha256;           // of the bytes before conversion; empty when nothing was converted
  std::vector<std::string> warnings;  // what a reader should know: no date, invalid bytes, cut at the budget
};

}  // namespace readout
