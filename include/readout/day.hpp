// A calendar day, in the proleptic Gregorian calendar, without a zone: news dates are days of the dateline.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace readout {

using Day = std::chrono::sys_days;

// "2021-09-11" → the day; nothing for any other form or an impossible day.
[[nodiscard]] std::optional<Day> parse_day(std::string_view iso);

// The day as "2021-09-11".
[[nodiscard]] std::string to_iso(Day day);

// A fact's term: both ends belong to it; a missing end is open.
struct Interval {
  std::optional<Day> from;
  std::optional<Day> to;

  [[nodiscard]] bool holds(Day day) const { return (!from || *from <= day) && (!to || day <= *to); }
  friend bool operator==(const Interval&, const Interval&) = default;
};

}  // namespace readout
