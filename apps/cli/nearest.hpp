// The known word that a mistyped one was likely meant to be.
#pragma once

#include <span>
#include <string_view>

namespace readout::cli {

// Empty when none is near. Near is one edit (a letter more, less, other, or swapped with its neighbour), two in a word
// of six letters or more.
[[nodiscard]] std::string_view nearest(std::string_view word, std::span<const std::string_view> known);

}  // namespace readout::cli
