#include "base/marks.hpp"

#include <set>

namespace readout::base {

std::optional<Marked> unmark(std::string_view sentence) {
  Marked out;
  std::set<char> open;
  for (std::size_t at = 0; at < sentence.size();) {
    const auto rest = sentence.substr(at);
    const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto here = static_cast<std::uint32_t>(out.text.size());
    if (rest.size() > 2 && rest[0] == '<' && letter(rest[1]) && rest[2] == '>') {
      if (out.marks.try_emplace(rest[1], Span{here, here}).second) {
        open.insert(rest[1]);
      }
      at += 3;
    } else if (rest.size() > 3 && rest.starts_with("</") && letter(rest[2]) && rest[3] == '>') {
      const auto found = out.marks.find(rest[2]);
      if (found == out.marks.end()) {
        return std::nullopt;
      }
      if (open.erase(rest[2]) != 0) {
        found->second.end = here;
      }
      at += 4;
    } else {
      out.text += sentence[at++];
    }
  }
  return out;
}

}  // namespace readout::base
