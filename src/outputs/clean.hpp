// Text of the input on its way to a line of output: valid UTF-8, one line, nothing that steers a terminal.
#pragma once

#include <string>
#include <string_view>

namespace readout::outputs {

// Appends `text`: white space as one blank each, other control characters and bytes that are no UTF-8 as U+FFFD, marks
// that turn the direction of writing not at all.
void append_clean(std::string_view text, std::string& out);

}  // namespace readout::outputs
