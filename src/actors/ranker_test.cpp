#include "actors/ranker.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "actors/testing.hpp"

namespace readout::actors {
namespace {

class RankerTable : public ::testing::Test {
 protected:
  Status read(const std::string& rows) {
    const auto file = tables_.data() / "actors" / "coreference.tsv";
    std::ofstream(file) << "feature\tperson\tthing\tmany\n" << rows;
    return ranker_.read(file);
  }
  static Features with(Feature feature) {
    Features f{};
    f[static_cast<std::size_t>(feature)] = 1;
    return f;
  }

  TestTables tables_{};
  Ranker ranker_;
};

TEST_F(RankerTable, WithoutTableNothingIsLikelyEnough) {
  ASSERT_TRUE(ranker_.read(tables_.data() / "none.tsv"));
  const std::vector<Features> one = {with(Feature::subject)};
  EXPECT_LT(ranker_.likelihoods(Pronoun::man, one).front(), ranker_.least(Pronoun::man));
}

TEST_F(RankerTable, LikelihoodsLeaveRoomForNobody) {
  ASSERT_TRUE(read("subject\t2\t0\t0\nnobody\t0\t0\t0\nleast\t0.5\t0.5\t0.5\n"));
  const std::vector<Features> two = {with(Feature::subject), with(Feature::object)};
  const auto person = ranker_.likelihoods(Pronoun::woman, two);
  EXPECT_NEAR(person[0], 0.787, 0.001);
  EXPECT_NEAR(person[0] + 2 * person[1], 1, 1e-9);
  EXPECT_NEAR(ranker_.likelihoods(Pronoun::thing, two)[0], 1.0 / 3, 1e-9);
}

TEST_F(RankerTable, HeAndSheAreWeighedAlike) {
  ASSERT_TRUE(read("subject\t2\t0\t0\n"));
  const std::vector<Features> one = {with(Feature::subject)};
  EXPECT_EQ(ranker_.likelihoods(Pronoun::man, one), ranker_.likelihoods(Pronoun::woman, one));
}

TEST_F(RankerTable, ErrorsPointAtTheLine) {
  const auto status = read("subject\t2\t0\t0\nsubjct\t1\t0\t0\n");
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().line, 3U);
  EXPECT_FALSE(read("subject\ttwo\t0\t0\n"));
}

}  // namespace
}  // namespace readout::actors
