// From states to tags, heads and relations.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "syntax/encoder.hpp"
#include "syntax/model.hpp"
#include "syntax/spanning_tree.hpp"

namespace readout::syntax {

// What the heads say of one sentence of a batch: entries in word order.
struct SentenceReading {
  std::vector<std::uint32_t> head;  // 0 is the root, else word + 1
  std::vector<Relation> relation;
  std::vector<float> confidence;
};

class Heads {
 public:
  // The products over all rows of the batch.
  void run(const Model::Parts& model, const network::Kernels& kernels, const Batch& batch, const Encoder& encoder);

  // Scores of a row: tags, then features, then names.
  [[nodiscard]] const float* tag_scores(std::size_t row) const { return tags_.data() + row * tags_stride_; }
  [[nodiscard]] std::size_t tags_stride() const { return tags_stride_; }

  // The tree of one sentence.
  void read_tree(const Model::Parts& model, const network::Kernels& kernels, std::size_t first_row, std::size_t words,
                 SentenceReading& reading);

 private:
  void score_arcs(const network::Kernels& kernels, std::size_t first_row, std::size_t words);
  void choose_relations(const Model::Parts& model, const network::Kernels& kernels, std::size_t first_row,
                        std::size_t words, SentenceReading& reading);

  static constexpr std::size_t arcs_stride = 2 * arc_width + 2 * label_width;

  std::vector<float> tagging_;       // [rows][tagging_width]
  std::vector<float> tags_;          // [rows][tags_stride_]
  std::vector<float> arcs_;          // [rows][arcs_stride]
  std::vector<float> dependents_;    // [rows][arc_width], behind the biaffine product
  std::vector<std::uint8_t> bytes_;  // inputs of products
  std::vector<float> scales_;
  std::vector<float> turned_;  // [arc_width][padded words + 1] heads of one sentence
  std::vector<float> scores_;  // [words][padded words + 1]
  std::vector<float> pairs_, labels_;
  std::array<float, arc_width> root_{};  // the root as a head
  std::size_t tags_stride_ = 0;
  std::size_t scores_stride_ = 0;
  SpanningTree tree_;
};

}  // namespace readout::syntax
