// A report's rows out of the tables of a store.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include "readout/record.hpp"
#include "record/database.hpp"

namespace readout::record {

// Every record, and its place, in the order of the places; stops at the first error that `take` or the file gives.
Status read_records(const Database& database, const std::function<Status(std::int64_t doc, const Record&)>& take);

class RecordReader;

// Single records by their places.
class RecordsByPlace {
 public:
  static Result<RecordsByPlace> open(const Database& database);
  ~RecordsByPlace();
  RecordsByPlace(RecordsByPlace&&) noexcept;

  // Precondition: a report is there.
  Result<Record> at(std::int64_t doc);

 private:
  explicit RecordsByPlace(std::unique_ptr<RecordReader> reader);
  std::unique_ptr<RecordReader> reader_;
};

}  // namespace readout::record
