// The questions of docs/store.md, asked of a real store.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>

#include "base/example_record.hpp"
#include "base/table.hpp"
#include "readout/store.hpp"

namespace readout::record {
namespace {

using Rows = std::vector<std::string>;  // cells with '|' between

std::vector<std::string> questions_in(const std::string& page) {
  std::vector<std::string> questions;
  constexpr std::string_view open = "```sql\n";
  for (auto at = page.find(open); at != std::string::npos; at = page.find(open, at)) {
    at += open.size();
    questions.push_back(page.substr(at, page.find("```", at) - at));
  }
  return questions;
}

Rows answers(sqlite3* db, const std::string& question) {
  Rows rows;
  char* fault = nullptr;
  const auto take = [](void* to, int count, char** cells, char**) {
    std::string row;
    for (int i = 0; i < count; ++i) {
      row += i > 0 ? "|" : "";
      row += cells[i] != nullptr ? cells[i] : "";
    }
    static_cast<Rows*>(to)->push_back(row);
    return 0;
  };
  sqlite3_exec(db, question.c_str(), take, &rows, &fault);
  EXPECT_EQ(fault, nullptr) << fault << "\n" << question;
  sqlite3_free(fault);
  return rows;
}

TEST(StoreDocs, QuestionsHaveAnswers) {
  const auto page = base::read_file(std::filesystem::path(READOUT_SOURCE_DIR) / "docs" / "store.md");
  ASSERT_TRUE(page);
  const auto questions = questions_in(*page);
  ASSERT_EQ(questions.size(), 4U);

  const auto path = fmt::format("{}/docs.{}.db", testing::TempDir(), ::getpid());
  {
    auto record = base::example_record("one");
    record.acts.push_back(record.acts[0]);
    record.acts[2].id = "e2";
    record.acts[2].actor = {"a1"};
    record.acts[2].recipient = {"a2"};
    record.acts[2].cameo = "111";
    record.acts[2].quad = "verbal conflict";
    record.actors[0].country = "CHE";
    record.actors[1].country = "JPN";
    auto store = Store::open(path);
    ASSERT_TRUE(store);
    ASSERT_TRUE(store->put(record));
  }
  sqlite3* db = nullptr;
  ASSERT_EQ(sqlite3_open_v2(path.c_str(), &db, SQLITE_OPEN_READONLY, nullptr), SQLITE_OK);
  using testing::ElementsAre;
  EXPECT_THAT(answers(db, questions[0]), ElementsAre("2020-03-04|Ada Roy and Bo|A \"title\" \xFF"));
  EXPECT_THAT(answers(db, questions[1]), ElementsAre("CHE|JPN|verbal conflict|1"));
  EXPECT_THAT(answers(db, questions[2]), ElementsAre("e1|phoned", "e1|Ada", "e2|phoned", "e2|Ada"));
  EXPECT_THAT(answers(db, questions[3]), ElementsAre("1|s1|0|Ada Roy"));
  sqlite3_close(db);
  std::filesystem::remove(path);
}

}  // namespace
}  // namespace readout::record
