#include "issues/knowledge.hpp"

namespace readout::issues {

namespace {

std::uint64_t edge(PhraseTrie::Node node, std::uint32_t symbol) {
  return (std::uint64_t{node} << 32U) | symbol;
}

}  // namespace

Entry PhraseTrie::add(const std::vector<std::string>& words, Entry entry) {
  Node node = root;
  for (const auto& word : words) {
    const auto symbol = symbols_.emplace(word, static_cast<std::uint32_t>(symbols_.size())).first->second;
    const auto [step, fresh] = edges_.emplace(edge(node, symbol), static_cast<Node>(entry_.size()));
    if (fresh) {
      entry_.push_back(no_entry);
    }
    node = step->second;
  }
  if (entry_[node] == no_entry) {
    entry_[node] = entry;
    return no_entry;
  }
  return entry_[node];
}

PhraseTrie::Node PhraseTrie::next(Node node, std::string_view word) const {
  const auto symbol = symbols_.find(std::string(word));
  if (symbol == symbols_.end()) {
    return nowhere;
  }
  const auto step = edges_.find(edge(node, symbol->second));
  return step == edges_.end() ? nowhere : step->second;
}

}  // namespace readout::issues
