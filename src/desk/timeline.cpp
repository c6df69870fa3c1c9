// Day by day, acts and statements of two parties toward each other.
#include <fmt/format.h>

#include <algorithm>

#include "desk/state.hpp"

namespace readout {

namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Whether a word of the text begins with `word`: "sanction" stands in "Sanctions".
bool has_word(std::string_view text, std::string_view word) {
  const auto letter = [](char c) {
    return (lower(c) >= 'a' && lower(c) <= 'z') || static_cast<unsigned char>(c) >= 0x80;
  };
  for (auto at = text.begin(); at != text.end();) {
    at = std::search(at, text.end(), word.begin(), word.end(), [](char a, char b) { return lower(a) == lower(b); });
    if (at != text.end() && (at == text.begin() || !letter(*(at - 1)))) {
      return true;
    }
    at = at == text.end() ? at : at + 1;
  }
  return false;
}

}  // namespace

Result<Answer> Desk::timeline(const std::string& a, const std::string& b, const std::string& issue,
                              const Period& period) const {
  Answer answer;
  answer.title = fmt::format("{} – {}{}", a, b, issue.empty() ? "" : ": " + issue);
  answer.sections = {"Timeline"};
  auto acts = desk::acts_between(*state_, a, b, period);
  if (!acts) {
    return acts.error();
  }
  if (!issue.empty()) {
    std::vector<desk::Found> about;
    for (auto& act : *acts) {
      const auto record = state_->record_at(act.doc);
      if (!record) {
        return record.error();
      }
      if (act.nr < (*record)->acts.size()) {
        const ActRow& row = (*record)->acts[act.nr];
        const bool coded = std::find(row.issues.begin(), row.issues.end(), issue) != row.issues.end();
        if (coded || has_word(slice((*record)->text, row.sentence), issue)) {
          about.push_back(std::move(act));
        }
      }
    }
    *acts = std::move(about);
  }
  auto lines = desk::lines_of(*state_, *acts);
  if (!lines) {
    return lines.error();
  }
  for (Line& line : *lines) {
    line.section = "Timeline";
  }
  answer.lines = std::move(*lines);
  return answer;
}

}  // namespace readout
