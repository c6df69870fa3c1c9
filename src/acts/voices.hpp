// By whose account: from sayings to statements and the tree of accounts that they hang on.
#pragma once

#include <vector>

#include "acts/sayings.hpp"

namespace readout::acts {

struct Voices {
  std::vector<Account> accounts;      // [0] is the report's own voice
  std::vector<Statement> statements;  // in text order of their cues

  struct Region {
    Span span;                      // what is said …
    AccountId account = own_voice;  // … by this account
  };
  std::vector<Region> regions;  // by begin, wider ones first

  // The account in whose words a span stands: the innermost one, the report's own voice when none.
  [[nodiscard]] AccountId account_at(Span span) const;
};

// The actors from `known` on were made for sayings: those that no voice uses leave `actors` again, ids close up, and
// the mentions of what stays come in at their places.
void keep_heard(Actors& actors, ActorId known, const std::vector<Mention>& mentions, Voices& voices);

[[nodiscard]] Voices hear(const Tree& tree, std::vector<Saying> sayings, const std::vector<Quotation>& quotations);

}  // namespace readout::acts
