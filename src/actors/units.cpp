// Organizations, institutions and outlets. A name that many countries share ("Ministry of Foreign Affairs") takes its
// country from the words around it; without any it stays without a country.
#include <algorithm>

#include "actors/linker.hpp"

namespace readout::actors {

void Linker::note_acronym(const Phrase& phrase, ActorId actor) {
  if (actor != no_actor && !phrase.acronym.empty()) {
    acronyms_[std::string(scene_.text(phrase.acronym.first, phrase.acronym.last))] = actor;
  }
}

// A body that only its kind names: "the Danish foreign ministry". The tables' own body of that kind, when they have
// one.
ActorId Linker::institution(EntryId role, const std::string& country, Stretch words, Naming naming) {
  const auto own_kind = knowledge_.text(knowledge_.entries[role].id);
  const auto kind = own_kind == "administration" && !country.empty() ? std::string_view("government") : own_kind;
  bool fresh = false;
  const std::string own_name = naming == Naming::own_name ? fold(scene_.text(words.first, words.last)) : std::string{};
  const ActorId id =
      book_.of_key("institution:" + country + ":" + (own_name.empty() ? std::string(kind) : own_name), fresh);
  if (fresh) {
    Draft& draft = book_[id];
    draft.role = role;
    Actor& actor = draft.actor;
    actor.kind = ActorKind::institution;
    actor.name = std::string(scene_.text(words.first, words.last));
    if (naming == Naming::noun && !country.empty()) {
      const EntryId state = knowledge_.find(EntryKind::state, country);
      const auto adjective = state == no_entry ? std::string_view{} : knowledge_.value(state, Attribute::adjective, {});
      actor.name = adjective.empty() ? actor.name : std::string(adjective) + " " + actor.name;
    }
    actor.country = country;
    const auto sector = knowledge_.value(role, Attribute::sector, {});
    actor.sector = sector.empty() ? "GOV" : sector;
    actor.code = code_of(actor.country, actor.sector);
    draft.plural = may_be_they(actor.sector);
  }
  return id;
}

// Public bodies take their country from what surrounds them; a church or a firm does not.
bool Linker::contextual(EntryId role) const {
  const auto sector = knowledge_.value(role, Attribute::sector, {});
  return sector != "REL" && sector != "BUS" && sector != "EDU" && sector != "IGO" && sector != "NGO" &&
         sector != "HLH" && sector != "MED";
}

ActorId Linker::unit_actor(const Phrase& phrase, std::uint32_t index, const std::vector<std::string>& countries) {
  const Hit& hit = phrases_.hits.hits[index];
  const std::string context = countries.empty() ? context_country(hit.first) : countries.front();
  EntryId first = no_entry;
  EntryId near = no_entry;
  EntryId generic = no_entry;
  int candidates = 0;
  for (std::uint32_t r = hit.first_reading; r < hit.last_reading; ++r) {
    const Reading& reading = phrases_.hits.readings[r];
    const EntryId entry = knowledge_.facts[reading.fact].entry;
    if ((reading.use & use_institution) != 0) {
      generic = entry;
    }
    if ((reading.use & (use_unit | use_unit_adjective)) == 0 || entry == first) {
      continue;
    }
    first = first == no_entry ? entry : first;
    near = near == no_entry && !context.empty() && knowledge_.value(entry, Attribute::country, scene_.day) == context
               ? entry
               : near;
    ++candidates;
  }
  if (near != no_entry) {
    return book_.of_entry(near);
  }
  if (generic != no_entry && (candidates != 1 || !context.empty())) {
    return institution(generic, context, {phrase.whole.first, hit.last},
                       countries.empty() ? Naming::noun : Naming::with_country);
  }
  const bool shared_institution = candidates > 1 && knowledge_.entries[first].kind == EntryKind::institution;
  if (first != no_entry && !shared_institution) {
    return book_.of_entry(first);
  }
  if (first == no_entry) {
    return no_actor;
  }
  // Several countries have it and nothing tells which.
  bool fresh = false;
  const ActorId id = book_.of_key("shared:" + context + fold(scene_.text(hit.first, hit.last)), fresh);
  if (fresh) {
    Draft& draft = book_[id];
    draft.actor.kind = ActorKind::institution;
    draft.actor.name = std::string(scene_.text(hit.first, hit.last));
    draft.actor.country = countries.empty() ? std::string{} : countries.front();
    draft.actor.sector = knowledge_.value(first, Attribute::sector, scene_.day);
    draft.actor.sector = draft.actor.sector.empty() ? "GOV" : draft.actor.sector;
    draft.actor.code = code_of(draft.actor.country, draft.actor.sector);
  }
  return id;
}

ActorId Linker::link_unit(const Phrase& phrase) {
  std::vector<std::string> countries;
  for (const std::uint32_t index : phrase.countries) {
    countries.push_back(country_of(phrases_.hits.hits[index]));
  }
  if (phrase.complement != no_phrase && phrases_.all[phrase.complement].kind == PhraseKind::country) {
    countries.push_back(country_of(phrases_.hits.hits[phrases_.all[phrase.complement].countries.front()]));
  }
  if (phrase.owner != no_phrase && actor_of_[phrase.owner] != no_actor) {
    countries.push_back(book_[actor_of_[phrase.owner]].actor.country);
  }
  std::erase(countries, std::string{});
  const ActorId id = unit_actor(phrase, phrase.unit, countries);
  const Hit& hit = phrases_.hits.hits[phrase.unit];
  const bool adjective = scene_.is_modifier(hit.last - 1) || !hit.can_be(use_unit | use_institution);
  mention(phrase.whole, id, adjective ? MentionForm::adjective : MentionForm::name);
  mention_countries(phrase);
  note_acronym(phrase, id);
  if (phrase.complement != no_phrase) {
    link(phrase.complement);
  }
  return id;
}

}  // namespace readout::actors
