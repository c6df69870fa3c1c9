#include "issues/sayings.hpp"

namespace readout::issues {

std::uint32_t Sayings::around(Span words) const {
  std::uint32_t best = no_act;
  bool best_outlet = false;
  const auto is_outlet = [&](ActorId actor) {
    return actor < document_.actors.actors.size() && document_.actors.actors[actor].kind == ActorKind::outlet;
  };
  std::uint32_t size = UINT32_MAX;
  const auto& statements = document_.acts.statements;
  for (std::uint32_t i = 0; i < statements.size(); ++i) {
    for (const Span part : statements[i].content) {
      // Who passes it on ("Xinhua reported") is not who says it, when somebody else does.
      const bool outlet = is_outlet(statements[i].speaker);
      const bool better = best == no_act || outlet < best_outlet || (outlet == best_outlet && part.size() < size);
      if (part.contains(words) && better && !part.overlaps(statements[i].cue)) {
        best = i;
        best_outlet = outlet;
        size = part.size();
      }
    }
  }
  return best;
}

AccountId Sayings::account_at(Span words) const {
  const auto statement = around(words);
  return statement == no_act ? own_voice : document_.acts.statements[statement].account;
}

ActorId Sayings::speaker_at(Span words) const {
  const auto statement = around(words);
  return statement == no_act ? no_actor : document_.acts.statements[statement].speaker;
}

Span Sayings::content_around(Span words) const {
  const auto statement = around(words);
  if (statement != no_act) {
    for (const Span part : document_.acts.statements[statement].content) {
      if (part.contains(words)) {
        return part;
      }
    }
  }
  return {};
}

}  // namespace readout::issues
