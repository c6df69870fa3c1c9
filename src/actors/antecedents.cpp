// Whom a pronoun points to: all whom it agrees with and who stand before it, described by features and weighed by the
// ranker; nobody, when nobody is likely enough.
#include <algorithm>
#include <cmath>
#include <span>

#include "actors/linker.hpp"

namespace readout::actors {

namespace {

constexpr std::size_t look_back = 120;  // places where actors were seen
constexpr std::size_t window = 240;     // mentions
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

bool is_possessive_pronoun(const Scene& scene, TokenId t) {
  return scene.syntax.relation[t] == Relation::nmod_poss || scene.is_one_of(t, {"his", "its", "their", "theirs"});
}

bool is_reflexive(const Scene& scene, TokenId t) {
  return scene.word(t).ends_with("self") || scene.word(t).ends_with("selves");
}

bool is_subject(Relation relation) {
  return relation == Relation::nsubj || relation == Relation::nsubj_pass || relation == Relation::nsubj_outer;
}

// The head of the clause that holds the token.
TokenId clause_of(const Scene& scene, TokenId t) {
  for (int up = 0; up < 12; ++up) {
    const TokenId head = scene.syntax.head[t];
    if (head == no_token) {
      return t;
    }
    switch (scene.syntax.relation[t]) {
      case Relation::acl:
      case Relation::acl_relcl:
      case Relation::advcl:
      case Relation::advcl_relcl:
      case Relation::ccomp:
      case Relation::csubj:
      case Relation::csubj_pass:
      case Relation::xcomp:
      case Relation::parataxis:
        return t;
      case Relation::conj:
        if (scene.syntax.upos[t] == Upos::verb || scene.syntax.upos[t] == Upos::aux) {
          return t;
        }
        break;
      default:
        break;
    }
    t = head;
  }
  return t;
}

bool has_subject(const Scene& scene, TokenId verb) {
  return std::ranges::any_of(scene.syntax.children_of(verb),
                             [&](TokenId child) { return is_subject(scene.syntax.relation[child]); });
}

// The clause whose subject does what this clause tells: "Biden wanted [to call]", "Biden called and [thanked]".
TokenId clause_with_subject(const Scene& scene, TokenId verb) {
  for (int up = 0; up < 6 && !has_subject(scene, verb); ++up) {
    const Relation relation = scene.syntax.relation[verb];
    const bool open = relation == Relation::xcomp || relation == Relation::conj || relation == Relation::advcl ||
                      relation == Relation::acl || relation == Relation::parataxis;
    const TokenId head = scene.syntax.head[verb];
    if (!open || head == no_token) {
      return verb;
    }
    verb = clause_of(scene, head);
  }
  return verb;
}

// The clause whose subject the clause above belongs to: "[Biden made clear] that he …".
TokenId clause_above(const Scene& scene, TokenId verb) {
  const TokenId head = scene.syntax.head[clause_with_subject(scene, verb)];
  return head == no_token ? no_token : clause_with_subject(scene, clause_of(scene, head));
}

// The relation that a word has to its clause: that of the first conjunct.
Relation role_of(const Scene& scene, TokenId t) {
  for (int up = 0; up < 6; ++up) {
    const Relation relation = scene.syntax.relation[t];
    if ((relation != Relation::conj && relation != Relation::flat && relation != Relation::appos) ||
        scene.syntax.head[t] == no_token) {
      return relation;
    }
    t = scene.syntax.head[t];
  }
  return scene.syntax.relation[t];
}

float logarithm(std::size_t count) {
  return std::log1p(static_cast<float>(count));
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
    for (const TokenId child : scene_.syntax.children_of(verb)) {
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
  for (std::uint32_t i = index + 1; i < phrases_.all.size() && phrases_.all[i].whole.first <= subject; ++i) {
    const Phrase& phrase = phrases_.all[i];
    if (subject < phrase.whole.last && phrase.kind != PhraseKind::pronoun && phrase.whole.first > t) {
      link(i);
      break;
    }
  }
  const auto& names = scene_.syntax.names;
  for (std::size_t i = next_name_; i < names.size() && names[i].first <= subject; ++i) {
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
    for (const TokenId child : scene_.syntax.children_of(first.head)) {
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

// --- features

Features Linker::features_of(const Choice& choice, ActorId id, const Mention& m) const {
  Features f{};
  const auto set = [&](Feature feature, bool on) { f[static_cast<std::size_t>(feature)] = on ? 1.0F : 0.0F; };
  const auto value = [&](Feature feature, float amount) { f[static_cast<std::size_t>(feature)] = amount; };
  const TokenId t = choice.pronoun;
  const Draft& draft = book_[id];
  const Shadow* shadow = shadow_of(id);
  const std::uint32_t back = scene_.sentence_of[t] - std::min(scene_.sentence_of[t], scene_.sentence_of[m.first]);
  set(Feature::behind, choice.behind == id);
  set(Feature::same_sentence, back == 0);
  set(Feature::one_back, back == 1);
  set(Feature::two_back, back == 2);
  set(Feature::further_back, back > 2);
  value(Feature::distance, logarithm(t - std::min(t, m.last)) / 10);

  const Relation role = role_of(scene_, m.head);
  const Relation own = role_of(scene_, t);
  const TokenId verb = clause_of(scene_, t);
  const TokenId other = clause_of(scene_, m.head);
  const bool possessive = is_possessive_pronoun(scene_, t);
  set(Feature::subject, is_subject(role));
  set(Feature::object, role == Relation::obj || role == Relation::iobj);
  set(Feature::possessor, role == Relation::nmod_poss);
  set(Feature::oblique, role == Relation::obl || role == Relation::obl_agent);
  set(Feature::inside_other, role == Relation::nmod || role == Relation::compound);
  const TokenId above = clause_above(scene_, verb);
  set(Feature::subject_above, is_subject(role) && back == 0 && above == other);
  set(Feature::says_it, is_subject(role) && back == 0 && above == other && other != no_token &&
                            (scene_.is_speech_verb(other) || scene_.speaks(m.head)));
  set(Feature::subject_of_verb, is_subject(role) && back == 0 && clause_with_subject(scene_, verb) == other);
  set(Feature::possessive_same_clause, possessive && verb == other);
  set(Feature::continued, back == 1 && is_subject(role) && is_subject(own) && scene_.syntax.head[verb] == no_token &&
                              scene_.syntax.head[other] == no_token);
  set(Feature::both_subjects, is_subject(role) && is_subject(own));
  set(Feature::both_objects, role == own && (role == Relation::obj || role == Relation::obl));
  set(Feature::both_possessors, possessive && role == Relation::nmod_poss);
  set(Feature::as_pronoun, m.form == MentionForm::pronoun);
  set(Feature::as_name, m.form == MentionForm::name);
  set(Feature::as_nominal, m.form == MentionForm::nominal);
  set(Feature::indefinite,
      m.form == MentionForm::nominal && scene_.is_one_of(m.first, {"a", "an", "some", "any", "no", "one"}));

  const bool woman = choice.kind == Pronoun::woman;
  const bool man = choice.kind == Pronoun::man;
  set(Feature::gender_known, (woman && draft.gender == 'f') || (man && draft.gender == 'm'));
  set(Feature::named, draft.named);
  set(Feature::first_of_sentence, m.first <= scene_.sentence_begin(m.first) + 1);
  set(Feature::other_quotation, scene_.quote_of[t] != scene_.quote_of[m.first]);
  const std::uint32_t block = scene_.tokens.sentences[scene_.sentence_of[m.first]].block;
  set(Feature::same_block, block == scene_.tokens.sentences[scene_.sentence_of[t]].block);
  set(Feature::in_title,
      block < scene_.layout.blocks.size() && (scene_.layout.blocks[block].kind == BlockKind::title ||
                                              scene_.layout.blocks[block].kind == BlockKind::heading));
  set(Feature::shadow, shadow != nullptr);
  set(Feature::unsure, shadow != nullptr && shadow->unsure);
  set(Feature::group, draft.actor.kind == ActorKind::group);
  set(Feature::state, draft.actor.kind == ActorKind::state);
  set(Feature::body, draft.actor.kind == ActorKind::organization || draft.actor.kind == ActorKind::institution ||
                         draft.actor.kind == ActorKind::outlet);
  set(Feature::thing, shadow != nullptr && shadow->sort == Sort::thing);
  set(Feature::speaks_too, scene_.speaks(t) && scene_.speaks(m.head));
  return f;
}

// What only all candidates together tell: who stands nearer, who is mentioned most.
void Linker::describe_candidates(Choice& choice) {
  std::ranges::stable_sort(choice.candidates, std::greater{}, [](const Choice::Candidate& c) { return c.span.begin; });
  const std::uint32_t sentence = scene_.sentence_of[choice.pronoun];
  std::size_t most = 0;
  std::vector<std::size_t> counts;
  for (std::size_t rank = 0; rank < choice.candidates.size(); ++rank) {
    Choice::Candidate& one = choice.candidates[rank];
    const auto counted = counts_.find(one.actor);
    const std::size_t count = counted == counts_.end() ? 0 : counted->second;
    const Mention* nearest = nullptr;
    bool subject_near = false;
    bool speaks = false;
    for (std::size_t i = mentions_.size(); i > 0 && mentions_.size() - i < window; --i) {
      const Mention& m = mentions_[i - 1];
      if (m.actor != one.actor || m.form == MentionForm::adjective) {
        continue;
      }
      nearest = m.span.begin == one.span.begin && (nearest == nullptr || m.span == one.span) ? &m : nearest;
      const bool near = sentence - scene_.sentence_of[m.first] <= 1;
      subject_near = subject_near || (near && scene_.verb_of_subject(m.head) != no_token);
      speaks = speaks || (near && scene_.speaks(m.head));
    }
    Mention joined;  // a coordination has no mention of its own yet
    if (nearest == nullptr) {
      const std::size_t from = mentions_.size() - std::min(mentions_.size(), window);
      const auto recent = std::span(mentions_).subspan(from);
      const auto first = std::ranges::find(recent, one.span.begin, [](const Mention& m) { return m.span.begin; });
      joined = first == recent.end() ? Mention{} : *first;
      nearest = &joined;
      subject_near = scene_.verb_of_subject(joined.head) != no_token;
    }
    one.features = features_of(choice, one.actor, *nearest);
    one.features[static_cast<std::size_t>(Feature::nearer)] = logarithm(rank);
    one.features[static_cast<std::size_t>(Feature::frequent)] = logarithm(count);
    one.features[static_cast<std::size_t>(Feature::subject_near)] = subject_near ? 1 : 0;
    one.features[static_cast<std::size_t>(Feature::last_speaker)] = speaks ? 1 : 0;
    counts.push_back(count);
    most = std::max(most, count);
  }
  for (std::size_t i = 0; i < counts.size(); ++i) {
    choice.candidates[i].features[static_cast<std::size_t>(Feature::most_frequent)] = counts[i] == most ? 1 : 0;
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
