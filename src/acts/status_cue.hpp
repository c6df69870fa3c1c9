// Which word speaks for an act's status: the modal, the negation, the governing verb, the tense. Found again for
// `explain`; what the status is, status.cpp alone decides.
#pragma once

#include <string_view>

#include "acts/tree.hpp"

namespace readout::acts {

struct StatusCue {
  TokenId word = no_token;   // no_token: nothing but the act's own word
  std::string_view because;  // what the word is, in words for people
};

[[nodiscard]] StatusCue cue_of_status(const Tree& tree, TokenId trigger, ActStatus status, bool headline);

}  // namespace readout::acts
