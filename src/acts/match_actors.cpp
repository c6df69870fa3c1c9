// The actors named at a token: looked up by the head or the edges of their mentions.
#include <algorithm>
#include <numeric>

#include "acts/match.hpp"

namespace readout::acts {

ActorsAt::ActorsAt(const Actors& actors) : actors_(actors), by_head_(actors.mentions.size()) {
  std::iota(by_head_.begin(), by_head_.end(), 0U);
  std::sort(by_head_.begin(), by_head_.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Mention& x = actors.mentions[a];
    const Mention& y = actors.mentions[b];
    return x.head != y.head ? x.head < y.head : x.span.size() != y.span.size() ? x.span.size() > y.span.size() : a < b;
  });
  for (std::uint32_t i = 0; i < actors.mentions.size(); ++i) {
    if (actors.mentions[i].actor != no_actor && actors.mentions[i].form != MentionForm::adjective) {
      by_last_.push_back(i);
    }
  }
  std::sort(by_last_.begin(), by_last_.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Mention& x = actors.mentions[a];
    const Mention& y = actors.mentions[b];
    return x.last != y.last ? x.last < y.last : x.span.size() != y.span.size() ? x.span.size() > y.span.size() : a < b;
  });
}

ActorId ActorsAt::ending_at(TokenId token) const {
  const auto at = std::lower_bound(by_last_.begin(), by_last_.end(), token, [&](std::uint32_t mention, TokenId wanted) {
    return actors_.mentions[mention].last < wanted;
  });
  return at != by_last_.end() && actors_.mentions[*at].last == token ? actors_.mentions[*at].actor : no_actor;
}

ActorId ActorsAt::starting_at(TokenId token) const {
  // Mentions stand in text order, the wider of two that begin together first or not: look at all that begin here.
  const auto before = [](const Mention& mention, TokenId wanted) { return mention.first < wanted; };
  ActorId found = no_actor;
  TokenId last = 0;
  for (auto at = std::lower_bound(actors_.mentions.begin(), actors_.mentions.end(), token, before);
       at != actors_.mentions.end() && at->first == token; ++at) {
    if (at->actor != no_actor && at->form != MentionForm::adjective && at->last > last) {
      found = at->actor;
      last = at->last;
    }
  }
  return found;
}

std::vector<ActorId> ActorsAt::find(TokenId token, bool adjectives) const {
  std::vector<ActorId> out;
  auto at = std::lower_bound(by_head_.begin(), by_head_.end(), token, [&](std::uint32_t mention, TokenId wanted) {
    return actors_.mentions[mention].head < wanted;
  });
  std::uint32_t width = 0;
  for (; at != by_head_.end() && actors_.mentions[*at].head == token; ++at) {
    const Mention& mention = actors_.mentions[*at];
    if (mention.actor == no_actor || mention.span.size() < width ||
        (mention.form == MentionForm::adjective && !adjectives)) {
      continue;
    }
    width = mention.span.size();
    if (std::find(out.begin(), out.end(), mention.actor) == out.end()) {
      out.push_back(mention.actor);
    }
  }
  return out;
}

}  // namespace readout::acts
