// The words that a cue brings: comes in a cue in its sentence, goes out what is said, without what only frames it.
#pragma once

#include <cstdint>
#include <vector>

#include "acts/quotes.hpp"
#include "acts/tree.hpp"

namespace readout::acts {

// In text order; empty when nothing is said. `quotations` are those that reach into the sentence.
[[nodiscard]] std::vector<Span> content_of(const Tree& tree, const std::vector<Quotation>& quotations, const Rule& rule,
                                           TokenId cue, std::uint32_t sentence);

}  // namespace readout::acts
