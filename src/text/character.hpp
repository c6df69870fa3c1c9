// What a code point is to the text stage: a letter, a digit, a blank … Only as fine as layout and tokens need it, so
// that ASCII is one table look-up. Bytes that are no UTF-8 count as letters: a word in a foreign encoding stays one
// word.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/utf8.hpp"

namespace readout::text {

enum class CharKind : std::uint8_t {
  blank,      // white space and control characters
  letter,     // of scripts with blanks between words; combining marks; invalid bytes
  digit,      // 0-9
  ideograph,  // Han, kana, hangul: a run of them is one token
  emoji,
  ignorable,  // zero-width joiners and marks, soft hyphens
  symbol,     // the rest
};

struct Character {
  char32_t value = 0;
  std::uint8_t length = 1;
  CharKind kind = CharKind::blank;
};

[[nodiscard]] CharKind kind_of(char32_t value);
[[nodiscard]] bool is_upper(char32_t value);
[[nodiscard]] bool is_lower(char32_t value);

namespace detail {
[[nodiscard]] Character decode_wide(std::string_view text, std::size_t at);

constexpr std::array<CharKind, 128> ascii_kinds() {
  std::array<CharKind, 128> kinds{};
  for (std::size_t c = 0; c < 128; ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool digit = c >= '0' && c <= '9';
    const bool blank = c <= ' ' || c == 127;
    kinds[c] = letter ? CharKind::letter : digit ? CharKind::digit : blank ? CharKind::blank : CharKind::symbol;
  }
  return kinds;
}
inline constexpr auto ascii = ascii_kinds();
}  // namespace detail

// The character at `at`; beyond the end a blank of length 0.
[[nodiscard]] inline Character character_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) {
    return {0, 0, CharKind::blank};
  }
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) {
    return {byte, 1, detail::ascii[byte]};
  }
  return detail::decode_wide(text, at);
}

// The character that ends at `end`; before the beginning a blank of length 0.
[[nodiscard]] Character character_before(std::string_view text, std::size_t end);

[[nodiscard]] inline bool is_word(CharKind kind) {
  return kind == CharKind::letter || kind == CharKind::digit;
}
[[nodiscard]] inline bool is_apostrophe(char32_t value) {
  return value == '\'' || value == 0x2019;
}
[[nodiscard]] inline bool is_hyphen(char32_t value) {
  return value == '-' || value == 0x2010 || value == 0x2011;
}
// Full stops, exclamation and question marks, also the Chinese and Arabic ones, and the ellipsis.
[[nodiscard]] bool is_stop(char32_t value);
[[nodiscard]] bool is_opener(char32_t value);
[[nodiscard]] bool is_closer(char32_t value);

// Lower case for ASCII letters; other bytes as they are.
[[nodiscard]] constexpr char fold(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
[[nodiscard]] bool equals_folded(std::string_view a, std::string_view lower);

// The end of the run of letters and digits that begins at `at`, or where it grows longer than any word of a table.
[[nodiscard]] std::size_t letters_end(std::string_view text, std::size_t at);

// The text without blanks and zero-width characters at its ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace readout::text
