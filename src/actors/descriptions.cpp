// Whom a definite description takes up: "the official", "the rebels", "the two leaders", "both sides", "the nation".
#include <algorithm>
#include <array>

#include "actors/linker.hpp"

namespace readout::actors {

namespace {

constexpr std::size_t look_back = 40;  // places where actors were seen

// "His daughter" is not his wife, though both are women.
bool is_kin(std::string_view noun) {
  constexpr auto kin = std::to_array<std::string_view>(
      {"aunt",       "boyfriend",   "brother",     "cousin",  "dad",    "daughter", "father", "friend",
       "girlfriend", "grandfather", "grandmother", "husband", "mother", "mum",      "nephew", "niece",
       "parent",     "partner",     "sister",      "son",     "spouse", "uncle",    "wife"});
  return std::ranges::binary_search(kin, noun);
}

}  // namespace

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
    if (!same_office && (draft.role != role || (is_kin(setting.noun) && !draft.actor.name.ends_with(setting.noun)))) {
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

// Several who are named together: "the US and Japan".
ActorId Linker::together(std::vector<ActorId> members) {
  std::ranges::sort(members);
  members.erase(std::unique(members.begin(), members.end()), members.end());
  if (members.size() < 2) {
    return no_actor;
  }
  if (members.size() == 2) {
    return pair(members[0], members[1]);
  }
  std::string key = "together:";
  for (const ActorId member : members) {
    key += std::to_string(member) + ":";
  }
  bool fresh = false;
  const ActorId id = book_.of_key(key, fresh);
  if (fresh) {
    Draft& draft = book_[id];
    draft.plural = true;
    draft.actor.kind = ActorKind::group;
    for (std::size_t i = 0; i < members.size(); ++i) {
      draft.actor.name += (i == 0 ? "" : i + 1 == members.size() ? " and " : ", ") + book_[members[i]].actor.name;
    }
    draft.actor.members = std::move(members);
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

// "each side blasting the other": both are the two.
void Linker::link_reciprocals() {
  const std::size_t count = mentions_.size();
  for (std::size_t i = 0; i < count; ++i) {
    const Mention each = mentions_[i];
    if (book_[each.actor].actor.members.size() != 2 || !scene_.is(each.first, "each")) {
      continue;
    }
    const TokenId end = std::min(scene_.sentence_end(each.first), each.last + 12);
    for (TokenId t = each.last; t + 1 < end; ++t) {
      const bool alone =
          t + 2 >= end || (scene_.syntax.upos[t + 2] != Upos::noun && scene_.syntax.upos[t + 2] != Upos::propn &&
                           scene_.syntax.upos[t + 2] != Upos::adj);
      if (scene_.is(t, "the") && scene_.is(t + 1, "other") && alone) {
        mention({t, t + 2}, each.actor, MentionForm::nominal);
      }
    }
  }
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
