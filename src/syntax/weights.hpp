// Features in, one score a label out: the linear models of tagger and parser.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "syntax/table.hpp"

namespace readout::syntax {

inline constexpr std::size_t most_labels = 128;
inline constexpr std::size_t most_features = 128;  // of one decision
using Scores = std::array<std::int32_t, most_labels>;

// The features of one decision, as keys; scratch of fixed size.
struct Features {
  std::array<std::uint64_t, most_features> keys;
  std::size_t size = 0;

  void clear() { size = 0; }
  void add(std::uint64_t key) { keys[size++] = key; }
};

// A weight entry is a label (7 bits) below a weight (9 bits, signed).
[[nodiscard]] constexpr std::uint16_t pack_weight(unsigned label, int weight) {
  return static_cast<std::uint16_t>(label | (static_cast<unsigned>(weight) << 7U));
}
[[nodiscard]] constexpr unsigned label_in(std::uint16_t entry) {
  return entry & 0x7FU;
}
[[nodiscard]] constexpr int weight_in(std::uint16_t entry) {
  return static_cast<std::int16_t>(entry) >> 7;
}

class Weights {
 public:
  Weights() = default;
  explicit Weights(Table table) : table_(table) {}

  // Sums the weights of all features. Slots and entries are asked for ahead of their use, as most of the time goes into
  // waiting for memory.
  void score(const Features& features, Scores& scores) const {
    std::array<std::uint32_t, most_features> slots;
    for (std::size_t at = 0; at < features.size; ++at) {
      slots[at] = table_.home(features.keys[at]);
      table_.prefetch(slots[at]);
    }
    std::array<std::span<const std::uint16_t>, most_features> found;
    std::size_t known = 0;
    for (std::size_t at = 0; at < features.size; ++at) {
      found[known] = table_.find_from(slots[at], features.keys[at]);
      __builtin_prefetch(found[known].data());
      known += found[known].empty() ? 0 : 1;
    }
    scores.fill(0);
    for (std::size_t at = 0; at < known; ++at) {
      for (const auto entry : found[at]) {
        scores[label_in(entry)] += weight_in(entry);
      }
    }
  }

 private:
  Table table_;
};

}  // namespace readout::syntax
