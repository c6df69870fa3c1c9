// The words that a cue brings: comes in a cue in its sentence, goes out what is said, without what only frames it.
#pragma once

#include <vector>

#include "acts/content_frame.hpp"

namespace readout::acts {

// In text order; empty when nothing is said. `quotations` are those that reach into the sentence.
[[nodiscard]] std::vector<Span> content_of(const Tree& tree, const std::vector<Quotation>& quotations, const Rule& rule,
                                           const Frame& frame);

}  // namespace readout::acts
