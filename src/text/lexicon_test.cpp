// The tables of data/text load as they are, and broken tables are refused with the line that is wrong.
#include "text/lexicon.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace readout::text {
namespace {

const std::filesystem::path data_dir = std::filesystem::path(READOUT_SOURCE_DIR) / "data";

TEST(Lexicon, LoadsTheShippedTables) {
  const auto lexicon = load_tables(data_dir);
  ASSERT_TRUE(lexicon) << to_string(lexicon.error());
  EXPECT_EQ(lexicon->abbreviations.at("Gen.").ends, AbbreviationEnds::never);
  EXPECT_EQ(lexicon->abbreviations.at("No.").next, AbbreviationNext::number);
  EXPECT_EQ(lexicon->months.at("sept."), 9U);
  EXPECT_TRUE(lexicon->agencies.contains("xinhua"));
  EXPECT_TRUE(lexicon->prefixes.contains("anti"));
  EXPECT_EQ(lexicon->contractions.at("cannot").size(), 2U);
}

class BrokenTable : public testing::Test {
 protected:
  void SetUp() override {
    dir_ = std::filesystem::path(testing::TempDir()) / testing::UnitTest::GetInstance()->current_test_info()->name();
    std::filesystem::remove_all(dir_);
    std::filesystem::create_directories(dir_);
    std::filesystem::copy(data_dir / "text", dir_ / "text");
  }
  void TearDown() override { std::filesystem::remove_all(dir_); }

  Error error_with(const char* file, const char* line) {
    std::ofstream(dir_ / "text" / file, std::ios::app) << line << '\n';
    const auto lexicon = load_tables(dir_);
    EXPECT_FALSE(lexicon);
    return lexicon ? Error{} : lexicon.error();
  }

  std::filesystem::path dir_;
};

TEST_F(BrokenTable, NamesAnUnknownValue) {
  const auto error = error_with("abbreviations.tsv", "Xyz.\ttitle\tperhaps\tany");
  EXPECT_NE(error.message.find("perhaps"), std::string::npos);
  EXPECT_GT(error.line, 0U);
}

TEST_F(BrokenTable, RefusesAnAbbreviationWithoutItsStop) {
  EXPECT_NE(error_with("abbreviations.tsv", "Xyz\ttitle\tnever\tany").message.find("full stop"), std::string::npos);
}

TEST_F(BrokenTable, RefusesALineTwice) {
  EXPECT_NE(error_with("starters.tsv", "the").message.find("twice"), std::string::npos);
}

TEST_F(BrokenTable, RefusesPartsThatDoNotSpellTheForm) {
  EXPECT_NE(error_with("contractions.tsv", "shouldve\tshould|ve|d").message.find("spell"), std::string::npos);
}

TEST_F(BrokenTable, RefusesAMonthThatIsNone) {
  EXPECT_NE(error_with("calendar.tsv", "Brumaire\tmonth\t13").message.find("month"), std::string::npos);
}

TEST(Lexicon, NamesTheFileThatIsMissing) {
  const auto lexicon = load_tables("no/such/folder");
  ASSERT_FALSE(lexicon);
  EXPECT_NE(lexicon.error().file.find("abbreviations.tsv"), std::string::npos);
}

}  // namespace
}  // namespace readout::text
