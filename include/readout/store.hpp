// The record on disk: one SQLite file, tables named as the rows are (docs/store.md).
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "readout/record.hpp"
#include "readout/result.hpp"

namespace readout {

// How far something that is read bit by bit (a feed, a file that grows) has been taken; what `position` says is its
// reader's own affair.
struct Cursor {
  std::string source, position;
};

class Store {
 public:
  // Opens FILE for writing, making it where it is not there yet. An older store is copied to FILE.v1 (its version) and
  // upgraded. Refuses, unchanged, a file that is no Readout store or comes from a newer version.
  static Result<Store> open(const std::string& path);
  // Opens an existing store that is not written to; an older one is upgraded in memory.
  static Result<Store> open_readonly(const std::string& path);

  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  // Keeps one report's rows, all or none. A report is known by its content: text, date and title. The same content from
  // another place (URL, else name) is kept as one more sighting; from the same place it replaces the older reading.
  Status put(const Record& record);
  // The same, and the cursor with it: both are kept or neither.
  Status put(const Record& record, const Cursor& cursor);
  // Empty where none was put.
  [[nodiscard]] Result<std::string> cursor(const std::string& source) const;
  // An input that could not be read, until a report is read from its place.
  Status put_unread(const Error& error);

  // Makes everything put so far durable. Called by the destructor too, where it cannot report.
  Status commit();

  // Every record in the order in which it was first kept; stops at the first error that `take` or the file gives.
  Status each(const std::function<Status(const Record&)>& take) const;

 private:
  struct State;
  explicit Store(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace readout
