// What made an act, found again in the finished document: which word its rule fired at, which path led to which actor,
// what the second opinion says of the two sides. Nothing of it is kept while reading, where it would cost time.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "acts/match.hpp"
#include "acts/opinion.hpp"

namespace readout::acts {

struct RoleFound {
  std::string_view role;  // the rule's word for it
  std::string path;       // as the rule writes it; empty where no path leads to the actor
  ActorId actor = no_actor;
  TokenId at = no_token;  // carries the words that stand for the actor
  bool whose = false;     // the actor's thing stands at the path's end
};

[[nodiscard]] const Rule* rule_named(const Rules& rules, std::string_view name);

// "object.with", as rule files write it.
[[nodiscard]] std::string path_text(const Path& path);

// The first token of `evidence` at which the rule holds, else the first token there; no_token without evidence.
[[nodiscard]] TokenId trigger_of(const Tree& tree, const ActorsAt& actors, const Rule* rule,
                                 const std::vector<Span>& evidence);

// One entry for each role and actor of the event; `rule` may be null.
[[nodiscard]] std::vector<RoleFound> roles_of(const Tree& tree, const ActorsAt& actors, const Rule* rule,
                                              TokenId trigger, const Event& event);
// The same for a statement.
[[nodiscard]] std::vector<RoleFound> roles_of(const Tree& tree, const ActorsAt& actors, const Rule* rule, TokenId cue,
                                              const Statement& statement);

struct SecondOpinion {
  Opinion opinion;
  TokenId source = no_token;
  TokenId target = no_token;
};

// Of the pairs of places in the trigger's sentence where the event's parties stand, the one that speaks most for its
// type. Nothing without a model, or where no party stands in the sentence.
[[nodiscard]] std::optional<SecondOpinion> second_opinion(const Tree& tree, const ActorsAt& actors,
                                                          const OpinionModel& model, TokenId trigger,
                                                          const Event& event);

}  // namespace readout::acts
