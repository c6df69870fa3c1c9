// Two marked sides of a sentence: what the one does to the other, as a PLOVER type. For researchers who have marked
// pairs.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "readout/reader.hpp"

namespace readout {

struct PairType {
  std::string type;   // "ACCUSE"; the likeliest type, also where no act is likelier still
  double chance = 0;  // of that type, before the choice was narrowed to types
  std::string rule;   // the rule that told it too; empty where only the second opinion does
};

// `marked`: one sentence with <s>source</s> and <t>target</t>, or one of them. Nothing when the marks are broken or
// missing.
[[nodiscard]] std::optional<PairType> type_of_pair(Reader& reader, std::string_view marked);

}  // namespace readout
