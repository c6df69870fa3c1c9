#include "syntax/heads.hpp"

#include <algorithm>
#include <cstring>

namespace readout::syntax {

namespace {

// Rows of floats to rows of bytes, each with its own scale.
network::Quantized quantize_rows(const network::Kernels& kernels, const float* x, std::size_t stride, std::size_t n,
                                 std::size_t rows, std::vector<std::uint8_t>& bytes, std::vector<float>& scales) {
  bytes.resize(rows * n);
  scales.resize(rows);
  for (std::size_t row = 0; row < rows; ++row) {
    const float largest = std::max(kernels.largest(x + row * stride, n), 1e-6F);
    kernels.quantize(x + row * stride, n, 127.0F / largest, bytes.data() + row * n);
    scales[row] = largest / 127.0F;
  }
  return {bytes.data(), n, scales.data(), 1.0F};
}

// e^x for x ≤ 0 in plain steps, the same on every machine; error below 1e-4 of the value, which is enough for a
// likelihood.
float exp_below_zero(float x) {
  if (x < -20.0F) {
    return 0.0F;
  }
  float y = 1.0F + x / 1024.0F;
  for (int i = 0; i < 10; ++i) {
    y *= y;
  }
  return y;
}

// The share of `chosen` among all, as a softmax gives it.
float likelihood(const float* scores, std::size_t n, std::size_t chosen) {
  const float most = *std::max_element(scores, scores + n);
  float sum = 0;
  for (std::size_t i = 0; i < n; ++i) {
    sum += exp_below_zero(scores[i] - most);
  }
  return exp_below_zero(scores[chosen] - most) / sum;
}

}  // namespace

void Heads::run(const Model::Parts& model, const network::Kernels& kernels, const Batch& batch,
                const Encoder& encoder) {
  const std::size_t rows = batch.rows;
  tagging_.resize(rows * tagging_width);
  kernels.multiply(encoder.words(), rows, model.tagging_words, nullptr, 0, tagging_.data(), tagging_width);
  kernels.multiply(encoder.states(), rows, model.tagging_context, tagging_.data(), tagging_width, tagging_.data(),
                   tagging_width);
  kernels.relu(tagging_.data(), tagging_.size());
  tags_stride_ = model.tags.outputs;
  tags_.resize(rows * tags_stride_);
  kernels.multiply(quantize_rows(kernels, tagging_.data(), tagging_width, tagging_width, rows, bytes_, scales_), rows,
                   model.tags, nullptr, 0, tags_.data(), tags_stride_);

  arcs_.resize(rows * arcs_stride);
  kernels.multiply(encoder.states(), rows, model.arcs, nullptr, 0, arcs_.data(), arcs_stride);
  for (std::size_t row = 0; row < rows; ++row) {
    kernels.relu(arcs_.data() + row * arcs_stride, 2 * arc_width);
  }
  dependents_.resize(rows * arc_width);
  kernels.multiply(quantize_rows(kernels, arcs_.data(), arcs_stride, arc_width, rows, bytes_, scales_), rows,
                   model.biaffine, nullptr, 0, dependents_.data(), arc_width);
  for (std::size_t i = 0; i < arc_width; ++i) {
    root_[i] = model.root[i];
  }
}

void Heads::score_arcs(const network::Kernels& kernels, std::size_t first_row, std::size_t words) {
  scores_stride_ = (words + 1 + network::lanes - 1) / network::lanes * network::lanes;
  turned_.assign(arc_width * scores_stride_, 0.0F);
  for (std::size_t k = 0; k < arc_width; ++k) {
    turned_[k * scores_stride_] = root_[k];
  }
  for (std::size_t w = 0; w < words; ++w) {
    const float* head = arcs_.data() + (first_row + w) * arcs_stride + arc_width;
    for (std::size_t k = 0; k < arc_width; ++k) {
      turned_[k * scores_stride_ + w + 1] = head[k];
    }
  }
  scores_.resize(words * scores_stride_);
  kernels.multiply_float(dependents_.data() + first_row * arc_width, arc_width, words, arc_width, turned_.data(),
                         scores_stride_, scores_.data(), scores_stride_);
}

void Heads::choose_relations(const Model::Parts& model, const network::Kernels& kernels, std::size_t first_row,
                             std::size_t words, SentenceReading& reading) {
  pairs_.resize(words * label_width);
  for (std::size_t w = 0; w < words; ++w) {
    const float* dependent = arcs_.data() + (first_row + w) * arcs_stride + 2 * arc_width;
    const float* head = reading.head[w] == 0 ? model.root + arc_width
                                             : arcs_.data() + (first_row + reading.head[w] - 1) * arcs_stride +
                                                   2 * arc_width + label_width;
    kernels.add_relu(dependent, head, label_width, pairs_.data() + w * label_width);
  }
  labels_.resize(words * model.labels.outputs);
  kernels.multiply(quantize_rows(kernels, pairs_.data(), label_width, label_width, words, bytes_, scales_), words,
                   model.labels, nullptr, 0, labels_.data(), model.labels.outputs);
  const std::size_t relations = model.relations.size();
  for (std::size_t w = 0; w < words; ++w) {
    const float* scores = labels_.data() + w * model.labels.outputs;
    std::size_t best = relations;
    for (std::size_t r = 0; r < relations; ++r) {
      const bool fits = (model.relations[r] == Relation::root) == (reading.head[w] == 0);
      best = fits && (best == relations || scores[r] > scores[best]) ? r : best;
    }
    const bool has_one = best < relations;
    reading.relation[w] = has_one ? model.relations[best] : reading.head[w] == 0 ? Relation::root : Relation::dep;
    reading.confidence[w] = likelihood(scores_.data() + w * scores_stride_, words + 1, reading.head[w]) *
                            (has_one ? likelihood(scores, relations, best) : 0.0F);
  }
}

void Heads::read_tree(const Model::Parts& model, const network::Kernels& kernels, std::size_t first_row,
                      std::size_t words, SentenceReading& reading) {
  reading.relation.resize(words);
  reading.confidence.resize(words);
  score_arcs(kernels, first_row, words);
  tree_.find({scores_.data(), scores_stride_, words}, reading.head);
  choose_relations(model, kernels, first_row, words, reading);
}

}  // namespace readout::syntax
