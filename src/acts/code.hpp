// The acts stage: from syntax, actors and times to events, statements and accounts.
#pragma once

#include "acts/opinion.hpp"
#include "acts/rules.hpp"
#include "readout/document.hpp"

namespace readout::acts {

// Reads every column of `document` and writes `acts`. To `actors` it adds the speakers whom only their words name,
// behind the actors that are there, and where they are mentioned. Total and deterministic.
void code(Document& document, const Rules& rules, const OpinionModel& opinion);

}  // namespace readout::acts
