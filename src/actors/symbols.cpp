// Open addressing with linear probing over a power of two; strings lie end to end.
#include "actors/symbols.hpp"

#include <bit>
#include <cstring>

namespace readout::actors {

namespace {

__extension__ using Wide = unsigned __int128;

// Multiply and fold, eight bytes a step, as wyhash does (Wang Yi, github.com/wangyi-fudan/wyhash): strings are short.
std::uint32_t hash_of(std::string_view text) {
  std::uint64_t sum = text.size() * 0x9E3779B97F4A7C15U;
  const auto mix = [&](std::uint64_t word) {
    const Wide product = static_cast<Wide>(sum ^ word ^ 0xE7037ED1A0B428DBU) * 0xA0761D6478BD642FU;
    sum = static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
  };
  std::uint64_t word = 0;
  for (; text.size() > sizeof word; text.remove_prefix(sizeof word)) {
    std::memcpy(&word, text.data(), sizeof word);
    mix(word);
  }
  word = 0;
  std::memcpy(&word, text.data(), text.size());
  mix(word);
  return static_cast<std::uint32_t>(sum);
}

}  // namespace

Symbols::Symbols() : begin_{0, 0}, slots_(64) {}

std::size_t Symbols::slot_of(std::string_view text, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  while (slots_[slot].symbol != no_symbol && (slots_[slot].hash != hash || view(slots_[slot].symbol) != text)) {
    slot = (slot + 1) & mask;
  }
  return slot;
}

Symbol Symbols::intern(std::string_view text) {
  if (text.empty()) {
    return no_symbol;
  }
  if (begin_.size() * 2 > slots_.size()) {
    rehash(slots_.size() * 2);
  }
  const std::uint32_t hash = hash_of(text);
  Slot& slot = slots_[slot_of(text, hash)];
  if (slot.symbol == no_symbol) {
    slot = {hash, size()};
    bytes_.append(text);
    begin_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  }
  return slot.symbol;
}

Symbol Symbols::find(std::string_view text) const {
  return text.empty() ? no_symbol : slots_[slot_of(text, hash_of(text))].symbol;
}

void Symbols::reserve(std::size_t strings, std::size_t bytes) {
  bytes_.reserve(bytes);
  begin_.reserve(strings + 2);
  rehash(std::bit_ceil(strings * 2 + 64));
}

void Symbols::rehash(std::size_t slots) {
  if (slots <= slots_.size()) {
    return;
  }
  std::vector<Slot> old(slots);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& kept : old) {
    if (kept.symbol != no_symbol) {
      std::size_t slot = kept.hash & mask;
      while (slots_[slot].symbol != no_symbol) {
        slot = (slot + 1) & mask;
      }
      slots_[slot] = kept;
    }
  }
}

}  // namespace readout::actors
