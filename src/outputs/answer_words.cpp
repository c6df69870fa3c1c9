#include "outputs/answer_words.hpp"

#include <fmt/format.h>

#include "outputs/wording.hpp"

namespace readout::outputs {

std::string headline_of(const Line& line) {
  std::string words;
  if (line.cameo.empty()) {  // said, held, or a remark
    if (line.who.empty()) {
      return line.what;
    }
    const auto cue = cue_in_words(line.what);
    words = cue.ends_with(" to") ? fmt::format("{} {}", cue, line.who) : fmt::format("{} — {}", line.who, cue);
    return line.whom.empty() ? words : fmt::format("{}, to {}", words, line.whom);
  }
  words = line.who.empty() ? "somebody" : line.who;
  if (!line.whom.empty()) {
    words += " → " + line.whom;
  }
  words += ": " + line.what;
  return line.status.empty() ? words : fmt::format("{} ({})", words, line.status);
}

std::string account_of(const Line& line) {
  return line.account.empty() ? "" : "according to " + line.account;
}

std::string source_of(const Line& line) {
  std::string words = line.title.empty() ? line.report : line.title;
  for (const auto& part : {line.outlet, line.date.empty() ? std::string() : day_in_words(line.date)}) {
    words += part.empty() ? "" : (words.empty() ? "" : ", ") + part;
  }
  return line.tellings > 1 ? fmt::format("{} · told by {} reports", words, line.tellings) : words;
}

std::string nothing_in() {
  return "None found.";
}

}  // namespace readout::outputs
