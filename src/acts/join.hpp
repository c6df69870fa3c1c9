// One event for one act, however often the report tells it.
#pragma once

#include <vector>

#include "acts/match.hpp"

namespace readout::acts {

// Joins tellings of the same act (same kind of act, same parties, times that agree); the one that says most leads.
// Echoes
// ("the call") lend their words, duration and order to the act they mean and are dropped where there is none.
[[nodiscard]] std::vector<Event> join(const Document& document, std::vector<Telling> tellings);

}  // namespace readout::acts
