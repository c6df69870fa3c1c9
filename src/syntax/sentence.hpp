// One sentence on its way through the stage: scratch columns, and the two steps that fill them. Training takes the same
// steps with other weights, so that it sees just what running sees.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/model.hpp"
#include "syntax/move_features.hpp"
#include "syntax/tag_features.hpp"
#include "syntax/transitions.hpp"
#include "syntax/words.hpp"

namespace readout::syntax {

struct Workspace::Scratch {
  SeenNames names;  // of the report
  std::vector<Word> words;
  std::vector<std::uint32_t> kinds;
  std::vector<std::uint32_t> stems;
  std::vector<std::uint8_t> fixed;  // the tag that the dictionary gives, else no_tag
  std::vector<std::uint8_t> tags;
  std::vector<Upos> upos;
  std::vector<Xpos> xpos;
  Leaves leaves;
  State state;
  Features features;
  Scores scores{};
};

// words, kinds, stems, fixed
void look_up(std::string_view text, std::span<const Span> spans, const Table& kinds, const SeenNames& names,
             Workspace::Scratch& scratch);
// upos, xpos and leaves, from words, tags and the lemmas' hashes in leaves.leaf[…].lemma
void read_leaves(std::span<const TagPair> tags, Workspace::Scratch& scratch);

// Punctuation marks are no heads: takes `forbidding` off the scores of arcs from one, so that they are drawn only when
// nothing else is legal.
inline constexpr std::int32_t forbidding = 1 << 24;
void spare_marks(Workspace::Scratch& scratch);

// The best of the moves that are legal now.
[[nodiscard]] Move best_move(const State& state, const Scores& scores);

}  // namespace readout::syntax
