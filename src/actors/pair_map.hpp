// Numbers by pairs of numbers (node and word, kind and id): one open-addressing table without allocations of its own
// per pair, because knowledge is loaded anew by every run.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace readout::actors {

class PairMap {
 public:
  [[nodiscard]] static std::uint64_t pair(std::uint64_t high, std::uint64_t low) { return high << 32U | low; }

  // The number of the key; `absent` when there is none. No key is 0.
  [[nodiscard]] std::uint32_t find(std::uint64_t key, std::uint32_t absent) const {
    const Slot& slot = slots_[slot_of(key)];
    return slot.key == 0 ? absent : slot.value;
  }
  // Keeps the first value of a key; tells whether this one was the first.
  std::pair<std::uint32_t&, bool> try_emplace(std::uint64_t key, std::uint32_t value);
  void reserve(std::size_t keys);
  [[nodiscard]] std::size_t size() const { return used_[0]; }

  // Shows each array that it consists of, for the compiled tables.
  template <typename Visit>
  void each_array(const Visit& visit) {
    visit("slots", slots_);
    visit("used", used_);
  }

 private:
  struct Slot {
    std::uint64_t key = 0;  // 0 marks a free slot
    std::uint32_t value = 0;
  };
  [[nodiscard]] std::size_t slot_of(std::uint64_t key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = (key * 0x9E3779B97F4A7C15ULL >> 24U) & mask;
    while (slots_[slot].key != 0 && slots_[slot].key != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
  void rehash(std::size_t slots);

  std::vector<Slot> slots_ = std::vector<Slot>(64);
  std::vector<std::uint64_t> used_ = {0};  // [1]: slots that are taken
};

}  // namespace readout::actors
