// The arithmetic of the network, each piece once for each kind of processor. All kinds give the same bits: products are
// sums of integers, and what is left in floats takes the same steps in the same order, without fused operations.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace readout::network {

inline constexpr std::size_t lanes = 16;         // floats that go together
inline constexpr std::size_t column_block = 64;  // outputs that a product computes together

// Rows of unsigned bytes: the value of a byte is (byte − 128) × the row's scale.
struct Quantized {
  const std::uint8_t* bytes = nullptr;
  std::size_t stride = 0;        // bytes from one row to the next; rows may overlap
  const float* scale = nullptr;  // [rows]; where null, every row has `fixed_scale`
  float fixed_scale = 1.0F;
};

// A matrix [outputs × inputs] of 7-bit weights, laid out as [outputs / 64][inputs / 4][64][4]: what four inputs of 64
// outputs need lies together. Outputs are padded with zeros to a multiple of 64, inputs to a multiple of 4.
struct Weights {
  const std::int8_t* packed = nullptr;
  const float* scale = nullptr;         // [outputs]
  const std::int32_t* shift = nullptr;  // [outputs] 128 × the sum of its weights
  const float* bias = nullptr;          // [outputs]
  std::size_t outputs = 0;              // padded
  std::size_t inputs = 0;               // padded
};

struct Kernels {
  std::string_view name;

  // out[r][c] = (a[r] · w[c]) + (addend ? addend[r][c] : w.bias[c]); strides in floats. `addend` may be `out`.
  void (*multiply)(const Quantized& a, std::size_t rows, const Weights& w, const float* addend,
                   std::size_t addend_stride, float* out, std::size_t out_stride);
  // out[r][c] = Σ a[r][k] × w[k][c]; columns a multiple of 16.
  void (*multiply_float)(const float* a, std::size_t a_stride, std::size_t rows, std::size_t inputs, const float* w,
                         std::size_t columns, float* out, std::size_t out_stride);
  // The largest magnitude; n a multiple of 16 here and below.
  float (*largest)(const float* x, std::size_t n);
  // bytes = round(x × inverse) + 128, held in 1 … 255.
  void (*quantize)(const float* x, std::size_t n, float inverse, std::uint8_t* bytes);
  // x = max(x, 0)
  void (*relu)(float* x, std::size_t n);
  // out = max(a + b, 0)
  void (*add_relu)(const float* a, const float* b, std::size_t n, float* out);
  // x = norm(x + max(y, 0)) × gain + bias; y may be null.
  void (*norm)(float* x, const float* y, const float* gain, const float* bias, std::size_t n);
  // One step of an LSTM for `rows` sentences: gates [rows][4 × n] in the order input, forget, candidate, output; cells
  // [rows][n] are carried on, hidden [rows][n] come out as bytes of scale 1/127.
  void (*lstm)(const float* gates, std::size_t rows, std::size_t n, float* cells, std::uint8_t* hidden);
};

// Runs anywhere; the oracle of the others.
[[nodiscard]] const Kernels& scalar_kernels();
// AVX2; null where the processor lacks it.
[[nodiscard]] const Kernels* avx2_kernels();
// AVX-512 with VNNI; null where the processor lacks it.
[[nodiscard]] const Kernels* vnni_kernels();
// The fastest that this processor has; READOUT_KERNELS=scalar|avx2|vnni asks for another one.
[[nodiscard]] const Kernels& best_kernels();
// All that this processor has, the oracle first.
[[nodiscard]] std::span<const Kernels* const> all_kernels();

}  // namespace readout::network
