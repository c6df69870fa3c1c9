// Costs by counting; what a state can still reach follows from which words are on the stack and which lie ahead.
#include "oracle.hpp"

#include <algorithm>

namespace readout::train {

namespace {

using syntax::MoveKind;
using syntax::State;

// An arc is projective when all words between its ends descend from its head.
bool is_projective(const std::vector<std::uint32_t>& head, std::uint32_t word) {
  const auto top = head[word];
  if (top == State::none) {
    return true;
  }
  for (auto between = std::min(top, word) + 1; between < std::max(top, word); ++between) {
    auto up = between;
    while (up != State::none && up != top) {
      up = head[up];
    }
    if (up != top) {
      return false;
    }
  }
  return true;
}

// The shortest arc that is not projective; State::none when all are.
std::uint32_t worst_arc(const std::vector<std::uint32_t>& head) {
  auto worst = State::none;
  std::uint32_t length = State::none;
  for (std::uint32_t word = 0; word < head.size(); ++word) {
    const auto own = head[word] == State::none ? 0 : std::max(head[word], word) - std::min(head[word], word);
    if (own < length && !is_projective(head, word)) {
      worst = word;
      length = own;
    }
  }
  return worst;
}

class Counter {
 public:
  Counter(const State& state, const GoldTree& gold) : state_(state), gold_(gold), front_(state.front()) {}

  [[nodiscard]] bool is_ahead(std::uint32_t word) const {
    return word == front_ || (!state_.is_retaken() && word > front_);
  }
  [[nodiscard]] bool is_on_stack(std::uint32_t word) const {
    return std::find(state_.stack().begin(), state_.stack().end(), word) != state_.stack().end();
  }
  [[nodiscard]] unsigned dependents_ahead(std::uint32_t word) const {
    unsigned count = 0;
    for (const auto dependent : gold_.dependents[word]) {
      count += is_ahead(dependent) ? 1 : 0;
    }
    return count;
  }
  [[nodiscard]] unsigned open_dependents_on_stack(std::uint32_t word) const {
    unsigned count = 0;
    for (const auto dependent : gold_.dependents[word]) {
      count += !state_.has_head(dependent) && is_on_stack(dependent) ? 1 : 0;
    }
    return count;
  }

  [[nodiscard]] unsigned left() const {
    const auto top = state_.top();
    const auto head = gold_.head[top];
    const bool lost = head != front_ && (head == State::none || is_ahead(head));
    return (lost ? 1 : 0) + dependents_ahead(top);
  }
  [[nodiscard]] unsigned right() const {
    const auto head = gold_.head[front_];
    const bool lost = head != state_.top() && (head == State::none || is_ahead(head) || is_on_stack(head));
    return (lost ? 1 : 0) + open_dependents_on_stack(front_);
  }
  [[nodiscard]] unsigned reduce() const { return dependents_ahead(state_.top()); }
  [[nodiscard]] unsigned shift() const {
    const auto head = gold_.head[front_];
    return (head != State::none && is_on_stack(head) ? 1 : 0) + open_dependents_on_stack(front_);
  }

 private:
  const State& state_;
  const GoldTree& gold_;
  std::uint32_t front_;
};

}  // namespace

GoldTree projective_tree(const syntax::GoldSentence& sentence) {
  GoldTree tree;
  for (const auto& word : sentence) {
    tree.head.push_back(word.head);
    tree.relation.push_back(word.relation);
  }
  for (auto word = worst_arc(tree.head); word != State::none; word = worst_arc(tree.head)) {
    tree.head[word] = tree.head[tree.head[word]];
  }
  tree.dependents.resize(sentence.size());
  for (std::uint32_t word = 0; word < tree.head.size(); ++word) {
    if (tree.head[word] != State::none) {
      tree.dependents[tree.head[word]].push_back(word);
    }
  }
  return tree;
}

std::array<unsigned, 4> costs(const State& state, const GoldTree& gold) {
  const Counter counter(state, gold);
  std::array<unsigned, 4> cost{forbidden, forbidden, forbidden, forbidden};
  if (state.can(MoveKind::shift)) {
    cost[static_cast<unsigned>(MoveKind::shift)] = counter.shift();
  }
  if (state.can(MoveKind::reduce)) {
    cost[static_cast<unsigned>(MoveKind::reduce)] = counter.reduce();
  }
  if (state.can(MoveKind::left)) {
    cost[static_cast<unsigned>(MoveKind::left)] = counter.left();
  }
  if (state.can(MoveKind::right)) {
    cost[static_cast<unsigned>(MoveKind::right)] = counter.right();
  }
  return cost;
}

}  // namespace readout::train
