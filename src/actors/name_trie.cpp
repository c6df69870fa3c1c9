// The trie's edges are pairs of node and word.
#include "actors/knowledge.hpp"

namespace readout::actors {

std::uint32_t NameTrie::step(std::uint32_t node, Symbol word) const {
  return word == no_symbol ? 0 : edges_.find(PairMap::pair(node, word), 0);
}

std::uint32_t NameTrie::add(std::uint32_t node, Symbol word) {
  const auto [child, fresh] =
      edges_.try_emplace(PairMap::pair(node, word), static_cast<std::uint32_t>(first_name_.size()));
  if (fresh) {
    first_name_.push_back(no_name);
  }
  return child;
}

void NameTrie::reserve(std::size_t edges) {
  first_name_.reserve(edges + 1);
  edges_.reserve(edges);
}

}  // namespace readout::actors
