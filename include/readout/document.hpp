// Everything known of one report, stage by stage: each member is written once, by the stage of its name.
#pragma once

#include "readout/actors.hpp"
#include "readout/acts.hpp"
#include "readout/issues.hpp"
#include "readout/layout.hpp"
#include "readout/report.hpp"
#include "readout/syntax.hpp"
#include "readout/times.hpp"
#include "readout/tokens.hpp"

namespace readout {

struct Document {
  Report report;
  Layout layout;
  Tokens tokens;
  Syntax syntax;
  Actors actors;
  Times times;
  Acts acts;
  Issues issues;
};

}  // namespace readout
