// Two accounts side by side: what two parties say of the same matters, in one report or many. Whether they meet or
// clash on an issue is derived here from the stances of the records and is kept nowhere.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "readout/record.hpp"
#include "readout/span.hpp"

namespace readout {

enum class Alignment : std::uint8_t {
  converges,    // both stand for it, or both against it and not against each other
  diverges,     // one for and one against, or one holds it against the other
  mixed,        // somebody stands on both sides
  first_only,   // only the first party takes a stand
  second_only,  // only the second does
};
[[nodiscard]] std::string_view name_of(Alignment alignment);

// One stand or one thing said, with its words.
struct ComparedLine {
  std::string document;  // its name
  std::string id;        // "p3" for a stance, "s3" for a statement, "e1" for an event
  std::string holder;    // who stands so, who says so
  std::string account;   // by whose account: "Xinhua › Xi Jinping"; empty for the report's own voice
  std::string toward;    // a name; may be empty
  std::string what;      // an event in words: "talk by telephone"; empty for stances and statements
  std::string tone;
  std::string condition;       // the words; may be empty
  int polarity = 0;            // of stances
  bool against_other = false;  // of stances: it is turned to the other party
  std::string sentence;        // the words around it
  Span span;                   // of the sentence, in bytes of the report
  std::vector<Span> evidence;  // in bytes of `sentence`
};

struct ComparedIssue {
  std::string code, label;
  Alignment alignment = Alignment::mixed;
  std::vector<ComparedLine> first, second;
};

// What is said on a matter: an issue, or an event by its code and sides.
struct ComparedMatter {
  std::string label;
  std::vector<ComparedLine> first, second;
};

struct Comparison {
  std::string first, second;  // the parties as asked for: "USA", "CHN"
  std::uint64_t reports = 0;
  std::vector<ComparedIssue> issues;                          // where at least one of them stands somewhere
  std::vector<ComparedLine> first_to_other, second_to_other;  // stands toward the other party, on no issue
  std::vector<ComparedMatter> both, first_only, second_only;  // what both say, what only one says
};

// A party is a country (ISO 3166 alpha-3) or a CAMEO code of a body ("NATO", "UNO", "EUR").
[[nodiscard]] Comparison compare(const std::vector<Record>& records, std::string_view first, std::string_view second);

}  // namespace readout
