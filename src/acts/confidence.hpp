// How sure an act is, as the sum of what speaks for it. Not yet calibrated (docs/measurements.md).
#pragma once

#include <array>
#include <string_view>

#include "readout/acts.hpp"

namespace readout::acts {

struct Reason {
  std::string_view because;
  float adds = 0;
};
using Reasons = std::array<Reason, 3>;  // those that add nothing are not there

// A verb with both sides named is surer than a noun with one.
[[nodiscard]] inline Reasons reasons_of(const Event& event, bool by_verb) {
  const bool both = event.symmetric || (!event.actor.empty() && !event.recipient.empty());
  return {{by_verb ? Reason{"a verb tells it", 0.8F} : Reason{"a noun tells it", 0.7F},
           {"both sides are named", both ? 0.1F : 0.0F},
           {}}};
}

[[nodiscard]] inline Reasons reasons_of(const Statement& statement) {
  const bool known = statement.speaker != no_actor;
  const bool quoted = statement.form != StatementForm::indirect;
  return {{{"a cue and its content", 0.5F},
           {"the speaker is known", known ? 0.3F : 0.0F},
           {"words stand in quotation marks", quoted ? 0.1F : 0.0F}}};
}

[[nodiscard]] inline float sum(const Reasons& reasons) {
  float sum = 0;
  for (const Reason& reason : reasons) {
    sum += reason.adds;
  }
  return sum;
}

}  // namespace readout::acts
