// From the bytes of one block to words with their spans, after the conventions of Universal Dependencies English (EWT,
// GUM). Sentences are not known here; what their boundaries need of each word is kept beside its span.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "readout/span.hpp"
#include "text/lexicon.hpp"

namespace readout::text {

enum class WordKind : std::uint8_t {
  plain,         // letters, digits, symbols
  abbreviation,  // ends with a stop that belongs to it
  enumerator,    // "1." or "(a)" at the head of a list line
  stop,          // . ! ? … and runs of them
  opener,        // brackets and quotation marks that open
  closer,        // … and that close
  quote,         // a straight quotation mark
  comma,         // , ; :
};

struct Word {
  Span span;
  WordKind kind = WordKind::plain;
  AbbreviationEnds ends = AbbreviationEnds::starter;  // of abbreviations
  bool spaced = false;                                // a blank stands before it
};

// Appends the words of text[block] to `words`. Linear in the block's size.
void split_words(std::string_view text, Span block, const Lexicon& lexicon, std::vector<Word>& words);

}  // namespace readout::text
