// Whether an act happened, is planned, asked for, conditional, denied: from tense, modals, negation and what governs
// it.
#pragma once

#include "acts/tree.hpp"

namespace readout::acts {

// `headline`: the sentence is a title, whose present tense tells the past ("Biden calls Xi"). `verbal`: an act of
// saying or judging, which is done when it is told in the present ("China rejects …").
[[nodiscard]] ActStatus status_of(const Tree& tree, TokenId trigger, bool headline, bool verbal = false);

// "will meet", "plans to meet", in titles "Merkel to meet Xi": what one says that one will do. What has been decided is
// more than that, a purpose ("to assist …") less.
[[nodiscard]] bool is_announced(const Tree& tree, TokenId verb);

// "will strike if …": a plan of one's own with a condition beside it.
[[nodiscard]] bool hangs_on_a_condition(const Tree& tree, TokenId verb);

// Acts of saying and judging by their CAMEO code: statements, appeals, intentions, praise; demands, disapproval,
// rejection, threats. To support somebody (050) is a state.
[[nodiscard]] bool is_verbal(std::string_view cameo);

}  // namespace readout::acts
