// Names from the scores of their tags: the best sequence in which nothing is inside a name that did not begin.
#pragma once

#include <cstdint>
#include <vector>

#include "readout/syntax.hpp"
#include "syntax/model.hpp"

namespace readout::syntax {

// Scores of `words` words, `stride` floats apart; found names are appended, their tokens counted from `first`.
void read_names(const float* scores, std::size_t stride, std::size_t words, TokenId first, std::vector<Name>& names);

}  // namespace readout::syntax
