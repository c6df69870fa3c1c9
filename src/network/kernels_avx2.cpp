// AVX2: pairs of 8-bit products summed in 16 bits (they cannot overflow, as weights have 7 bits), then in 32.
#include <immintrin.h>

#include "network/kernels.hpp"

namespace readout::network {

namespace avx2 {
namespace {

constexpr std::size_t native = 8;  // floats of a register
inline void write_bytes(const std::int32_t* integers, std::uint8_t* bytes) {
  const auto* in = reinterpret_cast<const __m256i*>(integers);
  const __m256i words = _mm256_packs_epi32(_mm256_loadu_si256(in), _mm256_loadu_si256(in + 1));  // halves interleaved
  const __m256i ordered = _mm256_permute4x64_epi64(words, 0xD8);
  const __m128i packed = _mm_packus_epi16(_mm256_castsi256_si128(ordered), _mm256_extracti128_si256(ordered, 1));
  _mm_storeu_si128(reinterpret_cast<__m128i*>(bytes), packed);
}
#include "network/elementwise.inc"

struct Tile {
  static constexpr std::size_t height = 4;

  template <int rows>
  static void sum(const std::uint8_t* a, std::size_t stride, const std::int8_t* weights, std::size_t quads,
                  std::int32_t* sums) {
    const __m256i ones = _mm256_set1_epi16(1);
    for (std::size_t c = 0; c < column_block; c += 16) {
      __m256i total[rows][2];
      for (auto& row : total) {
        row[0] = row[1] = _mm256_setzero_si256();
      }
      const std::int8_t* w = weights + c * 4;
      for (std::size_t q = 0; q < quads; ++q, w += column_block * 4) {
        const __m256i low = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(w));
        const __m256i high = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(w + 32));
        for (int r = 0; r < rows; ++r) {
          std::int32_t four = 0;
          __builtin_memcpy(&four, a + static_cast<std::size_t>(r) * stride + 4 * q, 4);
          const __m256i value = _mm256_set1_epi32(four);
          total[r][0] = _mm256_add_epi32(total[r][0], _mm256_madd_epi16(_mm256_maddubs_epi16(value, low), ones));
          total[r][1] = _mm256_add_epi32(total[r][1], _mm256_madd_epi16(_mm256_maddubs_epi16(value, high), ones));
        }
      }
      for (int r = 0; r < rows; ++r) {
        auto* out = reinterpret_cast<__m256i*>(sums + static_cast<std::size_t>(r) * column_block + c);
        _mm256_storeu_si256(out, total[r][0]);
        _mm256_storeu_si256(out + 1, total[r][1]);
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
      default:
        return sum<4>(a, stride, weights, quads, sums);
    }
  }
};

constexpr Kernels kernels{"avx2", multiply<Tile>, multiply_float, largest, quantize, relu, add_relu, norm, lstm};

}  // namespace
}  // namespace avx2

const Kernels* avx2_kernels() {
  return __builtin_cpu_supports("avx2") ? &avx2::kernels : nullptr;
}

}  // namespace readout::network
