// The moves themselves.
#include "syntax/transitions.hpp"

namespace readout::syntax {

static_assert(relation_count <= 64, "sets of relations are 64-bit");

void State::begin(std::uint32_t size) {
  nodes_.assign(size + 1, Node{none, none, none, none, none, 0, 0, 0, 0, Relation::root});
  stack_.clear();
  size_ = size;
  next_ = 0;
  front_ = none;
  headless_ = 0;
  retaken_ = false;
}

bool State::is_done() {
  if (retaken_ || next_ < size_) {
    return false;
  }
  while (!stack_.empty() && has_head(stack_.back())) {
    stack_.pop_back();
  }
  if (headless_ <= 1) {
    return true;
  }
  front_ = stack_.back();
  stack_.pop_back();
  --headless_;
  retaken_ = true;
  return false;
}

void State::push_front() {
  const auto word = front();
  stack_.push_back(word);
  headless_ += has_head(word) ? 0 : 1;
  if (retaken_) {
    retaken_ = false;
  } else {
    ++next_;
  }
}

void State::attach(std::uint32_t word, std::uint32_t head, Relation relation) {
  nodes_[word].head = head;
  nodes_[word].relation = relation;
  Node& node = nodes_[head];
  const auto bit = std::uint64_t{1} << static_cast<unsigned>(relation);
  if (word < head) {
    node.left2 = node.left1;
    node.left1 = word;
    node.left_relations |= bit;
    ++node.left_count;
  } else {
    node.right2 = node.right1;
    node.right1 = word;
    node.right_relations |= bit;
    ++node.right_count;
  }
}

void State::apply(Move move) {
  switch (move.kind) {
    case MoveKind::shift:
      push_front();
      break;
    case MoveKind::reduce:
      stack_.pop_back();
      break;
    case MoveKind::left:
      attach(stack_.back(), front(), move.relation);
      stack_.pop_back();
      --headless_;
      break;
    case MoveKind::right:
      attach(front(), stack_.back(), move.relation);
      push_front();
      break;
  }
}

}  // namespace readout::syntax
