#include "syntax/encoder.hpp"

#include <algorithm>
#include <cstring>

namespace readout::syntax {

namespace {
constexpr std::uint8_t zero = 128;
}

void Batch::clear() {
  length.clear();
  first_row.clear();
  rows = 1;
}

void Batch::add(std::uint32_t words) {
  length.push_back(words);
  first_row.push_back(static_cast<std::uint32_t>(rows));
  rows += words + 1;
}

float* Encoder::begin(const Batch& batch) {
  vectors_.assign(batch.rows * width, 0.0F);
  return vectors_.data();
}

void Encoder::run(const Model::Parts& model, const network::Kernels& kernels, const Batch& batch) {
  scratch_.resize(batch.rows * width);
  scales_.assign(batch.rows, 0.0F);
  quantize(kernels, batch);
  for (const Convolution& convolution : model.convolutions) {
    // A row of the product reads the words before, at and after it.
    const network::Quantized triples{words_.data(), width, scales_.data(), 1.0F};
    kernels.multiply(triples, batch.rows, convolution.weights, nullptr, 0, scratch_.data(), width);
    for (std::size_t s = 0; s < batch.length.size(); ++s) {
      for (std::size_t row = batch.first_row[s]; row < batch.first_row[s] + batch.length[s]; ++row) {
        kernels.norm(vectors_.data() + row * width, scratch_.data() + row * width, convolution.norm.gain,
                     convolution.norm.bias, width);
      }
    }
    quantize(kernels, batch);
  }
  order_steps(batch);
  run_layer(model.lstms[0], kernels, batch, true);
  run_layer(model.lstms[1], kernels, batch, false);
}

// Each sentence has its own scale, so that its bytes do not depend on what else is in the batch.
void Encoder::quantize(const network::Kernels& kernels, const Batch& batch) {
  words_.assign((batch.rows + 2) * width, zero);
  for (std::size_t s = 0; s < batch.length.size(); ++s) {
    const std::size_t begin = batch.first_row[s] * width;
    const std::size_t size = batch.length[s] * width;
    const float largest = std::max(kernels.largest(vectors_.data() + begin, size), 1e-6F);
    kernels.quantize(vectors_.data() + begin, size, 127.0F / largest, words_.data() + width + begin);
    std::fill_n(scales_.begin() + batch.first_row[s], batch.length[s], largest / 127.0F);
  }
}

void Encoder::order_steps(const Batch& batch) {
  const std::size_t steps = batch.length.empty() ? 0 : batch.length.front();
  active_.resize(steps);
  step_.resize(steps + 1);
  auto active = static_cast<std::uint32_t>(batch.length.size());
  std::uint32_t row = 0;
  for (std::size_t t = 0; t < steps; ++t) {
    while (batch.length[active - 1] <= t) {
      --active;
    }
    active_[t] = active;
    step_[t] = row;
    row += active;
  }
  step_[steps] = row;
}

void Encoder::run_layer(const std::array<Direction, 2>& layer, const network::Kernels& kernels, const Batch& batch,
                        bool first) {
  const std::size_t inputs = first ? width : 2 * hidden;
  const std::uint8_t* rows = first ? words_.data() + width : states_.data();
  for (std::size_t way = 0; way < 2; ++way) {
    auto& ordered = ordered_[way];
    ordered.resize(step_.back() * inputs);
    ordered_scales_[way].resize(step_.back());
    for (std::size_t s = 0; s < batch.length.size(); ++s) {
      for (std::size_t t = 0; t < batch.length[s]; ++t) {
        const std::size_t row = batch.first_row[s] + (way == 0 ? t : batch.length[s] - 1 - t);
        std::memcpy(ordered.data() + (step_[t] + s) * inputs, rows + row * inputs, inputs);
        ordered_scales_[way][step_[t] + s] = scales_[row];
      }
    }
    run_direction(layer[way], kernels, way == 0,
                  {ordered.data(), inputs, first ? ordered_scales_[way].data() : nullptr, state_scale});
  }
  join_states(batch);
}

void Encoder::run_direction(const Direction& direction, const network::Kernels& kernels, bool ahead,
                            const network::Quantized& rows) {
  constexpr std::size_t gates = 4 * hidden;
  const std::size_t words = step_.back();
  auto& outputs = outputs_[ahead ? 0 : 1];
  outputs.resize(words * hidden);
  gates_.resize(words * gates);
  cells_.assign(active_.empty() ? 0 : active_.front() * hidden, 0.0F);
  kernels.multiply(rows, words, direction.input, nullptr, 0, gates_.data(), gates);
  for (std::size_t t = 0; t < active_.size(); ++t) {
    float* now = gates_.data() + step_[t] * gates;
    if (t > 0) {
      const network::Quantized before{outputs.data() + step_[t - 1] * hidden, hidden, nullptr, state_scale};
      kernels.multiply(before, active_[t], direction.state, now, gates, now, gates);
    }
    kernels.lstm(now, active_[t], hidden, cells_.data(), outputs.data() + step_[t] * hidden);
  }
}

void Encoder::join_states(const Batch& batch) {
  states_.assign(batch.rows * 2 * hidden, zero);
  for (std::size_t s = 0; s < batch.length.size(); ++s) {
    for (std::size_t t = 0; t < batch.length[s]; ++t) {
      std::uint8_t* row = states_.data() + (batch.first_row[s] + t) * 2 * hidden;
      std::memcpy(row, outputs_[0].data() + (step_[t] + s) * hidden, hidden);
      std::memcpy(row + hidden, outputs_[1].data() + (step_[batch.length[s] - 1 - t] + s) * hidden, hidden);
    }
  }
}

}  // namespace readout::syntax
