// Files that are no text: what they are, and what makes text of them.
#pragma once

#include <optional>
#include <string_view>

#include "readout/result.hpp"

namespace readout::source {

// Both look at the first bytes: nothing when they may be text, else an error that does not name the file.
// Kinds that say what they are; to be asked before the encoding is looked for.
[[nodiscard]] std::optional<Error> foreign_kind(std::string_view head);

// Bytes that cannot be text in UTF-8 or an encoding like it.
[[nodiscard]] std::optional<Error> not_text(std::string_view head);

}  // namespace readout::source
