// Files, folders, standard input and pipes, one after the other.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <thread>

#include "source/temporary_folder.hpp"

namespace readout::source {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> names(const Taken& taken) {
  std::vector<std::string> out;
  for (const Report& report : taken.reports) {
    out.push_back(report.name);
  }
  return out;
}

// Standard input is a pipe that gives `bytes`, for as long as this lives.
class StandardInput {
 public:
  explicit StandardInput(const std::string& bytes) : before_(::dup(STDIN_FILENO)) {
    int ends[2];
    EXPECT_EQ(::pipe(ends), 0);
    ::dup2(ends[0], STDIN_FILENO);
    ::close(ends[0]);
    writer_ = std::thread([bytes, to = ends[1]] {
      for (std::size_t at = 0; at < bytes.size();) {
        const ssize_t count = ::write(to, bytes.data() + at, std::min<std::size_t>(bytes.size() - at, 3000));
        if (count < 0) {
          break;
        }
        at += static_cast<std::size_t>(count);
      }
      ::close(to);
    });
  }
  StandardInput(const StandardInput&) = delete;
  StandardInput& operator=(const StandardInput&) = delete;
  ~StandardInput() {
    writer_.join();
    ::dup2(before_, STDIN_FILENO);
    ::close(before_);
  }

 private:
  int before_;
  std::thread writer_;
};

Taken take_piped(const std::string& bytes, SourceLimits limits = {}) {
  const StandardInput input(bytes);
  return take_inputs({"-"}, limits);
}

TEST(Reports, WalksFoldersInTheOrderOfNames) {
  const TemporaryFolder folder;
  folder.put("b.txt", "B.");
  folder.put("a/z.TXT", "Z.");
  folder.put("a/c.jsonl", "{\"id\":\"c1\",\"text\":\"C.\"}\n{\"id\":\"c2\",\"text\":\"C.\"}\n");
  folder.put("d.csv", "id,text\nd1,D.\n");
  folder.put("e.ndjson", "{\"id\":\"e1\",\"text\":\"E.\"}");
  folder.put("f.md", "passed over");
  folder.put("g.json", "passed over");
  folder.put(".h.txt", "passed over");
  folder.put(".i/i.txt", "passed over");
  const Taken taken = take_inputs({folder.path()});
  EXPECT_TRUE(taken.errors.empty());
  EXPECT_THAT(names(taken), ElementsAre("c1", "c2", "z", "b", "d1", "e1"));
  EXPECT_EQ(taken.reports[2].path, folder / "a/z.TXT");
}

TEST(Reports, KeepsTheOrderOfInputsAndGoesOnAfterErrors) {
  const TemporaryFolder folder;
  const std::string one = folder.put("one.txt", "One.");
  const std::string two = folder.put("two.md", "Two.");
  const std::string hidden = folder.put(".hidden", "Named by the user.");
  const Taken taken = take_inputs({two, folder / "none.txt", one, folder.put("empty.txt", ""), hidden});
  EXPECT_EQ(taken.order, "rerer");
  EXPECT_THAT(names(taken), ElementsAre("two", "one", ".hidden"));
  EXPECT_EQ(to_string(taken.errors[0]),
            folder / "none.txt" + ": cannot be read: No such file or directory (check the name)");
  EXPECT_EQ(taken.errors[1].message, "is empty");
}

TEST(Reports, FollowsLinksAndLeavesTheirCircles) {
  const TemporaryFolder folder;
  folder.put("in/a.txt", "A.");
  fs::create_directory_symlink(folder.path(), folder / "in/up");
  fs::create_directory_symlink(folder / "in", folder / "in/zelf");
  fs::create_symlink("nowhere", folder / "in/broken.txt");
  fs::create_symlink("self.txt", folder / "in/self.txt");
  fs::create_symlink("a.txt", folder / "in/to_a.txt");
  const Taken taken = take_inputs({folder.path()});
  EXPECT_THAT(names(taken), ElementsAre("a", "to_a"));
  ASSERT_EQ(taken.errors.size(), 2U);
  EXPECT_EQ(taken.errors[0].file, folder / "in/broken.txt");
  EXPECT_THAT(taken.errors[1].remedy, HasSubstr("circle"));
}

TEST(Reports, FoldersWithoutReportsAreNamed) {
  const TemporaryFolder folder;
  folder.put("a.md", "A.");
  const Taken taken = take_inputs({folder.path()});
  ASSERT_EQ(taken.order, "e");
  EXPECT_EQ(taken.errors[0].file, folder.path());
  EXPECT_THAT(taken.errors[0].message, HasSubstr("holds no .txt"));
}

TEST(Reports, FoldersAndFilesWithoutPermissionAreNamed) {
  const TemporaryFolder folder;
  folder.put("a/a.txt", "A.");
  folder.put("b.txt", "B.");
  folder.put("c.txt", "C.");
  ASSERT_EQ(::chmod(folder.path().c_str(), 0755), 0);
  ASSERT_EQ(::chmod((folder / "a").c_str(), 0), 0);
  ASSERT_EQ(::chmod((folder / "b.txt").c_str(), 0), 0);
  const uid_t user = ::geteuid();
  constexpr uid_t nobody = 65534;
  if (user == 0 && ::seteuid(nobody) != 0) {
    GTEST_SKIP() << "as root everything may be read";
  }
  const Taken taken = take_inputs({folder.path()});
  ASSERT_EQ(::seteuid(user), 0);
  ASSERT_EQ(::chmod((folder / "a").c_str(), 0700), 0);
  EXPECT_EQ(taken.order, "eer");
  EXPECT_EQ(taken.errors[0].file, folder / "a");
  EXPECT_EQ(taken.errors[1].file, folder / "b.txt");
  EXPECT_THAT(taken.errors[1].message, HasSubstr("Permission denied"));
}

TEST(Reports, TellsTheFormOfStandardInput) {
  const Taken json = take_piped("\n {\"id\":\"a\",\"text\":\"A.\"}\n{\"text\":\"B.\"}\n");
  EXPECT_THAT(names(json), ElementsAre("a", "stdin:3"));
  EXPECT_EQ(json.reports[0].path, "-");
  const Taken csv = take_piped("\xEF\xBB\xBFid,\"Text\"\r\nx,X.\r\n");
  EXPECT_THAT(names(csv), ElementsAre("x"));
  const Taken text = take_piped(" date 2021-09-11 A, text, with commas\n\nBody.");
  EXPECT_THAT(names(text), ElementsAre("stdin"));
  EXPECT_EQ(text.reports[0].title, "A, text, with commas");
  EXPECT_EQ(take_piped("text\nof a report").reports.at(0).text, "text\nof a report");
  EXPECT_EQ(take_piped("[Reuters] Paris spoke.").reports.at(0).text, "[Reuters] Paris spoke.");
  const Taken empty = take_piped("");
  ASSERT_EQ(empty.order, "e");
  EXPECT_EQ(to_string(empty.errors[0]), "-: is empty (name a file with text)");
}

TEST(Reports, ReadsLongStandardInput) {
  std::string lines;
  for (int i = 0; i < 20000; ++i) {
    lines += "{\"id\":\"" + std::to_string(i) + "\",\"text\":\"Paris spoke.\"}\n";
  }
  EXPECT_EQ(take_piped(lines).reports.size(), 20000U);
  const std::string text = std::string(1000000, 'a') + "\nend";
  EXPECT_EQ(take_piped(text).reports.at(0).text, text);
  SourceLimits limits;
  limits.row_bytes = 1000;
  EXPECT_EQ(take_piped(std::string(5000, 'a'), limits).order, "e");
}

TEST(Reports, ReadsNamedPipesAndDevices) {
  const TemporaryFolder folder;
  const std::string pipe = folder / "pipe";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  std::thread writer([&] { std::ofstream(pipe) << "id,text\np1,P.\n"; });
  EXPECT_THAT(names(take_inputs({pipe})), ElementsAre("p1"));
  writer.join();
  EXPECT_EQ(take_inputs({"/dev/null"}).errors.at(0).message, "is empty");
  EXPECT_EQ(take_inputs({"/dev/zero"}).errors.at(0).message, "is not text");
  EXPECT_THAT(take_inputs({folder.path()}).order, "e") << "a pipe in a folder is not waited for";
}

TEST(Reports, TellsHowFarItIs) {
  const TemporaryFolder folder;
  const std::string one = folder.put("one.txt", "One.");
  const std::string two = folder.put("two.csv", "id,text\nx,X.\n");
  Reports reports({one, two, folder.put("bad.txt", std::string(300, '\0'))});
  EXPECT_EQ(reports.bytes_read(), 0U);
  ASSERT_TRUE(reports.next());
  EXPECT_EQ(reports.bytes_total(), 317U);
  EXPECT_EQ(reports.bytes_read(), 4U);
  while (reports.next()) {
  }
  EXPECT_EQ(reports.bytes_read(), reports.bytes_total());
  const StandardInput input("Paris spoke.");
  Reports piped({one, "-"});
  while (piped.next()) {
  }
  EXPECT_EQ(piped.bytes_total(), 0U);
  EXPECT_EQ(piped.bytes_read(), 16U);
}

TEST(Reports, NothingNamedGivesNothing) {
  EXPECT_EQ(take_inputs({}).order, "");
}

TEST(Reports, ATooLongFileIsNotEvenRead) {
  const TemporaryFolder folder;
  const std::string file = folder.put("big.txt", "");
  fs::resize_file(file, 80ULL << 20U);
  Reports reports({file, folder.put("next.txt", "Next.")});
  auto first = reports.next();
  ASSERT_TRUE(first && !*first);
  EXPECT_THAT(first->error().remedy, HasSubstr("split"));
  EXPECT_TRUE(reports.next());
}

}  // namespace
}  // namespace readout::source
