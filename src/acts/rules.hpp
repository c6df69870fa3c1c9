// The rule language of data/acts/*.rules, compiled: which words trigger a rule, where its actors stand in the tree,
// what it yields. docs/rules.md teaches the language.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/codes.hpp"
#include "readout/acts.hpp"
#include "readout/result.hpp"

namespace readout::acts {

// One step through the tree from a token to some of its relatives.
enum class StepKind : std::uint8_t {
  subject,    // who does it: subject of an active, "by" of a passive, shared by coordination, control, relative clauses
  object,     // to whom: object of an active, subject of a passive, antecedent of a reduced relative
  recipient,  // the indirect object: "sent Kim a letter"
  possessor,  // "Turkey's invasion"
  modifier,   // "the Turkish invasion", "a US strike"
  clause,     // a complement clause: "said that …"
  infinitive,   // an open complement: "urged … to …", "agreed to …", "began …-ing"
  complement,   // what a copula or "as" predicates: "called it unfair", "is hopeful"
  preposition,  // the phrase that a preposition opens: with, to, on, against, …
};

struct Step {
  StepKind kind = StepKind::subject;
  std::string word;  // of a preposition
};

using Path = std::vector<Step>;

struct Condition {
  std::vector<Path> paths;         // at the end of any of them; an empty path: the trigger itself
  std::vector<std::string> words;  // lemmas, one of which must stand there; none: anything
  bool wanted = true;              // false for `unless`
};

enum class TriggerKind : std::uint8_t { verb, noun, adjective, preposition };

// What a cue's content may be: "that …" or a bare clause; words in quotation marks; "to …" or "…-ing"; a noun phrase;
// an object with what is said of it, where part of it is quoted ("called it “unfair”").
enum class ContentKind : std::uint8_t { clause = 1, quote = 2, infinitive = 4, object = 8, predicate = 16 };

// "crack down": lemma and particle.
struct Trigger {
  TriggerKind kind = TriggerKind::verb;
  std::string lemma;
  std::string particle;
};

enum class Need : std::uint8_t { source = 1, target = 2, both = 4 };

// A sentence that proves a rule; `codes` are the actor codes that it must give ("USAGOV > CHNGOV"), empty for any.
struct Proof {
  std::string sentence;
  std::string codes;
  bool hit = true;
  std::uint64_t line = 0;
};

struct Rule {
  std::string name;
  std::string file;
  std::uint64_t line = 0;

  std::vector<Trigger> triggers;
  std::vector<Condition> conditions;

  std::vector<Path> source, target, both, initiator;  // events
  unsigned needs = 0;                                 // bits of Need: roles that must be filled by actors
  std::string code;
  std::string mode;
  std::string channel;
  std::optional<ActStatus> status;

  std::vector<Path> speaker, addressee, outlet;  // statements
  unsigned content = 0;                          // bits of ContentKind
  std::vector<Proof> proofs;

  [[nodiscard]] bool is_statement() const { return content != 0; }
};

// What an act that only the second opinion tells is coded as, by PLOVER type and mode (data/acts/opinion_codes.tsv).
struct OpinionCode {
  std::string type, mode, cameo;
  bool both = false;  // symmetric
};

struct Rules {
  std::vector<OpinionCode> opinion_codes;
  std::vector<std::pair<std::string, std::string>> intents;  // code done, code intended (data/acts/intents.tsv)
  std::vector<Rule> rules;
  base::Codes codes;

  // Lemma of a trigger → rules, most demanding first.
  std::unordered_map<std::string, std::vector<std::uint32_t>> events_by_lemma;
  std::unordered_map<std::string, std::vector<std::uint32_t>> statements_by_lemma;
  // Named word lists of the rule files: "@support" → "hold", "launch", …
  std::unordered_map<std::string, std::unordered_set<std::string>> lists;

  [[nodiscard]] bool in_list(std::string_view list, std::string_view lemma) const;
};

// Reads every *.rules file of DATA/acts in the order of their names.
[[nodiscard]] Result<Rules> load(const std::filesystem::path& data, const base::Codes& codes);

// What a rule file says, without the index; used by load and by tests. Appends to `rules`.
Status parse_rules(const std::string& text, const std::string& file, Rules& rules);

}  // namespace readout::acts
