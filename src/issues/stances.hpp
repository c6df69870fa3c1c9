// Who stands where: the rules of data/issues/*.rules applied to a report.
#pragma once

#include <vector>

#include "issues/knowledge.hpp"
#include "issues/mentions.hpp"
#include "issues/sayings.hpp"
#include "issues/tree.hpp"

namespace readout::issues {

// In text order of the words of attitude.
[[nodiscard]] std::vector<Stance> find_stances(const Tree& tree, const Sayings& sayings, const Found& found,
                                               const Knowledge& known);

}  // namespace readout::issues
