// Who "he", "they", "which", "the official", "the two sides" and "the nation" are. A small resolver that prefers
// silence: agreement first, then the subject of the clause around or before, then nearness; a tie gives no link.
#include <algorithm>
#include <array>

#include "actors/linker.hpp"

namespace readout::actors {

namespace {

constexpr std::size_t look_back = 40;  // places where actors were seen
constexpr std::uint32_t sentences_back = 3;

// Verbs whose "it" is mostly an event or nothing at all.
constexpr auto impersonal = std::to_array<std::string_view>({"affect", "appear", "become", "come", "follow", "get",
                                                             "happen", "help", "last", "lead", "make", "mark", "matter",
                                                             "mean", "occur", "rain", "seem", "start", "take"});

enum class Number : std::uint8_t { man, woman, thing, many };

Number number_of(const Scene& scene, TokenId t) {
  if (scene.is_one_of(t, {"he", "him", "his", "himself"})) {
    return Number::man;
  }
  if (scene.is_one_of(t, {"she", "her", "hers", "herself"})) {
    return Number::woman;
  }
  return scene.is_one_of(t, {"it", "its", "itself"}) ? Number::thing : Number::many;
}

// "it is time to", "it is clear that", "it seems".
bool is_idle(const Scene& scene, TokenId t, TokenId verb) {
  if (verb == no_token || scene.syntax.relation[t] == Relation::expl ||
      std::ranges::binary_search(impersonal, scene.syntax.lemma(verb))) {
    return true;
  }
  const Upos upos = scene.syntax.upos[verb];
  return (upos == Upos::noun || upos == Upos::adj) &&
         std::ranges::any_of(scene.syntax.children_of(verb), [&](TokenId child) {
           const Relation relation = scene.syntax.relation[child];
           return relation == Relation::csubj || relation == Relation::ccomp || relation == Relation::acl ||
                  (upos == Upos::noun && relation == Relation::xcomp);
         });
}

bool is_possessive_pronoun(const Scene& scene, TokenId t) {
  return scene.is_one_of(t, {"his", "its", "their", "hers", "theirs"}) ||
         (scene.is(t, "her") && scene.syntax.relation[t] == Relation::nmod_poss);
}

}  // namespace

bool Linker::agrees(TokenId pronoun, const Draft& draft) const {
  const bool person = draft.actor.kind == ActorKind::person;
  switch (number_of(scene_, pronoun)) {
    case Number::man:
      return person && !draft.plural && draft.gender != 'f';
    case Number::woman:
      return person && !draft.plural && draft.gender != 'm';
    case Number::thing:
      return !person && draft.actor.kind != ActorKind::group && draft.actor.kind != ActorKind::place;
    case Number::many:
      return draft.actor.kind != ActorKind::place && (draft.plural || draft.actor.kind == ActorKind::group);
  }
  return false;
}

// "the official, who", "rebels who": the mention right before, else the noun that the relative clause hangs on.
ActorId Linker::relative(TokenId t) const {
  TokenId end = t;
  const TokenId begin = scene_.sentence_begin(t);
  while (end > begin &&
         (scene_.word(end - 1) == "," || scene_.syntax.upos[end - 1] == Upos::adp || scene_.word(end - 1) == "—")) {
    --end;
  }
  const TokenId verb = scene_.syntax.head[t];
  const TokenId noun = verb == no_token ? no_token : scene_.syntax.head[verb];
  const bool person = !scene_.is(t, "which");
  for (std::size_t i = mentions_.size(); i > 0 && mentions_.size() - i < 12; --i) {
    const Mention& m = mentions_[i - 1];
    const ActorKind kind = book_[m.actor].actor.kind;
    if (m.form == MentionForm::adjective || m.first < begin || kind == ActorKind::place ||
        (!person && kind == ActorKind::person)) {
      continue;
    }
    const bool hung = noun != no_token && scene_.syntax.relation[verb] == Relation::acl_relcl;
    if (hung && !person ? m.head == noun : m.last == end || (hung && m.head == noun)) {
      return m.actor;
    }
  }
  return no_actor;
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

ActorId Linker::antecedent(std::uint32_t index) {
  const TokenId t = phrases_.all[index].whole.first;
  const std::uint32_t sentence = scene_.sentence_of[t];
  const bool possessive = is_possessive_pronoun(scene_, t);
  const bool many = number_of(scene_, t) == Number::many;
  const bool reflexive = scene_.word(t).ends_with("self") || scene_.word(t).ends_with("selves");
  const TokenId verb = scene_.syntax.head[t];
  const TokenId above = verb == no_token ? no_token : scene_.syntax.head[verb];
  const bool subject = scene_.verb_of_subject(t) != no_token;
  struct Candidate {
    ActorId actor;
    double score;
  };
  std::vector<Candidate> candidates;
  double nearness = 0;
  for (std::size_t i = seen_.size(); i > 0 && seen_.size() - i < look_back; --i) {
    const Seen& seen = seen_[i - 1];
    const Mention& m = mentions_[seen.mention];
    if (sentence - seen.sentence > sentences_back) {
      break;
    }
    const bool known = std::ranges::any_of(candidates, [&](const Candidate& c) { return c.actor == seen.actor; });
    const bool across_quotation = scene_.quote_of[t] != 0 && scene_.quote_of[m.first] != scene_.quote_of[t];
    if (m.last > t || across_quotation || !agrees(t, book_[seen.actor]) || (known && seen.subject_of == no_token)) {
      continue;
    }
    const bool same_clause =
        seen.sentence == sentence && (scene_.syntax.head[m.head] == verb || seen.subject_of == verb);
    if (same_clause && !possessive && !reflexive) {
      continue;
    }
    const std::uint32_t back = sentence - seen.sentence;
    double score = -2.5 * back - nearness;
    score += seen.subject_of != no_token ? 3 : 0;
    score += many && book_[seen.actor].actor.kind == ActorKind::group ? 1.5 : 0;
    score += seen.sentence == sentence && seen.subject_of != no_token &&
                     (seen.subject_of == above || seen.subject_of == verb)
                 ? 2
                 : 0;
    nearness += 0.4;
    const auto at = std::ranges::find(candidates, seen.actor, &Candidate::actor);
    if (at == candidates.end()) {
      candidates.push_back({seen.actor, score});
    } else {
      at->score = std::max(at->score, score);
    }
  }
  if (subject) {
    std::erase_if(candidates, [&](const Candidate& c) { return named_below(index, c.actor); });
  }
  std::ranges::stable_sort(candidates, std::greater{}, &Candidate::score);
  const bool thing = number_of(scene_, t) == Number::thing;
  if (candidates.empty() || candidates.front().score < (thing && !possessive ? 0.5 : thing ? 0 : -4)) {
    return no_actor;
  }
  const bool clear = candidates.size() == 1 || candidates[0].score - candidates[1].score >= 0.75;
  return clear ? candidates.front().actor : no_actor;
}

// "the second between them", "they": two persons whom the sentence has just named.
ActorId Linker::two_persons_before(TokenId t) {
  std::vector<ActorId> persons;
  const std::uint32_t sentence = scene_.sentence_of[t];
  for (std::size_t i = seen_.size(); i > 0 && seen_.size() - i < look_back && seen_[i - 1].sentence == sentence; --i) {
    const ActorId id = seen_[i - 1].actor;
    if (book_[id].actor.kind == ActorKind::person && std::ranges::find(persons, id) == persons.end()) {
      persons.push_back(id);
    }
  }
  return persons.size() == 2 ? pair(persons[1], persons[0]) : no_actor;
}

ActorId Linker::link_pronoun(std::uint32_t index) {
  const TokenId t = phrases_.all[index].whole.first;
  ActorId id = no_actor;
  if (scene_.is_one_of(t, {"who", "whom", "whose", "which"})) {
    id = relative(t);
  } else {
    const TokenId verb = scene_.syntax.head[t];
    const bool idle = scene_.is(t, "it") && is_idle(scene_, t, verb);
    id = idle ? no_actor : antecedent(index);
    if (id == no_actor && number_of(scene_, t) == Number::many && scene_.quote_of[t] == 0) {
      id = two_persons_before(t);
    }
  }
  mention({t, t + 1}, id, MentionForm::pronoun);
  return id;
}

// --- definite phrases

// "the rebels", "the protesters": the group of that noun seen last.
ActorId Linker::recent_group(EntryId role) const {
  for (std::size_t i = seen_.size(); role != no_entry && i > 0 && seen_.size() - i < look_back; --i) {
    const Draft& draft = book_[seen_[i - 1].actor];
    if (draft.role == role && draft.actor.kind == ActorKind::group && draft.actor.members.empty()) {
      return seen_[i - 1].actor;
    }
  }
  return no_actor;
}

// "the official", "the president", "the ministry": one seen before whom the same noun describes.
ActorId Linker::recent_role(EntryId role, const std::string& office_type, const Setting& setting,
                            bool institution) const {
  if (role == no_entry) {
    return no_actor;
  }
  const auto noun = knowledge_.value(role, Attribute::noun, {});
  ActorId nearest = no_actor;
  std::vector<std::pair<ActorId, int>> counts;
  for (std::size_t i = seen_.size(); i > 0 && seen_.size() - i < look_back * 2; --i) {
    const Draft& draft = book_[seen_[i - 1].actor];
    const Actor& actor = draft.actor;
    if (institution) {
      const bool body = actor.kind == ActorKind::institution || actor.kind == ActorKind::organization ||
                        actor.kind == ActorKind::outlet;
      const std::string name = body ? fold(actor.name) : std::string{};
      // "the alliance", "the agency": a body of that trade.
      const bool of_trade =
          actor.kind != ActorKind::institution && actor.sector == knowledge_.value(role, Attribute::sector, {});
      if (body && (draft.role == role || of_trade || name.find(noun) != std::string::npos)) {
        return seen_[i - 1].actor;
      }
      continue;
    }
    if (actor.kind != ActorKind::person || draft.plural) {
      continue;
    }
    const bool same_office = !office_type.empty() && draft.office_type == office_type;
    if (!same_office && draft.role != role) {
      continue;
    }
    const bool other_country =
        !setting.countries.empty() && !actor.country.empty() && setting.countries.front() != actor.country;
    const bool other_body =
        setting.affiliation != no_actor && actor.affiliation != no_actor && setting.affiliation != actor.affiliation;
    if (other_country || other_body) {
      continue;
    }
    nearest = nearest == no_actor ? seen_[i - 1].actor : nearest;
    const auto at = std::ranges::find(counts, seen_[i - 1].actor, &std::pair<ActorId, int>::first);
    if (at == counts.end()) {
      counts.emplace_back(seen_[i - 1].actor, 1);
    } else {
      ++at->second;
    }
  }
  // Of two presidents "the president" is the one whom the report is about, when it is clearly about one.
  std::ranges::stable_sort(counts, std::greater{}, &std::pair<ActorId, int>::second);
  const bool about_one = counts.size() > 1 && counts[0].second >= 3 * counts[1].second;
  return about_one ? counts[0].first : nearest;
}

ActorId Linker::pair(ActorId first, ActorId second) {
  const ActorId low = std::min(first, second);
  const ActorId high = std::max(first, second);
  bool fresh = false;
  const ActorId id = book_.of_key("pair:" + std::to_string(low) + ":" + std::to_string(high), fresh);
  if (fresh) {
    Draft& draft = book_[id];
    draft.plural = true;
    draft.actor.kind = ActorKind::group;
    draft.actor.name = book_[first].actor.name + " and " + book_[second].actor.name;
    draft.actor.members = {first, second};
  }
  return id;
}

ActorId Linker::two_leaders(TokenId t) {
  std::vector<ActorId> found;
  std::vector<std::string> countries;
  const std::uint32_t sentence = scene_.sentence_of[t];
  for (std::size_t i = seen_.size(); i > 0 && seen_.size() - i < look_back * 2 && found.size() < 2; --i) {
    const Seen& seen = seen_[i - 1];
    const Actor& actor = book_[seen.actor].actor;
    if (sentence - seen.sentence > 6) {
      break;
    }
    const bool leads =
        actor.kind == ActorKind::person && !actor.anonymous && height_of(actor.rank) <= 3 && !actor.country.empty();
    if (leads && std::ranges::find(countries, actor.country) == countries.end()) {
      found.push_back(seen.actor);
      countries.push_back(actor.country);
    }
  }
  return found.size() == 2 ? pair(found[1], found[0]) : no_actor;
}

// The two countries that the last sentences and the report so far are about; none when a third is as near.
ActorId Linker::two_states(TokenId t) {
  std::vector<std::pair<std::string, double>> weights;
  const std::uint32_t sentence = scene_.sentence_of[t];
  std::vector<std::string> near;  // named in this sentence and the one before
  const auto add = [&](const std::string& country, double weight) {
    const auto at = std::ranges::find(weights, country, &std::pair<std::string, double>::first);
    if (at == weights.end()) {
      weights.emplace_back(country, weight);
    } else {
      at->second += weight;
    }
  };
  for (std::size_t i = mentions_.size(); i > 0 && mentions_.size() - i < look_back * 2; --i) {
    const Mention& m = mentions_[i - 1];
    const Actor& actor = book_[m.actor].actor;
    const std::uint32_t back = sentence - scene_.sentence_of[m.first];
    for (const ActorId member : back <= 1 ? actor.members : std::vector<ActorId>{}) {
      near.push_back(book_[member].actor.country);
    }
    if (back <= 1 && actor.country.size() == 3 && actor.kind != ActorKind::place && actor.kind != ActorKind::outlet) {
      near.push_back(actor.country);
    }
    if (actor.country.size() == 3 && actor.kind != ActorKind::place && actor.kind != ActorKind::outlet) {
      add(actor.country, back <= 1 ? 2.0 : back <= 4 ? 1.0 : 0.3);
    }
  }
  std::ranges::sort(near);
  near.erase(std::unique(near.begin(), near.end()), near.end());
  std::erase(near, std::string{});
  if (near.size() == 2) {
    weights = {{near[0], 1}, {near[1], 1}};
  }
  std::ranges::stable_sort(weights, std::greater{}, &std::pair<std::string, double>::second);
  const bool clear = weights.size() >= 2 && (weights.size() == 2 || weights[2].second < 0.75 * weights[1].second);
  if (!clear) {
    return no_actor;
  }
  const ActorId first = book_.of_country(weights[0].first);
  const ActorId second = book_.of_country(weights[1].first);
  return first == no_actor || second == no_actor ? no_actor : pair(std::min(first, second), std::max(first, second));
}

// "the nation": the country of whoever speaks in the sentence, else its subject, else that of the sentence before.
ActorId Linker::nation_meant(const Phrase& phrase) {
  const TokenId t = phrase.whole.first;
  const std::uint32_t sentence = scene_.sentence_of[t];
  const TokenId end = scene_.sentence_end(t);
  for (std::uint32_t i = static_cast<std::uint32_t>(&phrase - phrases_.all.data()) + 1; i < phrases_.all.size(); ++i) {
    const Phrase& later = phrases_.all[i];
    if (later.whole.first >= end) {
      break;
    }
    if (later.kind == PhraseKind::person && scene_.speaks(later.name.last - 1)) {
      const ActorId speaker = name_of_[i] != no_actor
                                  ? name_of_[i]
                                  : surname_in_report(fold(scene_.text(later.name.first, later.name.last)), t);
      if (speaker != no_actor && !book_[speaker].actor.country.empty()) {
        return book_.of_country(book_[speaker].actor.country);
      }
    }
  }
  // One country in the sentence so far is the one; of several, the subject.
  std::vector<std::string> before;
  for (std::size_t i = mentions_.size();
       i > 0 && mentions_.size() - i < look_back && scene_.sentence_of[mentions_[i - 1].first] == sentence; --i) {
    const std::string& country = book_[mentions_[i - 1].actor].actor.country;
    if (!country.empty() && std::ranges::find(before, country) == before.end()) {
      before.push_back(country);
    }
  }
  if (before.size() == 1) {
    return book_.of_country(before.front());
  }
  for (const bool subjects_only : {true, false}) {
    for (std::size_t i = seen_.size(); i > 0 && seen_.size() - i < look_back; --i) {
      const Seen& seen = seen_[i - 1];
      const Mention& m = mentions_[seen.mention];
      if (sentence - seen.sentence > 2) {
        break;
      }
      const bool beside = seen.sentence == sentence && t - std::min(t, m.last) < 4;  // "ties with the nation"
      if (book_[seen.actor].actor.kind == ActorKind::state && !beside &&
          (!subjects_only || seen.subject_of != no_token)) {
        return seen.actor;
      }
    }
  }
  return no_actor;
}

ActorId Linker::link_definite(const Phrase& phrase) {
  const TokenId noun = phrase.whole.last - 1;
  ActorId id = no_actor;
  switch (pointing_noun(scene_, noun)) {
    case Pointing::leaders:
      id = two_leaders(noun);
      break;
    case Pointing::states:
      id = two_states(noun);
      break;
    case Pointing::one_state:
      id = nation_meant(phrase);
      break;
    case Pointing::nothing:
      break;
  }
  mention(phrase.whole, id, MentionForm::nominal);
  return id;
}

}  // namespace readout::actors
