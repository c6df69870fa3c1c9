// The text itself is never changed: it is counted and bounded.
#include "source/body.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <cstring>

#include "base/utf8.hpp"

namespace readout::source {

namespace {

// The last good place at or before `at` to stop reading; `begin` at the worst.
std::size_t cut_before(std::string_view text, std::size_t begin, std::size_t at) {
  constexpr std::size_t reach = 4096;
  const std::size_t floor = at - begin > reach ? at - reach : begin;
  const std::string_view near = text.substr(floor, at - floor);
  for (const char blank : {'\n', ' '}) {
    if (const auto found = near.rfind(blank); found != std::string_view::npos) {
      return floor + found + 1;
    }
  }
  while (at > begin && !base::is_boundary(text, at)) {
    --at;
  }
  return at;
}

void warn_of_invalid_bytes(Report& report) {
  if (simdjson::validate_utf8(report.text.data(), report.text.size())) {
    return;
  }
  std::size_t count = 0;
  std::size_t first = 0;
  for (std::size_t at = 0; at < report.text.size();) {
    const base::CodePoint unit = base::decode(report.text, at);
    if (!unit.valid && count++ == 0) {
      first = at;
    }
    at += unit.length;
  }
  if (count == 0) {
    return;
  }
  report.warnings.push_back(count == 1 ? fmt::format("1 byte is not UTF-8; at byte {}", first)
                                       : fmt::format("{} bytes are not UTF-8; first at byte {}", count, first));
}

void warn_of_nuls(Report& report) {
  const auto first = report.text.find('\0');
  if (first == std::string::npos) {
    return;
  }
  const auto count = std::count(report.text.begin(), report.text.end(), '\0');
  report.warnings.push_back(count == 1 ? fmt::format("1 NUL byte; at byte {}", first)
                                       : fmt::format("{} NUL bytes; first at byte {}", count, first));
}

}  // namespace

void settle_body(Report& report, std::uint64_t text_bytes) {
  warn_of_invalid_bytes(report);
  warn_of_nuls(report);
  const std::size_t size = report.text.size();
  std::size_t end = size;
  if (size - report.body_begin > text_bytes) {
    end = cut_before(report.text, report.body_begin, report.body_begin + text_bytes);
    report.warnings.push_back(
        fmt::format("{} bytes of text: only the first {} are read", size - report.body_begin, end - report.body_begin));
  }
  report.body_end = static_cast<std::uint32_t>(end);
}

}  // namespace readout::source
