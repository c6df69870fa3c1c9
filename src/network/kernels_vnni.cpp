// AVX-512 VNNI: four 8-bit products a lane in one instruction; six rows by 64 columns stay in registers.
#include <immintrin.h>

#include "network/kernels.hpp"

namespace readout::network {

namespace vnni {
namespace {

constexpr std::size_t native = 16;  // floats of a register
inline void write_bytes(const std::int32_t* integers, std::uint8_t* bytes) {
  using Integers = std::int32_t __attribute__((vector_size(64)));
  using Bytes = std::uint8_t __attribute__((vector_size(16)));
  Integers wide;
  __builtin_memcpy(&wide, integers, sizeof wide);
  const Bytes narrow = __builtin_convertvector(wide, Bytes);
  __builtin_memcpy(bytes, &narrow, sizeof narrow);
}
#include "network/elementwise.inc"

struct Tile {
  static constexpr std::size_t height = 6;

  template <int rows>
  static void sum(const std::uint8_t* a, std::size_t stride, const std::int8_t* weights, std::size_t quads,
                  std::int32_t* sums) {
    __m512i total[rows][4];
    for (auto& row : total) {
      row[0] = row[1] = row[2] = row[3] = _mm512_setzero_si512();
    }
    const std::int8_t* w = weights;
    for (std::size_t q = 0; q < quads; ++q, w += column_block * 4) {
      const __m512i w0 = _mm512_loadu_si512(w);
      const __m512i w1 = _mm512_loadu_si512(w + 64);
      const __m512i w2 = _mm512_loadu_si512(w + 128);
      const __m512i w3 = _mm512_loadu_si512(w + 192);
      for (int r = 0; r < rows; ++r) {
        std::int32_t four = 0;
        __builtin_memcpy(&four, a + static_cast<std::size_t>(r) * stride + 4 * q, 4);
        const __m512i value = _mm512_set1_epi32(four);
        total[r][0] = _mm512_dpbusd_epi32(total[r][0], value, w0);
        total[r][1] = _mm512_dpbusd_epi32(total[r][1], value, w1);
        total[r][2] = _mm512_dpbusd_epi32(total[r][2], value, w2);
        total[r][3] = _mm512_dpbusd_epi32(total[r][3], value, w3);
      }
    }
    for (const auto& row : total) {
      for (const __m512i lane : row) {
        _mm512_storeu_si512(sums, lane);
        sums += lanes;
      }
    }
  }

  static void run(std::size_t rows, const std::uint8_t* a, std::size_t stride, const std::int8_t* weights,
                  std::size_t quads, std::int32_t* sums) {
    switch (rows) {
      case 1:
        return sum<1>(a, stride, weights, quads, sums);
      case 2:
        return sum<2>(a, stride, weights, quads, sums);
      case 3:
        return sum<3>(a, stride, weights, quads, sums);
      case 4:
        return sum<4>(a, stride, weights, quads, sums);
      case 5:
        return sum<5>(a, stride, weights, quads, sums);
      default:
        return sum<6>(a, stride, weights, quads, sums);
    }
  }
};

constexpr Kernels kernels{"vnni", multiply<Tile>, multiply_float, largest, quantize, relu, add_relu, norm, lstm};

}  // namespace
}  // namespace vnni

const Kernels* vnni_kernels() {
  const bool has = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                   __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
                   __builtin_cpu_supports("avx512vnni");
  return has ? &vnni::kernels : nullptr;
}

}  // namespace readout::network
