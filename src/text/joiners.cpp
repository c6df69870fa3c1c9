// Each joiner looks at the letters beside it and at most a few dozen bytes around: see word_end for the list.
#include "text/joiners.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "text/character.hpp"

namespace readout::text {

namespace {

bool is_ascii_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x80 && is_word(detail::ascii[byte]);
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A word under way: text[begin, at) is taken, and the sign at `at` is asked for.
struct Growing {
  std::string_view text;
  std::size_t begin;    // of the word
  std::size_t segment;  // after the last joiner
  std::size_t at;
  Character before, sign, after;
  const Lexicon& lexicon;

  [[nodiscard]] std::string_view last_part() const { return text.substr(segment, at - segment); }
  [[nodiscard]] std::string_view next_part() const {
    const std::size_t next = at + sign.length;
    return text.substr(next, letters_end(text, next) - next);
  }
};

// 713-853-3989, 555-1234, 3-5213, 2021-09-11, 77042-2016: groups of digits, not a range of two numbers.
bool is_number_code(const Growing& word) {
  std::size_t groups = 0;
  std::array<std::size_t, 8> sizes{};
  std::size_t at = word.begin;
  while (groups < sizes.size()) {
    const std::size_t start = at;
    while (at < word.text.size() && at - start < 8 && word.text[at] >= '0' && word.text[at] <= '9') {
      ++at;
    }
    if (at == start) {
      return false;
    }
    sizes[groups++] = at - start;
    if (at + 1 >= word.text.size() || (word.text[at] != '-' && word.text[at] != '/')) {
      break;
    }
    ++at;
  }
  if (groups == 2) {
    return sizes[1] == 4 && (sizes[0] == 1 || sizes[0] == 3 || sizes[0] == 5);
  }
  return groups > 2 && !is_word(character_at(word.text, at).kind);
}

// "th- the": a word broken off in speech.
bool is_broken_off(const Growing& word) {
  const auto letters = word.last_part();
  return word.segment == word.begin && letters.size() <= 2 && word.before.kind == CharKind::letter &&
         word.after.kind == CharKind::blank && word.after.length > 0 &&
         std::all_of(letters.begin(), letters.end(), is_ascii_word);
}

bool joins_hyphen(const Growing& word) {
  if (word.before.kind == CharKind::digit && word.after.kind == CharKind::digit) {
    return is_number_code(word);
  }
  const auto left = word.text.substr(word.begin, word.at - word.begin);
  const auto right = word.next_part();
  if (right.empty()) {
    return false;
  }
  if (contains_folded(word.lexicon.prefixes, left)) {
    // "E-mail", but "E-J"; "Co-Op" and "Inter-Services" are names, split like other names.
    const bool single = left.size() == 1 && is_upper(word.after.value);
    return !single && (word.after.kind != CharKind::digit || left.size() > 1);
  }
  return contains_folded(word.lexicon.suffixes, right);
}

// s/he, SARS-CoV-2: forms that the table keeps whole; looked for once, at the word's first sign.
std::size_t whole_end(const Growing& word) {
  if (word.segment != word.begin) {
    return 0;
  }
  std::size_t end = word.at;
  for (int parts = 0; parts < 3 && end < word.text.size(); ++parts) {
    const char sign = word.text[end];
    if (sign != '/' && sign != '-') {
      break;
    }
    end = letters_end(word.text, end + 1);
    if (contains_folded(word.lexicon.whole, word.text.substr(word.begin, end - word.begin))) {
      return end;
    }
  }
  return 0;
}

bool joins_stop(const Growing& word) {
  if (!is_word(word.after.kind)) {
    return false;
  }
  if (word.after.kind == CharKind::digit) {
    // 1.5, v2.0, but "No.5" and "p.12"
    const auto form = std::string(word.last_part()) + '.';
    return word.before.kind == CharKind::digit || !word.lexicon.abbreviations.contains(form);
  }
  const auto left = word.last_part();
  if (left.size() < 2 || !is_upper(word.after.value)) {
    return true;  // U.S, e.g, example.com
  }
  const auto right = word.next_part();
  if (contains_folded(word.lexicon.domains, right)) {
    return true;
  }
  const bool capitalised = right.size() > 1 && is_lower(character_at(right, word.after.length).value);
  if (capitalised || right.size() == 1) {
    return left.size() < 3 && !capitalised;  // Ph.D, but "left the room.Then": a blank is missing
  }
  return !is_lower(word.before.value) || right.size() == 3;  // ENRON.XLS, notes.DOC
}

bool joins_comma(const Growing& word) {
  const auto right = word.next_part();
  const auto left = word.last_part();
  return right.size() == 3 && all_digits(right) && !left.empty() && left.size() <= 3 && all_digits(left);
}

// AT&T, R&D, p&l
bool joins_ampersand(const Growing& word) {
  const auto left = word.last_part();
  const auto right = word.next_part();
  const auto same_case = [&](auto test) {
    const auto all = [&](std::string_view part) { return std::all_of(part.begin(), part.end(), test); };
    return all(left) && all(right);
  };
  return !left.empty() && !right.empty() && left.size() <= 3 && right.size() <= 3 &&
         (same_case([](char c) { return c >= 'A' && c <= 'Z'; }) || (left.size() == 1 && right.size() == 1));
}

bool joins(const Growing& word) {
  const bool letters = word.before.kind == CharKind::letter && word.after.kind == CharKind::letter;
  const bool digits = word.before.kind == CharKind::digit && word.after.kind == CharKind::digit;
  switch (word.sign.value) {
    case '.':
      return joins_stop(word);
    case ',':
      return digits && joins_comma(word);
    case ':':
    case '/':
      return digits;
    case '\'':
    case 0x2019:
    case '`':
      return word.after.kind == CharKind::letter;
    case '&':
      return joins_ampersand(word);
    case '_':
    case '@':
      return is_word(word.after.kind);
    case '*':
    case 0xB7:
      return letters;
    default:
      return is_hyphen(word.sign.value) && (is_word(word.after.kind) ? joins_hyphen(word) : is_broken_off(word));
  }
}

// US$, HK$, C++: signs that end a word of capitals.
std::size_t with_tail(std::string_view text, std::size_t begin, std::size_t end) {
  const auto word = text.substr(begin, end - begin);
  const bool capitals =
      word.size() <= 3 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (capitals && end < text.size() && text[end] == '$') {
    return end + 1;
  }
  return capitals && word.size() == 1 && text.substr(end, 2) == "++" ? end + 2 : end;
}

}  // namespace

std::size_t word_end(std::string_view text, std::size_t begin, const Lexicon& lexicon) {
  std::size_t at = begin;
  std::size_t segment = begin;
  Character before = character_at(text, begin);
  while (at < text.size()) {
    const std::size_t run = at;
    while (at < text.size() && is_ascii_word(text[at])) {
      ++at;
    }
    if (at > run) {
      before = character_at(text, at - 1);
    }
    const Character c = character_at(text, at);
    if (is_word(c.kind)) {
      before = c;
      at += c.length;
      continue;
    }
    const Character after = character_at(text, at + c.length);
    if (c.kind == CharKind::ignorable && is_word(after.kind)) {
      at += c.length;
      continue;
    }
    if (c.kind != CharKind::symbol) {
      break;
    }
    const Growing word{text, begin, segment, at, before, c, after, lexicon};
    if (c.value == '/' || c.value == '-') {
      if (const std::size_t end = whole_end(word); end > at) {
        return end;
      }
    }
    if (!joins(word)) {
      break;
    }
    at += c.length;
    segment = at;
  }
  return with_tail(text, begin, at);
}

std::size_t elision_end(std::string_view text, std::size_t at, const Lexicon& lexicon) {
  constexpr std::array<std::string_view, 9> elisions = {"em", "til",  "cause", "tis",  "twas",
                                                        "n",  "bout", "cuz",   "round"};
  const std::size_t begin = at + character_at(text, at).length;
  const std::size_t end = word_end(text, begin, lexicon);
  const auto word = text.substr(begin, end - begin);
  const bool known = std::any_of(elisions.begin(), elisions.end(), [&](auto e) { return equals_folded(word, e); });
  return known ? end : at;
}

}  // namespace readout::text
