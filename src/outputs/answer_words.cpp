#include "outputs/answer_words.hpp"

#include <fmt/format.h>

#include "outputs/wording.hpp"

namespace readout::outputs {

namespace {

std::string host_of(std::string_view url) {
  const auto begin = url.find("://");
  if (begin == std::string_view::npos) {
    return {};
  }
  auto host = url.substr(begin + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  return std::string(host.starts_with("www.") ? host.substr(4) : host);
}

}  // namespace

std::string headline_of(const Line& line) {
  std::string words;
  if (line.cameo.empty()) {  // said, held, or a remark
    if (line.who.empty()) {
      return line.what.empty() ? line.title : line.what;  // of a report alone, its title
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

std::string when_of(const Line& line) {
  ActRow act;
  act.when_value = line.when;
  act.when_earliest = line.earliest;
  act.when_latest = line.latest;
  const bool by_its_day = line.earliest.empty() && line.latest == line.date;
  const auto words = by_its_day ? std::string() : when_in_words(act);
  return !words.empty() ? words : line.day.empty() ? "no date" : day_in_words(line.day);
}

std::string account_of(const Line& line) {
  return line.account.empty() ? "" : "according to " + line.account;
}

std::string source_of(const Line& line) {
  const bool told_by_headline = line.who.empty() && line.what.empty() && !line.title.empty();
  std::string words = told_by_headline ? "" : line.title.empty() ? line.report : line.title;
  for (const auto& part : {line.outlet.empty() ? host_of(line.url) : line.outlet,
                           line.date.empty() ? std::string() : day_in_words(line.date)}) {
    words += part.empty() ? "" : (words.empty() ? "" : ", ") + part;
  }
  return line.tellings > 1 ? fmt::format("{} · told by {} reports", words, line.tellings) : words;
}

std::string nothing_in() {
  return "None found.";
}

}  // namespace readout::outputs
