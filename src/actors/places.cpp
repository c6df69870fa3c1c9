// Countries, their capitals as metonyms ("Beijing has pushed back"), and towns as towns ("in Beijing").
#include <algorithm>

#include "actors/linker.hpp"

namespace readout::actors {

namespace {

bool is_motion(std::string_view lemma) {
  return lemma == "visit" || lemma == "leave" || lemma == "reach" || lemma == "enter" || lemma == "capture" ||
         lemma == "bomb" || lemma == "shell" || lemma == "retake" || lemma == "seize" || lemma == "besiege";
}

bool is_travel(std::string_view lemma) {
  return lemma == "go" || lemma == "fly" || lemma == "travel" || lemma == "return" || lemma == "come" ||
         lemma == "trip" || lemma == "visit" || lemma == "move" || lemma == "arrive" || lemma == "flight" ||
         lemma == "drive" || lemma == "head";
}

}  // namespace

EntryId Linker::state_of(const Hit& hit) const {
  EntryId found = no_entry;
  int most = -1;
  for (std::uint32_t r = hit.first_reading; r < hit.last_reading; ++r) {
    const Reading& reading = phrases_.hits.readings[r];
    if ((reading.use & use_country) == 0) {
      continue;
    }
    // One word for two states ("Congolese"): the one that the report names more often.
    const EntryId entry = knowledge_.facts[reading.fact].entry;
    const auto counted = country_counts_.find(std::string(knowledge_.text(knowledge_.entries[entry].id)));
    const int count = counted == country_counts_.end() ? 0 : counted->second;
    if (count > most) {
      found = entry;
      most = count;
    }
  }
  return found;
}

std::string Linker::country_of(const Hit& hit) const {
  const EntryId entry = state_of(hit);
  return entry == no_entry ? std::string{} : std::string(knowledge_.text(knowledge_.entries[entry].id));
}

// In a place, from a place, to a place by way of travel: not the government that sits there.
bool Linker::is_locative(Stretch hit) const {
  const TokenId begin = scene_.sentence_begin(hit.first);
  const TokenId before = hit.first > begin && scene_.is_one_of(hit.first - 1, {"the", "central", "downtown", "nearby"})
                             ? hit.first - 1
                             : hit.first;
  if (before == begin) {
    return false;
  }
  const TokenId prep = before - 1;
  if (scene_.word(prep) == "," && prep > begin && scene_.is_one_of(prep - 1, {"capital", "city", "town"})) {
    return true;
  }
  if (scene_.is_one_of(prep, {"in", "at", "from", "near", "outside", "around", "across", "through", "inside",
                              "throughout", "into", "onto", "off", "via"})) {
    return true;
  }
  if (scene_.is_one_of(prep, {"to", "for", "of"})) {
    const TokenId head = scene_.syntax.head[hit.last - 1];
    const bool of_place = scene_.is(prep, "of") && head != no_token &&
                          (scene_.syntax.lemma(head) == "city" || scene_.syntax.lemma(head) == "capital" ||
                           scene_.syntax.lemma(head) == "town" || scene_.syntax.lemma(head) == "north" ||
                           scene_.syntax.lemma(head) == "south" || scene_.syntax.lemma(head) == "street");
    return of_place || (head != no_token && !scene_.is(prep, "of") && is_travel(scene_.syntax.lemma(head)));
  }
  const TokenId head = scene_.syntax.head[hit.last - 1];
  return scene_.syntax.relation[hit.last - 1] == Relation::obj && head != no_token &&
         is_motion(scene_.syntax.lemma(head));
}

ActorId Linker::place(const Hit& hit) {
  bool fresh = false;
  const std::string name(scene_.text(hit.first, hit.last));
  const ActorId id = book_.of_key("place:" + fold(name), fresh);
  if (fresh) {
    Actor& actor = book_[id].actor;
    actor.kind = ActorKind::place;
    actor.name = name;
    actor.country = country_of(hit);
    actor.code = actor.country;
  }
  return id;
}

ActorId Linker::link_country(const Phrase& phrase) {
  const Hit& hit = phrases_.hits.hits[phrase.countries.front()];
  const Stretch words{hit.first, hit.last};
  const std::string country = country_of(hit);
  const TokenId last = hit.last - 1;
  const bool modifies = form_of(words) == MentionForm::adjective;
  const bool noun = scene_.syntax.upos[last] == Upos::noun || scene_.syntax.upos[last] == Upos::propn;
  const bool citizen =
      hit.can_be(use_citizen) && !modifies && (noun || phrase.det != no_token) && !hit.can_be(use_state);
  const bool people =
      hit.can_be(use_adjective) && !hit.can_be(use_state | use_citizen) && !modifies && phrase.det != no_token && noun;
  if (citizen || people) {
    bool fresh = false;
    const ActorId id = book_.of_key("citizens:" + country + fold(scene_.text(hit.first, hit.last)), fresh);
    if (fresh) {
      Draft& draft = book_[id];
      draft.actor.kind = phrase.indefinite ? ActorKind::person : ActorKind::group;
      draft.actor.name = std::string(scene_.text(hit.first, hit.last));
      draft.actor.country = country;
      draft.actor.code = country;
      draft.plural = !phrase.indefinite;
    }
    mention({phrase.det != no_token ? phrase.det : hit.first, hit.last}, id, MentionForm::nominal);
    return id;
  }
  const bool only_place = !hit.can_be(use_state | use_adjective | use_citizen | use_seat);
  if (only_place && (!hit.can_be(use_capital) || modifies || is_locative({hit.first, hit.last}))) {
    if (hit.can_be(use_doubtful) && !is_locative({hit.first, hit.last})) {
      return no_actor;
    }
    const ActorId id = place(hit);
    mention(words, id, modifies ? MentionForm::adjective : MentionForm::name);
    return no_actor;  // a place owns and does nothing
  }
  const bool adjective = modifies || !hit.can_be(use_state | use_capital | use_seat);
  if (hit.can_be(use_doubtful) && !scene_.is_capitalised(hit.first)) {
    return no_actor;
  }
  const ActorId id = book_.of_country(country);
  mention(words, id, adjective ? MentionForm::adjective : MentionForm::name);
  return id;
}

void Linker::count_countries() {
  int all = 0;
  for (const Hit& hit : phrases_.hits.hits) {
    if (hit.can_be(use_country) && !hit.can_be(use_doubtful)) {
      ++country_counts_[country_of(hit)];
      ++all;
    }
    const TokenId t = hit.first;
    if (scene_.tokens.span[t].overlaps(scene_.layout.dateline_place)) {
      dateline_country_ = country_of(hit);
    }
  }
  for (const auto& [country, count] : country_counts_) {
    if (count >= 3 && count * 2 >= all) {
      dominant_ = country;
    }
  }
  if (dateline_country_.empty() && !scene_.layout.dateline_place.empty()) {
    dateline_country_ = dateline_country(scene_);
  }
}

// Where the words stand: a place named before in the sentence ("In Taipei, the ministry …"), the dateline, or the one
// country that the report is about.
std::string Linker::context_country(TokenId t) const {
  for (TokenId at = t; at > scene_.sentence_begin(t) && t - at < 30; --at) {
    const Hit* hit = phrases_.hits.beginning_at(at - 1);
    if (hit != nullptr && hit->can_be(use_capital | use_city | use_state) && !hit->can_be(use_doubtful) &&
        is_locative({hit->first, hit->last})) {
      return country_of(*hit);
    }
  }
  return !dateline_country_.empty() ? dateline_country_ : dominant_;
}

}  // namespace readout::actors
