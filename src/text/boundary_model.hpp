// The trained half of the sentence finder: one weight of eight bits for each slot of hashed features. Scores are sums
// of whole numbers, the same on every machine. How it is made: train/sentences/.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "readout/result.hpp"

namespace readout::text {

// Raised when a feature changes: weights learnt for others mean nothing.
inline constexpr std::uint32_t boundary_feature_version = 1;
inline constexpr std::size_t boundary_feature_count = 49;
using BoundaryFeatures = std::array<std::uint32_t, boundary_feature_count>;

// What part of speech a word mostly is: four bits for each slot of hashed forms. Strangers are 0, but for the one in
// twenty that falls on another's slot.
class WordClasses {
 public:
  static constexpr unsigned bits = 18;
  static constexpr std::size_t bytes = std::size_t{1} << (bits - 1);

  WordClasses() = default;
  // Precondition: `table` has `bytes` bytes.
  explicit WordClasses(std::string_view table) : table_(table) {}

  [[nodiscard]] static std::size_t slot_of(std::uint32_t form) { return (form * 0x9E3779B1U) >> (32 - bits); }
  [[nodiscard]] std::uint8_t of(std::uint32_t form) const {
    if (table_.empty()) {
      return 0;
    }
    const std::size_t slot = slot_of(form);
    const auto pair = static_cast<unsigned char>(table_[slot / 2]);
    return slot % 2 == 0 ? pair & 15U : pair >> 4U;
  }

 private:
  std::string_view table_;
};

// Looks into bytes that its owner keeps; cheap to copy.
class BoundaryModel {
 public:
  // Checks size, version and sum of the bytes; `name` stands for the file in errors.
  static Result<BoundaryModel> from_bytes(std::string_view bytes, std::string name);

  // The file's bytes for weights; their count is a power of two.
  static std::string to_bytes(std::span<const std::int8_t> weights, std::string_view classes, std::int32_t threshold);

  [[nodiscard]] const WordClasses& classes() const { return classes_; }

  // Does a sentence end in the gap that has these features?
  [[nodiscard]] bool ends(const BoundaryFeatures& features) const {
    std::int32_t score = 0;
    for (const std::uint32_t feature : features) {
      score += static_cast<std::int8_t>(weights_[feature >> shift_]);
    }
    return score > threshold_;
  }

 private:
  BoundaryModel(std::string_view weights, WordClasses classes, unsigned shift, std::int32_t threshold)
      : weights_(weights), classes_(classes), shift_(shift), threshold_(threshold) {}

  std::string_view weights_;
  WordClasses classes_;
  unsigned shift_;
  std::int32_t threshold_;
};

}  // namespace readout::text
