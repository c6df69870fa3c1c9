// Death at any moment, 200 times over: the file stays sound, and a rerun ends where a clean run ends.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <random>
#include <thread>

#include "base/example_record.hpp"
#include "readout/store.hpp"

namespace readout::record {
namespace {

namespace fs = std::filesystem;

constexpr int reports = 600;  // small ones; every third content is seen at a second place

Record report(int i) {
  const int content = i % 3 == 2 ? i - 1 : i;
  auto record = base::example_record(fmt::format("r{}", i));
  record.document.sha256 = fmt::format("{:064}", content);
  record.document.url = fmt::format("https://example.org/{}", i);
  record.actors[0].country = "CHE";
  record.actors[1].country = "JPN";
  return record;
}

// All of an input, each report with the cursor behind it.
int read_all_into(const std::string& path) {
  auto store = Store::open(path);
  for (int i = 0; store && i < reports; ++i) {
    if (!store->put(report(i), {"input", std::to_string(i)}) || (i % 50 == 49 && !store->commit())) {
      return 1;
    }
  }
  return store && store->commit() ? 0 : 1;
}

std::vector<std::string> ask(const std::string& path, const char* sql) {
  std::vector<std::string> rows;
  sqlite3* db = nullptr;
  EXPECT_EQ(sqlite3_open_v2(path.c_str(), &db, SQLITE_OPEN_READWRITE, nullptr), SQLITE_OK);
  char* fault = nullptr;
  const auto take = [](void* to, int count, char** cells, char**) {
    std::string row;
    for (int i = 0; i < count; ++i) {
      row += fmt::format("{}|", cells[i] != nullptr ? cells[i] : "");
    }
    static_cast<std::vector<std::string>*>(to)->push_back(row);
    return 0;
  };
  sqlite3_exec(db, sql, take, &rows, &fault);
  EXPECT_EQ(fault, nullptr) << fault << " " << sql;
  sqlite3_free(fault);
  sqlite3_close(db);
  return rows;
}

constexpr const char* contents[] = {
    "SELECT doc, sha256, name, url FROM document ORDER BY doc",
    "SELECT * FROM sighting ORDER BY doc, nr",
    "SELECT * FROM cursor",
    "SELECT * FROM dyad ORDER BY doc, nr, source",
    "SELECT count(*), sum(rowid) FROM report_words WHERE report_words MATCH 'phoned'",
    "SELECT count(*), sum(rowid) FROM statement_words WHERE statement_words MATCH 'agree'",
    "SELECT count(*) FROM act",
    "SELECT count(*) FROM mention",
};

TEST(Crash, TwoHundredDeathsLeaveASoundStoreAndARerunACleanOne) {
  const auto folder = fs::path(testing::TempDir()) / fmt::format("crash.{}", ::getpid());
  fs::create_directories(folder);
  const auto clean = (folder / "clean.db").string();
  const auto path = (folder / "a.db").string();
  const auto begin = std::chrono::steady_clock::now();
  ASSERT_EQ(read_all_into(clean), 0);
  const auto whole_run =
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);

