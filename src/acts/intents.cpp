#include "acts/intents.hpp"

namespace readout::acts {

std::string_view intent_of(const Rules& rules, std::string_view code) {
  std::string_view found = code;
  std::size_t longest = 0;
  for (const auto& [done, intended] : rules.intents) {
    if (code.starts_with(done) && done.size() > longest) {
      longest = done.size();
      found = done == intended ? code : std::string_view(intended);
    }
  }
  return found;
}

void set_code(const Rules& rules, std::string_view code, Event& event) {
  event.cameo = code;
  if (const base::Code* known = rules.codes.find(event.cameo); known != nullptr) {
    event.plover_type = known->plover_type;
    event.plover_mode = known->plover_mode;
    event.plover_context = known->plover_context;
    event.quad = known->quad;
    event.goldstein = known->goldstein;
  }
}

void mark_intent(const Rules& rules, Event& event) {
  if (event.status != ActStatus::planned) {
    return;
  }
  if (const auto intended = intent_of(rules, event.cameo); intended != event.cameo) {
    set_code(rules, std::string(intended), event);
  }
}

}  // namespace readout::acts
