// The columns that both CoNLL-U writers fill from the syntax of a token.
#pragma once

#include <string>
#include <string_view>

#include "readout/syntax.hpp"

namespace readout::outputs {

// "Number=Sing", "_".
[[nodiscard]] std::string_view features_of(const Syntax& syntax, TokenId token);

// "B-PER", "I-PER", … of a token in a name; empty elsewhere. The kinds are PER, ORG, LOC, EVT.
[[nodiscard]] std::string name_tag_of(const Syntax& syntax, TokenId token);

}  // namespace readout::outputs
