// What it is about, and who stands where: issues, stances and claims. Convergence and divergence are not kept here;
// they follow from the stances (compare.hpp).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "readout/actors.hpp"
#include "readout/acts.hpp"
#include "readout/span.hpp"
#include "readout/tokens.hpp"

namespace readout {

using IssueId = std::uint32_t;  // index into Issues::issues
inline constexpr IssueId no_issue = UINT32_MAX;
inline constexpr std::uint32_t no_act = UINT32_MAX;

// An issue that the report mentions, as data/issues/ has it.
struct Issue {
  std::string code;                 // "environment.climate": its place in the hierarchy
  std::string label;                // "climate change"
  std::string iptc;                 // IPTC Media Topic: "medtop:20000418"
  std::vector<std::string> plover;  // contexts of PLOVER
};

struct IssueMention {
  Span span;
  TokenId first = 0;  // tokens [first, last)
  TokenId last = 0;
  TokenId head = 0;  // the token that carries the words in the tree
  IssueId issue = no_issue;
};

// Where somebody stands on an issue, or toward an actor, or on an issue toward an actor.
struct Stance {
  ActorId holder = no_actor;
  IssueId issue = no_issue;
  ActorId toward = no_actor;
  int polarity = 0;  // −2 … 2
  std::string tone;  // "cooperative", "critical", "hopeful", …
  Span condition;    // "until Biden dials down criticism"; empty when there is none
  AccountId account = own_voice;
  std::uint32_t statement = no_act;  // index into Acts::statements: where it was said
  Span sentence;
  std::vector<Span> evidence;  // the words of attitude, then those of the issue and the negation
  std::string rule;
  float confidence = 0;
};

struct Claim {
  ActorId actor = no_actor;      // the subject: an actor,
  std::uint32_t event = no_act;  // or an index into Acts::events,
  Span subject;                  // or words
  std::string predicate;         // "holds office", "ordinal", "duration", "causes", "member of", "ranked"
  std::string object;
  AccountId account = own_voice;
  Span sentence;
  std::vector<Span> evidence;
};

struct Issues {
  std::vector<Issue> issues;                       // in order of first mention
  std::vector<IssueMention> mentions;              // in text order, not overlapping
  std::vector<std::vector<IssueId>> of_event;      // [Acts::events]
  std::vector<std::vector<IssueId>> of_statement;  // [Acts::statements]
  std::vector<Stance> stances;
  std::vector<Claim> claims;
};

}  // namespace readout
