// What the parser looks at when it chooses a move: the words around stack and front, their tags, and the arcs drawn so
// far. The templates follow Zhang and Nivre (2011), with what lies between stack and front added.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "syntax/transitions.hpp"
#include "syntax/weights.hpp"
#include "syntax/words.hpp"

namespace readout::syntax {

// A word as the parser sees it.
struct Leaf {
  std::uint32_t form = 0;
  std::uint32_t lemma = 0;
  std::uint32_t suffix = 0;
  std::uint8_t tag = 0;     // of the tagger: UPOS and XPOS together
  std::uint8_t coarse = 0;  // UPOS
};

// The words of a sentence, and how many verbs, commas, conjunctions and clause openers stand before each: 16 bits a
// count.
struct Leaves {
  std::vector<Leaf> leaf;             // [words + 1], the last one stands for no word
  std::vector<std::uint64_t> before;  // [words + 1]
};

// Fills the leaf for "no word", and `before`. `openers` etc. are read off tags, so those must be in place.
void finish(Leaves& leaves, std::span<const Upos> upos, std::span<const Xpos> xpos);

void move_features(const Leaves& leaves, const State& state, Features& features);

}  // namespace readout::syntax
