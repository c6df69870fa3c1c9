// What follows from a report's own rows and is kept beside them: who acts toward whom, and the words to search in.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "readout/record.hpp"

namespace readout::record {

// An act between two parties. A party is a country (ISO 3166 alpha-3) or, without one, an organization's six letters
// ("IGOUNO").
struct Dyad {
  std::string source, target, day;  // day: when it was done or said, else the report's
  std::uint32_t nr = 0;             // the act's place in its report
  // "act": the actor's party toward the recipient's; "with": done together, a row for each direction; "to" and
  // "about": the speaker's party toward the one addressed, or named in what was said.
  std::string_view relation;

  friend bool operator==(const Dyad&, const Dyad&) = default;
};

// One row for a source, target and act: the first of the relations above that holds.
[[nodiscard]] std::vector<Dyad> dyads_of(const Record& record);

// What a statement says, its parts with a blank between.
[[nodiscard]] std::string words_of(const Record& record, const ActRow& statement);

}  // namespace readout::record
