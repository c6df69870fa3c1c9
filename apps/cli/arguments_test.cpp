// The command line by its table: what is understood, and what is told when it is not.
#include "arguments.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "nearest.hpp"

namespace readout::cli {
namespace {

std::vector<std::string> words(const std::string& line) {
  std::istringstream in(line);
  std::vector<std::string> out;
  for (std::string word; in >> word;) {
    out.push_back(word);
  }
  return out;
}

std::string complaint(const std::string& line, bool input_waits = false) {
  const Parsed parsed = parse_arguments(words(line), input_waits);
  const auto* error = std::get_if<UsageError>(&parsed);
  return error == nullptr ? "" : error->message;
}

TEST(Arguments, FlagsAndOperandsInAnyOrder) {
  const Parsed parsed = parse_arguments(words("read a.txt --format=text --threads 2 --all b.csv -"));
  const auto* read = std::get_if<Invocation>(&parsed);
  ASSERT_NE(read, nullptr);
  EXPECT_EQ(read->command->name, "read");
  EXPECT_EQ(read->arguments.value("--format"), "text");
  EXPECT_EQ(read->arguments.count("--threads", 9), 2U);
  EXPECT_TRUE(read->arguments.has("--all"));
  EXPECT_FALSE(read->arguments.has("--quiet"));
  EXPECT_EQ(read->arguments.operands(), (std::vector<std::string>{"a.txt", "b.csv", "-"}));
}

TEST(Arguments, TheLastOfTwoFlagsCounts) {
  const Parsed parsed = parse_arguments(words("read --format text --format jsonl x"));
  const auto* read = std::get_if<Invocation>(&parsed);
  ASSERT_NE(read, nullptr);
  EXPECT_EQ(read->arguments.value("--format"), "jsonl");
}

TEST(Arguments, AfterTwoDashesEverythingIsAnInput) {
  const Parsed parsed = parse_arguments(words("read -- --odd-name.txt show"));
  const auto* read = std::get_if<Invocation>(&parsed);
  ASSERT_NE(read, nullptr);
  EXPECT_EQ(read->arguments.operands(), (std::vector<std::string>{"--odd-name.txt", "show"}));
}

TEST(Arguments, AnInputMayBeNamedAsACommand) {
  const Parsed parsed = parse_arguments(words("read show"));
  const auto* read = std::get_if<Invocation>(&parsed);
  ASSERT_NE(read, nullptr);
  EXPECT_EQ(read->command->name, "read");
  EXPECT_EQ(read->arguments.operands(), (std::vector<std::string>{"show"}));
}

TEST(Arguments, StandardInputStandsInForMissingInputs) {
  const Parsed parsed = parse_arguments(words("read --format text"), true);
  const auto* read = std::get_if<Invocation>(&parsed);
  ASSERT_NE(read, nullptr);
  EXPECT_EQ(read->arguments.operands(), (std::vector<std::string>{"-"}));
  EXPECT_EQ(complaint("read --format text", false), "read needs INPUT, one or more");
  EXPECT_EQ(complaint("show", true), "show needs FILE.db");
}

TEST(Arguments, MistypedWordsAreNamedWithTheNearest) {
  EXPECT_EQ(complaint("raed x"), "unknown command raed; did you mean read?");
  EXPECT_EQ(complaint("frobnicate"), "unknown command frobnicate");
  EXPECT_EQ(complaint("read --fromat jsonl x"), "read knows no flag --fromat; did you mean --format?");
  EXPECT_EQ(complaint("show --threads=2 x.db"), "show knows no flag --threads");
  EXPECT_EQ(complaint("--frobnicate"), "unknown flag --frobnicate before any command");
  EXPECT_EQ(complaint(""), "no command given");
}

TEST(Arguments, WrongValuesSayWhatIsRight) {
  EXPECT_EQ(complaint("read --format xml x"), "--format must be jsonl or text, not \"xml\"");
  EXPECT_EQ(complaint("read --color sometimes x"), "--color must be auto, always or never, not \"sometimes\"");
  for (const char* bad : {"0", "257", "two", "1.5", "-1", "2x", "99999999999999999999"}) {
    EXPECT_NE(complaint("read --threads=" + std::string(bad) + " x"), "") << bad;
  }
  EXPECT_NE(complaint("read --into"), "");
  EXPECT_NE(complaint("read --into= x"), "");
  EXPECT_EQ(complaint("show a.db b.db"), "show takes one FILE.db; b.db is one too many");
  EXPECT_EQ(complaint("completions tcsh"), "SHELL must be bash, zsh or fish, not \"tcsh\"");
  EXPECT_EQ(complaint("man page"), "man takes no page");
}

TEST(Arguments, HelpIsFoundBeforeAnythingElseIsWrong) {
  for (const char* line : {"--help", "-h", "read --help", "read -h --format xml", "show --help --no-such-flag"}) {
    EXPECT_TRUE(std::holds_alternative<HelpAsked>(parse_arguments(words(line)))) << line;
  }
  EXPECT_TRUE(std::holds_alternative<VersionAsked>(parse_arguments(words("--version"))));
}

TEST(Nearest, OneOrTwoEditsAreNear) {
  const std::vector<std::string_view> known{"read", "show", "completions"};
  EXPECT_EQ(nearest("raed", known), "read");
  EXPECT_EQ(nearest("shwo", known), "show");
  EXPECT_EQ(nearest("completion", known), "completions");
  EXPECT_EQ(nearest("x", known), "");
  EXPECT_EQ(nearest("", known), "");
  EXPECT_EQ(nearest(std::string(100000, 'a'), known), "");
}

TEST(Arguments, AVerbComesBeforeItsInputs) {
  const Parsed good = parse_arguments({"actors", "unknown", "a.db", "b.txt"});
  ASSERT_TRUE(std::holds_alternative<Invocation>(good));
  EXPECT_EQ(std::get<Invocation>(good).arguments.operands().size(), 3U);
  const Parsed wrong = parse_arguments({"actors", "unknwon", "a.db"});
  ASSERT_TRUE(std::holds_alternative<UsageError>(wrong));
  EXPECT_NE(std::get<UsageError>(wrong).message.find("did you mean unknown?"), std::string::npos);
  const Parsed none = parse_arguments({"actors", "import"});
  ASSERT_TRUE(std::holds_alternative<UsageError>(none));
  EXPECT_EQ(std::get<UsageError>(none).message, "actors needs FILE, one or more");
}

}  // namespace
}  // namespace readout::cli
