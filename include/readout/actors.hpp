// Who is meant: the actors of a report and every place where its words name them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "readout/span.hpp"
#include "readout/tokens.hpp"

namespace readout {

using ActorId = std::uint32_t;  // index into Actors::actors
inline constexpr ActorId no_actor = UINT32_MAX;

enum class ActorKind : std::uint8_t { person, state, institution, organization, outlet, group, place };
[[nodiscard]] std::string_view name_of(ActorKind kind);

enum class MentionForm : std::uint8_t {
  name,       // "Joe Biden", "Beijing"
  nominal,    // "the US president", "a senior official"
  pronoun,    // "he", "they", "who"
  adjective,  // "Chinese" in "Chinese policy": tells whose, is not itself the doer
};

struct Mention {
  Span span;  // the words, without a leading article for names: "US President Joe Biden", "Xi Jinping (習近平)"
  TokenId first = 0;  // tokens [first, last)
  TokenId last = 0;
  TokenId head = 0;  // the token that carries the mention in the tree
  ActorId actor = no_actor;
  MentionForm form = MentionForm::name;
};

struct Actor {
  ActorKind kind = ActorKind::person;
  std::string entity;              // of the tables, the same in every report: "person:joe_biden"; empty: in none
  std::string name;                // the fullest name known: the table's, else the report's
  std::string native_name;         // in the script of its own country, when the report or a table gives it
  std::string country;             // ISO 3166 alpha-3; empty when unknown
  std::string sector;              // CAMEO sector codes without the country: "GOV", "MIL", "OPP", "MED"
  std::string code;                // CAMEO actor code: country or organisation, then sector: "USAGOV", "IGOUNO"
  std::string office;              // held at the report's date: "President of the United States"
  std::string rank;                // "head of state", "minister", "spokesperson", …; empty when unknown
  bool anonymous = false;          // somebody the report does not name: "a senior US official"
  std::vector<Span> evidence;      // for anonymous actors, the words that hide the name
  std::vector<ActorId> members;    // of a group ("the two leaders"), when known
  ActorId affiliation = no_actor;  // whom a person speaks or works for, when the report names it
  std::string affiliation_name;    // the same as text, when it is no actor of the report
};

struct Actors {
  std::vector<Actor> actors;      // in order of first mention
  std::vector<Mention> mentions;  // in text order; may nest ("Ministry of Foreign Affairs spokeswoman Joanne Ou")
  std::vector<std::uint32_t> mention_at;  // [tokens] the widest mention whose head is this token; UINT32_MAX when none
};
inline constexpr std::uint32_t no_mention = UINT32_MAX;

}  // namespace readout
