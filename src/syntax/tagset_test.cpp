#include <gtest/gtest.h>

#include "readout/syntax.hpp"

namespace readout {
namespace {

TEST(Tagset, NamesComeBack) {
  for (int n = 0; n <= static_cast<int>(Upos::x); ++n) {
    EXPECT_EQ(upos_named(name_of(static_cast<Upos>(n))), static_cast<Upos>(n));
  }
  for (int n = 0; n <= static_cast<int>(Xpos::hash); ++n) {
    EXPECT_EQ(xpos_named(name_of(static_cast<Xpos>(n))), static_cast<Xpos>(n));
  }
  for (int n = 0; n <= static_cast<int>(Relation::xcomp); ++n) {
    EXPECT_EQ(relation_named(name_of(static_cast<Relation>(n))), static_cast<Relation>(n));
  }
}

TEST(Tagset, NamesAreThoseOfUniversalDependencies) {
  EXPECT_EQ(name_of(Upos::propn), "PROPN");
  EXPECT_EQ(name_of(Xpos::prp_s), "PRP$");
  EXPECT_EQ(name_of(Xpos::open_quote), "``");
  EXPECT_EQ(name_of(Relation::nsubj_pass), "nsubj:pass");
  EXPECT_EQ(name_of(Relation::case_), "case");
}

TEST(Tagset, UnknownNamesAndValuesAreTaken) {
  EXPECT_EQ(upos_named("?"), Upos::x);
  EXPECT_EQ(xpos_named(""), Xpos::xx);
  EXPECT_EQ(relation_named("nmod:tmod"), Relation::nmod);
  EXPECT_EQ(relation_named("nothing:at-all"), Relation::dep);
  EXPECT_EQ(name_of(static_cast<Upos>(200)), "X");
  EXPECT_EQ(name_of(static_cast<Xpos>(200)), "XX");
  EXPECT_EQ(name_of(static_cast<Relation>(200)), "dep");
}

TEST(IndexChildren, ListsDependentsInTextOrder) {
  Syntax syntax;
  syntax.head = {1, no_token, 1, 2, 1, no_token};
  index_children(syntax);
  const auto of_root = syntax.children_of(1);
  EXPECT_EQ(std::vector<TokenId>(of_root.begin(), of_root.end()), (std::vector<TokenId>{0, 2, 4}));
  EXPECT_EQ(syntax.children_of(2).size(), 1U);
  EXPECT_TRUE(syntax.children_of(5).empty());
  index_children(syntax);  // again: nothing is counted twice
  EXPECT_EQ(syntax.children_of(1).size(), 3U);
}

}  // namespace
}  // namespace readout
