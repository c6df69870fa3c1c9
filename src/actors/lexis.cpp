#include "actors/lexis.hpp"

#include "actors/knowledge.hpp"
#include "base/table.hpp"

namespace readout::actors {

namespace {

constexpr char both = 'b';

bool read_gender(std::string_view cell, char& gender) {
  gender = cell.empty() ? '\0' : cell.front();
  return cell.empty() || cell == "m" || cell == "f";
}

bool is_there(const std::filesystem::path& file) {
  std::error_code error;
  return std::filesystem::exists(file, error);
}

}  // namespace

Status Lexis::read(const std::filesystem::path& folder) {
  if (auto status = read_nouns(folder / "nouns.tsv"); !status) {
    return status;
  }
  return read_given_names(folder / "given_names.tsv");
}

Status Lexis::read_nouns(const std::filesystem::path& file) {
  if (!is_there(file)) {
    return ok();
  }
  const auto table = base::Table::read(file, {"noun", "class", "gender"});
  if (!table) {
    return table.error();
  }
  for (std::size_t row = 0; row < table->rows(); ++row) {
    const auto word = table->cell(row, 1);
    Noun noun;
    noun.sort = word == "person"   ? Sort::person
                : word == "people" ? Sort::people
                : word == "body"   ? Sort::body
                : word == "place"  ? Sort::place
                                   : Sort::thing;
    if (noun.sort == Sort::thing) {
      return table->error(row, "unknown class '" + std::string(word) + "'", "person, people, body or place");
    }
    if (!read_gender(table->cell(row, 2), noun.gender)) {
      return table->error(row, "unknown gender", "m, f or empty");
    }
    if (!nouns_.emplace(table->cell(row, 0), noun).second) {
      return table->error(row, "'" + std::string(table->cell(row, 0)) + "' stands twice");
    }
  }
  return ok();
}

Status Lexis::read_given_names(const std::filesystem::path& file) {
  if (!is_there(file)) {
    return ok();
  }
  const auto table = base::Table::read(file, {"name", "gender"});
  if (!table) {
    return table.error();
  }
  for (std::size_t row = 0; row < table->rows(); ++row) {
    char gender = 0;
    if (!read_gender(table->cell(row, 1), gender) || gender == 0) {
      return table->error(row, "unknown gender", "m or f");
    }
    if (!given_.emplace(fold(table->cell(row, 0)), gender).second) {
      return table->error(row, "'" + std::string(table->cell(row, 0)) + "' stands twice");
    }
  }
  return ok();
}

void Lexis::learn_given_names(const Knowledge& knowledge) {
  std::unordered_map<std::string, char> learned;
  for (EntryId id = 0; id < knowledge.entries.size(); ++id) {
    if (knowledge.entries[id].kind != EntryKind::person) {
      continue;
    }
    const auto gender = knowledge.value(id, Attribute::gender, {});
    const std::string name = fold(knowledge.value(id, Attribute::name, {}));
    const auto blank = name.find(' ');
    if (gender.empty() || blank == std::string::npos || blank < 3) {
      continue;  // initials say nothing
    }
    const auto [at, fresh] = learned.try_emplace(name.substr(0, blank), gender.front());
    at->second = fresh || at->second == gender.front() ? gender.front() : both;
  }
  for (const auto& [name, gender] : learned) {
    if (gender != both) {
      given_.try_emplace(name, gender);
    }
  }
}

Noun Lexis::noun(std::string_view lemma) const {
  const auto found = nouns_.find(std::string(lemma));
  return found == nouns_.end() ? Noun{} : found->second;
}

char Lexis::gender_of(std::string_view folded) const {
  const auto found = given_.find(std::string(folded));
  return found == given_.end() ? '\0' : found->second;
}

}  // namespace readout::actors
