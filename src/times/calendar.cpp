// Thin over std::chrono.
#include "times/calendar.hpp"

#include <fmt/format.h>

namespace readout::times {

namespace {

using std::chrono::days;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;
using std::chrono::year_month_day_last;

Day last_of(year_month ym) {
  return year_month_day_last{ym.year(), std::chrono::month_day_last{ym.month()}};
}

// ISO 8601: the week belongs to the year of its Thursday.
std::string week_value(Day monday) {
  const Day thursday = monday + days{3};
  const int in_year = year_of(thursday);
  const Day first = year_month_day{year{in_year}, month{1}, std::chrono::day{1}};
  return fmt::format("{:04}-W{:02}", in_year, (thursday - first).count() / 7 + 1);
}

}  // namespace

int year_of(Day day) {
  return static_cast<int>(year_month_day{day}.year());
}

int month_of(Day day) {
  return static_cast<int>(static_cast<unsigned>(year_month_day{day}.month()));
}

int weekday_of(Day day) {
  return static_cast<int>(std::chrono::weekday{day}.iso_encoding());
}

Extent day_extent(Day day) {
  return {day, day, to_iso(day)};
}

Extent week_extent(Day day, int steps) {
  const Day monday = day - days{weekday_of(day) - 1} + days{7 * steps};
  return {monday, monday + days{6}, week_value(monday)};
}

Extent month_extent(int in_year, int in_month) {
  const auto ym = year_month{year{in_year}, month{1}} + std::chrono::months{in_month - 1};
  return {Day{ym / 1}, last_of(ym),
          fmt::format("{:04}-{:02}", static_cast<int>(ym.year()), static_cast<unsigned>(ym.month()))};
}

Extent year_extent(int in_year) {
  return {Day{year{in_year} / 1 / 1}, Day{year{in_year} / 12 / 31}, fmt::format("{:04}", in_year)};
}

Extent decade_extent(int in_year) {
  const int first = in_year - in_year % 10;
  return {Day{year{first} / 1 / 1}, Day{year{first + 9} / 12 / 31}, fmt::format("{:03}", first / 10)};
}

Day add_months(Day day, int count) {
  const year_month_day date{day};
  const auto ym = date.year() / date.month() + std::chrono::months{count};
  const Day last = last_of(ym);
  const Day same = Day{ym / 1} + days{static_cast<unsigned>(date.day()) - 1};
  return same > last ? last : same;
}

}  // namespace readout::times
