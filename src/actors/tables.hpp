// The tables of data/actors as rows with their place in the file: what load() and lint() both read.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "actors/knowledge.hpp"
#include "base/table.hpp"

namespace readout::actors {

struct TableForm {
  std::string_view file;
  EntryKind kind;
  std::string_view relations;  // those it may hold, as "|a|b|"

  [[nodiscard]] bool may_hold(std::string_view relation) const {
    for (auto at = relations.find(relation); at != std::string_view::npos; at = relations.find(relation, at + 1)) {
      if (at > 0 && relations[at - 1] == '|' && relations[at + relation.size()] == '|') {
        return true;
      }
    }
    return false;
  }
};

// In the order in which they are read; offices and holders share the kind `office`.
inline constexpr std::array<TableForm, 8> table_forms = {{
    {"states.tsv", EntryKind::state,
     "|kind|name|alias|adjective|person|people|capital|seat|city|native|part_of|sector|ambiguous|"},
    {"organizations.tsv", EntryKind::organization,
     "|code|kind|name|alias|adjective|person|people|country|sector|member|seat|native|ambiguous|"},
    {"institutions.tsv", EntryKind::institution, "|country|sector|code|kind|name|alias|native|ambiguous|"},
    {"media.tsv", EntryKind::outlet, "|country|sector|code|kind|name|alias|state|native|ambiguous|"},
    {"roles.tsv", EntryKind::role, "|noun|plural|sector|code|rank|gender|kind|office|country|ambiguous|"},
    {"offices.tsv", EntryKind::office, "|country|organization|type|title|noun|sector|rank|shared|ambiguous|"},
    {"holders.tsv", EntryKind::office, "|holder|"},
    {"persons.tsv", EntryKind::person, "|name|alias|surname|gender|native|country|sector|role|ambiguous|"},
}};

// With the columns that all of them have.
[[nodiscard]] Result<base::Table> read_table(const std::filesystem::path& file);

// A table of another name would never be read: an error. A folder that is not there is none.
[[nodiscard]] Status check_names(const std::filesystem::path& folder);

[[nodiscard]] std::optional<Attribute> attribute_named(std::string_view name);
[[nodiscard]] std::string_view name_of(Attribute attribute);

// What CAMEO writes in the place of a country where there is none: IGO, NGO, …, and its regions (codebook 1.1b3, ch.
// 4).
[[nodiscard]] bool is_international(std::string_view code);

// "2021-01-20", "2021-01", "2021" → the first day (or the last, for the end of a term).
[[nodiscard]] std::optional<Day> bound_of_term(std::string_view text, bool last);

// The names a fact gives an entry, if it gives any: "person" names a state's citizen, not a person of the table.
[[nodiscard]] bool is_naming(EntryKind kind, Attribute attribute);

struct Row {
  Fact fact;  // entry and text not yet set
  std::string_view id;
  std::string_view text;
};

// One row of a table; an error says what is wrong with it.
[[nodiscard]] Result<Row> read_row(const base::Table& table, std::size_t row, const TableForm& form);

}  // namespace readout::actors
