// Files that are no text: what they are, and what makes text of them.
#pragma once

#include <optional>
#include <string_view>

#include "readout/result.hpp"

namespace readout::source {

// Looks at the first bytes: nothing when they may be text, else an error that does not name the file.
[[nodiscard]] std::optional<Error> foreign_kind(std::string_view head);

}  // namespace readout::source
