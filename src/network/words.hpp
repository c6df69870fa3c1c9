// What the network sees of a word: a plain form, its shape, the slots of its letter n-grams. The same functions as
// train/english/words.py, to the bit: change both or none.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace readout::network {

inline constexpr std::uint32_t ngram_slots = 32768;
inline constexpr std::uint32_t shape_slots = 128;

// FNV-1a, to be begun with `fnv_start` and ended with `mix`.
inline constexpr std::uint32_t fnv_start = 2166136261U;
[[nodiscard]] constexpr std::uint32_t fnv(std::string_view bytes, std::uint32_t hash = fnv_start) {
  for (const char byte : bytes) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619U;
  }
  return hash;
}
[[nodiscard]] constexpr std::uint32_t mix(std::uint32_t hash) {
  hash ^= hash >> 16U;
  hash *= 0x85EBCA6BU;
  hash ^= hash >> 13U;
  hash *= 0xC2B2AE35U;
  return hash ^ (hash >> 16U);
}
[[nodiscard]] constexpr std::uint32_t key_of(std::string_view text) {
  return mix(fnv(text));
}

// The small letter of a code point, for the scripts of European names; curly quotes and dashes become plain.
[[nodiscard]] char32_t small(char32_t c);
// The word in small letters; `plain` has its digits as 0 too. Broken bytes stay as they are.
void append_lower(std::string_view word, std::string& out);
void digits_to_zero(std::string& word);

// 'X' capital, 'x' other letter, 'd' digit, 'p' foreign mark, else the ASCII character itself.
[[nodiscard]] char letter_class(char32_t c);
[[nodiscard]] std::uint32_t shape_slot(std::string_view word);
// True when one of the first three characters is a capital.
[[nodiscard]] bool has_early_capital(std::string_view word);

// Slots of the n-grams of 2 to 5 bytes of ^word$; `plain` is in small letters, its digits 0.
void append_ngrams(std::string_view plain, std::vector<std::uint32_t>& slots);

}  // namespace readout::network
