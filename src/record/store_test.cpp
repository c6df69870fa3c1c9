// The store gives back what it was given, keeps it through crashes and full disks, and leaves other files alone.
#include "readout/store.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

#include "base/example_record.hpp"

namespace readout::record {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

// A content of its own for each name.
Record example_record(const std::string& name) {
  auto record = base::example_record(name);
  record.document.sha256 = "sha of " + name;
  record.document.url.clear();
  return record;
}

class StoreFile : public testing::Test {
 protected:
  void SetUp() override {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override {
    fs::permissions(folder_, fs::perms::owner_all);
    fs::remove_all(folder_);
  }

  [[nodiscard]] std::string file(const std::string& name = "a.db") const { return (folder_ / name).string(); }

  static std::vector<Record> records_in(const Store& store) {
    std::vector<Record> records;
    const auto status = store.each([&](const Record& record) {
      records.push_back(record);
      return ok();
    });
    EXPECT_TRUE(status) << to_string(status.error());
    return records;
  }
  [[nodiscard]] std::vector<Record> records_in(const std::string& path) const {
    auto store = Store::open_readonly(path);
    EXPECT_TRUE(store) << to_string(store.error());
    return store ? records_in(*store) : std::vector<Record>();
  }
  void keep(const std::vector<Record>& records) const {
    auto store = Store::open(file());
    ASSERT_TRUE(store) << to_string(store.error());
    for (const auto& record : records) {
      const auto put = store->put(record);
      ASSERT_TRUE(put) << to_string(put.error());
    }
    ASSERT_TRUE(store->commit());
  }
  // The first cell of each row.
  [[nodiscard]] std::vector<std::string> ask(const std::string& question) const {
    std::vector<std::string> cells;
    sqlite3* db = nullptr;
    EXPECT_EQ(sqlite3_open_v2(file().c_str(), &db, SQLITE_OPEN_READONLY, nullptr), SQLITE_OK);
    char* fault = nullptr;
    const auto take = [](void* to, int, char** row, char**) {
      static_cast<std::vector<std::string>*>(to)->emplace_back(row[0] != nullptr ? row[0] : "");
      return 0;
    };
    sqlite3_exec(db, question.c_str(), take, &cells, &fault);
    EXPECT_EQ(fault, nullptr) << fault;
    sqlite3_close(db);
    return cells;
  }
  void sql(const std::string& statement) const {
    sqlite3* db = nullptr;
    ASSERT_EQ(sqlite3_open(file().c_str(), &db), SQLITE_OK);
    char* fault = nullptr;
    sqlite3_exec(db, statement.c_str(), nullptr, nullptr, &fault);
    EXPECT_EQ(fault, nullptr) << fault;
    sqlite3_close(db);
  }
  static std::string bytes_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  // Runs `work` in a process of its own and gives its wait status.
  template <typename Work>
  static int in_child(const Work& work) {
    const pid_t child = ::fork();
    if (child == 0) {
      ::_exit(work());
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
  }

 private:
  fs::path folder_ = fs::path(testing::TempDir()) /
                     fmt::format("{}.{}", testing::UnitTest::GetInstance()->current_test_info()->name(), ::getpid());
};

TEST_F(StoreFile, GivesBackWhatItWasGiven) {
  const std::vector<Record> records = {example_record("one"), Record{}, example_record("two")};
  keep(records);
  EXPECT_EQ(records_in(file()), records);
}

TEST_F(StoreFile, ShowsWhatIsNotSavedYetToItself) {
  auto store = Store::open(file());
  ASSERT_TRUE(store);
  ASSERT_TRUE(store->put(example_record("one")));
  EXPECT_EQ(records_in(*store).size(), 1U);
}

TEST_F(StoreFile, ReplacesTheSameTextFromTheSamePlaceInPlace) {
  auto changed = example_record("one");
  changed.acts.pop_back();
  changed.acts[0].goldstein = -3.25;
  keep({example_record("one"), example_record("two")});
  keep({changed});
  EXPECT_EQ(records_in(file()), (std::vector{changed, example_record("two")}));
}

TEST_F(StoreFile, KeepsAChangedTextBesideTheOldOne) {
  auto changed = example_record("one");
  changed.document.sha256 = "11ff";
  keep({example_record("one"), changed});
  EXPECT_EQ(records_in(file()).size(), 2U);
}

TEST_F(StoreFile, KeepsOneContentOnceHoweverOftenItIsSeen) {
  std::vector<Record> copies(5, example_record("one"));
  for (std::size_t i = 0; i < copies.size(); ++i) {
    copies[i].document.name = std::to_string(i);
    copies[i].document.url = fmt::format("https://example.org/{}", i);
  }
  for (int times = 0; times < 2; ++times) {
    keep(copies);
    EXPECT_EQ(records_in(file()), std::vector{copies[0]});
    EXPECT_THAT(ask("SELECT url FROM sighting ORDER BY doc, nr"),
                testing::ElementsAre("https://example.org/0", "https://example.org/1", "https://example.org/2",
                                     "https://example.org/3", "https://example.org/4"));
  }
}

TEST_F(StoreFile, TellsTheSameTextOfAnotherDayOrTitleApart) {
  auto later = example_record("one");
  later.document.date = "2020-03-05";
  auto other = example_record("one");
  other.document.title = "Another";
  keep({example_record("one"), later, other});
  EXPECT_EQ(records_in(file()).size(), 3U);
}

TEST_F(StoreFile, KeepsACursorWithItsReportOrNeither) {
  {
    auto store = Store::open(file());
    ASSERT_TRUE(store);
    EXPECT_EQ(*store->cursor("feed"), "");
    ASSERT_TRUE(store->put(example_record("one"), {"feed", "1"}));
    ASSERT_TRUE(store->commit());
  }
  const int status = in_child([&] {
    auto store = Store::open(file());
    return store && store->put(example_record("two"), {"feed", "2"}) ? ::raise(SIGKILL) : 1;
  });
  ASSERT_TRUE(WIFSIGNALED(status));
  auto store = Store::open(file());
  ASSERT_TRUE(store);
  EXPECT_EQ(*store->cursor("feed"), "1");
  EXPECT_EQ(records_in(*store).size(), 1U);
}

TEST_F(StoreFile, RemembersWhatCouldNotBeReadUntilItCan) {
  {
    auto store = Store::open(file());
    ASSERT_TRUE(store);
    ASSERT_TRUE(store->put_unread({"some/where.jsonl", 12, "is no JSON", ""}));
    ASSERT_TRUE(store->put_unread({"else.txt", 0, "is a riddle", ""}));
  }
  EXPECT_THAT(ask("SELECT message FROM unread ORDER BY path"), testing::ElementsAre("is a riddle", "is no JSON"));
  keep({example_record("one")});
  EXPECT_THAT(ask("SELECT message FROM unread"), testing::ElementsAre("is a riddle"));
}

TEST_F(StoreFile, FindsWordsOfReportsAndStatementsAndForgetsThemWithTheReport) {
  const auto found = [&](const std::string& table, const std::string& words) {
    return ask(fmt::format("SELECT count(*) FROM {0} WHERE {0} MATCH '\"{1}\"'", table, words)).front();
  };
  auto changed = example_record("one");
  keep({changed, example_record("two")});
  EXPECT_EQ(found("report_words", "phoned"), "2");
  EXPECT_EQ(found("statement_words", "We agree"), "2");
  changed.acts.pop_back();
  keep({changed, changed});
  EXPECT_EQ(found("statement_words", "We agree"), "1");
  EXPECT_EQ(found("report_words", "phoned"), "2");
  sql("INSERT INTO report_words (report_words) VALUES ('integrity-check')");
}

TEST_F(StoreFile, SavesWhenItIsClosed) {
  {
    auto store = Store::open(file());
    ASSERT_TRUE(store);
    ASSERT_TRUE(store->put(example_record("one")));
  }
  EXPECT_EQ(records_in(file()).size(), 1U);
  EXPECT_FALSE(fs::exists(file() + "-wal"));  // one file is left, which can be copied
}

TEST_F(StoreFile, StopsWhenTheTakerDoes) {
  keep({example_record("one"), example_record("two")});
  auto store = Store::open_readonly(file());
  ASSERT_TRUE(store);
  int taken = 0;
  const auto status = store->each([&](const Record&) { return ++taken, Status(Error{"", 0, "enough", ""}); });
  EXPECT_FALSE(status);
  EXPECT_EQ(taken, 1);
}

TEST_F(StoreFile, TakesPathsLiterally) {
  for (const char* name : {":memory:", "a?mode=memory", "a%41#b .db", "é.db"}) {
    const auto path = file(name);
    auto store = Store::open(path);
    ASSERT_TRUE(store) << to_string(store.error());
    EXPECT_TRUE(fs::exists(path)) << name;
  }
}

TEST_F(StoreFile, MakesAStoreOfAnEmptyFile) {
  std::ofstream(file()).close();
  keep({example_record("one")});
  EXPECT_EQ(records_in(file()).size(), 1U);
}

TEST_F(StoreFile, RefusesAForeignFileAndLeavesItAsItIs) {
  std::ofstream(file()) << std::string(5000, 'x');
  const auto before = bytes_of(file());
  const auto store = Store::open(file());
  ASSERT_FALSE(store);
  EXPECT_THAT(store.error().message, HasSubstr("is not a Readout store"));
  EXPECT_EQ(bytes_of(file()), before);
  EXPECT_FALSE(Store::open_readonly(file()));
}

TEST_F(StoreFile, RefusesSomebodyElsesDatabase) {
  sql("CREATE TABLE document (x); INSERT INTO document VALUES (1)");
  const auto before = bytes_of(file());
  const auto store = Store::open(file());
  ASSERT_FALSE(store);
  EXPECT_THAT(store.error().message, HasSubstr("is not a Readout store"));
  EXPECT_EQ(bytes_of(file()), before);
  EXPECT_FALSE(fs::exists(file() + "-wal"));
}

TEST_F(StoreFile, RefusesANewerStore) {
  keep({example_record("one")});
  sql("PRAGMA journal_mode = DELETE; PRAGMA user_version = 3");
  for (const auto& store : {Store::open(file()).error(), Store::open_readonly(file()).error()}) {
    EXPECT_THAT(store.message, HasSubstr("newer Readout"));
    EXPECT_THAT(store.remedy, HasSubstr("newer readout"));
  }
}

TEST_F(StoreFile, RefusesFoldersAndPathsThatLeadNowhere) {
  const auto folder = Store::open(fs::path(file()).parent_path().string());
  ASSERT_FALSE(folder);
  EXPECT_THAT(folder.error().message, HasSubstr("is a folder"));
  const auto nowhere = Store::open(file("no/where/a.db"));
  ASSERT_FALSE(nowhere);
  EXPECT_THAT(to_string(nowhere.error()), HasSubstr("No such file or directory"));
  const auto missing = Store::open_readonly(file());
  ASSERT_FALSE(missing);
  EXPECT_THAT(missing.error().message, HasSubstr("is not there"));
  EXPECT_FALSE(fs::exists(file()));
}

TEST_F(StoreFile, ReadsWhereItMayNotWriteAndSaysSoWhenItMust) {
  keep({example_record("one")});
  const auto folder = fs::path(file()).parent_path();
  fs::permissions(file(), static_cast<fs::perms>(0444));
  fs::permissions(folder, static_cast<fs::perms>(0555));
  const int status = in_child([&] {
    if (::geteuid() == 0 && ::setuid(65534) != 0) {
      return 9;
    }
    const auto writing = Store::open(file());
    const auto fresh = Store::open(file("new.db"));
    const bool refused = !writing && writing.error().message == "cannot be written to" && !fresh;
    if (!refused) {
      fmt::print(stderr, "{} / {}\n", writing ? "opened" : to_string(writing.error()),
                 fresh ? "made" : to_string(fresh.error()));
    }
    return refused && records_in(file()).size() == 1 ? 0 : 1;
  });
  EXPECT_EQ(status, 0);
}

TEST_F(StoreFile, FindsDamage) {
  keep({example_record("one")});
  sql("UPDATE actor SET nr = 7 WHERE id = 'a1'; UPDATE mention SET byte_begin = -1");
  auto store = Store::open_readonly(file());
  ASSERT_TRUE(store);
  const auto status = store->each([](const Record&) { return ok(); });
  ASSERT_FALSE(status);
  EXPECT_THAT(status.error().message, HasSubstr("is damaged"));
}

TEST_F(StoreFile, FindsAMissingTable) {
  keep({example_record("one")});
  sql("DROP TABLE act");
  auto store = Store::open_readonly(file());
  ASSERT_TRUE(store);
  const auto status = store->each([](const Record&) { return ok(); });
  ASSERT_FALSE(status);
  EXPECT_THAT(status.error().message, HasSubstr("no such table: act"));
}

std::string numbered(std::size_t i) {
  return fmt::format("r{}", i);
}

// Whole reports only, in order, from the first on.
void expect_a_sound_beginning(const std::vector<Record>& records) {
  for (std::size_t i = 0; i < records.size(); ++i) {
    EXPECT_EQ(records[i], example_record(numbered(i))) << i;
  }
}

TEST_F(StoreFile, KeepsWhatWasSavedWhenItIsKilled) {
  const int status = in_child([&] {
    auto store = Store::open(file());
    for (std::size_t i = 0; i < 600; ++i) {
      if (!store->put(example_record(numbered(i)))) {
        return 1;
      }
    }
    ::raise(SIGKILL);
    return 2;
  });
  ASSERT_TRUE(WIFSIGNALED(status));
  const auto records = records_in(file());
  EXPECT_GE(records.size(), 512U);  // 2 × 256
  EXPECT_LT(records.size(), 600U);
  expect_a_sound_beginning(records);
  keep({example_record("after")});  // and goes on
}

TEST_F(StoreFile, KeepsWhatWasSavedWhenTheDiskIsFull) {
  constexpr rlim_t room = 1'500'000;
  const int status = in_child([&] {
    auto store = Store::open(file());
    if (!store) {
      return 1;
    }
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{room, room};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    for (std::size_t i = 0; i < 100'000; ++i) {
      if (const auto put = store->put(example_record(numbered(i))); !put) {
        const auto said = to_string(put.error());
        return said.find("free") != std::string::npos && said.find("could not be kept") != std::string::npos ? 0 : 3;
      }
    }
    return 2;
  });
  EXPECT_EQ(status, 0) << WEXITSTATUS(status);
  const auto records = records_in(file());
  EXPECT_GE(records.size(), 256U);
  expect_a_sound_beginning(records);
}

TEST_F(StoreFile, TwoWritersTakeTurns) {
  keep({});
  std::vector<std::thread> writers;
  for (const char* prefix : {"x", "y"}) {
    writers.emplace_back([&, prefix] {
      auto store = Store::open(file());
      for (int i = 0; store && i < 300; ++i) {
        const auto put = store->put(example_record(fmt::format("{}{}", prefix, i)));
        EXPECT_TRUE(put) << to_string(put.error());
      }
    });
  }
  for (auto& writer : writers) {
    writer.join();
  }
  EXPECT_EQ(records_in(file()).size(), 600U);
}

TEST_F(StoreFile, SaysWhoIsInTheWayAfterTenSeconds) {
  keep({});
  auto first = Store::open(file());
  auto second = Store::open(file());
  ASSERT_TRUE(first && second);
  ASSERT_TRUE(first->put(example_record("one")));
  const auto begin = std::chrono::steady_clock::now();
  const auto put = second->put(example_record("two"));
  EXPECT_GE(std::chrono::steady_clock::now() - begin, std::chrono::seconds(9));
  ASSERT_FALSE(put);
  EXPECT_THAT(put.error().message, HasSubstr("is being written by another program"));
  ASSERT_TRUE(first->commit());
  EXPECT_TRUE(second->put(example_record("two")));
}

}  // namespace
}  // namespace readout::record
