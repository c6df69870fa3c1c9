// The actors of one report while it is being read: described from the tables or from the report's own words, each once.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "actors/knowledge.hpp"
#include "readout/actors.hpp"

namespace readout::actors {

struct Draft {
  Actor actor;
  EntryId entry = no_entry;  // of the tables
  EntryId role = no_entry;   // the role that describes it
  std::string office_type;   // "president": what "the president" may point to
  char gender = 0;           // 'm', 'f'; 0 unknown
  bool plural = false;       // may be "they"
  bool named = false;        // has a name of its own
};

class Book {
 public:
  Book(const Knowledge& knowledge, std::optional<Day> day) : knowledge_(knowledge), day_(day) {}

  // The actor of a table's entry.
  ActorId of_entry(EntryId entry);
  // The actor of a key that the caller makes; `fresh` tells that it is new and to be described.
  ActorId of_key(const std::string& key, bool& fresh);
  [[nodiscard]] ActorId find_key(const std::string& key) const;
  ActorId add(Draft draft);

  [[nodiscard]] Draft& operator[](ActorId id) { return drafts_[id]; }
  [[nodiscard]] const Draft& operator[](ActorId id) const { return drafts_[id]; }
  [[nodiscard]] std::size_t size() const { return drafts_.size(); }

  // A person by the last part of the name, folded: those introduced so far.
  void index_surname(const std::string& folded, ActorId person);
  [[nodiscard]] const std::vector<ActorId>* by_surname(const std::string& folded) const;

  // The state's actor for "FRA"; no_actor when no such state is known.
  ActorId of_country(std::string_view code);

 private:
  [[nodiscard]] Draft describe(EntryId entry) const;

  const Knowledge& knowledge_;
  std::optional<Day> day_;
  std::vector<Draft> drafts_;
  std::unordered_map<EntryId, ActorId> by_entry_;
  std::unordered_map<std::string, ActorId> by_key_;
  std::unordered_map<std::string, std::vector<ActorId>> by_surname_;
};

// The office that a person holds on the day, the highest when there are several; no_entry when none or no day.
[[nodiscard]] EntryId office_on(const Knowledge& knowledge, EntryId person, std::optional<Day> day);

// The last office that ended before the day.
[[nodiscard]] EntryId former_office(const Knowledge& knowledge, EntryId person, std::optional<Day> day);

// "They": police, soldiers, rebels, a party; not a firm or a ministry.
[[nodiscard]] bool may_be_they(std::string_view sector);

// Lower is higher; unknown ranks come last.
[[nodiscard]] int height_of(std::string_view rank);

// Country or organization, then sector: "USA" + "GOV".
[[nodiscard]] std::string code_of(std::string_view country, std::string_view sector);

// The ISO 3166 code of a state, or of the state that a breakaway region lies in.
[[nodiscard]] std::string_view country_code(const Knowledge& knowledge, EntryId state);

// Kind and id of an entry, the same in every report: "person:joe_biden".
[[nodiscard]] std::string entity_of(const Knowledge& knowledge, EntryId entry);

// Sector, rank, country and code of an office, written into an actor.
void describe_office(const Knowledge& knowledge, EntryId office, std::optional<Day> day, Actor& actor);

}  // namespace readout::actors
