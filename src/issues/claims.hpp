// What is asserted of somebody or of an act, beside what was done: offices, counts, durations, causes, membership,
// rank.
#pragma once

#include <vector>

#include "issues/knowledge.hpp"
#include "issues/sayings.hpp"
#include "issues/tree.hpp"

namespace readout::issues {

// In text order of the first words of evidence.
[[nodiscard]] std::vector<Claim> find_claims(const Tree& tree, const Sayings& sayings, const Knowledge& known);

}  // namespace readout::issues
