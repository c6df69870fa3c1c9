// Calendar arithmetic for time expressions: days, and the intervals that weeks, months and years span.
#pragma once

#include <string>

#include "readout/day.hpp"

namespace readout::times {

struct Extent {
  Day earliest;
  Day latest;
  std::string value;  // TIMEX3
};

[[nodiscard]] Extent day_extent(Day day);
[[nodiscard]] Extent week_extent(Day day, int steps);    // the week of `day`, Monday to Sunday, moved by `steps` weeks
[[nodiscard]] Extent month_extent(int year, int month);  // month may lie outside 1 … 12: it carries over
[[nodiscard]] Extent year_extent(int year);
[[nodiscard]] Extent decade_extent(int year);

// `day` moved by months or years; the 31st becomes the month's last day.
[[nodiscard]] Day add_months(Day day, int months);

// 1 for Monday … 7 for Sunday.
[[nodiscard]] int weekday_of(Day day);

[[nodiscard]] int year_of(Day day);
[[nodiscard]] int month_of(Day day);

}  // namespace readout::times
