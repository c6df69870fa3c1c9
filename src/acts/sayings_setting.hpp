// Where and in what a saying is made, and which words announce it.
#pragma once

#include <string>
#include <utility>

#include "acts/sayings.hpp"

namespace readout::acts {

// The channel whose list (@channel.…) holds this noun; empty when none does.
[[nodiscard]] std::string channel_named(const Tree& tree, TokenId noun);

// "in a statement", "on Twitter", "during the call": the channel of a phrase at the cue, and the phrase's noun.
[[nodiscard]] std::pair<std::string, TokenId> channel_of(const Tree& tree, TokenId cue);

// "In Taipei, Ou said": a place of the frame, not of what is said; empty when there is none.
[[nodiscard]] std::string place_of(const Tree& tree, const ActorsAt& actors, const Saying& saying);

// "said in a statement", "according to", "called on": the cue with its particle and, right behind it, its channel.
[[nodiscard]] Span cue_span(const Tree& tree, const Rule& rule, TokenId cue, std::uint32_t sentence, TokenId place);

}  // namespace readout::acts
