// When, how long, which in order, and where: what stands around a telling's words.
#pragma once

#include "acts/match.hpp"

namespace readout::acts {

// Fills status, when, duration, ordinal and place of one telling.
void settle(const Tree& tree, const ActorsAt& actors, Telling& telling);

// The time of an act at `token`, from the time expressions that hang on it or on the verbs that it continues; with
// bounds from the report's date and the status when none does. Times within `words_said` are no times of the saying.
[[nodiscard]] When when_of(const Tree& tree, TokenId token, ActStatus status, const std::vector<Span>& words_said = {});

}  // namespace readout::acts
