// Edges of the name trie in one open-addressing table: a look-up is one hash and mostly one cache line.
#include "actors/knowledge.hpp"

#include <bit>

namespace readout::actors {

NameTrie::NameTrie() : edges_(64), first_name_(1, no_name) {}

std::size_t NameTrie::slot_of(std::uint64_t key) const {
  const std::size_t mask = edges_.size() - 1;
  std::size_t slot = (key * 0x9E3779B97F4A7C15ULL >> 24U) & mask;
  while (edges_[slot].key != 0 && edges_[slot].key != key) {
    slot = (slot + 1) & mask;
  }
  return slot;
}

std::uint32_t NameTrie::step(std::uint32_t node, Symbol word) const {
  if (word == no_symbol) {
    return 0;
  }
  return edges_[slot_of(static_cast<std::uint64_t>(node) << 32U | word)].node;
}

std::uint32_t NameTrie::add(std::uint32_t node, Symbol word) {
  if ((used_ + 1) * 2 > edges_.size()) {
    rehash(edges_.size() * 2);
  }
  const std::uint64_t key = static_cast<std::uint64_t>(node) << 32U | word;
  Edge& edge = edges_[slot_of(key)];
  if (edge.key == 0) {
    edge = {key, static_cast<std::uint32_t>(first_name_.size())};
    first_name_.push_back(no_name);
    ++used_;
  }
  return edge.node;
}

void NameTrie::reserve(std::size_t edges) {
  first_name_.reserve(edges + 1);
  rehash(std::bit_ceil(edges * 2 + 64));
}

void NameTrie::rehash(std::size_t slots) {
  if (slots <= edges_.size()) {
    return;
  }
  std::vector<Edge> old(slots);
  old.swap(edges_);
  for (const Edge& edge : old) {
    if (edge.key != 0) {
      edges_[slot_of(edge.key)] = edge;
    }
  }
}

}  // namespace readout::actors
