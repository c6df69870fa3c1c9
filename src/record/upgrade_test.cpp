// A store of version 1 becomes one of this version, with a copy of what it was, or stays as it is.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "base/example_record.hpp"
#include "readout/store.hpp"

namespace readout::record {
namespace {

namespace fs = std::filesystem;
using Cells = std::vector<std::string>;

class Upgrade : public testing::Test {
 protected:
  void SetUp() override {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  [[nodiscard]] std::string file(const std::string& name) const { return (folder_ / name).string(); }

  static Cells ask(const std::string& path, const std::string& sql) {
    Cells cells;
    sqlite3* db = nullptr;
    EXPECT_EQ(sqlite3_open(path.c_str(), &db), SQLITE_OK);
    char* fault = nullptr;
    const auto take = [](void* to, int, char** row, char**) {
      static_cast<Cells*>(to)->emplace_back(row[0] != nullptr ? row[0] : "");
      return 0;
    };
    sqlite3_exec(db, sql.c_str(), take, &cells, &fault);
    EXPECT_EQ(fault, nullptr) << fault;
    sqlite3_close(db);
    return cells;
  }

  static Record report(const std::string& name, const std::string& sha256) {
    auto record = base::example_record(name);
    record.document.sha256 = sha256;
    record.document.url = "https://example.org/" + name;
    record.actors[0].country = "CHE";
    record.actors[1].country = "JPN";
    return record;
  }

  // What version 1 wrote: the record's own tables, one document for each text and name.
  void make_version_1(const std::string& path, bool with_entity) const {
    {
      auto store = Store::open(path);
      ASSERT_TRUE(store);
      ASSERT_TRUE(store->put(report("one", "11")));
      ASSERT_TRUE(store->put(report("two", "22")));
      ASSERT_TRUE(store->put(report("three", "33")));
    }
    ask(path,
        "DROP TABLE report_words; DROP TABLE statement_words; DROP VIEW report;"
        "DROP TABLE dyad; DROP TABLE sighting; DROP TABLE cursor; DROP TABLE unread; DROP INDEX document_key;"
        "CREATE UNIQUE INDEX document_key ON document (ifnull(sha256, ''), ifnull(name, ''));"
        "CREATE INDEX actor_code ON actor (code);"
        "UPDATE document SET sha256 = '11' WHERE name = 'three'; PRAGMA user_version = 1");
    if (!with_entity) {
      ask(path, "DROP INDEX actor_entity; ALTER TABLE actor DROP COLUMN entity");
    }
  }

  // Tables with their columns, indexes, views, triggers.
  static Cells shape(const std::string& path) {
    auto shape =
        ask(path,
            "SELECT schema.type || ' ' || schema.name || ' ' || ifnull(columns.name, '') FROM sqlite_schema AS schema "
            "LEFT JOIN pragma_table_info(schema.name) AS columns");
    std::sort(shape.begin(), shape.end());
    return shape;
  }

 private:
  fs::path folder_ = fs::path(testing::TempDir()) /
                     fmt::format("{}.{}", testing::UnitTest::GetInstance()->current_test_info()->name(), ::getpid());
};

TEST_F(Upgrade, MakesTheTablesOfANewStoreAndFillsThem) {
  {
    auto fresh = Store::open(file("fresh.db"));
    ASSERT_TRUE(fresh);
    for (const auto* name : {"one", "two", "three"}) {
      ASSERT_TRUE(fresh->put(report(name, name == std::string("two") ? "22" : "11")));
    }
  }
  for (const bool with_entity : {false, true}) {
    const auto path = file(with_entity ? "with.db" : "without.db");
    make_version_1(path, with_entity);
    const auto before = ask(path, "SELECT name FROM document");
    ASSERT_TRUE(Store::open(path));
    EXPECT_EQ(shape(path), shape(file("fresh.db")));
    for (const char* question :
         {"SELECT doc || name FROM document", "SELECT doc || nr || url FROM sighting",
          "SELECT source || target || day || doc || nr || relation FROM dyad",
          "SELECT rowid FROM report_words WHERE report_words MATCH 'phoned'",
          "SELECT rowid FROM statement_words WHERE statement_words MATCH 'agree'", "PRAGMA user_version",
          "PRAGMA integrity_check", "PRAGMA foreign_key_check", "SELECT count(*) FROM actor"}) {
      EXPECT_EQ(ask(path, question), ask(file("fresh.db"), question)) << question;
    }
    EXPECT_EQ(ask(path + ".v1", "PRAGMA user_version"), Cells{"1"});
    EXPECT_EQ(ask(path + ".v1", "SELECT name FROM document"), before);
  }
}

TEST_F(Upgrade, ReadingLeavesAnOldStoreAsItIs) {
  const auto path = file("old.db");
  make_version_1(path, false);
  {
    const auto store = Store::open_readonly(path);
    ASSERT_TRUE(store);
    std::size_t reports = 0;
    EXPECT_TRUE(store->each([&](const Record&) { return ++reports, ok(); }));
    EXPECT_EQ(reports, 2U);
  }
  EXPECT_EQ(ask(path, "PRAGMA user_version"), Cells{"1"});
  EXPECT_FALSE(fs::exists(path + ".v1"));
}

TEST_F(Upgrade, StaysAsItIsWhenTheCopyCannotBeMade) {
  const auto path = file("old.db");
  make_version_1(path, false);
  fs::create_directories(path + ".v1/in the way");
  const auto store = Store::open(path);
  ASSERT_FALSE(store);
  EXPECT_THAT(to_string(store.error()), testing::HasSubstr("old.db.v1"));
  EXPECT_EQ(ask(path, "PRAGMA user_version"), Cells{"1"});
}

TEST_F(Upgrade, StaysAsItIsWhenItFails) {
  const auto path = file("old.db");
  make_version_1(path, false);
  ask(path, "CREATE TABLE dyad (in_the_way)");
  ASSERT_FALSE(Store::open(path));
  EXPECT_EQ(ask(path, "PRAGMA user_version"), Cells{"1"});
  EXPECT_EQ(ask(path, "SELECT count(*) FROM document"), Cells{"3"});
  EXPECT_EQ(ask(path, "SELECT count(*) FROM sqlite_schema WHERE name = 'sighting'"), Cells{"0"});
}

}  // namespace
}  // namespace readout::record
