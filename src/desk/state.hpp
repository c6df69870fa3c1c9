// What all questions stand on: the open store, its records by place, acts as lines.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "readout/desk.hpp"
#include "record/database.hpp"
#include "record/store_read.hpp"

namespace readout {

struct Desk::State {
  State(record::Database opened, record::RecordsByPlace records)
      : database(std::move(opened)), by_place(std::move(records)) {}

  // Calls `take` for each row of the answer to `sql`, whose parameters are `values`.
  Status each(const std::string& sql, const std::vector<std::string>& values,
              const std::function<void(record::Statement&)>& take) const;

  // The record at a place; the last one is kept, as acts of one report are asked for together.
  Result<const Record*> record_at(std::int64_t doc);

  record::Database database;
  record::RecordsByPlace by_place;
  std::int64_t place = 0;
  Record record;
};

namespace desk {

// An act of a record as a line; section and parties are the caller's.
[[nodiscard]] Line line_of(const Record& record, const ActRow& act);
// A line about a report, or about a place in it.
[[nodiscard]] Line line_of(const Record& record);
// The words from one sentence end to the next around a span; for spans that no act's sentence holds.
[[nodiscard]] Span sentence_around(std::string_view text, Span span);
// "day >= ? AND day <= ?" with what is given; appends the values.
[[nodiscard]] std::string within(const Period& period, std::string_view column, std::vector<std::string>& values);

[[nodiscard]] std::string names_in(const Record& record, const std::vector<std::string>& ids);
[[nodiscard]] const ActorRow* actor_in(const Record& record, std::string_view id);

// An act between two parties, and where it is.
struct Found {
  std::int64_t doc = 0;
  std::size_t nr = 0;
  std::string source, target, day, relation;
};

// Acts of two parties toward each other, in the order of days.
Result<std::vector<Found>> acts_between(const Desk::State& state, const std::string& a, const std::string& b,
                                        const Period& period);
// The lines of such acts, one for each act, in the same order.
Result<std::vector<Line>> lines_of(Desk::State& state, const std::vector<Found>& acts);

}  // namespace desk

}  // namespace readout
