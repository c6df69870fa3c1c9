// Why an act is in the record: the words, the rule as its file has it, the tree, the actors and the rows of the tables
// behind them, what decided status and time, and what its confidence is made of.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "readout/document.hpp"
#include "readout/outputs.hpp"
#include "readout/reader.hpp"
#include "readout/record.hpp"
#include "readout/resolution.hpp"
#include "readout/result.hpp"

namespace readout {

// A rule where it stands. Without a file: told by the second opinion alone, or by a rule that is no longer there.
struct RuleText {
  std::string name;
  std::string file;
  std::uint64_t line = 0;          // of its name, 1-based
  std::vector<std::string> lines;  // as written, from `line` on
  std::string code;                // CAMEO; empty for statements. A plan or a threat of it has another (foretold.tsv)
};

// How a role got its actor.
struct RoleReason {
  std::string role;          // "source", "target", "both", "initiator", "speaker", "addressee", "outlet"
  std::string actor;         // id
  std::string path;          // of the rule, "object.with"; empty where no path of the rule leads to the actor
  Span words;                // of the sentence that stand for the actor; empty when none do
  TokenId token = no_token;  // the one that carries them
  bool whose = false;        // what stands at the path's end is the actor's: "a Libyan convoy"
};

struct ActorReason {
  ActorRow row;
  std::string form;             // how the words of this sentence name it: "name", "nominal", "pronoun"; may be empty
  Span named;                   // the first words of the report that name it; empty when none do
  std::vector<TableFact> rows;  // of the tables
};

// What the second opinion (docs/model_format.md) takes the two sides to do.
struct OpinionReason {
  Span word;                                              // that tells it
  Span source, target;                                    // empty for a side that is not told
  double of_type = 0;                                     // the chance of this act's PLOVER type
  std::vector<std::pair<std::string, double>> likeliest;  // three, "-" is no act
};

struct StatusReason {
  std::string because;       // "will", in words: "a modal of what is to come"
  std::optional<Span> word;  // that says so
};

struct ConfidencePart {
  std::string because;
  double adds = 0;
};

struct Explanation {
  ActRow act;
  RuleText rule;
  TokenId trigger = no_token;  // the word that the rule begins at
  std::vector<RoleReason> roles;
  std::vector<ActorReason> actors;  // of the roles, each once
  std::optional<OpinionReason> opinion;
  StatusReason status;                     // of events
  std::string time_because;                // how the time came about
  std::optional<TimeRow> time;             // the expression that tells it
  std::vector<AccountRow> account;         // from the report's own voice to the act's
  std::vector<ConfidencePart> confidence;  // they add up to the act's
  std::vector<Sentence> sentences;         // that tell it, the main one first
};

struct ExplainedReport {
  Document document;
  Record record;
  std::vector<Explanation> acts;
};

// The acts named in `ids` ("e1", "s2"), or all when there are none; unknown ids give nothing. `data` is where the
// tables are that the reader's knowledge came from.
[[nodiscard]] Result<ExplainedReport> explain(Reader& reader, Report report, std::string_view doc,
                                              const std::filesystem::path& data, const OwnKnowledge& own,
                                              const std::vector<std::string>& ids);

// One JSON object a line, an act each.
void write_jsonl(const ExplainedReport& report, std::string& out);
void write_text(const ExplainedReport& report, const TextView& view, std::string& out);

// The rules of the acts as their files have them, each once: the beginning of a rule file of one's own.
void write_rules(const ExplainedReport& report, std::string& out);

}  // namespace readout
