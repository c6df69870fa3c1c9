// A read-only hash table inside the model file: 64-bit key → a short list of 16-bit entries. It is used as it lies in
// the file, without being unpacked: weights of features, classes of words and scripts of lemmas are all kept this way.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <vector>

namespace readout::syntax {

// A slot is 6 bytes: 16 bits of the key to check, 25 bits of where its entries begin, 7 bits of how many. An empty slot
// has no entries. Keys are told apart by slot and check only: one unseen key in tens of thousands passes for a seen
// one.
class Table {
 public:
  static constexpr std::size_t slot_size = 6;
  static constexpr std::size_t most_entries = 127;

  Table() = default;
  Table(const unsigned char* slots, std::uint32_t slot_count, const std::uint16_t* entries, std::uint32_t entry_count)
      : slots_(slots), entries_(entries), slot_count_(slot_count), entry_count_(entry_count) {}

  [[nodiscard]] std::span<const std::uint16_t> find(std::uint64_t key) const { return find_from(home(key), key); }

  // The slot at which the search for a key begins; `find_from` with it spares the second computation.
  [[nodiscard]] std::uint32_t home(std::uint64_t key) const {
    return static_cast<std::uint32_t>(((key >> 32U) * slot_count_) >> 32U);
  }
  void prefetch(std::uint32_t slot) const { __builtin_prefetch(slots_ + slot_size * slot); }
  [[nodiscard]] std::span<const std::uint16_t> find_from(std::uint32_t slot, std::uint64_t key) const {
    const auto check = key & 0xFFFFU;
    for (;;) {
      const auto value = slot_at(slot);
      const auto count = value >> 41U;
      if (count == 0) {
        return {};
      }
      if ((value & 0xFFFFU) == check) {
        return {entries_ + ((value >> 16U) & 0x1FFFFFFU), count};
      }
      slot = slot + 1 == slot_count_ ? 0 : slot + 1;
    }
  }

  // True when every slot's entries lie inside the table and a search always ends.
  [[nodiscard]] bool is_sound() const;
  [[nodiscard]] std::span<const std::uint16_t> entries() const { return {entries_, entry_count_}; }

 private:
  [[nodiscard]] std::uint64_t slot_at(std::uint32_t slot) const {
    // Two loads: one of six bytes would go through memory.
    std::uint32_t low = 0;
    std::uint16_t high = 0;
    std::memcpy(&low, slots_ + slot_size * slot, sizeof low);
    std::memcpy(&high, slots_ + slot_size * slot + sizeof low, sizeof high);
    return low | static_cast<std::uint64_t>(high) << 32U;
  }

  const unsigned char* slots_ = nullptr;
  const std::uint16_t* entries_ = nullptr;
  std::uint32_t slot_count_ = 0;
  std::uint32_t entry_count_ = 0;
};

// Makes a Table's two parts. Keys come in any order, each once; the same keys in the same order give the same bytes.
class TableBuilder {
 public:
  explicit TableBuilder(std::size_t keys);
  void add(std::uint64_t key, std::span<const std::uint16_t> entries);

  std::uint32_t slot_count;
  std::vector<unsigned char> slots;
  std::vector<std::uint16_t> entries;
};

}  // namespace readout::syntax
