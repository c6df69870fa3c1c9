// The store keeps whole reports: each is written inside a savepoint of its own, and saved together with its neighbours,
// because one transaction for each would cost a disk's round trip for each.
#include "readout/store.hpp"

#include <fmt/format.h>

#include <chrono>
#include <utility>

#include "record/database.hpp"
#include "record/schema.hpp"
#include "record/store_read.hpp"
#include "record/store_write.hpp"

namespace readout {

namespace {

constexpr unsigned batch = 64;                        // reports between two saves
constexpr auto batch_time = std::chrono::seconds(1);  // and no longer than this, for another writer's sake

using Clock = std::chrono::steady_clock;

}  // namespace

struct Store::State {
  explicit State(record::Database opened) : database(std::move(opened)), writer(database) {}
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State();

  Status begin();
  Status put(const Record& record);
  Status commit();
  Error give_up(Error error);

  record::Database database;
  record::Writer writer;
  unsigned unsaved = 0;
  Clock::time_point begun;
};

// Leaves one plain file, which can be copied, and read where nothing may be written. Another program that has the store
// open keeps it in its working state; then that one leaves the plain file.
Store::State::~State() {
  (void)commit();
  if (!database.is_readonly()) {
    database.wait_for_others(false);
    (void)database.run("PRAGMA journal_mode = DELETE");
  }
}

Status Store::State::begin() {
  if (database.in_transaction()) {
    return ok();
  }
  unsaved = 0;
  begun = Clock::now();
  return database.run("BEGIN IMMEDIATE");
}

// The reports before this one are still whole: they are saved if the disk lets them.
Error Store::State::give_up(Error error) {
  const unsigned earlier = unsaved;
  if (database.in_transaction()) {  // SQLite itself undoes all of it after some faults
    (void)database.run("ROLLBACK TO report; RELEASE report");
    if (commit()) {
      return error;
    }
  }
  unsaved = 0;
  if (earlier > 0) {
    error.message +=
        fmt::format("; {} report{} before this one could not be kept either", earlier, earlier == 1 ? "" : "s");
  }
  return error;
}

Status Store::State::put(const Record& record) {
  if (auto ready = begin(); !ready) {
    return ready;
  }
  if (auto marked = database.run("SAVEPOINT report"); !marked) {
    return give_up(marked.error());
  }
  if (auto written = writer.write(record); !written) {
    return give_up(written.error());
  }
  if (auto released = database.run("RELEASE report"); !released) {
    return give_up(released.error());
  }
  ++unsaved;
  return unsaved >= batch || Clock::now() - begun >= batch_time ? commit() : ok();
}

Status Store::State::commit() {
  if (!database.in_transaction()) {
    unsaved = 0;
    return ok();
  }
  auto saved = database.run("COMMIT");
  const unsigned lost = std::exchange(unsaved, 0);
  if (saved) {
    return saved;
  }
  if (database.in_transaction()) {
    (void)database.run("ROLLBACK");
  }
  Error error = saved.error();
  error.message += fmt::format("; the last {} report{} could not be kept", lost, lost == 1 ? "" : "s");
  return error;
}

Store::Store(std::unique_ptr<State> state) : state_(std::move(state)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

Result<Store> Store::open(const std::string& path) {
  const auto file = record::look_at(path);
  if (!file) {
    return file.error();
  }
  auto database = record::Database::open(path, record::Access::write);
  if (!database) {
    return database.error();
  }
  if (database->is_readonly()) {
    return Error{path, 0, "cannot be written to", "change its permissions, or name a file elsewhere"};
  }
  if (*file != record::FileState::store) {
    if (auto made = record::create_tables(*database); !made) {
      return made.error();
    }
  }
  // WAL: readers are not held up by a writer. FULL: what commit() reported as kept outlives a power cut.
  if (auto set = database->run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL"); !set) {
    return set.error();
  }
  return Store(std::make_unique<State>(std::move(*database)));
}

Result<Store> Store::open_readonly(const std::string& path) {
  const auto file = record::look_at(path);
  if (!file) {
    return file.error();
  }
  if (*file == record::FileState::missing) {
    return Error{path, 0, "is not there", "make it with: readout read --into FILE.db REPORTS"};
  }
  if (*file == record::FileState::empty) {
    return Error{path, 0, "is empty", "fill it with: readout read --into FILE.db REPORTS"};
  }
  auto database = record::Database::open(path, record::Access::read);
  if (!database) {
    return database.error();
  }
  return Store(std::make_unique<State>(std::move(*database)));
}

Status Store::put(const Record& record) {
  return state_->put(record);
}
Status Store::commit() {
  return state_->commit();
}
Status Store::each(const std::function<Status(const Record&)>& take) const {
  return record::read_records(state_->database, take);
}

}  // namespace readout
