// Whether the stop behind a word belongs to it, and what stands behind that: the two witnesses of a sentence's end.
#pragma once

#include <optional>
#include <string_view>

#include "readout/span.hpp"
#include "text/lexicon.hpp"

namespace readout::text {

// Is text[word] with the stop behind it an abbreviation, and may a sentence end there?
[[nodiscard]] std::optional<AbbreviationEnds> abbreviation_at(std::string_view text, Span word, bool first_in_block,
                                                              const Lexicon& lexicon);

// "6p.m" → 1: where the number ends and the clock's half begins; 0 when the word is none such.
[[nodiscard]] std::size_t number_before_clock(std::string_view word);

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
