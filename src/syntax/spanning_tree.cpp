// Arcs are kept in a square of slots; a cycle is contracted into its first slot, and a tree of nodes remembers what was
// inside, so that the arcs can be given back to the words.
#include "syntax/spanning_tree.hpp"

#include <algorithm>

namespace readout::syntax {

namespace {
// Taken off every arc from the root: the best tree then uses as few of them as it can, which is one.
constexpr double second_root = 1e6;
}  // namespace

bool is_tree(const std::vector<std::uint32_t>& heads) {
  std::vector<std::uint32_t> seen(heads.size() + 1, 0);
  std::size_t roots = 0;
  for (std::uint32_t word = 1; word <= heads.size(); ++word) {
    roots += heads[word - 1] == 0 ? 1 : 0;
    auto at = word;
    while (at != 0 && seen[at] == 0) {
      seen[at] = word;
      at = heads[at - 1];
    }
    if (at != 0 && seen[at] == word) {
      return false;
    }
  }
  return roots == 1;
}

void SpanningTree::find(const ArcScores& scores, std::vector<std::uint32_t>& heads) {
  heads.resize(scores.words);
  for (std::size_t d = 0; d < scores.words; ++d) {
    std::size_t best = d == 0 && scores.words > 1 ? 2 : 0;
    for (std::size_t h = 0; h <= scores.words; ++h) {
      best = h != d + 1 && scores(d, h) > scores(d, best) ? h : best;
    }
    heads[d] = static_cast<std::uint32_t>(best);
  }
  if (is_tree(heads)) {
    return;
  }
  prepare(scores);
  contract_cycles();
  expand(heads);
}

void SpanningTree::prepare(const ArcScores& scores) {
  size_ = scores.words + 1;
  arcs_.assign(size_ * size_, {});
  live_.clear();
  node_of_.resize(size_);
  parent_.assign(size_, 0);
  entering_.assign(size_, {});
  best_.resize(size_);
  for (std::size_t slot = 0; slot < size_; ++slot) {
    live_.push_back(static_cast<std::uint16_t>(slot));
    node_of_[slot] = static_cast<std::uint32_t>(slot);
    for (std::size_t d = 1; d < size_; ++d) {
      arc(slot, d) = {scores(d - 1, slot) - (slot == 0 ? second_root : 0.0), static_cast<std::uint16_t>(slot),
                      static_cast<std::uint16_t>(d)};
    }
  }
}

std::size_t SpanningTree::best_head(std::size_t dependent) {
  std::size_t best = size_;
  for (const auto head : live_) {
    if (head != dependent && (best == size_ || arc(head, dependent).score > arc(best, dependent).score)) {
      best = head;
    }
  }
  return best;
}

void SpanningTree::contract_cycles() {
  for (const auto slot : live_) {
    best_[slot] = static_cast<std::uint16_t>(slot == 0 ? 0 : best_head(slot));
  }
  while (find_cycle()) {
    contract();
  }
  for (const auto slot : live_) {
    if (slot != 0) {
      entering_[node_of_[slot]] = arc(best_[slot], slot);
    }
  }
}

bool SpanningTree::find_cycle() {
  mark_.assign(size_, 0);
  std::uint32_t walk = 0;
  for (const auto start : live_) {
    ++walk;
    std::size_t at = start;
    while (at != 0 && mark_[at] == 0) {
      mark_[at] = walk;
      at = best_[at];
    }
    if (at != 0 && mark_[at] == walk) {
      cycle_.clear();
      const std::size_t first = at;
      do {
        cycle_.push_back(static_cast<std::uint16_t>(at));
        at = best_[at];
      } while (at != first);
      return true;
    }
  }
  return false;
}

void SpanningTree::contract() {
  const auto node = static_cast<std::uint32_t>(parent_.size());
  const std::size_t kept = cycle_.front();
  mark_.assign(size_, 0);
  for (const auto slot : cycle_) {
    mark_[slot] = 1;
    parent_[node_of_[slot]] = node;
    entering_[node_of_[slot]] = arc(best_[slot], slot);
  }
  parent_.push_back(0);
  entering_.push_back({});
  for (const auto other : live_) {
    if (mark_[other] != 0) {
      continue;
    }
    Arc into, out;
    bool begun = false;
    for (const auto slot : cycle_) {
      Arc entering = arc(other, slot);
      entering.score -= arc(best_[slot], slot).score;
      into = !begun || entering.score > into.score ? entering : into;
      out = !begun || arc(slot, other).score > out.score ? arc(slot, other) : out;
      begun = true;
    }
    // Read all arcs of the cycle before its first slot is given to the new node.
    arc(other, kept) = into;
    arc(kept, other) = out;
    // The best arc out of the cycle is the best of its words' arcs: who hung below one of them now hangs below the
    // cycle.
    if (other != 0 && mark_[best_[other]] != 0) {
      best_[other] = static_cast<std::uint16_t>(kept);
    }
  }
  node_of_[kept] = node;
  std::erase_if(live_, [&](std::uint16_t slot) { return mark_[slot] != 0 && slot != kept; });
  best_[kept] = static_cast<std::uint16_t>(best_head(kept));
}

void SpanningTree::expand(std::vector<std::uint32_t>& heads) const {
  std::vector<Arc> entering = entering_;
  for (auto node = static_cast<std::uint32_t>(parent_.size()); node-- > size_;) {
    std::uint32_t inside = entering[node].dependent;
    while (parent_[inside] != node) {
      inside = parent_[inside];
    }
    entering[inside] = entering[node];
  }
  for (std::size_t d = 0; d < heads.size(); ++d) {
    heads[d] = entering[d + 1].head;
  }
}

}  // namespace readout::syntax
