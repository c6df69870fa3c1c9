// Where the words of the tables stand in a report: longest matches, leftmost first.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "actors/scene.hpp"

namespace readout::actors {

// What a match can be; several at once ("Georgia", "general").
enum Use : std::uint32_t {
  use_state = 1U << 0U,      // "China", "the US"
  use_adjective = 1U << 1U,  // "Chinese"
  use_citizen = 1U << 2U,    // "Briton", "Americans"
  use_capital = 1U << 3U,    // "Beijing"
  use_seat = 1U << 4U,       // "Kremlin"
  use_city = 1U << 5U,       // "Shanghai"
  use_unit = 1U << 6U,       // organization, institution, outlet
  use_unit_adjective = 1U << 7U,
  use_role = 1U << 8U,          // "foreign minister": a person's role
  use_roles = 1U << 9U,         // "officials", "police": several persons
  use_institution = 1U << 10U,  // "foreign ministry": a role of kind institution
  use_person = 1U << 11U,       // a full name
  use_surname = 1U << 12U,
  use_doubtful = 1U << 13U,  // every reading is also a common word
};
inline constexpr std::uint32_t use_country =
    use_state | use_adjective | use_citizen | use_capital | use_seat | use_city;
inline constexpr std::uint32_t use_any_role = use_role | use_roles | use_institution;

struct Hit {
  TokenId first = 0;  // tokens [first, last)
  TokenId last = 0;
  std::uint32_t node = 0;           // of the name trie
  std::uint32_t first_reading = 0;  // Hits::readings [first_reading, last_reading)
  std::uint32_t last_reading = 0;
  std::uint32_t uses = 0;

  [[nodiscard]] bool can_be(std::uint32_t any_of) const { return (uses & any_of) != 0; }
};

struct Reading {
  std::uint32_t fact = 0;  // the naming fact
  std::uint32_t use = 0;
};

inline constexpr std::uint32_t no_hit = UINT32_MAX;

struct Hits {
  std::vector<Hit> hits;
  std::vector<Reading> readings;
  std::vector<std::uint32_t> at;  // [tokens] the hit that covers the token, else no_hit

  // The hit that begins at the token, else nothing.
  [[nodiscard]] const Hit* beginning_at(TokenId t) const {
    const bool begins = t < at.size() && at[t] != no_hit && hits[at[t]].first == t;
    return begins ? &hits[at[t]] : nullptr;
  }
};

[[nodiscard]] Hits find_names(const Scene& scene);

// The country of the dateline's place ("BEIJING"), which stands outside the blocks; empty when unknown.
[[nodiscard]] std::string dateline_country(const Scene& scene);

// What a fact makes of the words that it names.
[[nodiscard]] std::uint32_t use_of(const Knowledge& knowledge, const Fact& fact);

}  // namespace readout::actors
