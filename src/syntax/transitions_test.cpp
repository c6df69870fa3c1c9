#include "syntax/transitions.hpp"

#include <gtest/gtest.h>

#include <random>

#include "syntax/sentence.hpp"

namespace readout::syntax {
namespace {

TEST(Moves, NumbersComeBack) {
  for (unsigned number = 0; number < move_count; ++number) {
    EXPECT_EQ(number_of(move_numbered(number)), number);
  }
  EXPECT_EQ(move_numbered(2).kind, MoveKind::left);
  EXPECT_EQ(move_numbered(move_count - 1).relation, Relation::xcomp);
  EXPECT_LE(move_count, most_labels);
}

// Heads of `state` form one tree: a single root, and every word reaches it.
void expect_tree(const State& state) {
  unsigned roots = 0;
  for (std::uint32_t word = 0; word < state.size(); ++word) {
    roots += state.has_head(word) ? 0 : 1;
    auto up = word;
    std::uint32_t steps = 0;
    while (state.has_head(up) && steps <= state.size()) {
      up = state.node(up).head;
      ++steps;
    }
    ASSERT_LE(steps, state.size()) << "a circle";
  }
  EXPECT_EQ(roots, state.size() == 0 ? 0U : 1U);
}

// The last of the scores is that of the moves that the scores below may choose: any legal one.
TEST(State, AnyMovesEndInOneTree) {
  std::mt19937 random(1);
  State state;
  Scores scores{};
  for (int round = 0; round < 3000; ++round) {
    const auto size = random() % 30;
    state.begin(static_cast<std::uint32_t>(size));
    unsigned moves = 0;
    while (!state.is_done()) {
      for (auto& score : scores) {
        score = static_cast<std::int32_t>(random() % 1000);
      }
      scores[0] += static_cast<std::int32_t>(random() % 1000);
      scores[1] += static_cast<std::int32_t>(random() % 1000);
      state.apply(best_move(state, scores));
      ASSERT_LE(++moves, 4 * size) << "not linear";
    }
    expect_tree(state);
  }
}

TEST(State, TakesUpWordsLeftWithoutAHead) {
  State state;
  state.begin(3);
  while (!state.is_done()) {
    state.apply(state.can(MoveKind::shift) ? Move{} : Move{MoveKind::left, Relation::dep});
  }
  EXPECT_EQ(state.node(0).head, 2U);
  EXPECT_EQ(state.node(1).head, 2U);
  EXPECT_FALSE(state.has_head(2));
}

TEST(State, KeepsOutermostDependents) {
  State state;
  state.begin(4);
  ASSERT_FALSE(state.is_done());
  state.apply({});
  state.apply({MoveKind::left, Relation::det});
  state.apply({});
  state.apply({MoveKind::right, Relation::nmod});
  state.apply({MoveKind::reduce, Relation::root});
  state.apply({MoveKind::right, Relation::punct});
  EXPECT_TRUE(state.is_done());
  EXPECT_EQ(state.node(1).left1, 0U);
  EXPECT_EQ(state.node(1).right1, 3U);
  EXPECT_EQ(state.node(1).right2, 2U);
  EXPECT_EQ(state.node(3).relation, Relation::punct);
}

}  // namespace
}  // namespace readout::syntax
