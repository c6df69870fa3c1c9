// The tree found against all trees there are, for short sentences; only its shape for long ones.
#include "syntax/spanning_tree.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace readout::syntax {
namespace {

double score_of(const ArcScores& scores, const std::vector<std::uint32_t>& heads) {
  double sum = 0;
  for (std::size_t d = 0; d < heads.size(); ++d) {
    sum += scores(d, heads[d]);
  }
  return sum;
}

// The best score over all heads that make a tree.
double best_of_all(const ArcScores& scores) {
  std::vector<std::uint32_t> heads(scores.words, 0);
  double best = -1e30;
  while (true) {
    if (is_tree(heads)) {
      best = std::max(best, score_of(scores, heads));
    }
    std::size_t d = 0;
    while (d < heads.size() && ++heads[d] > scores.words) {
      heads[d++] = 0;
    }
    if (d == heads.size()) {
      return best;
    }
  }
}

TEST(SpanningTree, FindsTheBestOfAllTrees) {
  std::mt19937 random(11);
  std::normal_distribution<float> normal(0.0F, 2.0F);
  SpanningTree tree;
  std::vector<std::uint32_t> heads;
  for (int round = 0; round < 400; ++round) {
    const std::size_t words = 1 + round % 5;
    std::vector<float> scores(words * 8);
    for (float& score : scores) {
      score = round % 3 == 0 ? std::round(normal(random)) : normal(random);
    }
    const ArcScores arcs{scores.data(), 8, words};
    tree.find(arcs, heads);
    ASSERT_TRUE(is_tree(heads));
    EXPECT_NEAR(score_of(arcs, heads), best_of_all(arcs), 1e-3) << round;
  }
}

TEST(SpanningTree, TakesLongAndDullSentences) {
  SpanningTree tree;
  std::vector<std::uint32_t> heads;
  const std::size_t words = 384;
  std::vector<float> scores(words * (words + 1), 0.0F);
  for (std::size_t d = 0; d < words; ++d) {
    scores[d * (words + 1) + (d + 1) % words + 1] = 5.0F;  // one large cycle
  }
  tree.find({scores.data(), words + 1, words}, heads);
  EXPECT_TRUE(is_tree(heads));
  std::mt19937 random(3);
  for (float& score : scores) {
    score = static_cast<float>(random() % 7);
  }
  tree.find({scores.data(), words + 1, words}, heads);
  EXPECT_TRUE(is_tree(heads));
}

TEST(IsTree, TellsTreesFromTheRest) {
  EXPECT_TRUE(is_tree({0}));
  EXPECT_TRUE(is_tree({2, 0, 2}));
  EXPECT_FALSE(is_tree({0, 0}));
  EXPECT_FALSE(is_tree({2, 1}));
  EXPECT_FALSE(is_tree({0, 3, 2}));
}

}  // namespace
}  // namespace readout::syntax