  std::mt19937 random(20211124);  // NOLINT(cert-msc51-cpp): the same moments every time
  const auto long_enough = static_cast<int>(std::clamp<std::int64_t>(whole_run.count(), 2'000, 150'000));
  std::uniform_int_distribution<int> moment(0, long_enough);
  int killed = 0;
  for (int death = 0; death < 200; ++death) {
    if (death % 20 == 0) {  // from the beginning again: the making of the file is a moment too
      for (const char* part : {"", "-wal", "-shm", "-journal"}) {
        fs::remove(path + part);
      }
    }
    const pid_t child = ::fork();
    if (child == 0) {
      ::_exit(read_all_into(path));
    }
    std::this_thread::sleep_for(std::chrono::microseconds(moment(random)));
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    killed += WIFSIGNALED(status) ? 1 : 0;
    ASSERT_TRUE(WIFSIGNALED(status) || WEXITSTATUS(status) == 0) << death;
    if (fs::exists(path) && fs::file_size(path) > 0) {
      ASSERT_EQ(ask(path, "PRAGMA integrity_check"), std::vector<std::string>{"ok|"}) << death;
      ASSERT_TRUE(ask(path, "PRAGMA foreign_key_check").empty()) << death;
    }
    if (death % 20 == 19) {
      ASSERT_EQ(read_all_into(path), 0);
      for (const char* question : contents) {
        ASSERT_EQ(ask(path, question), ask(clean, question)) << question;
      }
    }
  }
  EXPECT_GT(killed, 100);
  fs::remove_all(folder);
}

TEST(Crash, AFullDiskLeavesASoundStoreAndARerunACleanOne) {
  const auto folder = fs::path(testing::TempDir()) / fmt::format("full.{}", ::getpid());
  fs::create_directories(folder);
  const auto clean = (folder / "clean.db").string();
  const auto path = (folder / "a.db").string();
  ASSERT_EQ(read_all_into(clean), 0);
  for (const rlim_t room : {200'000, 400'000, 800'000}) {
    const pid_t child = ::fork();
    if (child == 0) {
      ::signal(SIGXFSZ, SIG_IGN);
      const rlimit limit{room, room};
      ::setrlimit(RLIMIT_FSIZE, &limit);
      ::_exit(read_all_into(path));
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 1) << room;
    if (fs::exists(path) && fs::file_size(path) > 0) {
      ASSERT_EQ(ask(path, "PRAGMA integrity_check"), std::vector<std::string>{"ok|"}) << room;
    }
  }
  ASSERT_EQ(read_all_into(path), 0);
  for (const char* question : contents) {
    EXPECT_EQ(ask(path, question), ask(clean, question)) << question;
  }
  fs::remove_all(folder);
}

// Both read the same input at once; each content is there once, each place once.
TEST(Crash, TwoWritersOfOneInputKeepItOnce) {
  const auto folder = fs::path(testing::TempDir()) / fmt::format("writers.{}", ::getpid());
  fs::create_directories(folder);
  const auto path = (folder / "a.db").string();
  pid_t writers[2] = {};
  for (pid_t& writer : writers) {
    writer = ::fork();
    if (writer == 0) {
      ::_exit(read_all_into(path));
    }
  }
  for (const pid_t writer : writers) {
    int status = 0;
    ::waitpid(writer, &status, 0);
    EXPECT_EQ(status, 0);
  }
  EXPECT_EQ(ask(path, "SELECT count(*), count(DISTINCT sha256) FROM document"), std::vector<std::string>{"400|400|"});
  EXPECT_EQ(ask(path, "SELECT count(*), count(DISTINCT url) FROM sighting"), std::vector<std::string>{"600|600|"});
  EXPECT_EQ(ask(path, "PRAGMA integrity_check"), std::vector<std::string>{"ok|"});
  fs::remove_all(folder);
}

// The file is made, opened and left by some while others make, open and leave it.
TEST(Crash, ManyShortWritersWaitForEachOther) {
  const auto folder = fs::path(testing::TempDir()) / fmt::format("short.{}", ::getpid());
  fs::create_directories(folder);
  for (int round = 0; round < 60; ++round) {
    const auto path = (folder / fmt::format("{}.db", round)).string();
    std::vector<pid_t> writers;
    for (int nr = 0; nr < 8; ++nr) {
      writers.push_back(::fork());
      if (writers.back() == 0) {
        std::this_thread::sleep_for(std::chrono::microseconds((nr * 137 * round) % 3000));
        auto store = Store::open(path);
        const bool kept = store && store->put(report(nr)) && store->commit();
        ::_exit(kept ? 0 : 1);
      }
    }
    for (const pid_t writer : writers) {
      int status = 0;
      ::waitpid(writer, &status, 0);
      EXPECT_EQ(status, 0) << round;
    }
    EXPECT_EQ(ask(path, "SELECT count(*) FROM sighting"), std::vector<std::string>{"8|"}) << round;
  }
  fs::remove_all(folder);
}

}  // namespace
}  // namespace readout::record
