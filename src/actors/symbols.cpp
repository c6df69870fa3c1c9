// Open addressing with linear probing over a power of two; strings lie end to end.
#include "actors/symbols.hpp"

#include <bit>
#include <functional>

namespace readout::actors {

Symbols::Symbols() : begin_{0, 0}, slots_(64, no_symbol) {}

std::size_t Symbols::slot_of(std::string_view text) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = std::hash<std::string_view>{}(text)&mask;
  while (slots_[slot] != no_symbol && view(slots_[slot]) != text) {
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
  const std::size_t slot = slot_of(text);
  if (slots_[slot] == no_symbol) {
    slots_[slot] = size();
    bytes_.append(text);
    begin_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  }
  return slots_[slot];
}

Symbol Symbols::find(std::string_view text) const {
  return text.empty() ? no_symbol : slots_[slot_of(text)];
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
  slots_.assign(slots, no_symbol);
  for (Symbol symbol = 1; symbol < size(); ++symbol) {
    slots_[slot_of(view(symbol))] = symbol;
  }
}

}  // namespace readout::actors
