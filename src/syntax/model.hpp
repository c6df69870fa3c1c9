// What the model file holds, ready for use: views into the mapped arrays (docs/model_format.md).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "network/index.hpp"
#include "network/kernels.hpp"
#include "network/model_file.hpp"
#include "readout/syntax.hpp"
#include "syntax/lemmas.hpp"
#include "syntax/parser.hpp"

namespace readout::syntax {

// The sizes that the code is written for; the file must agree.
inline constexpr std::size_t width = 192;       // of a word's vector
inline constexpr std::size_t hidden = 160;      // of an LSTM in one direction
inline constexpr std::size_t arc_width = 128;   // of a word as dependent or as head
inline constexpr std::size_t label_width = 96;  // the same, for relations
inline constexpr std::size_t tagging_width = 128;
inline constexpr std::size_t glove_width = 50;
inline constexpr std::size_t known_width = 48;
inline constexpr std::size_t ngram_width = 64;
inline constexpr std::size_t shape_width = 16;
inline constexpr std::size_t type_width = glove_width + known_width + ngram_width + shape_width;
inline constexpr std::size_t gazetteer_bits = 10;
inline constexpr std::size_t name_tags = 9;  // O, then B and I of person, organization, place, event

// Bytes with one scale for all.
struct ByteTable {
  std::span<const std::int8_t> rows;
  float scale = 1.0F;
};

struct Norm {
  const float* gain = nullptr;  // [width]
  const float* bias = nullptr;
};

struct TypeParts {
  network::Index glove_index, known_index;
  ByteTable glove, known, ngram;
  const float* shape = nullptr;   // [shapes][shape_width]
  const float* mixing = nullptr;  // [type_width][2 × width]: of a pair of outputs the larger counts
  const float* bias = nullptr;    // [2 × width]
  Norm norm;
};

struct Gazetteer {
  network::Index index;
  const float* rows = nullptr;  // [gazetteer_bits][width]
};

struct Direction {
  network::Weights input;  // width or 2 × hidden → 4 × hidden
  network::Weights state;  // hidden → 4 × hidden
};

struct Convolution {
  network::Weights weights;  // 3 × width → width
  Norm norm;
};

struct TagPair {
  Upos upos = Upos::x;
  Xpos xpos = Xpos::xx;
};

struct Model::Parts {
  TypeParts types;
  Gazetteer gazetteer;
  std::array<Convolution, 2> convolutions;
  std::array<std::array<Direction, 2>, 2> lstms;  // [layer][ahead, back]
  network::Weights tagging_words, tagging_context;
  network::Weights tags;  // tagging_width → tags, then features, then names
  network::Weights arcs;  // 2 × hidden → dependent, head, relation of dependent, relation of head
  network::Weights biaffine, labels;
  const float* root = nullptr;  // [arc_width + label_width]: the root as a head
  std::vector<TagPair> tag_pairs;
  std::vector<std::string_view> features;         // "Number=Sing", "_"
  std::span<const std::uint8_t> features_of_tag;  // [tags][features] 1 where they go together
  std::vector<Relation> relations;
  Lemmas lemmas;
};

}  // namespace readout::syntax
