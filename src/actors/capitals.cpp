// Names written all in capitals, as people write them. What cannot be known from capitals alone (McDonald, UNICEF) is
// left to the reader of the table: "Unicef" matches "UNICEF" too.
#include <algorithm>
#include <array>

#include "actors/dictionary.hpp"
#include "base/utf8.hpp"

namespace readout::actors {

namespace {

constexpr auto small_words = std::to_array<std::string_view>(
    {"a",  "al", "an",  "and", "as", "at", "bin", "by", "da", "de", "del", "der", "des", "di",  "do",  "dos", "du", "e",
     "el", "et", "for", "ibn", "in", "la", "le",  "of", "on", "or", "the", "to",  "ul",  "und", "van", "von", "y"});
constexpr auto roman = std::to_array<std::string_view>(
    {"II", "III", "IV", "IX", "VI", "VII", "VIII", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI"});

bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

char32_t lower(char32_t c) {
  const bool odd_is_capital = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
  if ((c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7)) {
    return c + 32;
  }
  if (c >= 0x100 && c <= 0x17E && c != 0x130 && c != 0x138 && c != 0x149 && c != 0x178) {
    return (c & 1U) == (odd_is_capital ? 1U : 0U) ? c + 1 : c;
  }
  return c;
}

// In small letters; with `capitals` those that begin a part stay: "O'NEILL" → "O'Neill".
std::string lower(std::string_view word, bool capitals) {
  std::string out;
  bool begins = capitals;
  for (std::size_t at = 0; at < word.size();) {
    const auto unit = base::decode(word, at);
    if (unit.valid) {
      base::append(out, begins ? unit.value : lower(unit.value));
    } else {
      out += word[at];
    }
    begins = capitals && (unit.value == U'/' || (unit.value == U'\'' && at == 1));
    at += unit.length;
  }
  return out;
}

// "PLO", "A.G.": no word of a language.
bool is_initials(std::string_view word) {
  const bool vowels = word.find_first_of("AEIOUY") != std::string_view::npos;
  const bool letters = std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
  return word.find('.') != std::string_view::npos || (letters && !vowels && word.size() <= 5) ||
         std::ranges::find(roman, word) != roman.end();
}

std::string one_word(std::string_view word, bool first) {
  if (is_initials(word)) {
    return std::string(word);
  }
  std::string out = lower(word, false);
  const bool small = !first && std::ranges::find(small_words, out) != small_words.end();
  return small ? out : lower(word, true);
}

}  // namespace

std::string in_ordinary_capitals(std::string_view name) {
  std::string out;
  bool first = true;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find_first_of("_ -", at), name.size());
    if (end > at) {
      out += one_word(name.substr(at, end - at), first);
      first = first && std::ranges::none_of(name.substr(at, end - at), is_letter);
    }
    if (end < name.size()) {
      const char parting = name[end] == '_' ? ' ' : name[end];
      const bool doubled = parting == ' ' && (out.empty() || out.back() == ' ');
      out += doubled ? "" : std::string(1, parting);
    }
    at = end + 1;
  }
  while (out.ends_with(' ')) {
    out.pop_back();
  }
  return out;
}

}  // namespace readout::actors
