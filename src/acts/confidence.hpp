// How sure an act is, in parts that add up. For events: how likely root and type are right, by a logistic regression
// over who tells it, fitted on the development sets; docs/measurements.md has its reliability. For statements: not
// calibrated.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "readout/acts.hpp"

namespace readout::acts {

struct Reason {
  std::string_view because;
  float adds = 0;
};
using Reasons = std::array<Reason, 5>;  // those that add nothing are not there

// What each fact moves the likelihood by, in this order.
[[nodiscard]] inline Reasons reasons_of(const Event& event, bool by_verb) {
  const bool both = event.symmetric || (!event.actor.empty() && !event.recipient.empty());
  const bool rule = !event.rule.starts_with("opinion.");
  const bool asked = event.opinion >= 0;
  const float chance = std::clamp(event.opinion, 0.01F, 0.98F);
  const float odds = asked ? std::log(chance / (1 - chance)) : 0.0F;
  const std::array<Reason, 5> facts = {{{"somebody tells it", -0.19F},
                                        {"a rule tells it", rule ? (asked ? 1.42F : 1.11F) : 0.0F},
                                        {"the second opinion", (rule ? 0.30F : 0.35F) * odds},
                                        {"a verb tells it", by_verb ? 0.06F : 0.0F},
                                        {"both sides are named", both ? 0.11F : 0.0F}}};
  Reasons out{};
  float sum = 0;
  float before = 0;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    sum += facts[i].adds;
    const float now = 1 / (1 + std::exp(-sum));
    out[i] = {facts[i].because, i == 0 || facts[i].adds != 0 ? now - before : 0.0F};
    before = now;
  }
  return out;
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
