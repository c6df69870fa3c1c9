// The record: rows of one report, with ids of their own, as they are printed, stored and shown again.
// Field names follow the record's contract (docs/record.md); an empty string or a missing optional is unknown.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "readout/result.hpp"
#include "readout/span.hpp"

namespace readout {

struct DocumentRow {
  std::string id;  // "d1": by position in the run
  std::string name, sha256, path, url, title, date, outlet, agency, byline, publisher, dateline, dateline_date,
      language;
  std::uint64_t line = 0;    // 1-based line in `path` of a report inside a larger file; 0 otherwise
  std::uint64_t bytes = 0;   // size of the text that spans count in
  std::string span_base;     // "file", "text field", "file converted from UTF-16LE"
  std::string input_sha256;  // before conversion; empty when nothing was converted
  std::optional<Span> title_span, byline_span, dateline_span, publisher_span;
  std::vector<std::string> warnings;

  friend bool operator==(const DocumentRow&, const DocumentRow&) = default;
};

struct ActorRow {
  std::string id;  // "a1"
  std::string kind, entity, name, native_name, country, sector, code, office, rank;
  bool anonymous = false;
  std::string on_behalf_of;          // whom the actor speaks or works for: an actor's id, else a name
  std::vector<std::string> members;  // ids
  std::vector<Span> mentions;
  std::vector<Span> evidence;

  friend bool operator==(const ActorRow&, const ActorRow&) = default;
};

struct TimeRow {
  std::string id;  // "t1"
  Span span;
  std::string kind, value, earliest, latest, anchor;

  friend bool operator==(const TimeRow&, const TimeRow&) = default;
};

struct AccountRow {
  std::string id;                                        // "k0" is the report's own voice
  std::string parent;                                    // empty for k0
  std::string source, channel, addressee, on_behalf_of;  // actors by id
  std::optional<Span> cue;
  bool anonymous = false;
  std::vector<Span> evidence;

  friend bool operator==(const AccountRow&, const AccountRow&) = default;
};

enum class ActKind : std::uint8_t { event, statement };

struct ActRow {
  std::string id;  // "e1" for events, "s1" for statements
  ActKind kind = ActKind::event;
  // both
  std::string account, channel, rule, place;
  std::string when_value, when_earliest, when_latest, when_time;
  Span sentence;
  double confidence = 0;
  std::vector<std::string> issues;
  // events
  std::string cameo, cameo_name, plover_type, plover_mode, quad, status, duration;
  std::vector<std::string> plover_context;
  double goldstein = 0;
  std::uint32_t ordinal = 0;
  bool symmetric = false;
  std::vector<std::string> initiator, actor, recipient;
  std::vector<Span> evidence;
  // statements
  std::string speaker, form, addressee;
  std::optional<Span> cue;
  std::vector<Span> content;

  friend bool operator==(const ActRow&, const ActRow&) = default;
};

// An issue that the report names.
struct IssueRow {
  std::string id;  // "i1"
  std::string code, label, parent, iptc;
  std::vector<std::string> plover;
  std::vector<Span> mentions;

  friend bool operator==(const IssueRow&, const IssueRow&) = default;
};

// Where somebody stands: on an issue, toward an actor, or both.
struct StanceRow {
  std::string id;               // "p1"
  std::string holder, toward;   // actors by id
  std::string issue, issue_id;  // its label, and its row
  std::int64_t polarity = 0;    // −2 … 2
  std::string tone, account, act, rule;
  std::optional<Span> condition;
  Span sentence;
  double confidence = 0;
  std::vector<Span> evidence;

  friend bool operator==(const StanceRow&, const StanceRow&) = default;
};

struct ClaimRow {
  std::string id;            // "c1"
  std::string subject;       // an actor or an event by id; empty when words alone tell it
  std::string subject_text;  // the words
  std::string predicate, object, account;
  Span sentence;
  std::vector<Span> evidence;

  friend bool operator==(const ClaimRow&, const ClaimRow&) = default;
};

struct Record {
  DocumentRow document;
  std::vector<ActorRow> actors;
  std::vector<TimeRow> times;
  std::vector<AccountRow> accounts;
  std::vector<IssueRow> issues;
  std::vector<ActRow> acts;  // events before statements
  std::vector<StanceRow> stances;
  std::vector<ClaimRow> claims;
  std::string text;  // what every span points into

  friend bool operator==(const Record&, const Record&) = default;
};

// What every record keeps to: spans lie inside the text, on code-point boundaries, and are not empty; ids are unique
// and what refers to them exists; k0 comes first and a parent before its children. The error names the row and the
// field.
Status check_spans(const Record& record);

}  // namespace readout
