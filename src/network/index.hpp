// From hashes to numbers: an open-addressed table as it lies in the model file. Strings are not kept: about one
// stranger in fifty thousand is taken for a word that is known, which costs nothing that can be measured.
#pragma once

#include <cstdint>
#include <span>

#include "network/model_file.hpp"

namespace readout::network {

class Index {
 public:
  struct Slot {
    std::uint32_t key = 0;
    std::uint32_t value = none;
  };
  static constexpr std::uint32_t none = UINT32_MAX;

  Index() = default;
  // An array of slots, a power of two of them, at least one empty; every value below `limit`.
  static Result<Index> load(const ModelFile& file, std::string_view array, std::uint32_t limit) {
    auto slots = file.numbers<Slot>(array);
    if (!slots) {
      return slots.error();
    }
    bool has_empty = false;
    for (const Slot& slot : *slots) {
      if (slot.value != none && slot.value >= limit) {
        return file.misfit(array);
      }
      has_empty = has_empty || slot.value == none;
    }
    if (!has_empty || (slots->size() & (slots->size() - 1)) != 0) {
      return file.misfit(array);
    }
    Index index;
    index.slots_ = *slots;
    return index;
  }

  // The number under the key; `none` where there is none.
  [[nodiscard]] std::uint32_t find(std::uint32_t key) const {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = key & mask;; at = (at + 1) & mask) {
      const Slot& slot = slots_[at];
      if (slot.value == none || slot.key == key) {
        return slot.value;
      }
    }
  }

 private:
  std::span<const Slot> slots_;
};

}  // namespace readout::network
