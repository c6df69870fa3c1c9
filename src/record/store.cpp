// The store keeps whole reports: each is written inside a savepoint of its own, and saved together with its neighbours,
// because one transaction for each would cost a disk's round trip for each.
#include "readout/store.hpp"

#include <fmt/format.h>

#include <chrono>
#include <utility>

#include "record/database.hpp"
#include "record/opening.hpp"
#include "record/store_read.hpp"
#include "record/store_write.hpp"

namespace readout {

namespace {

constexpr unsigned batch = 256;                       // reports between two saves
constexpr auto batch_time = std::chrono::seconds(1);  // and no longer than this, for another writer's sake

using Clock = std::chrono::steady_clock;

}  // namespace

struct Store::State {
  explicit State(record::Database opened) : database(std::move(opened)), writer(database) {}
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State();

  Status begin();
  // `write` is done in whole or not at all; `counts` when it keeps a report.
  template <typename Write>
  Status put(const Write& write, bool counts);
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
  writer.forget_words();
  unsaved = 0;
  if (earlier > 0) {
    error.message +=
        fmt::format("; {} report{} before this one could not be kept either", earlier, earlier == 1 ? "" : "s");
  }
  return error;
}

template <typename Write>
Status Store::State::put(const Write& write, bool counts) {
  if (auto ready = begin(); !ready) {
    return ready;
  }
  if (auto marked = database.run("SAVEPOINT report"); !marked) {
    return give_up(marked.error());
  }
  if (auto written = write(writer); !written) {
    return give_up(written.error());
  }
  if (auto released = database.run("RELEASE report"); !released) {
    return give_up(released.error());
  }
  unsaved += counts ? 1 : 0;
  return unsaved >= batch || Clock::now() - begun >= batch_time ? commit() : ok();
}

Status Store::State::commit() {
  if (!database.in_transaction()) {
    unsaved = 0;
    writer.forget_words();
    return ok();
  }
  auto saved = writer.write_words();
  saved = saved ? database.run("COMMIT") : saved;
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
  auto database = record::open_to_write(path);
  return database ? Result<Store>(Store(std::make_unique<State>(std::move(*database))))
                  : Result<Store>(database.error());
}

Result<Store> Store::open_readonly(const std::string& path) {
  auto database = record::open_to_read(path);
  return database ? Result<Store>(Store(std::make_unique<State>(std::move(*database))))
                  : Result<Store>(database.error());
}

Status Store::put(const Record& record) {
  return state_->put([&](record::Writer& writer) { return writer.write(record); }, true);
}
Status Store::put(const Record& record, const Cursor& cursor) {
  return state_->put(
      [&](record::Writer& writer) {
        auto written = writer.write(record);
        return written ? writer.put_cursor(cursor.source, cursor.position) : written;
      },
      true);
}
Status Store::put_unread(const Error& error) {
  return state_->put([&](record::Writer& writer) { return writer.put_unread(error); }, false);
}
Result<std::string> Store::cursor(const std::string& source) const {
  auto find = state_->database.prepare("SELECT position FROM cursor WHERE source = ifnull(?, '')");
  if (!find) {
    return find.error();
  }
  find->bind(source);
  const int code = find->step();
  return code == SQLITE_ROW    ? Result<std::string>(find->text())
         : code == SQLITE_DONE ? Result<std::string>(std::string())
                               : Result<std::string>(state_->database.error(code));
}
Status Store::commit() {
  return state_->commit();
}
Status Store::each(const std::function<Status(const Record&)>& take) const {
  return record::read_records(state_->database, [&](std::int64_t, const Record& record) { return take(record); });
}

}  // namespace readout
