// A form is known from its shape (U.S., J.) or from abbreviations.tsv, whose rows also ask for what stands beside it.
#include "text/abbreviations.hpp"

#include <algorithm>
#include <string>

#include "text/character.hpp"

namespace readout::text {

namespace {

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view word_before(std::string_view text, std::size_t at) {
  const std::size_t reach = at > longest_key ? at - longest_key : 0;
  while (at > reach && character_before(text, at).kind == CharKind::blank) {
    at -= character_before(text, at).length;
  }
  std::size_t begin = at;
  while (begin > reach && is_word(character_before(text, begin).kind)) {
    begin -= character_before(text, begin).length;
  }
  return text.substr(begin, at - begin);
}

// "J." in "J. Edgar Hoover": a capital that another capital follows. "World War I. The …" and "than I. Berlin" are
// none.
std::optional<AbbreviationEnds> initial_at(std::string_view text, Span word, const Lexicon& lexicon) {
  const auto next = following(text, word.end + 1, lexicon);
  const char32_t after = character_at(text, word.end + 1).value;
  const bool closed = after == ',' || after == ')' || is_hyphen(after);
  if ((!next.capital || next.starter || next.quoted) && !closed) {
    return std::nullopt;
  }
  if (slice(text, word) == "I") {
    const auto before = word_before(text, word.begin);
    if (before == "War" || before.empty() || !is_upper(character_at(before, 0).value)) {
      return std::nullopt;
    }
  }
  return AbbreviationEnds::never;
}

const Abbreviation* find_abbreviation(std::string_view form, const Lexicon& lexicon) {
  if (form.size() > longest_key) {
    return nullptr;
  }
  auto found = lexicon.abbreviations.find(form);
  if (found == lexicon.abbreviations.end() && form.size() > 2 && is_upper(character_at(form, 0).value)) {
    std::string other(form);
    std::transform(other.begin() + 1, other.end(), other.begin() + 1, fold);  // GEN. → Gen.
    found = lexicon.abbreviations.find(other);
    if (found == lexicon.abbreviations.end()) {
      other.front() = fold(other.front());  // Approx. → approx.
      found = lexicon.abbreviations.find(other);
    }
  }
  return found == lexicon.abbreviations.end() ? nullptr : &found->second;
}

// U.S, e.g, D.C: single letters with stops between.
bool is_dotted(std::string_view word) {
  std::size_t at = 0;
  std::size_t letters = 0;
  while (at < word.size()) {
    const Character c = character_at(word, at);
    at += c.length;
    if (c.kind != CharKind::letter || (at < word.size() && word[at] != '.')) {
      return false;
    }
    ++at;
    ++letters;
  }
  return letters > 1;
}

bool fits(const Abbreviation& abbreviation, std::string_view text, Span word, const Lexicon& lexicon) {
  switch (abbreviation.next) {
    case AbbreviationNext::any:
      return true;
    case AbbreviationNext::number:
      return following(text, word.end + 1, lexicon).number;
    case AbbreviationNext::capital: {
      const auto next = following(text, word.end + 1, lexicon);
      return (next.capital && !next.starter) || next.number || character_at(text, word.end + 1).value == ',';
    }
    case AbbreviationNext::comma: {
      std::size_t at = word.begin;
      while (at > 0 && character_before(text, at).kind == CharKind::blank && word.begin - at < 4) {
        at -= character_before(text, at).length;
      }
      return at > 0 && text[at - 1] == ',';
    }
  }
  return false;
}

}  // namespace

std::optional<AbbreviationEnds> abbreviation_at(std::string_view text, Span word, bool first_in_block,
                                                const Lexicon& lexicon) {
  const auto form = slice(text, word);
  const Character after = character_at(text, word.end + 1);
  const bool own_stop = after.value == '.' && !is_stop(character_at(text, word.end + 2).value);  // "Jr.."
  if ((after.value == '.' && !own_stop) || after.value == 0x2026) {
    return std::nullopt;  // an ellipsis
  }
  const Character first = character_at(form, 0);
  if (first_in_block && after.kind == CharKind::blank && after.length > 0 && form.size() <= 3 && all_digits(form)) {
    return AbbreviationEnds::never;  // "1." at the head of a line
  }
  if (first.length == form.size() && is_upper(first.value)) {
    return initial_at(text, word, lexicon);
  }
  if (number_before_clock(form) > 0) {
    return AbbreviationEnds::starter;
  }
  if (const auto* known = find_abbreviation(text.substr(word.begin, word.size() + 1), lexicon)) {
    return fits(*known, text, word, lexicon) ? std::optional(known->ends) : std::nullopt;
  }
  return is_dotted(form) ? std::optional(AbbreviationEnds::starter) : std::nullopt;
}

std::size_t number_before_clock(std::string_view word) {
  const std::size_t end = word.find_first_not_of("0123456789:");
  if (end == 0 || end == std::string_view::npos) {
    return 0;
  }
  const auto half = word.substr(end);
  return equals_folded(half, "a.m") || equals_folded(half, "p.m") ? end : 0;
}

Following following(std::string_view text, std::size_t at, const Lexicon& lexicon) {
  Following found;
  bool bracketed = false;
  for (int marks = 0; marks < 16; ++marks) {
    const Character c = character_at(text, at);
    const bool dash = is_hyphen(c.value) || c.value == 0x2013 || c.value == 0x2014;
    if (is_word(c.kind) || c.kind == CharKind::ideograph || c.length == 0) {
      break;
    }
    found.quoted =
        found.quoted || (c.value == '"' && !bracketed) || c.value == 0x201C || c.value == 0x2018 || c.value == 0xAB;
    if (c.kind == CharKind::symbol && !is_opener(c.value) && c.value != '"' && c.value != '\'' && !dash &&
        c.value != '*') {
      return found;
    }
    bracketed = bracketed || c.value == '(' || c.value == '[';
    at += c.length;
  }
  const Character c = character_at(text, at);
  found.number = c.kind == CharKind::digit;
  found.capital = is_upper(c.value) || c.kind == CharKind::ideograph;
  const bool camel = is_lower(c.value) && is_upper(character_at(text, at + c.length).value);  // iPhone
  found.capital = found.capital || camel;
  found.lower = is_lower(c.value) && !camel;
  if (found.capital) {
    found.starter = contains_folded(lexicon.starters, text.substr(at, letters_end(text, at) - at));
  }
  return found;
}

}  // namespace readout::text
