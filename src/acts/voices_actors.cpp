// Sayings that were merged or dropped leave actors behind that nobody needs.
#include <algorithm>
#include <vector>

#include "acts/voices.hpp"

namespace readout::acts {

namespace {

void index_mentions(Actors& actors) {
  std::fill(actors.mention_at.begin(), actors.mention_at.end(), no_mention);
  for (std::uint32_t i = 0; i < actors.mentions.size(); ++i) {
    const Mention& one = actors.mentions[i];
    if (one.head >= actors.mention_at.size()) {
      continue;
    }
    std::uint32_t& at = actors.mention_at[one.head];
    if (at == no_mention || actors.mentions[at].span.size() < one.span.size()) {
      at = i;
    }
  }
}

}  // namespace

void keep_heard(Actors& actors, ActorId known, const std::vector<Mention>& mentions, Voices& voices) {
  std::vector<ActorId> ids(actors.actors.size(), no_actor);
  for (ActorId id = 0; id < known; ++id) {
    ids[id] = id;
  }
  const auto heard = [&](ActorId id) {
    if (id != no_actor) {
      ids[id] = id;
    }
  };
  for (const Account& account : voices.accounts) {
    heard(account.source), heard(account.addressee), heard(account.on_behalf_of);
  }
  for (const Statement& statement : voices.statements) {
    heard(statement.speaker), heard(statement.addressee);
  }
  ActorId next = known;
  for (ActorId id = known; id < ids.size(); ++id) {
    if (ids[id] != no_actor) {
      ids[id] = next;
      if (next != id) {
        actors.actors[next] = std::move(actors.actors[id]);
      }
      ++next;
    }
  }
  actors.actors.resize(next);
  const auto renumber = [&](ActorId& id) { id = id == no_actor ? no_actor : ids[id]; };
  for (Account& account : voices.accounts) {
    renumber(account.source), renumber(account.addressee), renumber(account.on_behalf_of);
  }
  for (Statement& statement : voices.statements) {
    renumber(statement.speaker), renumber(statement.addressee);
  }
  for (Mention mention : mentions) {
    renumber(mention.actor);
    if (mention.actor != no_actor) {
      actors.mentions.push_back(mention);
    }
  }
  std::stable_sort(actors.mentions.begin(), actors.mentions.end(), [](const Mention& a, const Mention& b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  });
  index_mentions(actors);
}

}  // namespace readout::acts
