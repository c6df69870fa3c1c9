// Titles tell what the lead dates: "Rouhani tells powers to leave" above "Rouhani said on Sunday that …".
#pragma once

#include "readout/document.hpp"

namespace readout::acts {

// Events that only the title tells, without a time of their own, take the day of the lead's act or statement by the
// same actor. Changes nothing but `when`.
void date_titles(const Document& document, Acts& acts);

}  // namespace readout::acts
