// The steps of the acts stage, in order.
#include "acts/code.hpp"

#include <optional>
#include <utility>

#include "acts/confidence.hpp"
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
      telling.event.opinion = telling.chance;
      telling.event.confidence = sum(reasons_of(telling.event, tree.upos(telling.trigger) == Upos::verb));
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
