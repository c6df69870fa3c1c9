// What is known of actors before any report is read: the facts of data/actors/*.tsv, the names by which text calls
// them, and who held which office when. Immutable after load; shared by threads.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "actors/fold.hpp"
#include "actors/lexis.hpp"
#include "actors/pair_map.hpp"
#include "actors/ranker.hpp"
#include "actors/spelling.hpp"
#include "actors/symbols.hpp"
#include "readout/day.hpp"
#include "readout/result.hpp"

namespace readout::actors {

enum class EntryKind : std::uint8_t { state, organization, institution, outlet, role, office, person };
inline constexpr std::size_t entry_kinds = 7;

// The relations of the tables, in the order of `attribute_names` (tables.cpp).
enum class Attribute : std::uint8_t {
  adjective,
  alias,
  ambiguous,
  capital,
  city,
  code,
  country,
  gender,
  holder,
  kind,
  member,
  name,
  native,
  noun,
  office,
  organization,
  part_of,
  people,
  person,
  plural,
  rank,
  role,
  seat,
  sector,
  shared,
  state,
  surname,
  title,
  type,
};

using EntryId = std::uint32_t;
inline constexpr EntryId no_entry = UINT32_MAX;

// A fact's term in days since 1970-01-01; both ends belong to it.
struct Term {
  std::int32_t from = INT32_MIN;
  std::int32_t to = INT32_MAX;

  [[nodiscard]] bool holds(std::optional<Day> day) const {
    return !day || (from <= day->time_since_epoch().count() && day->time_since_epoch().count() <= to);
  }
  friend bool operator==(const Term&, const Term&) = default;
};

struct Fact {
  EntryId entry = no_entry;
  Attribute attribute = Attribute::name;
  bool own = false;  // of the user's own tables: goes before ours
  Symbol text = no_symbol;
  Term term;
};

struct Entry {
  EntryKind kind = EntryKind::state;
  Symbol id = no_symbol;
  std::uint32_t first_fact = 0;  // facts [first_fact, last_fact)
  std::uint32_t last_fact = 0;
};

// A person in an office for a term.
struct Tenure {
  EntryId office = no_entry;
  EntryId person = no_entry;
  Term term;
};

// How a name came from its fact.
enum class Derived : std::uint8_t {
  written,  // as the table has it
  plural,   // of a role's noun, by rule
  surname,  // the last word of a person's name
};

// One way to call an entry: the fact that says so, and the shapes of its words.
struct Name {
  std::uint32_t fact = 0;
  std::uint32_t shapes = 0;  // two bits a word, first word lowest
  std::uint32_t next = UINT32_MAX;
  bool ambiguous = false;  // also a common word: to be taken only with support
  Derived derived = Derived::written;
};
inline constexpr std::uint32_t no_name = UINT32_MAX;

// Names as paths of folded words. Node 0 is the root.
class NameTrie {
 public:
  // The node below `node` by `word`; 0 when there is none.
  [[nodiscard]] std::uint32_t step(std::uint32_t node, Symbol word) const;
  std::uint32_t add(std::uint32_t node, Symbol word);
  [[nodiscard]] std::uint32_t first_name(std::uint32_t node) const { return first_name_[node]; }
  void set_first_name(std::uint32_t node, std::uint32_t name) { first_name_[node] = name; }
  [[nodiscard]] std::uint32_t nodes() const { return static_cast<std::uint32_t>(first_name_.size()); }
  void reserve(std::size_t edges);

  template <typename Visit>
  void each_array(const Visit& visit) {
    visit("edges", edges_);
    visit("first_name", first_name_);
  }

 private:
  PairMap edges_;
  std::vector<std::uint32_t> first_name_ = {no_name};  // [nodes]
};

// A set of symbols as one bit each.
class SymbolSet {
 public:
  [[nodiscard]] bool contains(Symbol symbol) const {
    return symbol / 64 < bits_.size() && (bits_[symbol / 64] >> (symbol % 64) & 1U) != 0;
  }
  void insert(Symbol symbol) {
    if (symbol / 64 >= bits_.size()) {
      bits_.resize(2 * std::size_t{symbol / 64} + 1);
    }
    bits_[symbol / 64] |= std::uint64_t{1} << (symbol % 64);
  }

