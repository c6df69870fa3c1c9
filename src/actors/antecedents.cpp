// Whom a pronoun points to: all whom it agrees with and who stand before it, described by features and weighed by the
// ranker; nobody, when nobody is likely enough.
#include <algorithm>
#include <span>

#include "actors/clauses.hpp"
#include "actors/linker.hpp"

namespace readout::actors {

namespace {

constexpr std::size_t look_back = 120;    // places where actors were seen
constexpr std::uint32_t look_ahead = 40;  // phrases, names
constexpr std::uint32_t sentences_back = 4;

Pronoun pronoun_at(const Scene& scene, TokenId t) {
  if (scene.is_one_of(t, {"he", "him", "his", "himself"})) {
    return Pronoun::man;
  }
  if (scene.is_one_of(t, {"she", "her", "hers", "herself"})) {
    return Pronoun::woman;
  }
  return scene.is_one_of(t, {"it", "its", "itself"}) ? Pronoun::thing : Pronoun::many;
}

bool is_reflexive(const Scene& scene, TokenId t) {
  return scene.word(t).ends_with("self") || scene.word(t).ends_with("selves");
}

}  // namespace

bool Linker::agrees(Pronoun pronoun, ActorId id) const {
  const Draft& draft = book_[id];
  const Shadow* shadow = shadow_of(id);
  const bool person = draft.actor.kind == ActorKind::person && !draft.plural;
  switch (pronoun) {
    case Pronoun::man:
      return (person || (shadow != nullptr && shadow->unsure)) && draft.gender != 'f';
    case Pronoun::woman:
      return (person || (shadow != nullptr && shadow->unsure)) && draft.gender != 'm';
    case Pronoun::thing:
      if (shadow != nullptr) {
        return !shadow->plural && shadow->sort != Sort::person && shadow->sort != Sort::people;
      }
      return !person && draft.actor.kind != ActorKind::group && draft.actor.kind != ActorKind::place;
    case Pronoun::many:
      if (shadow != nullptr) {
        return shadow->plural || shadow->sort == Sort::body;
      }
      return draft.actor.kind != ActorKind::place &&
             (draft.plural || draft.actor.kind == ActorKind::group || draft.actor.kind == ActorKind::organization);
  }
  return false;
}

// "He told Biden": the pronoun is nobody whom its own clause names after it.
bool Linker::named_below(std::uint32_t index, ActorId actor) const {
  const TokenId t = phrases_.all[index].whole.first;
  const TokenId verb = scene_.syntax.head[t];
  if (verb == no_token) {
    return false;
  }
  const TokenId end = scene_.sentence_end(t);
  for (std::uint32_t i = index + 1; i < phrases_.all.size() && i - index < 12; ++i) {
    const Phrase& phrase = phrases_.all[i];
    if (phrase.whole.first >= end) {
      break;
    }
    ActorId named = name_of_[i];
    if (phrase.kind == PhraseKind::country) {
      const auto& draft = book_[actor];
      const Hit& hit = phrases_.hits.hits[phrase.countries.front()];
      const bool noun =
          form_of({hit.first, hit.last}) == MentionForm::name && hit.can_be(use_state | use_capital | use_seat);
      named = noun && draft.actor.kind == ActorKind::state &&
                      country_of(phrases_.hits.hits[phrase.countries.front()]) == draft.actor.code
                  ? actor
                  : no_actor;
    } else if (named == no_actor && phrase.kind == PhraseKind::person) {
      named = surname_in_report(fold(scene_.text(phrase.name.first, phrase.name.last)), phrase.whole.first);
    }
    if (named != actor) {
      continue;
    }
    TokenId up = scene_.head_of(phrase.whole.first, phrase.whole.last);
    for (int step = 0; step < 12 && up != no_token; ++step) {
      if (up == verb) {
        return true;
      }
      up = scene_.syntax.head[up];
    }
  }
  return false;
}

// "Biden met him": nobody is both arguments of one verb.
bool Linker::is_argument_beside(TokenId t, ActorId actor) const {
  const TokenId verb = scene_.syntax.head[t];
  if (verb == no_token) {
    return false;
  }
  for (std::size_t i = mentions_.size(); i > 0 && mentions_.size() - i < 40; --i) {
    const Mention& m = mentions_[i - 1];
    if (m.actor == actor && m.form != MentionForm::adjective &&
        (scene_.syntax.head[m.head] == verb || scene_.verb_of_subject(m.head) == verb)) {
      return true;
    }
  }
  return false;
}

// --- candidates

void Linker::add_candidates(Choice& choice, std::uint32_t index) {
  const TokenId t = choice.pronoun;
  const std::uint32_t sentence = scene_.sentence_of[t];
  const bool argument = !is_possessive_pronoun(scene_, t) && !is_reflexive(scene_, t);
  const ActorId speaker = speaker_around(t);
  for (std::size_t i = seen_.size(); i > 0 && seen_.size() - i < look_back; --i) {
    const Seen& seen = seen_[i - 1];
    const Mention& m = mentions_[seen.mention];
    if (seen.sentence > sentence || m.last > t) {
      continue;
    }
    if (sentence - seen.sentence > sentences_back) {
      break;
    }
    auto known = std::ranges::find(choice.candidates, seen.actor, &Choice::Candidate::actor);
    if (known != choice.candidates.end()) {
      known->span = choice.behind == seen.actor ? known->span : m.span.begin > known->span.begin ? m.span : known->span;
      continue;
    }
    const bool barred = seen.actor == speaker || !agrees(choice.kind, seen.actor) ||
                        (argument && is_argument_beside(t, seen.actor)) || (argument && named_below(index, seen.actor));
    if (!barred) {
      choice.candidates.push_back({seen.actor, m.span, {}, 0});
    }
  }
}

// "In his speech, Biden said": the subject behind, of the clause that the pronoun's phrase opens.
void Linker::add_subject_behind(Choice& choice, std::uint32_t index) {
  const TokenId t = choice.pronoun;
  TokenId verb = clause_of(scene_, t);
  TokenId subject = no_token;
  for (int up = 0; up < 3 && subject == no_token; ++up) {
    for (const TokenId child : some_children(scene_, verb)) {
      subject = is_subject(scene_.syntax.relation[child]) && child > t && verb > t ? child : subject;
    }
    const TokenId head = scene_.syntax.head[verb];
    if (head == no_token || scene_.syntax.relation[verb] != Relation::advcl) {
      break;
    }
    verb = clause_of(scene_, head);
  }
  if (subject == no_token || scene_.quote_of[subject] != scene_.quote_of[t]) {
    return;
  }
  const std::size_t before = mentions_.size();
  for (std::uint32_t i = index + 1;
       i < phrases_.all.size() && i - index < look_ahead && phrases_.all[i].whole.first <= subject; ++i) {
    const Phrase& phrase = phrases_.all[i];
    if (subject < phrase.whole.last && phrase.kind != PhraseKind::pronoun && phrase.whole.first > t) {
      link(i);
      break;
    }
  }
  const auto& names = scene_.syntax.names;
  for (std::size_t i = next_name_; i < names.size() && i - next_name_ < look_ahead && names[i].first <= subject; ++i) {
    if (subject < names[i].last && names[i].first > t) {
      observe_name(names[i]);
    }
  }
  for (std::size_t i = before; i < mentions_.size(); ++i) {
    const Mention& m = mentions_[i];
    if (m.head == subject && m.form != MentionForm::adjective && agrees(choice.kind, m.actor)) {
      choice.behind = m.actor;
      choice.candidates.push_back({m.actor, m.span, {}, 0});
      return;
    }
  }
}

// "the US and other countries … their": words joined by "and" are one group.
void Linker::add_coordinations(Choice& choice) {
  const std::uint32_t sentence = scene_.sentence_of[choice.pronoun];
  for (std::size_t i = mentions_.size(); i > 0 && mentions_.size() - i < 24; --i) {
    const Mention& first = mentions_[i - 1];
    if (sentence - scene_.sentence_of[first.first] > 1 || first.last > choice.pronoun) {
      continue;
    }
    std::vector<ActorId> members{first.actor};
    TokenId last = first.last;
    for (const TokenId child : some_children(scene_, first.head)) {
      if (scene_.syntax.relation[child] != Relation::conj) {
        continue;
      }
      const auto recent = std::span(mentions_).subspan(mentions_.size() - std::min<std::size_t>(mentions_.size(), 40));
      const auto joined = std::ranges::find_if(recent, [&](const Mention& m) {
        return m.head == child && m.form != MentionForm::adjective && m.last <= choice.pronoun;
      });
      if (joined == recent.end() || shadow_of(joined->actor) != nullptr) {
        members.clear();
        break;
      }
      members.push_back(joined->actor);
      last = std::max(last, joined->last);
    }
    const bool fits =
        members.size() > 1 && first.form != MentionForm::adjective && shadow_of(first.actor) == nullptr &&
        std::ranges::none_of(members, [&](ActorId id) { return book_[id].actor.kind == ActorKind::place; });
    if (!fits) {
      continue;
    }
    const Span span = scene_.span(first.first, last);
    const ActorId group = together(std::move(members));
    if (group != no_actor &&
        std::ranges::find(choice.candidates, group, &Choice::Candidate::actor) == choice.candidates.end() &&
        !is_argument_beside(choice.pronoun, first.actor)) {
      choice.candidates.push_back({group, span, {}, 0});
    }
  }
}

Choice Linker::choice_for(std::uint32_t index) {
  Choice choice;
  choice.pronoun = phrases_.all[index].whole.first;
  choice.kind = pronoun_at(scene_, choice.pronoun);
  const bool argument = !is_possessive_pronoun(scene_, choice.pronoun);
  if (!argument || clause_of(scene_, choice.pronoun) != scene_.syntax.head[choice.pronoun] ||
      scene_.syntax.relation[scene_.syntax.head[choice.pronoun]] == Relation::advcl) {
    add_subject_behind(choice, index);
  }
  add_candidates(choice, index);
  if (choice.kind == Pronoun::many) {
    add_coordinations(choice);
  }
  describe_candidates(choice);
  std::vector<Features> features;
  for (const Choice::Candidate& one : choice.candidates) {
    features.push_back(one.features);
  }
  const auto likelihoods = knowledge_.ranker.likelihoods(choice.kind, features);
  for (std::size_t i = 0; i < likelihoods.size(); ++i) {
    choice.candidates[i].likelihood = likelihoods[i];
  }
  return choice;
}

ActorId Linker::antecedent(std::uint32_t index) {
  const Choice choice = choice_for(index);
  if (choices_ != nullptr) {
    choices_->push_back(choice);
  }
  const auto best = std::ranges::max_element(choice.candidates, {}, &Choice::Candidate::likelihood);
  if (best == choice.candidates.end() || best->likelihood < knowledge_.ranker.least(choice.kind)) {
    return no_actor;
  }
  Draft& draft = book_[best->actor];
  if (const auto shadow = shadows_.find(best->actor); shadow != shadows_.end() && shadow->second.unsure) {
    shadow->second.unsure = false;
    if (choice.kind == Pronoun::man || choice.kind == Pronoun::woman) {
      shadow->second.sort = Sort::person;
      draft.actor.kind = ActorKind::person;
      know_person(best->actor, shadow->second.lemma);
    }
  }
  if (draft.gender == 0 && (choice.kind == Pronoun::man || choice.kind == Pronoun::woman)) {
    draft.gender = choice.kind == Pronoun::man ? 'm' : 'f';
  }
  return best->actor;
}

}  // namespace readout::actors
