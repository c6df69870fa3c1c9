// Tags, kinds of words, and the tagger's weights.
#pragma once

#include <vector>

#include "learner.hpp"
#include "lessons.hpp"
#include "syntax/model.hpp"
#include "syntax/treebank.hpp"

namespace readout::train {

struct Tagging {
  std::vector<syntax::TagPair> tags;  // pairs of UPOS and XPOS seen often enough, most frequent first
  syntax::TableBuilder kinds{0};

  // no_tag when the pair is too rare.
  [[nodiscard]] std::uint8_t tag_of(const syntax::GoldWord& word) const;
};

[[nodiscard]] Tagging learn_kinds(const std::vector<syntax::GoldSentence>& sentences);

// The weights after some epochs over the sentences whose number modulo `folds` is not `left_out` (all with folds 0).
[[nodiscard]] syntax::TableBuilder learn_tagger(const Lessons& lessons, const Tagging& tagging, unsigned epochs,
                                                std::size_t folds, std::size_t left_out, double least);

}  // namespace readout::train