  template <typename Visit>
  void each_array(const Visit& visit) {
    visit("bits", bits_);
  }

 private:
  std::vector<std::uint64_t> bits_;
};

struct Knowledge {
  Symbols texts;  // as the tables write them
  Symbols words;  // folded words of names
  std::vector<Entry> entries;
  std::vector<Fact> facts;  // those of one entry stand together, in the table's order
  std::vector<Name> names;
  NameTrie trie;
  Lexis lexis;    // nouns and given names
  Ranker ranker;  // of the antecedents of pronouns
  std::shared_ptr<const SpellingIndex> spellings = std::make_shared<const SpellingIndex>();  // of persons' names
  std::vector<Tenure> by_person;  // sorted by person, then term
  std::vector<Tenure> by_office;  // sorted by office, then term
  SymbolSet given_names;          // first words of persons' names, among `words`
  PairMap by_id;                  // (kind, id)
  // (country or organization, type) → its one such office; no_entry when there are several.
  PairMap office_of;
  // (node of the noun, country or organization) → the office; a noun that many countries share has one name in the
  // trie.
  PairMap office_by_noun;
  // Node of a noun with a name in it ("Kremlin spokesman", "Hamas leader") → the one country or organization that has
  // it; no_symbol when several do.
  PairMap owner_by_noun;

  // What the big tables come to; not the small ones that are read each time (lexis, ranker).
  template <typename Visit>
  void each_array(const Visit& visit) {
    visit("texts", texts);
    visit("words", words);
    visit("entries", entries);
    visit("facts", facts);
    visit("names", names);
    visit("trie", trie);
    visit("by_person", by_person);
    visit("by_office", by_office);
    visit("given_names", given_names);
    visit("by_id", by_id);
    visit("office_of", office_of);
    visit("office_by_noun", office_by_noun);
    visit("owner_by_noun", owner_by_noun);
  }

  [[nodiscard]] std::string_view text(Symbol symbol) const { return texts.view(symbol); }
  [[nodiscard]] EntryId find(EntryKind kind, std::string_view id) const;
  [[nodiscard]] std::span<const Fact> facts_of(EntryId entry) const;
  // The first fact that holds on the day; without a day the first whose term is open at its end, else the last.
  [[nodiscard]] std::string_view value(EntryId entry, Attribute attribute, std::optional<Day> day) const;
  [[nodiscard]] std::span<const Tenure> tenures_of_person(EntryId person) const;
  [[nodiscard]] std::span<const Tenure> tenures_of_office(EntryId office) const;
  // Who holds the office on the day; nobody when there is no day or no fact.
  [[nodiscard]] EntryId holder(EntryId office, std::optional<Day> day) const;
  // "FRA" (or an organization's id) and "foreign_minister" → the office; none when several are of that type.
  [[nodiscard]] EntryId office(std::string_view owner, std::string_view type) const;
  // "opposition leader" → the role of that id or noun.
  [[nodiscard]] EntryId role_named(std::string_view noun) const;
  // The office that the noun at a node of the trie names in a country or organization.
  [[nodiscard]] EntryId office_at(std::uint32_t node, std::string_view owner) const;
  // The country or organization that a noun with a name in it names by itself; empty when it names none.
  [[nodiscard]] std::string_view owner_at(std::uint32_t node) const;
};

// Reads data/actors/*.tsv (or `compiled`, a file that compile() made of the very same bytes), then own/actors/*.tsv
// where a folder of the user's own is named. Tables that are missing are taken as empty; a wrong row is an error. What
// the own tables say of an entry goes before what ours say; a name of theirs means their entry alone.
[[nodiscard]] Result<Knowledge> load(const std::filesystem::path& data_dir, const std::filesystem::path& own = {},
                                     const std::filesystem::path& compiled = {});

// Takes from ours the names that the own tables use, and gives them to their entries alone.
void displace(Knowledge& knowledge);

// Everything that is wrong in the tables, not the first thing only; with a folder of own tables, what is wrong in
// those.
[[nodiscard]] std::vector<Error> lint(const std::filesystem::path& data_dir, const std::filesystem::path& own = {});

}  // namespace readout::actors
