#include "actors/spelling.hpp"

#include <gtest/gtest.h>

namespace readout::actors {
namespace {

TEST(Spelling, OneKeyForSpellingsOfOneName) {
  EXPECT_EQ(spelling_key("Valerii Zaluzhnyi"), spelling_key("Valery Zaluzhny"));
  EXPECT_EQ(spelling_key("Mohammed Hussein"), spelling_key("Muhammad Husain"));
  EXPECT_EQ(spelling_key("Abdel Fattah el-Sisi"), spelling_key("Abdel Fatah al-Sisi"));
  EXPECT_EQ(spelling_key("Moammar Gadhafi"), spelling_key("Muammar Gaddafi"));
  EXPECT_EQ(spelling_key("Sergei Shoigu"), spelling_key("Sergej Shoygu"));
}

TEST(Spelling, OtherNamesHaveOtherKeys) {
  EXPECT_NE(spelling_key("John Kerry"), spelling_key("Jean Carr"));
  EXPECT_NE(spelling_key("Ali Hassan"), spelling_key("Ali Hussein"));
  EXPECT_NE(spelling_key("Maria Lopez"), spelling_key("Mario Lopez"));
}

TEST(Spelling, OneWordIsTooLittle) {
  EXPECT_EQ(spelling_key("Zaluzhnyi"), "");
  EXPECT_EQ(spelling_key("al-Sisi"), "");
  EXPECT_EQ(spelling_key(""), "");
}

}  // namespace
}  // namespace readout::actors
