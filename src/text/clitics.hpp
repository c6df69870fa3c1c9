// Where one written word holds several syntactic words: don't → do + n't, Beijing’s → Beijing + ’s, 5bn → 5 + bn.
#pragma once

#include <string_view>
#include <vector>

#include "text/lexicon.hpp"

namespace readout::text {

// Fills `cuts` with the offsets inside `word` at which it is to be split, ascending.
void find_cuts(std::string_view word, const Lexicon& lexicon, std::vector<std::size_t>& cuts);

// The length of the clitic at the start of `text`, apostrophe included ('s ’ll 'd …), when a word ends behind it; else
// 0.
[[nodiscard]] std::size_t clitic_length(std::string_view text);

}  // namespace readout::text
