// Whether something was said at all.
#pragma once

#include "acts/content_frame.hpp"

namespace readout::acts {

// What was not said, or is only asked for or imagined, is no statement: "did not say that …", "would ask to …",
// "declined to say whether …", "Tell us …".
[[nodiscard]] bool is_asserted(const Tree& tree, const Rule& rule, const Frame& frame);

}  // namespace readout::acts
