// Which words may be part of a name that the gazetteer holds: a hint for the network, not a decision.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "network/index.hpp"
#include "readout/span.hpp"

namespace readout::syntax {

// One mask a word: bits 0 to 7 are B and I of person, organization, place, city; 8 a first name, 9 a last name. The
// longest match from the left counts; it must begin with a capital. `plain` are the words in small letters with digits
// as 0.
void match_names(const network::Index& names, std::string_view text, std::span<const Span> words,
                 std::span<const std::string_view> plain, std::vector<std::uint16_t>& masks);

}  // namespace readout::syntax
