#include "desk/query.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace readout::desk {

namespace {

// A letter or a digit of some script, as far as that can be told without tables: dashes, quotation marks, arrows and
// the like have blocks of their own.
bool can_be_found(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const auto unit = base::decode(word, at);
    const char32_t c = unit.value;
    const bool ascii = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool beyond = unit.valid && c >= 0xC0 && !(c >= 0x2000 && c < 0x2C00) && !(c >= 0x3000 && c < 0x3040);
    if (ascii || beyond) {
      return true;
    }
    at += unit.length;
  }
  return false;
}

void add_phrase(std::string_view words, std::string& query) {
  const bool beginning = words.ends_with('*');
  while (words.ends_with('*')) {
    words.remove_suffix(1);
  }
  if (!can_be_found(words)) {
    return;
  }
  query += query.empty() ? "\"" : " \"";
  for (const char c : words) {
    if (c != '"' && c != '\0') {
      query += c;
    }
  }
  query += beginning ? "\"*" : "\"";
}

}  // namespace

std::string fts_query(std::string_view words) {
  std::string query;
  constexpr std::string_view blanks = " \t\r\n";
  while (!words.empty()) {
    const bool quoted = words.front() == '"';
    if (quoted) {
      words.remove_prefix(1);
    }
    const auto end = std::min(quoted ? words.find('"') : words.find_first_of(" \t\r\n\""), words.size());
    add_phrase(words.substr(0, end), query);
    words.remove_prefix(end);
    if (quoted && !words.empty()) {
      words.remove_prefix(1);
    }
    words.remove_prefix(std::min(words.find_first_not_of(blanks), words.size()));
  }
  return query;
}

}  // namespace readout::desk
