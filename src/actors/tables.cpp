// One header for all tables: id, relation, text, from, to.
#include "actors/tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace readout::actors {

namespace {

constexpr std::array<std::string_view, 29> attribute_names = {
    "adjective", "alias", "ambiguous", "capital", "city",   "code",         "country", "gender", "holder", "kind",
    "member",    "name",  "native",    "noun",    "office", "organization", "part_of", "people", "person", "plural",
    "rank",      "role",  "seat",      "sector",  "shared", "state",        "surname", "title",  "type",
};

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc{} && end == digits.data() + digits.size() ? std::optional(value) : std::nullopt;
}

Result<Term> read_term(const base::Table& table, std::size_t row) {
  Term term;
  const auto from = table.cell(row, 3);
  const auto to = table.cell(row, 4);
  if (from.empty() && to.empty()) {
    return term;  // most facts are timeless
  }
  const auto first = bound_of_term(from, false);
  const auto last = bound_of_term(to, true);
  if ((!from.empty() && !first) || (!to.empty() && !last)) {
    return table.error(row, fmt::format("\"{}\" is no day", !from.empty() && !first ? from : to),
                       "write YYYY-MM-DD, YYYY-MM or YYYY");
  }
  if (first) {
    term.from = static_cast<std::int32_t>(first->time_since_epoch().count());
  }
  if (last) {
    term.to = static_cast<std::int32_t>(last->time_since_epoch().count());
  }
  if (term.from > term.to) {
    return table.error(row, fmt::format("ends ({}) before it begins ({})", to, from), "swap the days or mend one");
  }
  return term;
}

}  // namespace

bool is_international(std::string_view code) {
  constexpr auto known = std::to_array<std::string_view>(
      {"AFR", "ASA", "BLK", "CAS", "CAU", "CEU", "CFR", "CRB", "EAF", "EEU", "EIN", "EUR", "IGO", "IMG", "INT", "LAM",
       "MDT", "MEA", "MNC", "NAF", "NGO", "NMR", "PGS", "SAF", "SAM", "SAS", "SCN", "SEA", "UIS", "WAF", "WST"});
  return std::ranges::binary_search(known, code);
}

std::optional<Attribute> attribute_named(std::string_view name) {
  const auto* const found = std::lower_bound(attribute_names.begin(), attribute_names.end(), name);
  if (found == attribute_names.end() || *found != name) {
    return std::nullopt;
  }
  return static_cast<Attribute>(found - attribute_names.begin());
}

std::string_view name_of(Attribute attribute) {
  return attribute_names[static_cast<std::size_t>(attribute)];
}

std::optional<Day> bound_of_term(std::string_view text, bool last) {
  if (text.size() == 10) {
    return parse_day(text);
  }
  const auto year = number(text.substr(0, 4));
  if (!year || (text.size() != 4 && (text.size() != 7 || text[4] != '-'))) {
    return std::nullopt;
  }
  const auto month = text.size() == 7 ? number(text.substr(5)) : std::optional(last ? 12 : 1);
  if (!month || *month < 1 || *month > 12) {
    return std::nullopt;
  }
  const auto ym = std::chrono::year(*year) / static_cast<unsigned>(*month);
  return last ? Day(ym / std::chrono::last) : Day(ym / 1);
}

bool is_naming(EntryKind kind, Attribute attribute) {
  switch (attribute) {
    case Attribute::name:
    case Attribute::alias:
    case Attribute::adjective:
    case Attribute::people:
    case Attribute::capital:
    case Attribute::city:
    case Attribute::noun:
    case Attribute::plural:
    case Attribute::surname:
      return true;
    case Attribute::person:
      return kind == EntryKind::state || kind == EntryKind::organization;
    case Attribute::seat:
      return kind == EntryKind::state;
    case Attribute::title:
      return kind == EntryKind::office;
    default:
      return false;
  }
}

Result<base::Table> read_table(const std::filesystem::path& file) {
  return base::Table::read(file, {"id", "relation", "text", "from", "to"});
}

Status check_names(const std::filesystem::path& folder) {
  std::vector<std::string> wrong;  // in the order of their names, so that the first is the same on every disk
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    const auto name = entry.path().filename().string();
    const bool known = std::ranges::any_of(table_forms, [&](const TableForm& form) { return form.file == name; });
    if (entry.path().extension() == ".tsv" && !known) {
      wrong.push_back(entry.path().string());
    }
  }
  if (wrong.empty()) {
    return ok();
  }
  std::string names;
  for (const TableForm& form : table_forms) {
    names += (names.empty() ? "" : ", ") + std::string(form.file);
  }
  return Error{*std::ranges::min_element(wrong), 0, "is no table that Readout knows", "name it one of " + names};
}

Result<Row> read_row(const base::Table& table, std::size_t row, const TableForm& form) {
  Row out;
  out.id = table.cell(row, 0);
  out.text = table.cell(row, 2);
  const auto relation = table.cell(row, 1);
  if (out.id.empty()) {
    return table.error(row, "has no id", "name what the fact is about in the first column");
  }
  const auto attribute = attribute_named(relation);
  if (!attribute || !form.may_hold(relation)) {
    return table.error(row, fmt::format("\"{}\" is no relation of this table", relation),
                       fmt::format("use one of {}", form.relations));
  }
  if (out.text.empty()) {
    return table.error(row, fmt::format("the {} of {} is empty", relation, out.id), "give it or take the row out");
  }
  auto term = read_term(table, row);
  if (!term) {
    return term.error();
  }
  out.fact.attribute = *attribute;
  out.fact.term = *term;
  return out;
}

}  // namespace readout::actors
