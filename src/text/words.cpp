// One pass over the bytes. A word grows over letters and digits and over the joiners that stand inside words (1,000
// U.S. O'Neill AT&T 10:30); joiners.cpp decides each. Every look-ahead is bounded or remembered, so that the pass stays
// linear on text that never ends a word.
#include "text/words.hpp"

#include <algorithm>

#include "text/abbreviations.hpp"
#include "text/addresses.hpp"
#include "text/character.hpp"
#include "text/clitics.hpp"
#include "text/joiners.hpp"

namespace readout::text {

namespace {

class Splitter {
 public:
  Splitter(std::string_view text, Span block, const Lexicon& lexicon, std::vector<Word>& words)
      : text_(text.substr(0, block.end)),
        begin_(block.begin),
        lexicon_(lexicon),
        words_(words),
        addresses_(text_, lexicon) {}

  void run() {
    at_ = begin_;
    while (at_ < text_.size()) {
      const Character c = character_at(text_, at_);
      switch (c.kind) {
        case CharKind::blank:
          spaced_ = true;
          at_ += c.length;
          break;
        case CharKind::ignorable:
          at_ += c.length;
          break;
        case CharKind::letter:
        case CharKind::digit:
          take_word();
          break;
        case CharKind::ideograph:
          take_ideographs();
          break;
        case CharKind::emoji:
          take_emoji();
          break;
        case CharKind::symbol:
          take_symbol(c);
          break;
      }
    }
  }

 private:
  void emit(std::size_t end, WordKind kind, AbbreviationEnds ends = AbbreviationEnds::starter) {
    words_.push_back({{static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)}, kind, ends, spaced_});
    at_ = end;
    spaced_ = false;
  }

  [[nodiscard]] bool first_in_block() const {
    return at_ == begin_ || words_.empty() || words_.back().span.end <= begin_;
  }
  [[nodiscard]] Character next_of(const Character& c) const { return character_at(text_, at_ + c.length); }
  [[nodiscard]] bool glued() const { return !spaced_ && !first_in_block(); }

  void take_word();
  void take_stop(std::size_t end);
  void take_ideographs();
  void take_emoji();
  void take_symbol(const Character& c);
  bool take_apostrophe(const Character& c);
  void take_run(const Character& c, WordKind kind);
  void emit_parts(std::size_t end);

  std::string_view text_;
  std::size_t begin_;
  const Lexicon& lexicon_;
  std::vector<Word>& words_;
  Addresses addresses_;
  std::vector<std::size_t> cuts_;
  std::size_t at_ = 0;
  bool spaced_ = true;
};

void Splitter::emit_parts(std::size_t end) {
  const std::size_t start = at_;
  find_cuts(text_.substr(start, end - start), lexicon_, cuts_);
  for (const std::size_t cut : cuts_) {
    emit(start + cut, WordKind::plain);
  }
  emit(end, WordKind::plain);
}

void Splitter::take_word() {
  if (const std::size_t end = addresses_.end_of(at_); end > at_) {
    emit(end, WordKind::plain);
    return;
  }
  const std::size_t end = word_end(text_, at_, lexicon_);
  if (end < text_.size() && text_[end] == '.') {
    take_stop(end);
    return;
  }
  emit_parts(end);
}

// The word ends at `end`, where a full stop follows: does the stop belong to it?
void Splitter::take_stop(std::size_t end) {
  if (const auto abbreviation = abbreviation_at(
          text_, {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)}, first_in_block(), lexicon_)) {
    const bool enumerator = first_in_block() && character_at(text_, at_).kind == CharKind::digit;
    const auto cut = number_before_clock(text_.substr(at_, end - at_));
    if (cut > 0) {
      emit(at_ + cut, WordKind::plain);
    }
    emit(end + 1, enumerator ? WordKind::enumerator : WordKind::abbreviation, *abbreviation);
    return;
  }
  emit_parts(end);
}

void Splitter::take_ideographs() {
  std::size_t end = at_;
  for (Character c = character_at(text_, end); c.length > 0; c = character_at(text_, end)) {
    const bool dot = (c.value == 0xB7 || c.value == 0x30FB || c.value == 0x2027) &&
                     character_at(text_, end + c.length).kind == CharKind::ideograph;
    if (c.kind != CharKind::ideograph && c.kind != CharKind::ignorable && !dot) {
      break;
    }
    end += c.length;
  }
  emit(end, WordKind::plain);
}

