// Report in, Layout out: what stands where, and what is not body text.
#pragma once

#include "readout/layout.hpp"
#include "readout/report.hpp"
#include "text/lexicon.hpp"

namespace readout::text {

// Total and linear. Reads the body from Report::body_begin to body_end; the title's span, when set, is the first block.
[[nodiscard]] Layout lay_out(const Report& report, const Lexicon& lexicon);

// For reading the grammar only: every word of the text stands in a block, also the head line, datelines, bylines and
// list marks that lay_out puts aside.
[[nodiscard]] Layout lay_out_whole(const Report& report, const Lexicon& lexicon);

}  // namespace readout::text
