// The arc-eager transition system: a sentence is read from left to right with a stack of open words, and each move
// shifts a word, closes one, or draws an arc. Words left without a head are taken up again at the end (Nivre and
// Fernández-González 2014), so that every sequence of legal moves ends in one tree with one root.
#pragma once

#include <cstdint>
#include <vector>

#include "readout/syntax.hpp"

namespace readout::syntax {

enum class MoveKind : std::uint8_t { shift, reduce, left, right };

inline constexpr unsigned relation_count = static_cast<unsigned>(Relation::xcomp) + 1;

// Moves are numbered: shift, reduce, left arcs by relation, right arcs by relation. No arc is called root.
inline constexpr unsigned first_left = 2;
inline constexpr unsigned first_right = first_left + relation_count - 1;
inline constexpr unsigned move_count = first_right + relation_count - 1;

struct Move {
  MoveKind kind = MoveKind::shift;
  Relation relation = Relation::root;
};
[[nodiscard]] constexpr unsigned number_of(Move move) {
  const auto relation = static_cast<unsigned>(move.relation);
  return move.kind == MoveKind::shift    ? 0
         : move.kind == MoveKind::reduce ? 1
         : move.kind == MoveKind::left   ? first_left - 1 + relation
                                         : first_right - 1 + relation;
}
[[nodiscard]] constexpr Move move_numbered(unsigned number) {
  if (number < first_left) {
    return {number == 0 ? MoveKind::shift : MoveKind::reduce, Relation::root};
  }
  return number < first_right ? Move{MoveKind::left, static_cast<Relation>(number - first_left + 1)}
                              : Move{MoveKind::right, static_cast<Relation>(number - first_right + 1)};
}

// A word's place in the tree under construction.
struct Node {
  std::uint32_t head, left1, left2, right1, right2;  // left1 is the outermost on the left, left2 the one before it
  std::uint64_t left_relations, right_relations;     // sets of relations of the dependents
  std::uint16_t left_count, right_count;
  Relation relation;
};

class State {
 public:
  static constexpr std::uint32_t none = UINT32_MAX;

  // Begins a sentence of `size` words.
  void begin(std::uint32_t size);
  // True when the tree is whole. Takes up a headless word again where that is needed; call it before each move.
  [[nodiscard]] bool is_done();

  [[nodiscard]] bool can(MoveKind kind) const {
    switch (kind) {
      case MoveKind::shift:
        return !retaken_ || stack_.empty();
      case MoveKind::reduce:
        return !stack_.empty() && has_head(stack_.back());
      case MoveKind::left:
        return !stack_.empty() && !has_head(stack_.back());
      case MoveKind::right:
        return !stack_.empty();
    }
    return false;
  }
  // True when no other move is legal.
  [[nodiscard]] bool must_shift() const { return stack_.empty(); }
  void apply(Move move);

  [[nodiscard]] std::uint32_t size() const { return size_; }
  [[nodiscard]] std::uint32_t front() const { return retaken_ ? front_ : next_ < size_ ? next_ : none; }
  // The n-th word after the front, as long as there are such words.
  [[nodiscard]] std::uint32_t ahead(std::uint32_t n) const { return !retaken_ && next_ + n < size_ ? next_ + n : none; }
  [[nodiscard]] std::uint32_t top(std::size_t below = 0) const {
    return below < stack_.size() ? stack_[stack_.size() - 1 - below] : none;
  }
  [[nodiscard]] const std::vector<std::uint32_t>& stack() const { return stack_; }
  [[nodiscard]] bool has_head(std::uint32_t word) const { return nodes_[word].head != none; }
  [[nodiscard]] bool is_retaken() const { return retaken_; }
  // For `none` too: a node without anything.
  [[nodiscard]] const Node& node(std::uint32_t word) const { return nodes_[word < size_ ? word : size_]; }

 private:
  void attach(std::uint32_t word, std::uint32_t head, Relation relation);
  void push_front();

  std::vector<Node> nodes_;  // [words + 1]
  std::vector<std::uint32_t> stack_;
  std::uint32_t size_ = 0;
  std::uint32_t next_ = 0;
  std::uint32_t front_ = none;
  std::uint32_t headless_ = 0;  // words on the stack that have no head
  bool retaken_ = false;        // the front is a word taken up again
};

}  // namespace readout::syntax
