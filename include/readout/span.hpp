// The unit of evidence: a byte range [begin, end) into a report's text, always on code-point boundaries.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace readout {

struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin >= end; }
  [[nodiscard]] constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend constexpr bool operator==(Span, Span) = default;
  friend constexpr auto operator<=>(Span, Span) = default;
};

// The words behind a span. A span beyond the text gives what is there, never undefined behaviour.
[[nodiscard]] constexpr std::string_view slice(std::string_view text, Span span) {
  const auto begin = std::min<std::size_t>(span.begin, text.size());
  const auto end = std::clamp<std::size_t>(span.end, begin, text.size());
  return text.substr(begin, end - begin);
}

// The smallest span that holds both.
[[nodiscard]] constexpr Span cover(Span a, Span b) {
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

}  // namespace readout
