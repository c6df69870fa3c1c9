#include "desk/query.hpp"

#include <gtest/gtest.h>

namespace readout::desk {
namespace {

TEST(Query, QuotesEveryWordSoThatMarksMeanNothing) {
  EXPECT_EQ(fts_query("U.S."), R"("U.S.")");
  EXPECT_EQ(fts_query("US-China trade"), R"("US-China" "trade")");
  EXPECT_EQ(fts_query("NOT (a OR b) col:x ^y"), "\"NOT\" \"(a\" \"OR\" \"b)\" \"col:x\" \"^y\"");
}

TEST(Query, KeepsQuotedWordsTogetherAndKnowsBeginnings) {
  EXPECT_EQ(fts_query("\"nuclear deal\" Iran"), R"("nuclear deal" "Iran")");
  EXPECT_EQ(fts_query("sanct*"), R"("sanct"*)");
  EXPECT_EQ(fts_query("say\"so there"), R"("say" "so there")");
  EXPECT_EQ(fts_query("\"open end"), R"("open end")");
}

TEST(Query, LeavesOutWhatNoIndexHolds) {
  EXPECT_EQ(fts_query("— & *"), "");
  EXPECT_EQ(fts_query(""), "");
  EXPECT_EQ(fts_query("\"\" \""), "");
  EXPECT_EQ(fts_query("習近平"), "\"習近平\"");
}

}  // namespace
}  // namespace readout::desk
