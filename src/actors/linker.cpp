// The order of linking, the mentions, and the actors as they leave the stage.
#include "actors/linker.hpp"

#include <algorithm>
#include <utility>

namespace readout::actors {

Linker::Linker(const Scene& scene, Phrases phrases, std::vector<Choice>* choices)
    : scene_(scene),
      knowledge_(scene.knowledge),
      phrases_(std::move(phrases)),
      book_(scene.knowledge, scene.day),
      actor_of_(phrases_.all.size(), no_actor),
      name_of_(phrases_.all.size(), no_actor),
      done_(phrases_.all.size(), false),
      choices_(choices) {
  count_countries();
  find_quotations();
}

void Linker::link_all() {
  for (std::uint32_t i = 0; i < phrases_.all.size(); ++i) {
    observe_until(phrases_.all[i].whole.first);
    link(i);
  }
}

ActorId Linker::link(std::uint32_t index) {
  if (done_[index]) {
    return actor_of_[index];
  }
  done_[index] = true;
  const Phrase& phrase = phrases_.all[index];
  switch (phrase.kind) {
    case PhraseKind::country:
      actor_of_[index] = link_country(phrase);
      break;
    case PhraseKind::unit:
      actor_of_[index] = link_unit(phrase);
      break;
    case PhraseKind::role:
      actor_of_[index] = link_role(phrase);
      break;
    case PhraseKind::person:
      actor_of_[index] = link_person(index);
      break;
    case PhraseKind::pronoun:
      actor_of_[index] = link_pronoun(index);
      break;
    case PhraseKind::definite:
      actor_of_[index] = link_definite(phrase);
      break;
  }
  return actor_of_[index];
}

void Linker::mention(Stretch stretch, ActorId actor, MentionForm form) {
  if (actor == no_actor || stretch.empty()) {
    return;
  }
  Mention m;
  m.span = scene_.span(stretch.first, stretch.last);
  m.first = stretch.first;
  m.last = stretch.last;
  m.head = scene_.head_of(stretch.first, stretch.last);
  m.actor = actor;
  m.form = form;
  mentions_.push_back(m);
  if (form != MentionForm::adjective && book_[actor].actor.kind != ActorKind::place) {
    seen_.push_back({actor, static_cast<std::uint32_t>(mentions_.size() - 1), scene_.sentence_of[m.first],
                     scene_.verb_of_subject(m.head)});
  }
}

// The countries that stand inside a larger phrase tell whose it is: "US" in "US officials".
void Linker::mention_countries(const Phrase& phrase) {
  std::vector<std::uint32_t> named = phrase.asides;
  named.insert(named.end(), phrase.countries.begin(), phrase.countries.end());
  for (const std::uint32_t index : named) {
    const Hit& hit = phrases_.hits.hits[index];
    if (hit.can_be(use_state | use_adjective | use_citizen | use_capital | use_seat)) {
      mention({hit.first, hit.last}, book_.of_country(country_of(hit)), MentionForm::adjective);
    }
  }
}

MentionForm Linker::form_of(const Stretch& stretch) const {
  const bool hyphen_next = stretch.last < scene_.sentence_end(stretch.first) && scene_.is_hyphen(stretch.last);
  return scene_.is_modifier(stretch.last - 1) || hyphen_next ? MentionForm::adjective : MentionForm::name;
}

Actors Linker::finish() {
  std::ranges::stable_sort(mentions_, [](const Mention& a, const Mention& b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  });
  Actors out;
  std::vector<ActorId> renamed(book_.size(), no_actor);
  std::vector<ActorId> order;
  const auto number = [&](ActorId id) {
    if (id != no_actor && renamed[id] == no_actor) {
      renamed[id] = static_cast<ActorId>(order.size());
      order.push_back(id);
    }
  };
  for (const Mention& m : mentions_) {
    number(m.actor);
  }
  for (std::size_t i = 0; i < order.size(); ++i) {  // members that no word names on its own come last
    for (const ActorId member : book_[order[i]].actor.members) {
      number(member);
    }
    number(book_[order[i]].actor.affiliation);
  }
  const auto rename = [&](ActorId& id) { id = id == no_actor ? no_actor : renamed[id]; };
  for (const ActorId id : order) {
    // A role may say more than its sector: "state television" is GOVMED, "Buddhists" are BUD.
    if (const Draft& draft = book_[id]; draft.role != no_entry && draft.entry == no_entry) {
      if (const auto code = knowledge_.value(draft.role, Attribute::code, {}); !code.empty()) {
        book_[id].actor.code = code_of(draft.actor.country, code);
      }
    }
    out.actors.push_back(std::move(book_[id].actor));
    std::ranges::for_each(out.actors.back().members, rename);
    rename(out.actors.back().affiliation);
  }
  out.mention_at.assign(scene_.tokens.size(), no_mention);
  for (Mention& m : mentions_) {
    rename(m.actor);
    std::uint32_t& at = out.mention_at[m.head];
    if (at == no_mention || mentions_[at].last - mentions_[at].first < m.last - m.first) {
      at = static_cast<std::uint32_t>(&m - mentions_.data());
    }
  }
  out.mentions = std::move(mentions_);
  return out;
}

}  // namespace readout::actors
