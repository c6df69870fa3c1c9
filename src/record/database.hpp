// SQLite behind two small types: a connection that closes itself and a statement that finalizes itself. What goes wrong
// comes out as an Error with a remedy.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "readout/result.hpp"

namespace readout::record {

enum class Access : std::uint8_t { read, write };

class Statement {
 public:
  Statement() = default;
  explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}

  // Parameters and columns are taken in order; start() begins with the first parameter again.
  void start();
  void bind(std::string_view text);  // empty: NULL
  void bind(std::int64_t number);
  void bind(double number);
  void bind_null();

  // SQLITE_ROW: a row is there; SQLITE_DONE: none is left; else what went wrong.
  [[nodiscard]] int step() {
    column_ = 0;
    return sqlite3_step(statement_.get());
  }
  [[nodiscard]] std::string text();  // NULL: empty
  [[nodiscard]] std::int64_t number();
  [[nodiscard]] double real();
  [[nodiscard]] bool next_is_null() const { return sqlite3_column_type(statement_.get(), column_) == SQLITE_NULL; }
  void skip() { ++column_; }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int parameter_ = 1;
  int column_ = 0;
};

class Database {
 public:
  // Opens with what a file from elsewhere calls for: no trust in its schema, no writing past SQLite's own ways.
  static Result<Database> open(const std::string& path, Access access);

  // A database of nobody else's; errors name `path`.
  static Result<Database> open_memory(const std::string& path);

  Status run(const char* sql);
  // All of this database in place of all of the other.
  Status copy_into(Database& other) const;
  Result<Statement> prepare(const std::string& sql) const;
  // A statement that gives one number.
  Result<std::int64_t> ask(const char* sql) const;

  // Whether to wait for other programs' locks, for ten seconds, or to give up at once.
  void wait_for_others(bool wait);

  [[nodiscard]] bool in_transaction() const { return sqlite3_get_autocommit(connection_.get()) == 0; }
  [[nodiscard]] bool is_readonly() const { return sqlite3_db_readonly(connection_.get(), "main") == 1; }

  // The error that SQLite's last answer amounts to.
  [[nodiscard]] Error error(int code) const;
  [[nodiscard]] Error damaged(const std::string& what) const;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  static Result<Database> open_uri(const std::string& path, const std::string& uri, int flags);
  // SQLite gives up at once, and asks no timeout, where two programs open or close one file in the same moment.
  template <typename Go>
  int patiently(const Go& go) const;

  struct Close {
    void operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }
  };
  std::unique_ptr<sqlite3, Close> connection_;
  std::string path_;
  bool waits_ = false;
};

}  // namespace readout::record
