// The table of codes: that ours loads and is whole, and that faults in one are found.
#include "base/codes.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace readout::base {
namespace {

namespace fs = std::filesystem;

constexpr const char* header = "code\tname\tplover_type\tplover_mode\tplover_context\tquad\tgoldstein\n";

class CodesTable : public testing::Test {
 protected:
  Result<Codes> load(const std::string& rows) {
    fs::create_directories(folder_ / "codes");
    std::ofstream(folder_ / "codes" / "cameo.tsv") << header << rows;
    return Codes::load(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

 private:
  fs::path folder_ = fs::path(testing::TempDir()) / testing::UnitTest::GetInstance()->current_test_info()->name();
};

TEST(Codes, OursIsWhole) {
  const auto codes = Codes::load(fs::path(READOUT_SOURCE_DIR) / "data");
  ASSERT_TRUE(codes) << to_string(codes.error());
  EXPECT_EQ(codes->all().size(), 318U);  // 20 roots and 298 codes below them
  for (const auto& [text, code] : codes->all()) {
    EXPECT_EQ(code.plover_type.empty(), text.starts_with("01")) << text;
    if (text.size() > 2) {
      const Code* root = codes->find(text.substr(0, 2));
      ASSERT_NE(root, nullptr) << text;
      EXPECT_EQ(code.quad, root->quad) << text;
    }
  }
}

TEST(Codes, KnowsWhatTheyStandFor) {
  const auto codes = Codes::load(fs::path(READOUT_SOURCE_DIR) / "data");
  ASSERT_TRUE(codes);
  const Code* call = codes->find("041");
  ASSERT_NE(call, nullptr);
  EXPECT_EQ(call->plover_type, "CONSULT");
  EXPECT_EQ(call->plover_mode, "phone");
  EXPECT_EQ(call->quad, "verbal cooperation");
  EXPECT_DOUBLE_EQ(call->goldstein, 1.0);
  EXPECT_EQ(codes->find("0871")->plover_type, "YIELD");
  EXPECT_EQ(codes->find("163")->plover_type, "SANCTION");
  EXPECT_DOUBLE_EQ(codes->find("163")->goldstein, -8.0);
  EXPECT_EQ(codes->find("021")->plover_mode, "assist");
  EXPECT_EQ(codes->find("0419"), nullptr);
  EXPECT_EQ(codes->find(""), nullptr);
}

TEST_F(CodesTable, GivesAMissingValueTheParents) {
  const auto codes =
      load("195\tstrike\tASSAULT\t\t\tmaterial conflict\t-9.5\n1951\tguided\tASSAULT\t\t\tmaterial conflict\t\n");
  ASSERT_TRUE(codes) << to_string(codes.error());
  EXPECT_DOUBLE_EQ(codes->find("1951")->goldstein, -9.5);
}

TEST_F(CodesTable, FindsFaultsAndNamesTheLine) {
  const auto twice = load("041\ta\t\t\t\tverbal conflict\t1\n041\tb\t\t\t\tverbal conflict\t1\n");
  ASSERT_FALSE(twice);
  EXPECT_EQ(twice.error().line, 3U);
  EXPECT_FALSE(load("041\ta\t\t\t\tfriendly\t1\n"));
  EXPECT_FALSE(load("041\ta\t\t\t\tverbal conflict\t11\n"));
  EXPECT_FALSE(load("041\ta\t\t\t\tverbal conflict\t\n"));
  EXPECT_FALSE(load("41a\ta\t\t\t\tverbal conflict\t1\n"));
}

}  // namespace
}  // namespace readout::base
