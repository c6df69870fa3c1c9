// Every kind of kernel that this machine has against the scalar oracle: the same bits.
#include "network/kernels.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <random>
#include <vector>

namespace readout::network {
namespace {

constexpr std::size_t guard = 64;  // floats behind each buffer that must stay untouched

std::vector<float> floats(std::size_t n, std::mt19937& random, float spread = 3.0F) {
  std::normal_distribution<float> normal(0.0F, spread);
  std::vector<float> out(n);
  for (float& x : out) {
    x = normal(random);
  }
  return out;
}

bool same_bits(const std::vector<float>& a, const std::vector<float>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

struct Matrix {
  std::vector<std::int8_t> packed;
  std::vector<float> scale, bias;
  std::vector<std::int32_t> shift;
  Weights weights;

  Matrix(std::size_t outputs, std::size_t inputs, std::mt19937& random)
      : packed(outputs * inputs), scale(floats(outputs, random, 0.01F)), bias(floats(outputs, random)), shift(outputs) {
    for (auto& w : packed) {
      w = static_cast<std::int8_t>(static_cast<int>(random() % 127) - 63);
    }
    for (std::size_t o = 0; o < outputs; ++o) {
      for (std::size_t k = 0; k < inputs; ++k) {
        shift[o] += 128 * at(o, k, inputs);
      }
    }
    weights = {packed.data(), scale.data(), shift.data(), bias.data(), outputs, inputs};
  }

  [[nodiscard]] int at(std::size_t output, std::size_t input, std::size_t inputs) const {
    const std::size_t block = output / column_block * column_block * inputs;
    return packed[block + (input / 4 * column_block + output % column_block) * 4 + input % 4];
  }
};

class EveryKernel : public testing::TestWithParam<const Kernels*> {
 protected:
  const Kernels& kernels = *GetParam();
  const Kernels& oracle = scalar_kernels();
  std::mt19937 random{7};
};

TEST_P(EveryKernel, Multiplies) {
  for (const std::size_t rows : {1U, 2U, 3U, 4U, 5U, 6U, 7U, 13U}) {
    const Matrix m(128, 60, random);
    std::vector<std::uint8_t> bytes(rows * 80);
    for (auto& b : bytes) {
      b = static_cast<std::uint8_t>(random() % 3 == 0 ? 255 : random() % 255 + 1);
    }
    const auto scales = floats(rows, random);
    const auto addend = floats(rows * 130, random);
    const Quantized a{bytes.data(), 80, scales.data(), 1.0F};
    std::vector<float> expected(rows * 128 + guard, 5.0F), found = expected;
    oracle.multiply(a, rows, m.weights, addend.data(), 130, expected.data(), 128);
    kernels.multiply(a, rows, m.weights, addend.data(), 130, found.data(), 128);
    EXPECT_TRUE(same_bits(expected, found)) << rows;
    // The oracle itself against the definition.
    double sum = 0;
    for (std::size_t k = 0; k < 60; ++k) {
      sum += (static_cast<int>(bytes[k]) - 128) * m.at(70, k, 60);
    }
    EXPECT_NEAR(expected[70], sum * scales[0] * m.scale[70] + addend[70], 1e-3 * (1 + std::abs(expected[70])));
  }
}

TEST_P(EveryKernel, MultipliesWithBiasAndFixedScale) {
  const Matrix m(64, 8, random);
  const std::vector<std::uint8_t> bytes(8, 129);
  std::vector<float> expected(64 + guard, 1.0F), found = expected;
  const Quantized a{bytes.data(), 8, nullptr, 0.5F};
  oracle.multiply(a, 1, m.weights, nullptr, 0, expected.data(), 64);
  kernels.multiply(a, 1, m.weights, nullptr, 0, found.data(), 64);
  EXPECT_TRUE(same_bits(expected, found));
}

TEST_P(EveryKernel, MultipliesFloats) {
  for (const std::size_t rows : {1U, 3U, 4U, 9U}) {
    const auto a = floats(rows * 20, random), w = floats(std::size_t{17} * 48, random);
    std::vector<float> expected(rows * 50 + guard, 1.0F), found = expected;
    oracle.multiply_float(a.data(), 20, rows, 17, w.data(), 48, expected.data(), 50);
    kernels.multiply_float(a.data(), 20, rows, 17, w.data(), 48, found.data(), 50);
    EXPECT_TRUE(same_bits(expected, found)) << rows;
  }
}

TEST_P(EveryKernel, QuantizesAndFindsTheLargest) {
  const auto x = floats(192, random);
  EXPECT_EQ(oracle.largest(x.data(), x.size()), kernels.largest(x.data(), x.size()));
  std::vector<std::uint8_t> expected(200, 7), found(200, 7);
  for (const float inverse : {10.0F, 40.0F, 1000.0F}) {
    oracle.quantize(x.data(), 192, inverse, expected.data());
    kernels.quantize(x.data(), 192, inverse, found.data());
    EXPECT_EQ(expected, found);
  }
  EXPECT_EQ(*std::max_element(found.begin(), found.begin() + 192), 255);
  EXPECT_EQ(*std::min_element(found.begin(), found.begin() + 192), 1);
}

TEST_P(EveryKernel, NormalizesAndRectifies) {
  const auto gain = floats(192, random), bias = floats(192, random), y = floats(192, random);
  auto expected = floats(192 + guard, random), found = expected;
  oracle.norm(expected.data(), y.data(), gain.data(), bias.data(), 192);
  kernels.norm(found.data(), y.data(), gain.data(), bias.data(), 192);
  EXPECT_TRUE(same_bits(expected, found));
  oracle.norm(expected.data(), nullptr, gain.data(), bias.data(), 192);
  kernels.norm(found.data(), nullptr, gain.data(), bias.data(), 192);
  EXPECT_TRUE(same_bits(expected, found));
  oracle.relu(expected.data(), 192);
  kernels.relu(found.data(), 192);
  EXPECT_TRUE(same_bits(expected, found));
  auto sum = expected;
  oracle.add_relu(expected.data(), y.data(), 192, sum.data());
  kernels.add_relu(expected.data(), y.data(), 192, found.data());
  EXPECT_TRUE(same_bits(sum, found));
}

TEST_P(EveryKernel, StepsAnLstm) {
  const std::size_t rows = 3, n = 32;
  const auto gates = floats(rows * 4 * n, random, 4.0F);
  auto expected_cells = floats(rows * n + guard, random), found_cells = expected_cells;
  const auto before = expected_cells;
  std::vector<std::uint8_t> expected(rows * n + 8, 9), found = expected;
  oracle.lstm(gates.data(), rows, n, expected_cells.data(), expected.data());
  kernels.lstm(gates.data(), rows, n, found_cells.data(), found.data());
  EXPECT_TRUE(same_bits(expected_cells, found_cells));
  EXPECT_EQ(expected, found);
  const auto sigmoid = [](float x) { return 1.0 / (1.0 + std::exp(-static_cast<double>(x))); };
  for (std::size_t i = 0; i < n; ++i) {
    const double cell =
        sigmoid(gates[n + i]) * before[i] + sigmoid(gates[i]) * std::tanh(static_cast<double>(gates[2 * n + i]));
    EXPECT_NEAR(expected_cells[i], cell, 1e-5);
    EXPECT_NEAR(expected[i] - 128.0, 127.0 * sigmoid(gates[3 * n + i]) * std::tanh(cell), 0.51);
  }
}

INSTANTIATE_TEST_SUITE_P(Kinds, EveryKernel, testing::ValuesIn(all_kernels().begin(), all_kernels().end()),
                         [](const auto& kind) { return std::string(kind.param->name); });

}  // namespace
}  // namespace readout::network
