// The table of lemma scripts: endings first, then each form that its ending does not explain.
#pragma once

#include <vector>

#include "syntax/lemmas.hpp"
#include "syntax/table.hpp"
#include "syntax/treebank.hpp"

namespace readout::train {

struct LearntLemmas {
  std::vector<syntax::LemmaScript> scripts;
  syntax::TableBuilder table{0};
};

[[nodiscard]] LearntLemmas learn_lemmas(const std::vector<syntax::GoldSentence>& sentences);

}  // namespace readout::train
