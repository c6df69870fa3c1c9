// The best tree over scored arcs (Chu and Liu 1965, Edmonds 1967), with one word below the root.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace readout::syntax {

// Scores of one sentence: score(d, 0) is the root above word d, score(d, h + 1) word h above word d.
struct ArcScores {
  const float* scores = nullptr;
  std::size_t stride = 0;  // floats from one dependent to the next
  std::size_t words = 0;

  [[nodiscard]] float operator()(std::size_t dependent, std::size_t head) const {
    return scores[dependent * stride + head];
  }
};

class SpanningTree {
 public:
  // heads[d]: 0 for the root, else the head's number + 1. Takes each word's best head where that makes a tree.
  void find(const ArcScores& scores, std::vector<std::uint32_t>& heads);

 private:
  void prepare(const ArcScores& scores);
  void contract_cycles();
  [[nodiscard]] bool find_cycle();
  void contract();
  void expand(std::vector<std::uint32_t>& heads) const;

  struct Arc {
    double score = 0;
    std::uint16_t head = 0, dependent = 0;  // words, 0 is the root
  };
  [[nodiscard]] Arc& arc(std::size_t head, std::size_t dependent) { return arcs_[dependent * size_ + head]; }
  [[nodiscard]] std::size_t best_head(std::size_t dependent);

  std::size_t size_ = 0;
  std::vector<Arc> arcs_;               // between slots; a slot is a word or a contracted cycle
  std::vector<std::uint16_t> live_;     // slots still in play, the root first
  std::vector<std::uint32_t> node_of_;  // [slots] the word or cycle that a slot stands for
  std::vector<std::uint32_t> parent_;   // [nodes] the cycle that swallowed a node; 0 is none
  std::vector<Arc> entering_;           // [nodes]
  std::vector<std::uint16_t> best_;     // [slots]
  std::vector<std::uint16_t> cycle_;    // slots
  std::vector<std::uint32_t> mark_;     // [slots]
};

// True when following the heads leads from every word to the root, below which exactly one word stands.
[[nodiscard]] bool is_tree(const std::vector<std::uint32_t>& heads);

}  // namespace readout::syntax
