// Named actors that no table knows, gathered over many reports: what a user may want to add to the own tables.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "readout/record.hpp"

namespace readout {

struct UnknownActor {
  std::string name, kind;
  std::string country, sector;     // what most reports take them for; empty: none says
  std::vector<std::string> words;  // by which reports call them besides: "trade commissioner"; the most frequent first
  std::uint64_t reports = 0;
  std::uint64_t mentions = 0;
  std::string sentence;  // the first that names them
  std::string document;  // the name of its report

  friend bool operator==(const UnknownActor&, const UnknownActor&) = default;
};

// Persons, institutions, organizations, outlets and groups with a name of their own; places and roles are none.
class UnknownActors {
 public:
  void add(const Record& record);
  // Those of most reports first, then those with most mentions, then by name.
  [[nodiscard]] std::vector<UnknownActor> ranked() const;

 private:
  using Counts = std::map<std::string, std::uint64_t>;
  struct Seen {
    UnknownActor actor;
    Counts countries, sectors, words;
  };
  void count(const ActorRow& row, const Record& record, Seen& seen);

  std::map<std::pair<std::string, std::string>, Seen> seen_;  // by name and kind
};

void write_jsonl(const std::vector<UnknownActor>& actors, std::string& out);
void write_text(const std::vector<UnknownActor>& actors, unsigned width, std::string& out);
// Rows as tables of own actors have them, those of each table below a comment with its name; the sentence as a comment.
void write_table(const std::vector<UnknownActor>& actors, std::string& out);

}  // namespace readout
