// Features and dictionary keys as 64-bit hashes: the model stores no strings for them.
#pragma once

#include <cstdint>
#include <string_view>

namespace readout::syntax {

[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t seed, std::uint64_t value) {
  seed = (seed ^ value) * 0x9E3779B97F4A7C15ULL;
  return seed ^ (seed >> 29);
}

[[nodiscard]] constexpr std::uint64_t hash_of(std::string_view bytes, std::uint64_t seed = 0xCBF29CE484222325ULL) {
  for (const char byte : bytes) {
    seed = (seed ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL;
  }
  return mix(seed, bytes.size());
}

// A key from the place it is used for and up to four values.
[[nodiscard]] constexpr std::uint64_t key(std::uint64_t place, std::uint64_t a, std::uint64_t b = 0,
                                          std::uint64_t c = 0) {
  const auto first = mix(place * 0xD6E8FEB86659FD93ULL + 1, a + (b << 32U));
  return mix(first, c + 0xA0761D6478BD642FULL);
}

}  // namespace readout::syntax
