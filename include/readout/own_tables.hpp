// A user's own actors as tables that Knowledge reads beside its own: made from the dictionaries of other coders, kept
// in a folder (docs/own_knowledge.md).
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "readout/result.hpp"

namespace readout {

class Knowledge;

// One fact, as in data/actors/README.md.
struct OwnRow {
  std::string id, relation, text, from, to;

  friend bool operator==(const OwnRow&, const OwnRow&) = default;
};

struct OwnTables {
  std::map<std::string, std::vector<OwnRow>> rows;  // "persons.tsv" → its rows
  std::uint64_t persons = 0, organizations = 0, roles = 0, state_names = 0;
  std::uint64_t known = 0;      // names and roles that Readout's tables have already, with the same meaning
  std::vector<Error> problems;  // every line that was not understood
};

// Reads FILE, a dictionary in the form of TABARI, PETRARCH and Phoenix or a table with the columns name, code and
// perhaps from, to. An error only when the file cannot be read.
[[nodiscard]] Result<OwnTables> import_actors(const std::filesystem::path& file, const Knowledge& knowledge);

// Writes the rows into FOLDER/actors/*.tsv, sorted by id. Rows that stand there already stay, and stand once. Each file
// is replaced as a whole or not at all.
Status write_own_tables(const OwnTables& tables, const std::filesystem::path& folder);

}  // namespace readout
