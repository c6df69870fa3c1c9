// A boundary needs two witnesses: a mark that can end a sentence, and what follows looking like a beginning.
#include "text/boundary_rules.hpp"

#include <algorithm>

#include "text/abbreviations.hpp"
#include "text/character.hpp"

namespace readout::text {

namespace {

constexpr std::size_t most_closers = 24;  // looked at behind one stop
constexpr std::size_t speech_reach = 6;   // words between “…?” and its verb: "President Joe R. Biden asked"

// 。！？ need no blank and no capital behind them.
bool is_wide_stop(std::string_view text, const Word& word) {
  const char32_t c = character_at(text, word.span.begin).value;
  return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0xFF61 || c == 0x6D4 || c == 0x964;
}

class Finder {
 public:
  Finder(std::string_view text, std::span<const Word> words, const Lexicon& lexicon)
      : text_(text), words_(words), lexicon_(lexicon) {}

  // The index of the first word after the boundary that the mark at `mark` makes; 0 when it makes none.
  [[nodiscard]] std::size_t boundary_after(std::size_t mark) const {
    const Word& word = words_[mark];
    if (word.kind != WordKind::stop && word.kind != WordKind::abbreviation) {
      return 0;
    }
    bool quoted = false;
    const std::size_t next = behind_closers(mark + 1, quoted);
    if (next >= words_.size()) {
      return 0;
    }
    // Only up to the end of this block may be looked at.
    const auto within = text_.substr(0, words_.back().span.end);
    const auto follows = following(within, words_[next].span.begin, lexicon_);
    const bool ends = word.kind == WordKind::abbreviation ? abbreviation_ends(word, follows, quoted)
                                                          : stop_ends(word, next, follows, quoted);
    return ends ? next : 0;
  }

 private:
  [[nodiscard]] std::string_view form(std::size_t i) const { return slice(text_, words_[i].span); }

  // Closing marks, further stops and note numbers that hang on the stop belong to its sentence.
  [[nodiscard]] std::size_t behind_closers(std::size_t i, bool& quoted) const {
    const std::size_t reach = std::min(words_.size(), i + most_closers);
    for (; i < reach; ++i) {
      const Word& word = words_[i];
      if (is_note(i)) {
        i += 2;
        continue;
      }
      if (word.spaced) {
        break;
      }
      if (word.kind != WordKind::closer && word.kind != WordKind::quote && word.kind != WordKind::stop) {
        break;
      }
      quoted =
          quoted || word.kind == WordKind::quote || (word.kind == WordKind::closer && form(i) != ")" && form(i) != "]");
    }
    return i;
  }

  // "[25]", with or without a blank before it.
  [[nodiscard]] bool is_note(std::size_t i) const {
    return i + 2 < words_.size() && form(i) == "[" && form(i + 2) == "]" && !words_[i + 1].spaced &&
           form(i + 1).size() <= 3 && character_at(form(i + 1), 0).kind == CharKind::digit;
  }

  [[nodiscard]] bool abbreviation_ends(const Word& word, const Following& follows, bool quoted) const {
    if (quoted) {
      return follows.capital || follows.quoted;
    }
    switch (word.ends) {
      case AbbreviationEnds::never:
        return false;
      case AbbreviationEnds::starter:
        return (follows.capital && (follows.starter || follows.quoted));
      case AbbreviationEnds::capital:
        return follows.capital;
    }
    return false;
  }

  [[nodiscard]] bool stop_ends(const Word& word, std::size_t next, const Following& follows, bool quoted) const {
    if (is_wide_stop(text_, word)) {
      return words_[next].kind != WordKind::closer && words_[next].kind != WordKind::comma;
    }
    if (!words_[next].spaced && !follows.capital) {
      return false;
    }
    if (follows.lower) {
      return form(next).starts_with("http") || form(next).starts_with("www.");
    }
    const auto mark = slice(text_, word.span);
    const bool omission = words_[next - 1].kind == WordKind::closer && form(next - 1) == "]" && mark.size() > 1;
    if (omission && !follows.starter) {
      return false;  // "We told [...] President Smith"
    }
    const bool emphatic = mark != ".";
    if (emphatic && quoted && follows.capital && !follows.quoted && speech_follows(next)) {
      return false;
    }
    return follows.capital || follows.number || is_other_beginning(next);
  }

  // A letter without case (Arabic, Chinese), a hashtag, a list mark, a currency sign.
  [[nodiscard]] bool is_other_beginning(std::size_t next) const {
    if (next + 1 >= words_.size()) {
      return false;
    }
    const Character c = character_at(text_, words_[next].span.begin);
    return c.value == '#' || c.value == '@' || c.value == '$' || c.value == 0x2022 || c.value == 0x20AC ||
           c.value == 0xA3 || c.kind == CharKind::emoji || (c.kind == CharKind::letter && !is_lower(c.value));
  }

  [[nodiscard]] bool speech_follows(std::size_t next) const {
    const std::size_t reach = std::min(words_.size(), next + speech_reach);
    for (std::size_t i = next; i < reach && words_[i].kind != WordKind::stop && words_[i].kind != WordKind::comma;
         ++i) {
      if (lexicon_.speech_verbs.contains(form(i))) {
        return true;
      }
    }
    return false;
  }

  std::string_view text_;
  std::span<const Word> words_;
  const Lexicon& lexicon_;
};

}  // namespace

void find_rule_begins(std::string_view text, std::span<const Word> words, const Lexicon& lexicon,
                      std::vector<std::size_t>& begins) {
  const Finder finder(text, words, lexicon);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (const std::size_t next = finder.boundary_after(i); next > i) {
      begins.push_back(next);
      i = next - 1;
    }
  }
}

}  // namespace readout::text
