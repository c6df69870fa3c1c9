// Names from other scripts have many spellings in English: "Valerii Zaluzhnyi", "Valery Zaluzhny"; "Mohammed Hussein",
// "Muhammad Husain". A name that no table has as it stands is looked up by a key that such spellings share.
#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "actors/symbols.hpp"

namespace readout::actors {

struct Knowledge;
using EntryId = std::uint32_t;

// The letters that transliterations agree on (after the romanization tables of BGN/PCGN and ALA-LC, which differ in the
// rest). Empty for a name of one word: too little to go by.
[[nodiscard]] std::string spelling_key(std::string_view name);

// The person whose name has that key; none when several have it. Made when it is first asked: few reports need it.
class SpellingIndex {
 public:
  [[nodiscard]] EntryId find(const Knowledge& knowledge, std::string_view name) const;

 private:
  mutable std::once_flag made_;
  mutable std::unordered_map<std::string, EntryId> by_key_;
};

}  // namespace readout::actors
