// What was done and said: events, statements, and the accounts they hang on.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "readout/actors.hpp"
#include "readout/span.hpp"
#include "readout/times.hpp"

namespace readout {

using AccountId = std::uint32_t;           // index into Acts::accounts
inline constexpr AccountId own_voice = 0;  // the report's own voice: root of the tree, always there

// By whose account: who says so, to whom, and within whose account.
struct Account {
  AccountId parent = own_voice;  // own_voice is its own parent
  ActorId source = no_actor;     // no_actor for the report's own voice and for voices without a name or noun
  std::string channel;  // "statement", "press conference", "call", "interview", "social media", "report"; may be empty
  Span cue;             // the words that open it: "said in a statement"
  ActorId addressee = no_actor;
  ActorId on_behalf_of = no_actor;
  bool anonymous = false;
  std::vector<Span> evidence;  // for anonymous sources, the words that hide the name
};

enum class ActStatus : std::uint8_t {
  happened,
  ongoing,
  habitual,
  planned,
  requested,
  conditional,
  denied,
  failed,
  presupposed,
};
[[nodiscard]] std::string_view name_of(ActStatus status);

struct When {
  std::string value;  // ISO day, interval "A/B" or "/B", month, year; empty when unknown
  std::optional<Day> earliest;
  std::optional<Day> latest;
  std::uint32_t time = no_time;  // index into Times::times
  static constexpr std::uint32_t no_time = UINT32_MAX;
};

struct Event {
  std::string cameo;        // "041"; text, because "010" is not 10
  std::string plover_type;  // "CONSULT"; empty for plain comment
  std::string plover_mode;  // "phone"; may be empty
  std::vector<std::string> plover_context;
  std::string quad;  // "verbal cooperation"
  double goldstein = 0;
  ActStatus status = ActStatus::happened;
  When when;
  std::string duration;       // ISO 8601: "PT90M"; empty when not told
  std::uint32_t ordinal = 0;  // "the second call": 2; 0 when not told
  std::string channel;        // "call", "video", "letter", …; may be empty
  std::string place;          // "Geneva"; empty when not told
  std::vector<ActorId> initiator;
  std::vector<ActorId> actor;      // every participant of a symmetric act
  std::vector<ActorId> recipient;  // empty for a symmetric act
  bool symmetric = false;
  AccountId account = own_voice;
  Span sentence;               // of the main telling
  std::vector<Span> evidence;  // the words that tell it, main telling first
  std::string rule;
  float opinion = -1;    // the second opinion's chance of this type; negative where it was not asked
  float confidence = 0;  // 0 … 1
};

enum class StatementForm : std::uint8_t { direct, mixed, indirect };
[[nodiscard]] std::string_view name_of(StatementForm form);

struct Statement {
  ActorId speaker = no_actor;
  StatementForm form = StatementForm::indirect;
  Span cue;
  std::vector<Span> content;  // quotation marks and a leading "that" belong to it, the final full stop does not
  ActorId addressee = no_actor;
  std::string channel;
  std::string place;  // where it was said: "Taipei"; empty when not told
  When when;
  AccountId account = own_voice;  // the account that this statement opens: its source is the speaker
  Span sentence;
  std::string rule;
  float confidence = 0;
};

struct Acts {
  std::vector<Account> accounts;  // [0] is the report's own voice; a parent stands before its children
  std::vector<Event> events;      // in text order of their main telling
  std::vector<Statement> statements;
};

}  // namespace readout
