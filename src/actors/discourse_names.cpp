// Names that no phrase has taken: the tagger's, and proper nouns that it missed. One name is one actor; a first name,
// an abbreviation and a state's name inside a larger one find theirs.
#include <algorithm>

#include "actors/linker.hpp"

namespace readout::actors {

namespace {

constexpr std::size_t abbreviated_back = 400;  // mentions

Sort sort_of(NameKind kind) {
  switch (kind) {
    case NameKind::person:
      return Sort::person;
    case NameKind::organization:
      return Sort::body;
    case NameKind::place:
      return Sort::place;
    case NameKind::event:
      return Sort::thing;
  }
  return Sort::thing;
}

}  // namespace

// "Gloria" is Gloria Sam when the report knows one Gloria; a whole name is itself.
ActorId Linker::bearer_of(const std::string& folded) const {
  const auto found = bearers_.find(folded);
  return found != bearers_.end() && found->second.size() == 1 ? found->second.front() : no_actor;
}

// A name may stand inside a larger one ("Municipality of Livorno"), but not beside a mention that it heads.
bool Linker::is_mentioned(TokenId first, TokenId last) const {
  const TokenId head = scene_.head_of(first, last);
  for (std::size_t i = mentions_.size(); i > 0 && mentions_.size() - i < 30; --i) {
    const Mention& m = mentions_[i - 1];
    const bool covers = m.first < last && m.last > first;
    const ActorKind kind = book_[m.actor].actor.kind;
    const bool part = m.first >= first && m.last <= last && m.last - m.first < last - first &&
                      (kind == ActorKind::state || kind == ActorKind::place);
    if (part) {
      continue;  // "Environment [Canada]"
    }
    if (covers && (m.head == head || (m.first >= first && m.last <= last) || kind == ActorKind::person)) {
      return true;
    }
  }
  return false;
}

// "Taipei, [Taiwan]": a state that a larger name has swallowed.
ActorId Linker::state_named(const Stretch& words) {
  const Hit* hit = phrases_.hits.beginning_at(words.first);
  const bool whole = hit != nullptr && hit->last == words.last && hit->can_be(use_state) && !hit->can_be(use_doubtful);
  const EntryId entry = whole ? state_of(*hit) : no_entry;
  return entry == no_entry ? no_actor : book_.of_entry(entry);
}

// "LA" after Los Angeles, "WHO" after the World Health Organization.
ActorId Linker::abbreviated(const Stretch& words) const {
  std::string letters;
  for (const char c : scene_.text(words.first, words.last)) {
    if (c >= 'A' && c <= 'Z') {
      letters += c;
    } else if (c != '.') {
      return no_actor;
    }
  }
  ActorId found = no_actor;
  const std::size_t from = mentions_.size() - std::min(mentions_.size(), abbreviated_back);
  for (std::size_t i = from; i < mentions_.size() && letters.size() > 1; ++i) {
    const Mention& m = mentions_[i];
    std::string initials;
    for (TokenId t = m.first; t < m.last; ++t) {
      initials += scene_.is_capitalised(t) && !scene_.is_possessive(t) ? scene_.word(t).substr(0, 1) : "";
    }
    const bool fits = m.form == MentionForm::name && m.last - m.first > 1 && initials == letters &&
                      book_[m.actor].actor.kind != ActorKind::person;
    if (fits && found != no_actor && found != m.actor) {
      return no_actor;
    }
    found = fits ? m.actor : found;
  }
  return found;
}

void Linker::observe_name(const readout::Name& name) {
  const TokenId head = scene_.head_of(name.first, name.last);
  if (is_mentioned(name.first, name.last) || scene_.casing_at(name.first) == Casing::caps) {
    return;
  }
  Stretch words{name.first, name.last};
  if (const ActorId state = state_named(words); state != no_actor) {
    note(words, state, scene_.is_modifier(head) ? MentionForm::adjective : MentionForm::name);
    return;
  }
  if (words.size() > 1 && scene_.is_possessive(words.last - 1)) {
    --words.last;
  }
  const std::string folded = fold(scene_.text(words.first, words.last));
  const Sort sort = sort_of(name.kind);
  ActorId id = no_actor;
  if (const auto known = shadow_names_.find(folded); known != shadow_names_.end()) {
    id = known->second;
  } else if (sort == Sort::person && words.size() == 1) {
    id = bearer_of(folded);
  } else if (sort == Sort::person) {
    const ActorId same = bearer_of(fold(scene_.word(words.last - 1)));
    const bool grows = same != no_actor && fold(book_[same].actor.name).find(' ') == std::string::npos;
    id = grows ? same : no_actor;
  }
  id = id == no_actor && words.size() == 1 ? abbreviated(words) : id;
  if (id == no_actor) {
    Shadow shadow;
    shadow.sort = sort;
    shadow.named = true;
    shadow.lemma = folded;
    const char gender = sort == Sort::person ? knowledge_.lexis.gender_of(fold(scene_.word(words.first))) : '\0';
    id = add_shadow(std::move(shadow), std::string(scene_.text(words.first, words.last)), gender);
  }
  shadow_names_.try_emplace(folded, id);
  if (sort == Sort::person) {
    know_person(id, folded);
  }
  note(words, id, scene_.is_modifier(head) ? MentionForm::adjective : MentionForm::name);
}

// A proper noun that the tagger did not take for a name: somebody whom the report knows, somebody by the first name, or
// something that only "he" will tell to be a person.
void Linker::observe_proper_noun(TokenId t) {
  TokenId last = t + 1;
  while (last < scene_.sentence_end(t) && scene_.syntax.upos[last] == Upos::propn && !taken_[last] &&
         (scene_.syntax.relation[last] == Relation::flat || scene_.syntax.relation[last] == Relation::compound)) {
    ++last;
  }
  const Stretch words{t, last};
  if (scene_.casing_at(t) != Casing::normal || !scene_.is_capitalised(t) || is_mentioned(t, last) ||
      phrases_.hits.at[t] != no_hit) {
    return;
  }
  const std::string folded = fold(scene_.text(words.first, words.last));
  ActorId id = no_actor;
  if (const auto known = shadow_names_.find(folded); known != shadow_names_.end()) {
    id = known->second;
  } else if (words.size() == 1) {
    id = bearer_of(folded);
  }
  if (id == no_actor) {
    Shadow shadow;
    shadow.named = true;
    shadow.lemma = folded;
    const char gender = knowledge_.lexis.gender_of(fold(scene_.word(t)));
    shadow.sort = gender == 0 ? Sort::thing : Sort::person;
    shadow.unsure = gender == 0;
    id = add_shadow(std::move(shadow), std::string(scene_.text(words.first, words.last)), gender);
  }
  shadow_names_.try_emplace(folded, id);
  observed_ = last - 1;
  note(words, id, MentionForm::name);
}

}  // namespace readout::actors
