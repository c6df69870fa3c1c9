// The words of a comparison that its text and its page share.
#pragma once

#include <string>

#include "readout/compare.hpp"

namespace readout::outputs {

// "they meet", "they clash", "only USA takes a stand", …
[[nodiscard]] std::string in_words(Alignment alignment, const Comparison& comparison);
// "strongly for", "for", "critical", "against"; empty where nobody stands.
[[nodiscard]] std::string stand_in_words(const ComparedLine& line);

}  // namespace readout::outputs
