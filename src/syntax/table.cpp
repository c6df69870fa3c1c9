// Checking a table that came from a file, and laying one out.
#include "syntax/table.hpp"

#include <algorithm>

namespace readout::syntax {

bool Table::is_sound() const {
  bool has_empty = false;
  for (std::uint32_t slot = 0; slot < slot_count_; ++slot) {
    const auto value = slot_at(slot);
    const auto count = value >> 41U;
    const auto first = (value >> 16U) & 0x1FFFFFFU;
    has_empty = has_empty || count == 0;
    if (first + count > entry_count_) {
      return false;
    }
  }
  return has_empty;
}

TableBuilder::TableBuilder(std::size_t keys) : slot_count(static_cast<std::uint32_t>(keys + keys / 4 + 2)) {
  slots.assign(Table::slot_size * slot_count, 0);
}

void TableBuilder::add(std::uint64_t key, std::span<const std::uint16_t> values) {
  auto slot = static_cast<std::uint32_t>(((key >> 32U) * slot_count) >> 32U);
  const auto is_taken = [this](std::uint32_t at) { return (slots[Table::slot_size * at + 5] >> 1U) != 0; };
  while (is_taken(slot)) {
    slot = slot + 1 == slot_count ? 0 : slot + 1;
  }
  const auto count = std::min(values.size(), Table::most_entries);
  const std::uint64_t value = (key & 0xFFFFU) | (static_cast<std::uint64_t>(entries.size()) << 16U) |
                              (static_cast<std::uint64_t>(count) << 41U);
  std::memcpy(&slots[Table::slot_size * slot], &value, Table::slot_size);
  entries.insert(entries.end(), values.begin(), values.begin() + static_cast<std::ptrdiff_t>(count));
}

}  // namespace readout::syntax
