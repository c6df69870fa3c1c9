// What each move would cost: how many arcs of the gold tree it puts out of reach (Goldberg and Nivre 2012).
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "syntax/transitions.hpp"
#include "syntax/treebank.hpp"

namespace readout::train {

// A gold tree as the oracle asks for it.
struct GoldTree {
  std::vector<std::uint32_t> head;  // State::none for the root
  std::vector<Relation> relation;
  std::vector<std::vector<std::uint32_t>> dependents;
};

// The tree with crossing arcs lifted until none cross, as arc-eager moves cannot draw those.
[[nodiscard]] GoldTree projective_tree(const syntax::GoldSentence& sentence);

// By MoveKind; a move that is not legal costs `forbidden`.
inline constexpr unsigned forbidden = 1000000;
[[nodiscard]] std::array<unsigned, 4> costs(const syntax::State& state, const GoldTree& gold);

}  // namespace readout::train
