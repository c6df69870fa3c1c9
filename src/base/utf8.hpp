// Walking UTF-8 that may be broken: every byte belongs to exactly one unit, and a unit is what a span may begin or end
// at.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace readout::base {

inline constexpr char32_t replacement = 0xFFFD;

struct CodePoint {
  char32_t value = replacement;  // `replacement` for a byte that is no UTF-8
  std::size_t length = 1;        // bytes; 1 for an invalid byte
  bool valid = true;
};

// The unit at `at`. Precondition: at < text.size(). Overlong forms, surrogates and cut sequences are invalid bytes.
[[nodiscard]] CodePoint decode(std::string_view text, std::size_t at);

// The unit that ends at `end`. Precondition: 0 < end ≤ text.size() and `end` is a boundary.
[[nodiscard]] CodePoint decode_before(std::string_view text, std::size_t end);

// True where a unit begins, and at the end of the text.
[[nodiscard]] bool is_boundary(std::string_view text, std::size_t at);

[[nodiscard]] bool is_valid_utf8(std::string_view text);

// The text with each invalid byte replaced by U+FFFD.
[[nodiscard]] std::string to_valid_utf8(std::string_view text);

void append(std::string& out, char32_t code_point);

}  // namespace readout::base
