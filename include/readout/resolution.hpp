// One phrase on its own, on a day: who is meant, and the rows of the tables that say so.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "readout/day.hpp"
#include "readout/reader.hpp"
#include "readout/record.hpp"
#include "readout/result.hpp"

namespace readout {

struct Resolution {
  std::string phrase;
  std::optional<Day> day;
  ActorRow actor;                 // `mentions` are spans in the phrase; `kind` is empty when nobody could be made out
  std::vector<ActorRow> members;  // of a group: "the US and Chinese presidents"
};

// Total: any phrase gives a resolution. Without a day, offices stay open. Where only a part of the phrase is known
// ("an amusement park in Kabul") the actor is the phrase itself, with the country of that part.
[[nodiscard]] Resolution resolve(Reader& reader, std::string_view phrase, std::optional<Day> day);

// A row of a table, where it stands.
struct TableFact {
  std::string file;  // "actors/holders.tsv"; an own table by its whole path
  std::uint64_t line = 0;
  std::string id, relation, text, from, to;
};

// The rows under `data` that a resolution rests on: the names that stand in the phrase, terms of office on the day,
// what the tables say of the actor.
[[nodiscard]] Result<std::vector<TableFact>> facts_behind(const std::filesystem::path& data,
                                                          const Resolution& resolution, const OwnKnowledge& own = {});

// The resolution's actor as one JSON line, with the keys of an actor row and the phrase and day asked for.
void write_jsonl(const Resolution& resolution, std::string& out);

// The same for people, with the facts.
void write_text(const Resolution& resolution, const std::vector<TableFact>& facts, std::string& out);

}  // namespace readout
