// The steps of the acts stage, in order.
#include "acts/code.hpp"

#include <utility>

#include "acts/join.hpp"
#include "acts/match.hpp"
#include "acts/proposals.hpp"
#include "acts/quotes.hpp"
#include "acts/sayings.hpp"
#include "acts/settle.hpp"
#include "acts/voices.hpp"

namespace readout::acts {

namespace {

// Not yet calibrated (docs/measurements.md): a verb with both sides named is surer than a noun with one.
float confidence_of(const Tree& tree, const Telling& telling) {
  float confidence = tree.upos(telling.trigger) == Upos::verb ? 0.8F : 0.7F;
  if (telling.event.symmetric || (!telling.event.actor.empty() && !telling.event.recipient.empty())) {
    confidence += 0.1F;
  }
  return confidence;
}

}  // namespace

Acts code(const Document& document, const Rules& rules, const OpinionModel& opinion) {
  const Tree tree(document, rules);
  const ActorsAt actors(document.actors);
  const auto quotations = find_quotations(document);
  Voices voices = hear(tree, find_sayings(tree, actors, quotations), quotations);
  auto tellings = match_events(tree, actors);
  consult(tree, actors, opinion, rules.opinion_codes, tellings);
  for (Telling& telling : tellings) {
    settle(tree, actors, telling);
    telling.event.account = voices.account_at(tree.span(telling.trigger));
    telling.event.confidence = confidence_of(tree, telling);
  }
  return {std::move(voices.accounts), join(document, std::move(tellings)), std::move(voices.statements)};
}

}  // namespace readout::acts
