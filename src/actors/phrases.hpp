// Noun phrases that may name an actor, as their words say it and before anybody is identified:
// "[Senior] [Hungarian and Romanian] officials", "US President Joe Biden", "Ministry of Foreign Affairs spokeswoman
// Joanne Ou (歐江安)".
#pragma once

#include <cstdint>
#include <vector>

#include "actors/names.hpp"

namespace readout::actors {

inline constexpr std::uint32_t no_phrase = UINT32_MAX;

// A stretch of tokens [first, last); empty when there is none.
struct Stretch {
  TokenId first = 0;
  TokenId last = 0;

  [[nodiscard]] bool empty() const { return first >= last; }
  [[nodiscard]] TokenId size() const { return last - first; }
};

enum class PhraseKind : std::uint8_t {
  country,  // "China", "Chinese", "Beijing" alone
  unit,     // an organization, institution or outlet of the tables: "the Chinese Foreign Ministry"
  role,     // a role noun without a name: "the US president", "officials"
  person,   // a name, with or without a title
  pronoun,
  definite,  // "the two leaders", "both countries", "the nation": points to actors named before
};

struct Phrase {
  PhraseKind kind = PhraseKind::person;
  Stretch whole;                         // with determiner and complement
  TokenId det = no_token;                // article, possessive pronoun, "both", "two"
  std::vector<std::uint32_t> countries;  // hits: "US and Chinese"
  std::vector<std::uint32_t> asides;     // hits: "Iran" in "Iran-backed rebels", whose they are not
  std::uint32_t unit = no_hit;           // "Ministry of Foreign Affairs"
  Stretch unit_run;                      // an organization that the tables do not know: "Apple chief executive"
  std::uint32_t role = no_hit;
  Stretch extension;                  // "Department [of Transportation]": the rest of a body's own name
  std::uint32_t outer_role = no_hit;  // the role before the role: "police chief" → police
  std::uint32_t name_hit = no_hit;    // a person of the tables
  Stretch name;                       // the name's words, brackets not included
  Stretch native;                     // the name in brackets
  Stretch acronym;                    // "(SDF)" behind a name
  bool former = false;
  bool honorific = false;                // "Mr", "Ms", "Sir"
  char gender = 0;                       // 'm', 'f' from the honorific
  bool quantified = false;               // "two", "several", "some": no definite office
  bool indefinite = false;               // "a", "an", "another", "one"
  bool definite = false;                 // "the", "this", "that", a possessive
  std::uint32_t owner = no_phrase;       // "[the leaders'] advisers", "[his] administration"
  std::uint32_t complement = no_phrase;  // "president of [France]", "spokesman for [the ministry]"
  bool accredited = false;               // the complement tells where, not whose: "ambassador to Poland"
  std::uint32_t same_as = no_phrase;     // apposition: another phrase for the same one
};

// In text order of their first token; an owner stands before, a complement after the phrase that it belongs to.
struct Phrases {
  Hits hits;
  std::vector<Phrase> all;
};

[[nodiscard]] Phrases find_phrases(const Scene& scene, Hits hits);

// A run of capitalised words that may be a name which the tables do not know; empty when none begins at `t`.
[[nodiscard]] Stretch unknown_name_at(const Scene& scene, const Hits& hits, TokenId t);

// What a definite phrase points to.
enum class Pointing : std::uint8_t { nothing, one_state, states, leaders };
[[nodiscard]] Pointing pointing_noun(const Scene& scene, TokenId t);

// "he", "her", "themselves", "who", "it": may point to an actor.
[[nodiscard]] bool is_pointing_pronoun(const Scene& scene, TokenId t);

}  // namespace readout::actors
