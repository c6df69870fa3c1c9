#include "issues/knowledge.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace readout::issues {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr const char* head = "code\tlabel\tkind\tiptc\tplover\tphrases\tnear\n";

class Tables : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) / ("issues." + std::to_string(::getpid()));
    fs::create_directories(folder_ / "issues");
    write("iptc_topics.tsv", "code\tname\nmedtop:1\tone\n");
  }
  void TearDown() override { fs::remove_all(folder_); }

  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / "issues" / name) << text;
  }
  [[nodiscard]] std::string fault(const std::string& rows) const {
    write("a.tsv", head + rows);
    const auto known = load(folder_);
    return known ? std::string() : to_string(known.error());
  }

  fs::path folder_;
};

TEST_F(Tables, AreRefusedWithTheirLine) {
  EXPECT_EQ(fault("a\tA\t\tmedtop:1\teconomic\tsome words\t\n"), "");
  EXPECT_THAT(fault("a.b\tB\t\tmedtop:1\t\tb\t\n"), HasSubstr("parent of a.b"));
  EXPECT_THAT(fault("a\tA\t\tmedtop:2\t\ta\t\n"), HasSubstr("medtop:2"));
  EXPECT_THAT(fault("a\tA\t\tmedtop:1\tmagic\ta\t\n"), HasSubstr("magic"));
  EXPECT_THAT(fault("a\tA\t\tmedtop:1\t\ta\t\na\tA\t\tmedtop:1\t\tb\t\n"), HasSubstr("stands twice"));
  EXPECT_THAT(fault("a\tA\t\tmedtop:1\t\tx y\t\nb\tB\t\tmedtop:1\t\tx-y\t\n"), HasSubstr("stands also with a"));
  EXPECT_THAT(fault("a\tA\t\tmedtop:1\t\t\t\n"), HasSubstr("no phrases"));
  EXPECT_THAT(fault("a\tA\tbad\tmedtop:1\t\ta\t\n"), HasSubstr("no kind"));
  EXPECT_THAT(fault("a\tA\t\tmedtop:1\t\ta\tParis\n"), HasSubstr("without a parent"));
}

TEST(ShippedTables, Load) {
  const auto known = load(fs::path(READOUT_SOURCE_DIR) / "data");
  ASSERT_TRUE(known) << to_string(known.error());
  EXPECT_GE(known->entries.size(), 150U);
  EXPECT_GE(known->phrase_count, 2500U);
}

std::string fault_of_rules(const std::string& text) {
  Knowledge known;
  const auto status = parse_rules(text, "x.rules", known);
  return status ? std::string() : to_string(status.error());
}

TEST(StanceRules, AreRefusedWithTheirFault) {
  EXPECT_EQ(fault_of_rules("a\n  verb back\n  about object\n  polarity 1\n  hit X backs Y.\n"), "");
  EXPECT_THAT(fault_of_rules("a\n  about object\n  polarity 1\n  hit X.\n"), HasSubstr("no trigger"));
  EXPECT_THAT(fault_of_rules("a\n  verb back\n  about object\n  hit X.\n"), HasSubstr("no polarity"));
  EXPECT_THAT(fault_of_rules("a\n  verb back\n  about object\n  polarity 3\n  hit X.\n"), HasSubstr("polarity is"));
  EXPECT_THAT(fault_of_rules("a\n  verb back\n  polarity 1\n  hit X.\n"), HasSubstr("about or toward"));
  EXPECT_THAT(fault_of_rules("a\n  verb back\n  about object\n  polarity 1\n"), HasSubstr("must hit"));
  EXPECT_THAT(fault_of_rules("a\n  colour red\n"), HasSubstr("no field"));
  EXPECT_THAT(fault_of_rules("  verb back\n"), HasSubstr("no rule"));
}

}  // namespace
}  // namespace readout::issues
