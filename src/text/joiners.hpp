// Which signs stand inside a word.
#pragma once

#include <string_view>

#include "text/lexicon.hpp"

namespace readout::text {

// The end of the word that begins at `at` with a letter or digit: over hyphens only where UD keeps them (anti-war,
// 555-1234), over stops inside (U.S, 1.5, example.com), over apostrophes between letters. The stop behind it is not
// included.
[[nodiscard]] std::size_t word_end(std::string_view text, std::size_t at, const Lexicon& lexicon);

// 'em, 'til, ’tis: the end of a word that begins with an apostrophe; `at` when the mark is a quotation mark.
[[nodiscard]] std::size_t elision_end(std::string_view text, std::size_t at, const Lexicon& lexicon);

}  // namespace readout::text
