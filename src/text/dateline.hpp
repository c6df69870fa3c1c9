// "BEIJING, Sept 10 (Xinhua) —" before a report's first sentence, and lines that are only a date.
#pragma once

#include <optional>
#include <string_view>

#include "readout/day.hpp"
#include "readout/span.hpp"
#include "text/lexicon.hpp"

namespace readout::text {

struct Dateline {
  Span span;  // the separator included
  Span place, agency, date_span;
  std::optional<Day> date;
};

// The dateline at the beginning of text[paragraph]. A year that is not written is that of `report_date`, or the one
// before when the month would lie ahead.
[[nodiscard]] std::optional<Dateline> dateline_at(std::string_view text, Span paragraph, std::optional<Day> report_date,
                                                  const Lexicon& lexicon);

// The whole line as a date: "Friday, January 4, 2019", "Published: 10 September 2021".
[[nodiscard]] std::optional<Dateline> date_line(std::string_view text, Span line, std::optional<Day> report_date,
                                                const Lexicon& lexicon);

}  // namespace readout::text
