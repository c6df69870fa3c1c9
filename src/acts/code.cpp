// The steps of the acts stage, in order.
#include "acts/code.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "acts/join.hpp"
#include "acts/match.hpp"
#include "acts/proposals.hpp"
#include "acts/quotes.hpp"
#include "acts/sayings.hpp"
#include "acts/settle.hpp"
#include "acts/speakers.hpp"
#include "acts/titles.hpp"
#include "acts/voices.hpp"

namespace readout::acts {

namespace {

// How likely an act's root and type are right: a logistic regression over who tells it, fitted on the development sets
// of docs/measurements.md, where its reliability stands.
float confidence_of(const Tree& tree, const Telling& telling) {
  const bool rule = telling.rule != nullptr;
  const bool asked = telling.chance >= 0;
  const bool verb = tree.upos(telling.trigger) == Upos::verb;
  const bool both = telling.event.symmetric || (!telling.event.actor.empty() && !telling.event.recipient.empty());
  const float chance = std::clamp(telling.chance, 0.01F, 0.98F);
  const float odds = asked ? std::log(chance / (1 - chance)) : 0;
  const float sum = -0.19F + (rule ? 1.42F + 0.30F * odds : 0.35F * odds) + (verb ? 0.06F : 0) + (both ? 0.11F : 0) -
                    (rule && !asked ? 0.31F : 0);
  return 1 / (1 + std::exp(-sum));
}

}  // namespace

void code(Document& document, const Rules& rules, const OpinionModel& opinion) {
  const Tree tree(document, rules);
  const auto quotations = find_quotations(document);
  std::vector<Telling> tellings;
  std::vector<Saying> sayings;
  std::optional<Speakers> speakers;
  {
    const ActorsAt actors(document.actors);
    tellings = match_events(tree, actors);
    consult(tree, actors, opinion, rules.opinion_codes, tellings);
    for (Telling& telling : tellings) {
      settle(tree, actors, telling);
      telling.event.confidence = confidence_of(tree, telling);
    }
    speakers.emplace(tree, actors, quotations);
    sayings = find_sayings(tree, actors, quotations, *speakers);
  }
  const Made made = speakers->take();
  speakers.reset();
  const auto known = static_cast<ActorId>(document.actors.actors.size());
  document.actors.actors.insert(document.actors.actors.end(), made.actors.begin(), made.actors.end());
  Voices voices = hear(tree, std::move(sayings), quotations);
  for (Telling& telling : tellings) {
    telling.event.account = voices.account_at(tree.span(telling.trigger));
  }
  keep_heard(document.actors, known, made.mentions, voices);
  document.acts = {std::move(voices.accounts), join(document, std::move(tellings)), std::move(voices.statements)};
  date_titles(document, document.acts);
}

}  // namespace readout::acts
