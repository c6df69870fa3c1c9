// Names and nouns that no phrase has taken: who "he" and "it" may point to besides the actors of the tables. They are
// shadows: rivals of the actors while pronouns are resolved, and actors themselves only when the report takes them up
// again ("Gloria … she", "the team … their").
#include <algorithm>

#include "actors/clauses.hpp"
#include "actors/linker.hpp"

namespace readout::actors {

namespace {

constexpr std::size_t most_bearers = 8;  // of one word of a name: more say nothing

bool is_noun_phrase_part(Relation relation) {
  switch (relation) {
    case Relation::det:
    case Relation::det_predet:
    case Relation::amod:
    case Relation::compound:
    case Relation::nummod:
    case Relation::nmod_poss:
    case Relation::nmod_desc:
    case Relation::advmod:
    case Relation::case_:
    case Relation::flat:
    case Relation::punct:
      return true;
    default:
      return false;
  }
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

ActorKind kind_of(const Shadow& shadow) {
  switch (shadow.sort) {
    case Sort::person:
      return shadow.plural ? ActorKind::group : ActorKind::person;
    case Sort::people:
      return ActorKind::group;
    case Sort::body:
      return shadow.plural ? ActorKind::group : ActorKind::organization;
    case Sort::place:
    case Sort::thing:
      return ActorKind::place;
  }
  return ActorKind::place;
}

}  // namespace

const Shadow* Linker::shadow_of(ActorId actor) const {
  const auto found = shadows_.find(actor);
  return found == shadows_.end() ? nullptr : &found->second;
}

// A mention that may be taken up by a pronoun, whatever its kind.
void Linker::note(Stretch stretch, ActorId actor, MentionForm form) {
  const std::size_t before = seen_.size();
  mention(stretch, actor, form);
  if (actor != no_actor && seen_.size() == before && form != MentionForm::adjective) {
    const Mention& m = mentions_.back();
    seen_.push_back({actor, static_cast<std::uint32_t>(mentions_.size() - 1), scene_.sentence_of[m.first],
                     scene_.verb_of_subject(m.head)});
  }
}

// Tokens that mentions stand for already, and the words of persons' names.
void Linker::take_mentions() {
  taken_.resize(scene_.tokens.size(), false);
  for (; marked_ < mentions_.size(); ++marked_) {
    const Mention& m = mentions_[marked_];
    taken_[m.head] = true;
    counts_[m.actor] += m.form == MentionForm::adjective ? 0 : 1;
    if (m.form == MentionForm::name || m.form == MentionForm::adjective) {
      std::fill(taken_.begin() + m.first, taken_.begin() + m.last, true);
    }
    Draft& draft = book_[m.actor];
    if (m.form == MentionForm::name && draft.named && draft.actor.kind == ActorKind::person) {
      const std::string folded = fold(draft.actor.name);
      know_person(m.actor, folded);
      draft.gender = draft.gender == 0 ? knowledge_.lexis.gender_of(folded.substr(0, folded.find(' '))) : draft.gender;
    }
  }
}

void Linker::know_person(ActorId person, const std::string& folded) {
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    auto& bearers = bearers_[folded.substr(at, end - at)];
    if (end - at > 2 && bearers.size() < most_bearers && std::ranges::find(bearers, person) == bearers.end()) {
      bearers.push_back(person);
    }
    at = end + 1;
  }
}

void Linker::observe_until(TokenId end) {
  if (observed_ >= end) {
    return;
  }
  take_mentions();
  const auto& names = scene_.syntax.names;
  for (; observed_ < end; ++observed_) {
    const TokenId t = observed_;
    if (!scene_.coded[scene_.sentence_of[t]]) {
      continue;
    }
    while (next_name_ < names.size() && names[next_name_].first < t) {
      ++next_name_;
    }
    if (next_name_ < names.size() && names[next_name_].first == t) {
      observe_name(names[next_name_]);
    } else if (!taken_[t] && scene_.syntax.upos[t] == Upos::noun && !scene_.is_modifier(t)) {
      observe_noun(t);
    } else if (!taken_[t] && scene_.syntax.upos[t] == Upos::propn && !scene_.is_modifier(t)) {
      observe_proper_noun(t);
    }
    take_mentions();
  }
}

ActorId Linker::add_shadow(Shadow shadow, std::string name, char gender) {
  Draft draft;
  draft.actor.kind = kind_of(shadow);
  draft.actor.name = std::move(name);
  draft.gender = gender;
  draft.plural = shadow.plural;
  draft.named = shadow.named;
  const ActorId id = book_.add(std::move(draft));
  shadows_.emplace(id, std::move(shadow));
  return id;
}

// The noun with what stands before it and belongs to it.
Stretch Linker::noun_phrase(TokenId head) const {
  TokenId first = head;
  for (TokenId t = head; t > scene_.sentence_begin(head) && head - t < 12; --t) {
    TokenId up = t - 1;
    for (int step = 0; step < 5 && up != no_token && up != head; ++step) {
      up = is_noun_phrase_part(scene_.syntax.relation[up]) ? scene_.syntax.head[up] : no_token;
    }
    if (up != head) {
      break;
    }
    first = scene_.syntax.upos[t - 1] == Upos::punct || scene_.syntax.upos[t - 1] == Upos::adp ? first : t - 1;
  }
  return {first, head + 1};
}

Shadow Linker::shadow_at(TokenId head, const Stretch& words) const {
  Shadow shadow;
  shadow.lemma = lower(scene_.syntax.lemma(head));
  shadow.sort = knowledge_.lexis.noun(shadow.lemma).sort;
  const Xpos xpos = scene_.syntax.xpos[head];
  shadow.plural = xpos == Xpos::nns || xpos == Xpos::nnps || shadow.sort == Sort::people;
  for (TokenId t = words.first; t < head; ++t) {
    const Upos upos = scene_.syntax.upos[t];
    if (upos == Upos::adj || upos == Upos::noun || upos == Upos::propn || upos == Upos::num) {
      shadow.modifiers.push_back(lower(scene_.syntax.lemma(t)));
    }
  }
  if (shadow.sort == Sort::thing) {  // "the … who"
    for (const TokenId verb : some_children(scene_, head)) {
      const bool relative = scene_.syntax.relation[verb] == Relation::acl_relcl;
      for (const TokenId child : relative ? some_children(scene_, verb) : std::span<const TokenId>{}) {
        shadow.sort = scene_.is_one_of(child, {"who", "whom"}) ? Sort::person : shadow.sort;
      }
    }
  }
  return shadow;
}

// "Thomas Sam, a homeopath", "She is a lawyer": said of somebody who was just named.
ActorId Linker::said_of(TokenId head, const Shadow& shadow) const {
  TokenId other = no_token;
  if (scene_.syntax.relation[head] == Relation::appos) {
    other = scene_.syntax.head[head];
  } else {
    bool copula = false;
    TokenId subject = no_token;
    for (const TokenId child : some_children(scene_, head)) {
      copula = copula || scene_.syntax.relation[child] == Relation::cop;
      subject = scene_.syntax.relation[child] == Relation::nsubj && child < head ? child : subject;
      if (scene_.is_one_of(child, {"not", "n't", "no", "never"})) {
        return no_actor;
      }
    }
    other = copula ? subject : no_token;
  }
  if (other == no_token || shadow.sort == Sort::thing || shadow.sort == Sort::place) {
    return no_actor;
  }
  for (std::size_t i = mentions_.size(); i > 0 && mentions_.size() - i < 16; --i) {
    const Mention& m = mentions_[i - 1];
    const Draft& draft = book_[m.actor];
    const bool one = draft.actor.kind == ActorKind::person && !draft.plural;
    const bool many = draft.plural || draft.actor.kind == ActorKind::group;
    const bool body = draft.actor.kind == ActorKind::organization || draft.actor.kind == ActorKind::institution ||
                      draft.actor.kind == ActorKind::outlet;
    const bool fits = shadow.sort == Sort::body && !shadow.plural ? body : shadow.plural ? many : one;
    if (m.head == other && m.form != MentionForm::adjective && fits) {
      return m.actor;
    }
  }
  return no_actor;
}

// "the team" after "the Afghan team"; "a team" is another one, and so is "the European team".
ActorId Linker::same_noun(const Shadow& shadow, TokenId head, bool definite) const {
  for (std::size_t i = seen_.size(); i > 0 && seen_.size() - i < 150; --i) {
    const Shadow* other = shadow_of(seen_[i - 1].actor);
    if (other == nullptr || other->named || other->loose || other->lemma != shadow.lemma ||
        other->plural != shadow.plural || scene_.sentence_of[head] - seen_[i - 1].sentence > 20) {
      continue;
    }
    const bool both_bare = shadow.modifiers.empty() && other->modifiers.empty();
    const bool fits = (definite || both_bare) && std::ranges::all_of(shadow.modifiers, [&](const std::string& word) {
                        return std::ranges::find(other->modifiers, word) != other->modifiers.end();
                      });
    if (fits) {
      return seen_[i - 1].actor;
    }
  }
  return no_actor;
}

void Linker::observe_noun(TokenId head) {
  const Stretch words = noun_phrase(head);
  Shadow shadow = shadow_at(head, words);
  const bool definite = scene_.is_one_of(words.first, {"the", "this", "that", "these", "those"}) ||
                        scene_.syntax.relation[words.first] == Relation::nmod_poss ||
                        scene_.syntax.xpos[words.first] == Xpos::prp_s;
  const bool people = shadow.sort == Sort::people || (shadow.sort == Sort::person && shadow.plural);
  const bool bare = words.first == head && (people || (shadow.sort == Sort::place && !shadow.plural));
  shadow.loose = scene_.is_one_of(words.first, {"any", "each", "every", "no", "other", "another"});
  ActorId id = said_of(head, shadow);
  if (id == no_actor && !shadow.plural && scene_.is_one_of(words.first, {"this", "the"}) && words.size() == 2 &&
      (shadow.lemma == "country" || shadow.lemma == "nation")) {
    note(words, book_.of_country(dominant_), MentionForm::nominal);  // that of the report
    return;
  }
  if (id == no_actor && (definite || bare)) {
    id = same_noun(shadow, head, definite);
  }
  if (id == no_actor) {
    const TokenId first =
        scene_.syntax.upos[words.first] == Upos::det && words.size() > 1 ? words.first + 1 : words.first;
    const char gender = knowledge_.lexis.noun(shadow.lemma).gender;
    id = add_shadow(std::move(shadow), std::string(scene_.text(first, words.last)), gender);
  }
  note(words, id, MentionForm::nominal);
}

// --- at the end

// A shadow that nothing takes up again, and a thing, is no actor.
void Linker::settle_shadows() {
  std::vector<int> counts(book_.size(), 0);
  for (const Mention& m : mentions_) {
    ++counts[m.actor];
  }
  std::erase_if(mentions_, [&](const Mention& m) {
    const Shadow* shadow = shadow_of(m.actor);
    return shadow != nullptr && (shadow->sort == Sort::thing || counts[m.actor] < 2);
  });
  for (Mention& m : mentions_) {  // "the region" tells where: it does nothing, and nothing is done to it
    const Shadow* shadow = shadow_of(m.actor);
    const bool where = shadow != nullptr && shadow->sort == Sort::place && m.form == MentionForm::nominal;
    m.form = where ? MentionForm::adjective : m.form;
  }
}

}  // namespace readout::actors
