// The record's codes and ids in words for people.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "outputs/paragraph.hpp"
#include "readout/record.hpp"

namespace readout::outputs {

[[nodiscard]] std::string day_in_words(std::string_view iso,
                                       bool with_weekday = false);  // "9 Sep 2021"; other text as it is
[[nodiscard]] std::string when_in_words(
    const ActRow& act);  // "9 Sep 2021", "by 9 Sep 2021", "1 May – 9 Sep 2021"; may be empty
[[nodiscard]] std::string duration_in_words(std::string_view duration);  // "PT90M" → "90 minutes"
[[nodiscard]] std::string ordinal_in_words(std::uint32_t ordinal);       // 2 → "2nd"
[[nodiscard]] std::string cue_in_words(std::string_view cue);            // "According to" → "according to"
[[nodiscard]] Style style_of_quad(std::string_view quad);

// The names behind a record's ids.
class Names {
 public:
  explicit Names(const Record& record);

  [[nodiscard]] const ActorRow* actor(std::string_view id) const;
  // The name, and that it is none where the report hides it.
  void add_actor(std::string_view id, Style style, Paragraph& out) const;
  struct Separators {
    std::string_view between = ", ";
    std::string_view last = " and ";
  };
  // "A", "A and B", "A, B and C", "A, B, C and 4 others".
  void add_actors(const std::vector<std::string>& ids, Separators separators, Style style, Paragraph& out) const;
  // "Xinhua › Xi Jinping"; the report's own voice is left out, and `speaker` at the end of the chain too. False:
  // nothing is left.
  bool add_account(std::string_view id, bool own, Paragraph& out) const;

 private:
  std::map<std::string_view, const ActorRow*> actors_;
  std::map<std::string_view, const AccountRow*> accounts_;
};

}  // namespace readout::outputs
