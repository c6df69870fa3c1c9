// Questions about clauses, as the tree has them: which clause holds a word, whose subject it shares, what hangs above.
#pragma once

#include <span>

#include "actors/scene.hpp"

namespace readout::actors {

// The first dependents of a word, no more than a sentence of people has: text of machines may hang a megabyte on one.
[[nodiscard]] std::span<const TokenId> some_children(const Scene& scene, TokenId t);

[[nodiscard]] bool is_subject(Relation relation);
[[nodiscard]] bool is_possessive_pronoun(const Scene& scene, TokenId t);

// The head of the clause that holds the token.
[[nodiscard]] TokenId clause_of(const Scene& scene, TokenId t);

// The clause whose subject does what this clause tells: "Biden wanted [to call]", "Biden called and [thanked]".
[[nodiscard]] TokenId clause_with_subject(const Scene& scene, TokenId verb);

// The clause whose subject the clause above belongs to: "[Biden made clear] that he …"; no_token at the top.
[[nodiscard]] TokenId clause_above(const Scene& scene, TokenId verb);

// The relation that a word has to its clause: that of the first conjunct.
[[nodiscard]] Relation role_of(const Scene& scene, TokenId t);

}  // namespace readout::actors
