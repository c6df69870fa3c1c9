// The issues stage: what a report is about, who stands where, and what is claimed.
#pragma once

#include "issues/knowledge.hpp"
#include "readout/document.hpp"

namespace readout::issues {

// Total. Reads every column before it.
[[nodiscard]] Issues find(const Document& document, const Knowledge& known);

}  // namespace readout::issues
