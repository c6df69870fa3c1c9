// A sentence cut down to what can be read at a glance, around the words that matter.
#pragma once

#include <string_view>
#include <vector>

#include "outputs/paragraph.hpp"
#include "readout/span.hpp"

namespace readout::outputs {

// The words of `sentence`, those of `evidence` marked. What goes beyond `columns` is left out from the far ends, "…" in
// its place.
[[nodiscard]] Paragraph excerpt(std::string_view text, Span sentence, const std::vector<Span>& evidence,
                                std::size_t columns);

}  // namespace readout::outputs
