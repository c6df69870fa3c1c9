// Sentences as news and wires write them, made from treebank sentences: without a final stop, in capitals, as
// headlines.
#pragma once

#include "chance.hpp"
#include "syntax/treebank.hpp"

namespace readout::train {

// The sentence, or now and then a rougher version of it.
[[nodiscard]] syntax::GoldSentence roughened(const syntax::GoldSentence& sentence, Chance& chance);

}  // namespace readout::train
