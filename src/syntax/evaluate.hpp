// How well a model does on a treebank with its own tokens: tags, lemmas, heads and labelled heads. For tests and
// benchmarks.
#pragma once

#include <cstdint>
#include <vector>

#include "syntax/parser.hpp"
#include "syntax/treebank.hpp"

namespace readout::syntax {

// Counts of right words; LAS counts full relations, with their subtypes.
struct Evaluation {
  std::uint64_t words = 0, upos = 0, xpos = 0, lemma = 0, uas = 0, las = 0;
  double seconds = 0;  // spent in parse()

  [[nodiscard]] double percent(std::uint64_t right) const {
    return words == 0 ? 0 : 100.0 * static_cast<double>(right) / static_cast<double>(words);
  }
};

[[nodiscard]] Evaluation evaluate(const Model& model, const std::vector<GoldDocument>& gold);

}  // namespace readout::syntax
