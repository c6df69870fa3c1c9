// Where the second opinion is asked: it weighs what the rules tell, and proposes acts that no rule foresaw.
#pragma once

#include <vector>

#include "acts/match.hpp"
#include "acts/opinion.hpp"

namespace readout::acts {

// Gives each telling the opinion's chance of its type (Telling::chance), adds tellings that only the opinion has, takes
// out those that it is sure are none. Keeps the order of the text. Linear in the words of sentences with two actors.
void consult(const Tree& tree, const ActorsAt& actors, const OpinionModel& model, const std::vector<OpinionCode>& codes,
             std::vector<Telling>& tellings);

}  // namespace readout::acts
