// The oracle: plain loops, any processor.
#include "network/kernels.hpp"

namespace readout::network {

namespace scalar {
namespace {

constexpr std::size_t native = 4;  // floats of a register
inline void write_bytes(const std::int32_t* integers, std::uint8_t* bytes) {
  for (std::size_t i = 0; i < lanes; ++i) {
    bytes[i] = static_cast<std::uint8_t>(integers[i]);
  }
}
#include "network/elementwise.inc"

struct Tile {
  static constexpr std::size_t height = 1;

  static void run(std::size_t /*height*/, const std::uint8_t* a, std::size_t /*stride*/, const std::int8_t* weights,
                  std::size_t quads, std::int32_t* sums) {
    for (std::size_t c = 0; c < column_block; ++c) {
      sums[c] = 0;
    }
    for (std::size_t q = 0; q < quads; ++q) {
      for (std::size_t c = 0; c < column_block; ++c) {
        for (std::size_t k = 0; k < 4; ++k) {
          sums[c] += a[4 * q + k] * weights[(q * column_block + c) * 4 + k];
        }
      }
    }
  }
};

}  // namespace
}  // namespace scalar

const Kernels& scalar_kernels() {
  static constexpr Kernels kernels{"scalar",
                                   scalar::multiply<scalar::Tile>,
                                   scalar::multiply_float,
                                   scalar::largest,
                                   scalar::quantize,
                                   scalar::relu,
                                   scalar::add_relu,
                                   scalar::norm,
                                   scalar::lstm};
  return kernels;
}

}  // namespace readout::network
