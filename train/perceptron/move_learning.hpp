// The parser's weights, learnt on predicted tags with a dynamic oracle and exploration (Goldberg and Nivre 2013).
#pragma once

#include <functional>
#include <vector>

#include "learner.hpp"
#include "lessons.hpp"
#include "syntax/model.hpp"
#include "syntax/treebank.hpp"

namespace readout::train {

struct MoveData {
  const Lessons* lessons = nullptr;
  const std::vector<syntax::TagPair>* tags = nullptr;
  syntax::Table kinds;
  const syntax::Lemmas* lemmas = nullptr;
  std::vector<syntax::Weights> taggers;  // the n-th never saw the sentences whose number modulo their count is n
};

// Calls `report` after every epoch with the learner so far.
void learn_moves(const MoveData& data, unsigned epochs, Learner& learner, const std::function<void(unsigned)>& report);

}  // namespace readout::train
