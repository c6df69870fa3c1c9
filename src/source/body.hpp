// What is settled alike for every report once its text is there: how much of it is read, and what a reader should know
// of its bytes.
#pragma once

#include <cstdint>

#include "readout/report.hpp"

namespace readout::source {

// Sets body_end so that at most `text_bytes` bytes of body are read, cut at a line or a blank where one is near; adds
// warnings for the cut, for bytes that are not UTF-8 and for NUL bytes. Precondition: body_begin ≤ text.size().
void settle_body(Report& report, std::uint64_t text_bytes);

inline constexpr const char* no_date = "no date: relative times stay unresolved";

}  // namespace readout::source
