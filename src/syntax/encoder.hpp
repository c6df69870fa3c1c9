// From word vectors to states: two convolutions over three words, two bidirectional LSTM layers. The sentences of a
// batch go together: products over all words at once, recurrent steps over all sentences at once, the longest first.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "syntax/model.hpp"

namespace readout::syntax {

// Rows of a batch: an empty row, the words of a sentence, an empty row, … an empty row. Each sentence has at least one
// word.
struct Batch {
  std::vector<std::uint32_t> length;     // [sentences] words, in falling order
  std::vector<std::uint32_t> first_row;  // [sentences]
  std::size_t rows = 0;

  void clear();
  void add(std::uint32_t words);
};

class Encoder {
 public:
  // The vectors to be filled in, row by row, before `run`: zeros where no word stands.
  float* begin(const Batch& batch);
  void run(const Model::Parts& model, const network::Kernels& kernels, const Batch& batch);

  // After `run`: what the convolutions and the LSTMs say of each row, as bytes.
  [[nodiscard]] network::Quantized words() const { return {words_.data() + width, width, scales_.data(), 1.0F}; }
  [[nodiscard]] network::Quantized states() const { return {states_.data(), 2 * hidden, nullptr, state_scale}; }

  static constexpr float state_scale = 1.0F / 127.0F;

 private:
  void quantize(const network::Kernels& kernels, const Batch& batch);
  void order_steps(const Batch& batch);
  void run_layer(const std::array<Direction, 2>& layer, const network::Kernels& kernels, const Batch& batch,
                 bool first);
  void run_direction(const Direction& direction, const network::Kernels& kernels, bool ahead,
                     const network::Quantized& rows);
  void join_states(const Batch& batch);

  std::vector<float> vectors_;            // [rows][width]
  std::vector<float> scratch_;            // [rows][width]
  std::vector<std::uint8_t> words_;       // [1 + rows + 1][width]
  std::vector<float> scales_;             // [rows], those of a sentence alike
  std::vector<std::uint32_t> active_;     // [steps] sentences that are longer than the step
  std::vector<std::uint32_t> step_;       // [steps + 1] the first of a step's rows in step order
  std::vector<std::uint8_t> ordered_[2];  // inputs in step order, ahead and back
  std::vector<float> ordered_scales_[2];
  std::vector<float> gates_;              // [words][4 × hidden]
  std::vector<float> cells_;              // [sentences][hidden]
  std::vector<std::uint8_t> outputs_[2];  // [words][hidden] in step order
  std::vector<std::uint8_t> states_;      // [rows][2 × hidden]
};

}  // namespace readout::syntax
