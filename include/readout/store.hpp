// The record on disk: one SQLite file, tables named as the rows are (docs/store.md).
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "readout/record.hpp"
#include "readout/result.hpp"

namespace readout {

class Store {
 public:
  // Opens FILE for writing, making it where it is not there yet. Refuses, unchanged, a file that is no Readout store or
  // comes from a newer version.
  static Result<Store> open(const std::string& path);
  // Opens an existing store that is not written to.
  static Result<Store> open_readonly(const std::string& path);

  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  // Keeps one report's rows, all or none. The same text from the same place is kept once: a report that is there
  // already is replaced by the new reading.
  Status put(const Record& record);

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
