// Which rows of data/actors a resolved phrase rests on.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "readout/day.hpp"
#include "readout/result.hpp"

namespace readout::actors {

struct Sought {
  std::string phrase;
  std::string entity;   // "person:joe_biden"; empty when the tables have no such actor
  std::string country;  // "USA"
  std::optional<Day> day;
};

struct FoundRow {
  std::string file;  // "actors/holders.tsv"; with its whole path where it is one of the own tables
  std::uint64_t line = 0;
  std::string id, relation, text, from, to;
};

// Names of the actor, its country and its role that stand in the phrase, its offices on the day, its country, sector
// and rank; in the order of the tables.
[[nodiscard]] Result<std::vector<FoundRow>> rows_behind(const std::filesystem::path& data, const Sought& sought,
                                                        const std::filesystem::path& own = {});

}  // namespace readout::actors
