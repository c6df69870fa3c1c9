// What the stage knows: the table of issues with their phrases, and the rules of stances. docs/issues.md teaches both.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "readout/issues.hpp"
#include "readout/result.hpp"

namespace readout::issues {

using Entry = std::uint32_t;  // index into Knowledge::entries
inline constexpr Entry no_entry = UINT32_MAX;

struct TableIssue {
  Issue issue;
  Entry parent = no_entry;
  bool problem = false;  // to fight it is to stand for the issue: crises, crimes, diseases
  std::string file;
  std::uint64_t line = 0;
};

// Words to entries. A walk costs as much as the phrase is long, however many phrases there are.
class PhraseTrie {
 public:
  using Node = std::uint32_t;
  static constexpr Node root = 0;
  static constexpr Node nowhere = UINT32_MAX;

  PhraseTrie() : entry_(1, no_entry) {}
  // The entry that had these words before, else no_entry; then nothing is changed.
  Entry add(const std::vector<std::string>& words, Entry entry);
  [[nodiscard]] Node next(Node node, std::string_view word) const;
  [[nodiscard]] Entry entry(Node node) const { return entry_[node]; }

 private:
  std::unordered_map<std::string, std::uint32_t> symbols_;
  std::unordered_map<std::uint64_t, Node> edges_;  // node, symbol → node
  std::vector<Entry> entry_;                       // [nodes]
};

// Where a rule looks from its trigger.
enum class StepKind : std::uint8_t {
  subject,      // who does it
  object,       // to whom or what
  clause,       // a complement or an open complement
  modified,     // the noun that an adjective stands with, and what is said to be so
  possessor,    // "Turkey's opposition", "the US pressure"
  rest,         // what follows in the same saying
  speaker,      // whoever says it: the source of the innermost statement
  wish,         // whoever wishes it: "should", "urged … to"
  others,       // the other parties of the subject: "the two sides"
  condition,    // the subject of "until …", "unless …"
  preposition,  // the phrase that a preposition opens
};

struct Step {
  StepKind kind = StepKind::subject;
  std::string word;  // of a preposition
};

enum class TriggerKind : std::uint8_t { verb, noun, adjective };

struct Trigger {
  TriggerKind kind = TriggerKind::verb;
  std::string lemma;
  std::string second;  // "push back": a particle, adverb or object that must hang on it; may be empty
};

struct Proof {
  std::string sentence;
  std::string wanted;  // "FRA -2 sanctions > IRN"; empty: any
  bool hit = true;
  std::uint64_t line = 0;
};

struct StanceRule {
  std::string name;
  std::string file;
  std::uint64_t line = 0;
  std::vector<Trigger> triggers;
  std::vector<Step> holder;  // the first that leads to an actor counts
  std::vector<Step> about;   // all count
  std::vector<Step> toward;  // the first that leads to an actor counts
  int polarity = 0;
  std::string tone;
  bool drop_negated = false;  // "did not criticise" is no praise
  std::vector<Proof> proofs;
};

struct Knowledge {
  std::vector<TableIssue> entries;
  PhraseTrie phrases;
  PhraseTrie places;  // words that turn a mention of a parent into one of a child: "Pyongyang" makes nuclear Korean
  std::vector<std::vector<Entry>> place_entries;  // what a value of `places` stands for

  std::vector<StanceRule> rules;
  std::unordered_map<std::string, std::vector<std::uint32_t>> rules_by_lemma;
  std::unordered_map<std::string, std::unordered_set<std::string>> lists;

  std::size_t phrase_count = 0;

  [[nodiscard]] bool in_list(const char* list, std::string_view lemma) const;
};

// Reads DATA/issues/*.tsv and DATA/issues/*.rules.
[[nodiscard]] Result<Knowledge> load(const std::filesystem::path& data);

// What one rule file says; used by load and by tests. Appends to `known`.
Status parse_rules(const std::string& text, const std::string& file, Knowledge& known);

}  // namespace readout::issues
