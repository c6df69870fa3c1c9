// Report text and Layout in, Tokens out: every block's sentences and tokens, in text order.
#pragma once

#include <string_view>

#include "readout/layout.hpp"
#include "readout/tokens.hpp"
#include "text/lexicon.hpp"

namespace readout::text {

// Total and linear in the text's size. Blocks of every kind are split, also those that are not coded; a block that lies
// beyond the text or before its forerunner is passed over.
[[nodiscard]] Tokens tokenize(std::string_view text, const Layout& layout, const Lexicon& lexicon);

}  // namespace readout::text
