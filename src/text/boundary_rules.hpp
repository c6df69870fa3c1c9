// Where sentences begin by rule: what is certain, what the learned finder takes as a witness, and all there is without
// a model.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "text/lexicon.hpp"
#include "text/words.hpp"

namespace readout::text {

// Appends the index of every word of a block, but the first, that begins a sentence.
void find_rule_begins(std::string_view text, std::span<const Word> words, const Lexicon& lexicon,
                      std::vector<std::size_t>& begins);

}  // namespace readout::text