// One picture: its base, skin tone, variation selector, and what zero-width joiners tie to it; two letters make a flag.
void Splitter::take_emoji() {
  const auto is_flag = [](char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; };
  const auto is_tone = [](char32_t c) { return c >= 0x1F3FB && c <= 0x1F3FF; };
  Character c = character_at(text_, at_);
  std::size_t end = at_ + c.length;
  if (is_flag(c.value) && is_flag(character_at(text_, end).value)) {
    end += character_at(text_, end).length;
  }
  for (c = character_at(text_, end); c.length > 0; c = character_at(text_, end)) {
    const Character after = character_at(text_, end + c.length);
    if (c.value == 0x200D && after.kind == CharKind::emoji) {
      end += c.length + after.length;
    } else if (is_tone(c.value) || (c.value >= 0xFE00 && c.value <= 0xFE0F)) {
      end += c.length;
    } else {
      break;
    }
  }
  emit(end, WordKind::plain);
}

void Splitter::take_run(const Character& c, WordKind kind) {
  const bool ruled = c.value == '-' || c.value == '=';  // a line drawn with both
  std::size_t end = at_ + c.length;
  while (end < text_.size()) {
    const char32_t value = character_at(text_, end).value;
    const bool goes_on = value == c.value || (ruled && (value == '-' || value == '='));
    if (!goes_on) {
      break;
    }
    end += c.length;
  }
  emit(end, kind);
}

// 's after a bracket, '90s, and the apostrophes and single quotation marks that stand alone.
bool Splitter::take_apostrophe(const Character& c) {
  if (!is_apostrophe(c.value)) {
    return false;
  }
  if (const std::size_t clitic = clitic_length(text_.substr(at_)); clitic > 0) {
    emit(at_ + clitic, WordKind::plain);
    return true;
  }
  const Character next = next_of(c);
  if (next.value == c.value && c.length > 0) {  // '' and ’’ stand for a double mark
    emit(at_ + std::size_t{2} * c.length, glued() ? WordKind::closer : WordKind::opener);
    return true;
  }
  if (!glued() && next.kind == CharKind::digit) {  // ’71, '90s
    const std::size_t end = word_end(text_, at_ + c.length, lexicon_);
    if (const std::size_t digits = end - at_ - c.length; digits <= 5) {
      emit(end, WordKind::plain);
      return true;
    }
  }
  if (const std::size_t end = elision_end(text_, at_, lexicon_); !glued() && end > at_) {
    emit_parts(end);
    return true;
  }
  emit(at_ + c.length, glued() ? WordKind::closer : WordKind::opener);
  return true;
}

void Splitter::take_symbol(const Character& c) {
  const Character next = next_of(c);
  if (const std::size_t end = addresses_.smiley_end(at_, glued()); end > at_) {
    return emit(end, WordKind::plain);
  }
  if (is_stop(c.value)) {
    if (c.value == '.' && next.kind == CharKind::digit && !glued()) {  // .04
      return emit(word_end(text_, at_ + 1, lexicon_), WordKind::plain);
    }
    std::size_t end = at_ + c.length;
    for (Character s = character_at(text_, end); s.length > 0 && is_stop(s.value); s = character_at(text_, end)) {
      end += s.length;
    }
    return emit(end, WordKind::stop);
  }
  if (take_apostrophe(c)) {
    return;
  }
  if (c.value == '"' || c.value == 0xFF02) {
    return emit(at_ + c.length, WordKind::quote);
  }
  if (is_opener(c.value)) {
    const bool pair = c.value == 0x2018 && next.value == 0x2019;  // ‘’ stands for a double mark
    return emit(at_ + c.length + (pair ? next.length : 0), WordKind::opener);
  }
  if (is_closer(c.value)) {
    return emit(at_ + c.length, WordKind::closer);
  }
  if (c.value == ',' || c.value == ';' || c.value == ':' || c.value == 0xFF0C || c.value == 0x3001 ||
      c.value == 0xFF1B) {
    return emit(at_ + c.length, WordKind::comma);
  }
  const bool tag = (c.value == '#' && next.kind == CharKind::letter) || (c.value == '@' && is_word(next.kind));
  if (tag && !glued()) {
    std::size_t end = at_ + 1;
    for (Character w = character_at(text_, end); is_word(w.kind) || w.value == '_'; w = character_at(text_, end)) {
      end += w.length;
    }
    return emit(end, WordKind::plain);
  }
  if (c.value == '+' && next.kind == CharKind::digit && !glued()) {  // +44
    return emit(word_end(text_, at_ + 1, lexicon_), WordKind::plain);
  }
  constexpr std::u32string_view runs = U"$-\u2013\u2014\u2015*=_~<>|+^#`\u2500\u2588\\/";
  if (runs.find(c.value) != std::u32string_view::npos) {
    return take_run(c, c.value == '`' ? WordKind::opener : WordKind::plain);
  }
  emit(at_ + c.length, WordKind::plain);
}

}  // namespace

void split_words(std::string_view text, Span block, const Lexicon& lexicon, std::vector<Word>& words) {
  Splitter(text, block, lexicon, words).run();
}

}  // namespace readout::text
