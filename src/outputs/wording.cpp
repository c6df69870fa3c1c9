// Days in English words whatever the locale, so that the same record reads the same everywhere.
#include "outputs/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <optional>

#include "readout/day.hpp"

namespace readout::outputs {

namespace {

constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<std::string_view, 7> weekdays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                      "Thursday", "Friday", "Saturday"};

constexpr std::size_t most_names = 4;
constexpr std::size_t most_accounts = 6;  // in one chain

std::optional<unsigned> count_in(std::string_view digits) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc{} && end == digits.data() + digits.size() ? std::optional(value) : std::nullopt;
}

// "2021-09" → "Sep 2021".
std::string month_in_words(std::string_view value) {
  const auto month = value.size() == 7 && value[4] == '-' ? count_in(value.substr(5)) : std::nullopt;
  return month && *month >= 1 && *month <= 12 ? fmt::format("{} {}", months[*month - 1], value.substr(0, 4))
                                              : std::string();
}

std::string range_in_words(const std::string& from, const std::string& to) {
  auto first = day_in_words(from);
  const auto last = day_in_words(to);
  if (from.substr(0, 4) == to.substr(0, 4) && first.size() > 5) {
    first.resize(first.size() - 5);  // one year is enough
  }
  return fmt::format("{} – {}", first, last);
}

}  // namespace

std::string day_in_words(std::string_view iso, bool with_weekday) {
  const auto day = parse_day(iso);
  if (!day) {
    return std::string(iso);
  }
  const std::chrono::year_month_day date{*day};
  const auto words = fmt::format("{} {} {}", static_cast<unsigned>(date.day()),
                                 months[static_cast<unsigned>(date.month()) - 1], iso.substr(0, 4));
  return with_weekday ? fmt::format("{}, {}", weekdays[std::chrono::weekday(*day).c_encoding()], words) : words;
}

std::string when_in_words(const ActRow& act) {
  const auto& from = act.when_earliest;
  const auto& to = act.when_latest;
  if (!from.empty() && from == to) {
    return day_in_words(from);
  }
  if (auto month = month_in_words(act.when_value); !month.empty()) {
    return month;
  }
  if (act.when_value.size() == 4 && count_in(act.when_value)) {
    return act.when_value;
  }
  if (!from.empty() && !to.empty()) {
    return range_in_words(from, to);
  }
  if (!to.empty()) {
    return "by " + day_in_words(to);
  }
  if (!from.empty()) {
    return "from " + day_in_words(from);
  }
  return act.when_value == "FUTURE_REF"    ? "later"
         : act.when_value == "PAST_REF"    ? "earlier"
         : act.when_value == "PRESENT_REF" ? "now"
                                           : act.when_value;
}

std::string duration_in_words(std::string_view duration) {
  const bool of_clock = duration.starts_with("PT");
  const auto number = duration.substr(std::min(duration.size(), std::size_t{of_clock ? 2U : 1U}));
  const auto count = number.size() > 1 ? count_in(number.substr(0, number.size() - 1)) : std::nullopt;
  if (!duration.starts_with('P') || !count) {
    return std::string(duration);
  }
  std::string_view unit;
  switch (number.back()) {
    case 'S':
      unit = "second";
      break;
    case 'H':
      unit = "hour";
      break;
    case 'M':
      unit = of_clock ? "minute" : "month";
      break;
    case 'D':
      unit = "day";
      break;
    case 'W':
      unit = "week";
      break;
    case 'Y':
      unit = "year";
      break;
    default:
      return std::string(duration);
  }
  return fmt::format("{} {}{}", *count, unit, *count == 1 ? "" : "s");
}

std::string ordinal_in_words(std::uint32_t ordinal) {
  const auto tens = ordinal % 100;
  const auto ones = ordinal % 10;
  const char* ending = tens >= 11 && tens <= 13 ? "th" : ones == 1 ? "st" : ones == 2 ? "nd" : ones == 3 ? "rd" : "th";
  return fmt::format("{}{}", ordinal, ending);
}

std::string cue_in_words(std::string_view cue) {
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  std::string words(cue);
  // The capital is the sentence's, not the word's; in "UN-backed" it is the word's.
  if (words.size() > 1 && capital(words[0]) && !capital(words[1])) {
    words[0] = static_cast<char>(words[0] - 'A' + 'a');
  }
  return words;
}

Style style_of_quad(std::string_view quad) {
  return quad == "verbal cooperation"     ? Style::friendly
         : quad == "material cooperation" ? Style::helpful
         : quad == "verbal conflict"      ? Style::cross
         : quad == "material conflict"    ? Style::hostile
                                          : Style::plain;
}

Names::Names(const Record& record) {
  for (const auto& actor : record.actors) {
    actors_.emplace(actor.id, &actor);
  }
  for (const auto& account : record.accounts) {
    accounts_.emplace(account.id, &account);
  }
}

const ActorRow* Names::actor(std::string_view id) const {
  const auto found = actors_.find(id);
  return found == actors_.end() ? nullptr : found->second;
}

void Names::add_actor(std::string_view id, Style style, Paragraph& out) const {
  const ActorRow* row = actor(id);
  if (row == nullptr) {
    out.add("somebody", Style::caution);
    return;
  }
  out.add(row->name.empty() ? "somebody" : std::string_view(row->name), style);
  if (row->anonymous) {
    out.add(" (anonymous)", Style::caution);
  }
}

void Names::add_actors(const std::vector<std::string>& ids, Separators separators, Style style, Paragraph& out) const {
  const std::size_t shown = ids.size() > most_names ? most_names - 1 : ids.size();
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) {
      out.add(i + 1 == ids.size() ? separators.last : separators.between);
    }
    add_actor(ids[i], style, out);
  }
  if (shown < ids.size()) {
    out.add(fmt::format(" and {} others", ids.size() - shown));
  }
}

bool Names::add_account(std::string_view id, bool own, Paragraph& out) const {
  std::vector<const AccountRow*> chain;
  for (auto at = accounts_.find(id);
       at != accounts_.end() && !at->second->parent.empty() && chain.size() < most_accounts;
       at = accounts_.find(at->second->parent)) {
    chain.push_back(at->second);
  }
  // Whoever quotes themselves is named once.
  const auto repeats = std::unique(chain.begin(), chain.end(),
                                   [](const auto* inner, const auto* outer) { return inner->source == outer->source; });
  chain.erase(repeats, chain.end());
  if (!chain.empty() && own) {
    chain.erase(chain.begin());
  }
  for (auto account = chain.rbegin(); account != chain.rend(); ++account) {
    out.add(account == chain.rbegin() ? "" : " › ");
    add_actor((*account)->source, Style::plain, out);
  }
  return !chain.empty();
}

}  // namespace readout::outputs
