// The times stage: time expressions in the text and their values against the report's day.
#pragma once

#include "readout/layout.hpp"
#include "readout/report.hpp"
#include "readout/syntax.hpp"
#include "readout/times.hpp"
#include "times/lexicon.hpp"

namespace readout::times {

// Without a report's day, expressions that count from it stay unresolved. A bare weekday is the latest such day on or
// before the report's day (right for 92 % of them in news), the next one where its verb is in the future.
[[nodiscard]] Times find(const Report& report, const Layout& layout, const Tokens& tokens, const Syntax& syntax,
                         const Lexicon& lexicon);

}  // namespace readout::times
