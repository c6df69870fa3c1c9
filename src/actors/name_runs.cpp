// Names that no table knows: runs of capitalised words, with particles ("Ursula van der Berg"), initials and hyphens.
#include <algorithm>
#include <array>

#include "actors/phrases.hpp"

namespace readout::actors {

namespace {

constexpr TokenId longest_run = 7;

constexpr auto particles = std::to_array<std::string_view>({
    "abu", "al", "bin", "bint", "da", "das", "de",   "del", "della", "den", "der", "di", "do", "dos",
    "du",  "e",  "el",  "ibn",  "la", "le",  "ould", "ter", "van",   "ve",  "von", "y",  "zu",
});

// Capitalised words that never belong to a name of an actor.
constexpr auto never = std::to_array<std::string_view>({
    "april",    "august",   "christmas", "covid", "december", "easter",    "february",  "friday", "i",
    "january",  "july",     "june",      "mar",   "march",    "may",       "monday",    "mr",     "mrs",
    "ms",       "november", "october",   "photo", "saturday", "sept",      "september", "sunday", "the",
    "thursday", "today",    "tuesday",   "tv",    "twitter",  "wednesday", "yesterday",
});

bool is_particle(const Scene& scene, TokenId t) {
  return std::ranges::binary_search(particles, scene.word(t));  // in lower case only
}

bool is_name_word(const Scene& scene, const Hits& hits, TokenId t) {
  if (!scene.is_capitalised(t) || std::ranges::binary_search(never, std::string_view(fold(scene.word(t))))) {
    return false;
  }
  const bool free = hits.at[t] == no_hit || hits.hits[hits.at[t]].uses == use_surname ||
                    hits.hits[hits.at[t]].uses == (use_surname | use_doubtful);
  if (!free) {
    return false;
  }
  const Upos upos = scene.syntax.upos[t];
  if (upos == Upos::propn) {
    return true;
  }
  // The tagger may miss a name; a capital inside a sentence is a good sign unless all words have one.
  return scene.casing_at(t) == Casing::normal && !scene.is_first_word(t) &&
         (upos == Upos::noun || upos == Upos::x || upos == Upos::adj);
}

// No word of [first, last) stands in a table, but as a surname.
bool is_free(const Hits& hits, TokenId first, TokenId last) {
  for (TokenId t = first; t < last; ++t) {
    if (hits.at[t] != no_hit && (hits.hits[hits.at[t]].uses & ~(use_surname | use_doubtful)) != 0) {
      return false;
    }
  }
  return true;
}

// "Jordan Peterson", "Chelsea Clinton", "Iraq Body Count": a name that begins with the word of a place, when the tree
// or the model says so.
bool begins_with_place(const Scene& scene, const Hits& hits, TokenId t) {
  const Hit* hit = hits.beginning_at(t);
  if (hit == nullptr || !hit->can_be(use_country) || hit->can_be(use_unit | use_any_role | use_person)) {
    return false;
  }
  const bool place =
      hit->last == t + 1 && hit->can_be(use_state | use_city | use_capital) && !hit->can_be(use_adjective);
  if (place && hit->last < scene.sentence_end(t) && scene.syntax.relation[t + 1] == Relation::flat &&
      scene.syntax.head[t + 1] == t && is_name_word(scene, hits, t + 1)) {
    return true;
  }
  const readout::Name* name = scene.tagged(t);
  return name != nullptr && name->first == t && name->last > hit->last && name->kind != NameKind::place &&
         is_free(hits, hit->last, name->last) && (name->kind == NameKind::organization || place);
}

// Where the model's name that begins at `t` ends, when it reaches beyond the free words: "Movement for Democratic
// Change".
TokenId end_by_model(const Scene& scene, const Hits& hits, TokenId t, TokenId last) {
  const readout::Name* name = scene.tagged(t);
  if (name == nullptr || name->first != t || name->last <= last) {
    return last;
  }
  for (TokenId at = last; at < name->last; ++at) {
    const bool beyond = hits.at[at] != no_hit && hits.hits[hits.at[at]].last > name->last;
    if (beyond || scene.is_possessive(at) || (hits.at[at] != no_hit && hits.hits[hits.at[at]].can_be(use_any_role))) {
      return last;  // "Apple chief", "Kenya's Wall"
    }
  }
  return name->last;
}

}  // namespace

Stretch unknown_name_at(const Scene& scene, const Hits& hits, TokenId t) {
  if (t >= scene.tokens.size() || (!is_name_word(scene, hits, t) && !begins_with_place(scene, hits, t))) {
    return {};
  }
  const TokenId end = std::min(scene.sentence_end(t), t + longest_run);
  TokenId last = t + 1;
  while (last < end) {
    TokenId next = last;
    while (next < end && next - last < 3 && (is_particle(scene, next) || scene.is_hyphen(next))) {
      ++next;
    }
    const bool hyphenated = next > last && scene.is_hyphen(next - 1);
    if (next >= end) {
      break;
    }
    const bool tail = hyphenated && hits.at[next] == no_hit && scene.syntax.upos[next] == Upos::propn;  // "Ho-jen"
    if (!tail && !is_name_word(scene, hits, next)) {
      break;
    }
    last = next + 1;
  }
  return {t, end_by_model(scene, hits, t, last)};
}

Pointing pointing_noun(const Scene& scene, TokenId t) {
  if (scene.is_one_of(
          t, {"sides", "countries", "nations", "governments", "neighbours", "neighbors", "capitals", "side"})) {
    return Pointing::states;
  }
  if (scene.is_one_of(t, {"leaders", "presidents", "ministers", "heads", "men"})) {
    return Pointing::leaders;
  }
  return scene.is_one_of(t, {"nation", "country"}) ? Pointing::one_state : Pointing::nothing;
}

bool is_pointing_pronoun(const Scene& scene, TokenId t) {
  return scene.is_one_of(
      t, {"he",    "him",    "his",        "himself", "she", "her",    "hers", "herself", "they",  "them",
          "their", "theirs", "themselves", "it",      "its", "itself", "who",  "whom",    "whose", "which"});
}

}  // namespace readout::actors
