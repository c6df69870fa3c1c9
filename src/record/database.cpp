// The only place that knows SQLite's result codes.
#include "record/database.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <cstring>
#include <filesystem>
#include <thread>
#include <utility>

namespace readout::record {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds longest_wait = 10s;  // for another writer
constexpr auto pause = 2ms;

// As a URI, so that no path has a second meaning (":memory:", "file:…?mode=").
std::string uri_of(const std::string& path, std::string_view query) {
  std::string uri = path.starts_with('/') ? "file:" : "file:./";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
                       std::strchr("/-._~", c) != nullptr;
    uri += plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  return uri.append(query);
}

// A store left in order by its last writer can be read where nothing may be written, but SQLite must be told so.
bool must_be_immutable(const std::string& path) {
  std::error_code ignored;
  const auto folder = std::filesystem::path(path).parent_path();
  return ::access(folder.empty() ? "." : folder.c_str(), W_OK) != 0 && !std::filesystem::exists(path + "-wal", ignored);
}

}  // namespace

void Statement::start() {
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
  parameter_ = 1;
}

void Statement::bind(std::string_view text) {
  if (!text.empty()) {
    sqlite3_bind_text64(statement_.get(), parameter_, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
  }
  ++parameter_;
}

void Statement::bind(std::int64_t number) {
  sqlite3_bind_int64(statement_.get(), parameter_++, number);
}
void Statement::bind(double number) {
  sqlite3_bind_double(statement_.get(), parameter_++, number);
}
void Statement::bind_null() {
  ++parameter_;
}

std::string Statement::text() {
  const auto* text = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column_));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column_));
  ++column_;
  return text == nullptr ? std::string() : std::string(text, size);
}

std::int64_t Statement::number() {
  return sqlite3_column_int64(statement_.get(), column_++);
}
double Statement::real() {
  return sqlite3_column_double(statement_.get(), column_++);
}

Result<Database> Database::open(const std::string& path, Access access) {
  const bool write = access == Access::write;
  const auto uri = uri_of(path, !write && must_be_immutable(path) ? "?immutable=1" : "");
  return open_uri(path, uri, write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY);
}

Result<Database> Database::open_memory(const std::string& path) {
  return open_uri(path, ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY);
}

Result<Database> Database::open_uri(const std::string& path, const std::string& uri, int flags) {
  Database database;
  database.path_ = path;
  sqlite3* connection = nullptr;
  const int opened = sqlite3_open_v2(
      uri.c_str(), &connection,
      flags | SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_NOMUTEX, nullptr);
  database.connection_.reset(connection);
  if (opened != SQLITE_OK) {
    return database.error(opened);
  }
  database.wait_for_others(true);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  if (auto set = database.run("PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON"); !set) {
    return set.error();
  }
  return database;
}

Status Database::copy_into(Database& other) const {
  sqlite3_backup* backup = sqlite3_backup_init(other.connection_.get(), "main", connection_.get(), "main");
  if (backup == nullptr) {
    return other.error(sqlite3_extended_errcode(other.connection_.get()));
  }
  const int stepped = sqlite3_backup_step(backup, -1);
  const int finished = sqlite3_backup_finish(backup);
  const int code = stepped == SQLITE_DONE ? finished : stepped;
  return code == SQLITE_OK ? ok() : Status(other.error(code));
}

void Database::wait_for_others(bool wait) {
  waits_ = wait;
  sqlite3_busy_timeout(connection_.get(), wait ? static_cast<int>(longest_wait.count()) : 0);
}

template <typename Go>
int Database::patiently(const Go& go) const {
  const auto end = std::chrono::steady_clock::now() + longest_wait;
  int code = go();
  while ((code & 0xFF) == SQLITE_BUSY && waits_ && !in_transaction() && std::chrono::steady_clock::now() < end) {
    std::this_thread::sleep_for(pause);
    code = go();
  }
  return code;
}

Status Database::run(const char* sql) {
  const int code = patiently([&] { return sqlite3_exec(connection_.get(), sql, nullptr, nullptr, nullptr); });
  return code == SQLITE_OK ? ok() : Status(error(code));
}

Result<Statement> Database::prepare(const std::string& sql) const {
  sqlite3_stmt* statement = nullptr;
  const int code = patiently([&] {
    return sqlite3_prepare_v2(connection_.get(), sql.c_str(), static_cast<int>(sql.size()), &statement, nullptr);
  });
  if (code == SQLITE_ERROR) {  // a table or column is missing
    return damaged(sqlite3_errmsg(connection_.get()));
  }
  return code == SQLITE_OK ? Result<Statement>(Statement(statement)) : Result<Statement>(error(code));
}

Result<std::int64_t> Database::ask(const char* sql) const {
  auto statement = prepare(sql);
  if (!statement) {
    return statement.error();
  }
  const int code = patiently([&] {
    statement->start();
    return statement->step();
  });
  return code == SQLITE_ROW ? Result<std::int64_t>(statement->number()) : Result<std::int64_t>(error(code));
}

Error Database::error(int code) const {
  const char* said = connection_ ? sqlite3_errmsg(connection_.get()) : sqlite3_errstr(code);
  const int system = connection_ ? sqlite3_system_errno(connection_.get()) : 0;
  const std::string cause = system != 0 ? fmt::format("{}: {}", said, std::strerror(system)) : said;
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {path_, 0, "is being written by another program", "wait until it has ended, then run again"};
    case SQLITE_FULL:
      return {path_, 0, "cannot grow: the disk is full",
              "free some space, then run again; what is stored already is kept"};
    case SQLITE_IOERR:
      return {path_, 0, fmt::format("cannot be read or written ({})", cause),
              "check the disk and its free space, then run again"};
    case SQLITE_CANTOPEN:
      return {path_, 0, fmt::format("cannot be opened ({})", cause),
              "check the path and the permissions of its folder"};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return {path_, 0, "cannot be written to", "change its permissions, or name a file elsewhere"};
    case SQLITE_NOTADB:
      return {path_, 0, "is not a Readout store", "name another file"};
    case SQLITE_CORRUPT:
      return damaged(cause);
    default:
      return {path_, 0, fmt::format("failed ({})", cause), ""};
  }
}

Error Database::damaged(const std::string& what) const {
  return {path_, 0, fmt::format("is damaged ({})", what), "restore a copy, or read the reports into a new store"};
}

}  // namespace readout::record
