// Which signs stand inside a word, and whether the stop behind one belongs to it.
#pragma once

#include <optional>
#include <string_view>

#include "readout/span.hpp"
#include "text/lexicon.hpp"

namespace readout::text {

// The end of the word that begins at `at` with a letter or digit: over hyphens only where UD keeps them (anti-war,
// 555-1234), over stops inside (U.S, 1.5, example.com), over apostrophes between letters. The stop behind it is not
// included.
[[nodiscard]] std::size_t word_end(std::string_view text, std::size_t at, const Lexicon& lexicon);

// Is text[word] with the stop behind it an abbreviation, and may a sentence end there?
[[nodiscard]] std::optional<AbbreviationEnds> abbreviation_at(std::string_view text, Span word, bool first_in_block,
                                                              const Lexicon& lexicon);

// "6p.m" → 1: where the number ends and the clock's half begins; 0 when the word is none such.
[[nodiscard]] std::size_t number_before_clock(std::string_view word);

// 'em, 'til, ’tis: the end of a word that begins with an apostrophe; `at` when the mark is a quotation mark.
[[nodiscard]] std::size_t elision_end(std::string_view text, std::size_t at, const Lexicon& lexicon);

// Is the word at `at` (after blanks, quotation marks and brackets) capitalised, and one that begins a sentence?
struct Following {
  bool capital = false;
  bool number = false;
  bool lower = false;
  bool quoted = false;   // an opening quotation mark stands before it
  bool starter = false;  // a word of starters.tsv
};
[[nodiscard]] Following following(std::string_view text, std::size_t at, const Lexicon& lexicon);

}  // namespace readout::text
