// Applying the event rules to a report: every telling of an act, before tellings of one act are joined.
#pragma once

#include <vector>

#include "acts/tree.hpp"

namespace readout::acts {

// The actors named at a token, by the head of their mention.
class ActorsAt {
 public:
  explicit ActorsAt(const Actors& actors);
  // Actors of the widest mentions whose head is `token`; with `adjectives`, "Chinese" in "Chinese policy" counts too.
  [[nodiscard]] std::vector<ActorId> find(TokenId token, bool adjectives) const;

  // The actor of the widest mention (adjectives aside) that ends right before `token`, or that begins at it.
  [[nodiscard]] ActorId ending_at(TokenId token) const;
  [[nodiscard]] ActorId starting_at(TokenId token) const;

 private:
  const Actors& actors_;
  std::vector<std::uint32_t> by_head_;  // mentions, by head, then widest first
  std::vector<std::uint32_t> by_last_;  // mentions that name an actor, by the token behind them, then widest first
};

struct Telling {
  Event event;
  const Rule* rule = nullptr;
  TokenId trigger = no_token;
  std::vector<TokenId> words;  // trigger and the words that conditions asked for: the evidence
  std::uint32_t sentence = 0;  // index into Tokens::sentences
  float chance = -1;           // the second opinion's chance of the telling's type; negative where it was not asked
  float none = 0;              // its chance of no act at all
  bool echo = false;           // "the call": tells of an act that is told elsewhere, names nobody itself
  bool nested = false;  // the object of another act, which presupposes it: "rejected Saudi accusations against …"
};

// In text order. Status, time and account are filled later.
[[nodiscard]] std::vector<Telling> match_events(const Tree& tree, const ActorsAt& actors);

// Whether the conditions of a rule hold at a trigger; `words` receives the trigger and what the conditions found.
[[nodiscard]] bool holds(const Tree& tree, const ActorsAt& actors, const Rule& rule, TokenId trigger,
                         std::vector<TokenId>& words);

// The actors at the ends of the paths: of the first path that leads to any, or of all paths together.
[[nodiscard]] std::vector<ActorId> actors_at_end(const Tree& tree, const ActorsAt& actors, TokenId trigger,
                                                 const std::vector<Path>& paths, bool all_paths);

}  // namespace readout::acts
