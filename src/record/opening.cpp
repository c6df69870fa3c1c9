// Whoever opens first makes or upgrades the tables while it holds the write lock; the others wait and find them done.
#include "record/opening.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>

#include "record/schema.hpp"
#include "record/store_read.hpp"
#include "record/store_write.hpp"

namespace readout::record {

namespace {

// The copy is whole or not there: it gets its name when it is on the disk.
Status back_up(const std::string& path, std::int64_t version) {
  const auto target = fmt::format("{}.v{}", path, version);
  const auto unfinished = fmt::format("{}.{}", target, ::getpid());
  {
    std::error_code ignored;
    std::filesystem::remove(unfinished, ignored);
    // A reader of its own: the one who holds the write lock cannot be copied from.
    auto from = Database::open(path, Access::read);
    if (!from) {
      return from.error();
    }
    auto to = Database::open(unfinished, Access::write);
    if (!to) {
      return to.error();
    }
    if (auto copied = from->copy_into(*to); !copied) {
      std::filesystem::remove(unfinished, ignored);
      return Error{target, 0, "the copy before the upgrade failed: " + copied.error().message, copied.error().remedy};
    }
    if (auto plain = to->run("PRAGMA journal_mode = DELETE"); !plain) {
      return plain;
    }
  }
  const int file = ::open(unfinished.c_str(), O_RDONLY | O_CLOEXEC);
  const bool synced = file >= 0 && ::fsync(file) == 0;
  if (file >= 0) {
    ::close(file);
  }
  if (!synced || std::rename(unfinished.c_str(), target.c_str()) != 0) {
    return Error{target, 0, fmt::format("cannot be written ({})", std::strerror(errno)),
                 "make room for a copy of the store beside it"};
  }
  return ok();
}

// The derived tables are filled by this version's own reading of the rows, whatever version wrote them.
Status upgrade(Database& database, std::int64_t version) {
  if (auto changed = upgrade_tables(database, version); !changed) {
    return changed;
  }
  Writer writer(database);
  return read_records(database, [&](std::int64_t doc, const Record& record) {
    auto derived = writer.derive(doc, record);
    return derived ? writer.write_words() : derived;
  });
}

Status make_ready(Database& database, bool in_memory) {
  auto version = version_of(database);
  if (!version || *version == schema_version) {
    return version ? ok() : Status(version.error());
  }
  if (auto begun = database.run("BEGIN IMMEDIATE"); !begun) {
    return begun;
  }
  version = version_of(database);  // another program may have done it while this one waited
  Status done = version ? ok() : Status(version.error());
  if (done && *version == 0) {
    done = create_tables(database);
  } else if (done && *version < schema_version) {
    done = in_memory ? ok() : back_up(database.path(), *version);
    done = done ? upgrade(database, *version) : done;
  }
  done = done ? database.run("COMMIT") : done;
  if (!done && database.in_transaction()) {
    (void)database.run("ROLLBACK");
  }
  return done;
}

}  // namespace

Result<Database> open_to_write(const std::string& path) {
  if (const auto file = look_at(path); !file) {
    return file.error();
  }
  auto database = Database::open(path, Access::write);
  if (!database) {
    return database;
  }
  if (database->is_readonly()) {
    return Error{path, 0, "cannot be written to", "change its permissions, or name a file elsewhere"};
  }
  if (auto ready = make_ready(*database, false); !ready) {
    return ready.error();
  }
  // WAL: readers are not held up by a writer. FULL: what commit() reported as kept outlives a power cut.
  auto set = database->run(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536; "
      "PRAGMA wal_autocheckpoint = 8192; "
      "CREATE TEMP TABLE kept_sighting AS SELECT * FROM sighting WHERE false");
  return set ? std::move(database) : Result<Database>(set.error());
}

Result<Database> open_to_read(const std::string& path) {
  const auto file = look_at(path);
  if (!file) {
    return file.error();
  }
  if (*file == FileState::missing) {
    return Error{path, 0, "is not there", "make it with: readout read --into FILE.db REPORTS"};
  }
  const Error empty{path, 0, "is empty", "fill it with: readout read --into FILE.db REPORTS"};
  if (*file == FileState::empty) {
    return empty;
  }
  auto database = Database::open(path, Access::read);
  if (!database) {
    return database;
  }
  const auto version = version_of(*database);
  if (!version) {
    return version.error();
  }
  if (*version == 0) {
    return empty;
  }
  if (*version == schema_version) {
    return database;
  }
  auto copy = Database::open_memory(path);
  if (!copy) {
    return copy;
  }
  auto ready = database->copy_into(*copy);
  ready = ready ? make_ready(*copy, true) : ready;
  ready = ready ? copy->run("PRAGMA query_only = ON") : ready;
  return ready ? std::move(copy) : Result<Database>(ready.error());
}

}  // namespace readout::record
