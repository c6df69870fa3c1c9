// Cooperation that is only planned is the intent of it: "will meet" is 036, AGREE; "met" is 040, CONSULT.
#pragma once

#include "acts/rules.hpp"

namespace readout::acts {

// The code of what is intended, when `code` tells something that may be; the code itself else.
[[nodiscard]] std::string_view intent_of(const Rules& rules, std::string_view code);

// Recodes an event that is planned; other events stay as they are.
void mark_intent(const Rules& rules, Event& event);

// Writes a code with its PLOVER type, mode, contexts, quad class and Goldstein value into an event.
void set_code(const Rules& rules, std::string_view code, Event& event);

}  // namespace readout::acts
