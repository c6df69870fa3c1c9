// The rule language of data/acts/*.rules, compiled: which words trigger a rule, where its actors stand in the tree,
// what it yields. docs/rules.md teaches the language.
#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
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
  governor,     // the predicate in whose clause a noun stands: "during a visit, Johnson MET …"
  opener,       // the preposition or conjunction before it: "is BEHIND the attack"
  auxiliary,    // the helping verbs: "WILL never accept"
  preposition,  // the phrase that a preposition opens: with, to, on, against, …
};

struct Step {
  StepKind kind = StepKind::subject;
  std::string word;  // of a preposition
};

using Path = std::vector<Step>;

enum class Ask : std::uint8_t {
  words,    // lemmas at the end of the paths
  actor,    // sectors ("MED") or kinds ("outlet") of the actors there
  negated,  // the trigger, or the verb that carries it, is negated
};

struct Condition {
  std::vector<Path> paths;         // at the end of any of them; an empty path: the trigger itself
  std::vector<std::string> words;  // lemmas, one of which must stand there; none: anything
  bool wanted = true;              // false for `unless`
  Ask ask = Ask::words;
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
  bool own = false;  // of the user's own files

  std::vector<Trigger> triggers;
  std::vector<std::pair<TriggerKind, std::string>> trigger_lists;  // "@list" whose words stand among the triggers
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
  // Whether it tells what somebody does by not doing something: "will never accept".
  [[nodiscard]] bool wants_negation() const {
    return std::any_of(conditions.begin(), conditions.end(),
                       [](const Condition& c) { return c.ask == Ask::negated && c.wanted; });
  }
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

  // What an act amounts to that hangs on a condition, by the beginning of its code (data/acts/threats.tsv).
  std::unordered_map<std::string, std::string> threats;

  [[nodiscard]] bool in_list(std::string_view list, std::string_view lemma) const;
};

// Reads every *.rules file of DATA/acts in the order of their names, then the user's own files: the *.rules of OWN/acts
// and the files named. An own rule takes the place of the rule of that name before it; words of an own list come to
// the list of that name.
[[nodiscard]] Result<Rules> load(const std::filesystem::path& data, const base::Codes& codes,
                                 const std::filesystem::path& own = {},
                                 const std::vector<std::filesystem::path>& own_files = {});

// What a rule file says, without the index; used by load and by tests. Appends to `rules`. With `own`, a rule may
// replace one of another file and a word may stand in its list already.
Status parse_rules(const std::string& text, const std::string& file, Rules& rules, bool own = false);

}  // namespace readout::acts
