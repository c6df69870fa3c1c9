// Opening, and who the parties are.
#include "readout/desk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "desk/state.hpp"
#include "record/opening.hpp"

namespace readout {

Status Desk::State::each(const std::string& sql, const std::vector<std::string>& values,
                         const std::function<void(record::Statement&)>& take) const {
  auto statement = database.prepare(sql);
  if (!statement) {
    return statement.error();
  }
  for (const auto& value : values) {
    statement->bind(value);
  }
  int code = 0;
  while ((code = statement->step()) == SQLITE_ROW) {
    take(*statement);
  }
  return code == SQLITE_DONE ? ok() : Status(database.error(code));
}

Result<const Record*> Desk::State::record_at(std::int64_t doc) {
  if (doc != place) {
    auto read = by_place.at(doc);
    if (!read) {
      return read.error();
    }
    record = std::move(*read);
    place = doc;
  }
  return &record;
}

Desk::Desk(std::unique_ptr<State> state) : state_(std::move(state)) {}
Desk::~Desk() = default;
Desk::Desk(Desk&&) noexcept = default;

Result<Desk> Desk::open(const std::string& store) {
  auto database = record::open_to_read(store);
  if (!database) {
    return database.error();
  }
  auto records = record::RecordsByPlace::open(*database);
  if (!records) {
    return records.error();
  }
  return Desk(std::make_unique<State>(std::move(*database), std::move(*records)));
}

Result<std::string> Desk::party(const std::string& name) const {
  std::string code = name;
  std::transform(code.begin(), code.end(), code.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  std::string found;
  const auto take = [&](record::Statement& row) { found = row.text(); };
  auto status = state_->each(
      "SELECT source FROM dyad WHERE source = ?1 UNION SELECT target FROM dyad WHERE target = ?1", {code}, take);
  if (status && found.empty()) {
    status = state_->each(
        "SELECT ifnull(country, substr(code, 1, 6)) FROM actor WHERE name = ? COLLATE NOCASE AND kind IN ('state', "
        "'organization') AND ifnull(country, code) IS NOT NULL GROUP BY 1 ORDER BY count(*), 1",
        {name}, take);
  }
  if (status && found.empty()) {
    status = state_->each("SELECT country FROM actor WHERE country = ? LIMIT 1", {code}, take);
  }
  if (!status) {
    return status.error();
  }
  if (found.empty()) {
    return Error{state_->database.path(), 0, fmt::format("no report knows a party \"{}\"", name),
                 "name countries as ISO 3166 does (USA, CHN), organizations by their six letters (IGOUNO)"};
  }
  return found;
}

}  // namespace readout
