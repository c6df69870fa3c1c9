// When: the time expressions of a report, with values resolved against its date.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "readout/day.hpp"
#include "readout/span.hpp"
#include "readout/tokens.hpp"

namespace readout {

enum class TimeAnchor : std::uint8_t {
  none,       // says its day itself: "9 September 2021"
  document,   // counted from the report's date: "Thursday", "last week"
  unresolved  // needs what the report does not give; the bounds may still be known
};
[[nodiscard]] std::string_view name_of(TimeAnchor anchor);

enum class TimeKind : std::uint8_t { date, clock, duration, set };

struct Time {
  Span span;
  TokenId first = 0;  // tokens [first, last)
  TokenId last = 0;
  TokenId head = 0;  // the token that carries the expression in the tree
  TimeKind kind = TimeKind::date;
  std::string value;  // TIMEX3: "2021-09-09", "2021-W36", "2021-09", "PT90M", "FUTURE_REF"; empty when open
  std::optional<Day> earliest;
  std::optional<Day> latest;
  TimeAnchor anchor = TimeAnchor::none;
};

struct Times {
  std::vector<Time> times;  // in text order, not overlapping
};

}  // namespace readout
