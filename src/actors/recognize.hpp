// From the columns of a report to its actors and where its words name them.
#pragma once

#include <vector>

#include "actors/knowledge.hpp"
#include "readout/actors.hpp"
#include "readout/layout.hpp"
#include "readout/report.hpp"
#include "readout/syntax.hpp"
#include "readout/tokens.hpp"

namespace readout::actors {

struct Choice;

// Total and linear: any columns that fit together give a result. `choices`, when given, takes the pronouns with their
// candidates.
[[nodiscard]] Actors recognize(const Report& report, const Layout& layout, const Tokens& tokens, const Syntax& syntax,
                               const Knowledge& knowledge, std::vector<Choice>* choices = nullptr);

}  // namespace readout::actors
