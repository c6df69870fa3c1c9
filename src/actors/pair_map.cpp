// Half of the slots stay free, so that a look-up is one hash and mostly one cache line.
#include "actors/pair_map.hpp"

#include <bit>

namespace readout::actors {

std::pair<std::uint32_t&, bool> PairMap::try_emplace(std::uint64_t key, std::uint32_t value) {
  if ((used_[0] + 1) * 2 > slots_.size()) {
    rehash(slots_.size() * 2);
  }
  Slot& slot = slots_[slot_of(key)];
  const bool fresh = slot.key == 0;
  if (fresh) {
    slot = {key, value};
    ++used_[0];
  }
  return {slot.value, fresh};
}

void PairMap::reserve(std::size_t keys) {
  rehash(std::bit_ceil(keys * 2 + 64));
}

void PairMap::rehash(std::size_t slots) {
  if (slots <= slots_.size()) {
    return;
  }
  std::vector<Slot> old(slots);
  old.swap(slots_);
  for (const Slot& kept : old) {
    if (kept.key != 0) {
      slots_[slot_of(kept.key)] = kept;
    }
  }
}

}  // namespace readout::actors
