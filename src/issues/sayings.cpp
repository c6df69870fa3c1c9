#include "issues/sayings.hpp"

namespace readout::issues {

std::uint32_t Sayings::around(Span words) const {
  std::uint32_t best = no_act;
  std::uint32_t size = UINT32_MAX;
  const auto& statements = document_.acts.statements;
  for (std::uint32_t i = 0; i < statements.size(); ++i) {
    for (const Span part : statements[i].content) {
      if (part.contains(words) && part.size() < size && !part.overlaps(statements[i].cue)) {
        best = i;
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
