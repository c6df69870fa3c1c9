// The acts stage: from syntax, actors and times to events, statements and accounts.
#pragma once

#include "acts/opinion.hpp"
#include "acts/rules.hpp"
#include "readout/document.hpp"

namespace readout::acts {

// Reads every column of `document` but `acts`. Total and deterministic.
[[nodiscard]] Acts code(const Document& document, const Rules& rules, const OpinionModel& opinion);

}  // namespace readout::acts
