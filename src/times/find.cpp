// A scanner: at each token the patterns are tried, the longest kinds of expression first; one that fits is taken whole.
#include "times/find.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "times/calendar.hpp"

namespace readout::times {

namespace {

using std::chrono::days;

class Scanner {
 public:
  Scanner(const Report& report, const Tokens& tokens, const Syntax& syntax, const Lexicon& lexicon)
      : text_(report.text), today_(report.date), tokens_(tokens), syntax_(syntax), lexicon_(lexicon) {}

  void sentence(const Sentence& sentence, Times& out) {
    end_ = sentence.last;
    for (TokenId at = sentence.first; at < end_;) {
      begin_ = at;
      const TokenId next = take(at);
      if (next == at) {
        ++at;
        continue;
      }
      time_.first = at;
      time_.last = next;
      time_.span = {tokens_.span[at].begin, tokens_.span[next - 1].end};
      time_.head = head_of(at, next);
      out.times.push_back(std::exchange(time_, {}));
      at = next;
    }
  }

 private:
  // ---- words

  [[nodiscard]] std::string_view word(TokenId at) const {
    return at < end_ ? slice(text_, tokens_.span[at]) : std::string_view{};
  }

  [[nodiscard]] const Term* term(TokenId at, TermClass kind) const {
    const Term* found = at < end_ ? lexicon_.find(word(at)) : nullptr;
    return found != nullptr && found->kind == kind ? found : nullptr;
  }

  [[nodiscard]] std::optional<int> digits(TokenId at, std::size_t least, std::size_t most) const {
    const auto w = word(at);
    int value = 0;
    if (w.size() < least || w.size() > most) {
      return std::nullopt;
    }
    const auto [end, error] = std::from_chars(w.data(), w.data() + w.size(), value);
    return error == std::errc{} && end == w.data() + w.size() ? std::optional(value) : std::nullopt;
  }

  [[nodiscard]] std::optional<int> day_number(TokenId at) const {
    auto w = word(at);
    for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
      if (w.size() > 2 && w.ends_with(ending)) {
        w.remove_suffix(2);
      }
    }
    int value = 0;
    const auto [end, error] = std::from_chars(w.data(), w.data() + w.size(), value);
    return error == std::errc{} && end == w.data() + w.size() && w.size() <= 2 && value >= 1 && value <= 31
               ? std::optional(value)
               : std::nullopt;
  }

  [[nodiscard]] std::optional<int> year_number(TokenId at) const {
    const auto value = digits(at, 4, 4);
    return value && *value >= 1500 && *value <= 2199 ? value : std::nullopt;
  }

  // 0 for what is no number.
  [[nodiscard]] int count(TokenId at) const {
    if (const Term* number = term(at, TermClass::number); number != nullptr) {
      return number->number;
    }
    return digits(at, 1, 4).value_or(0);
  }

  static std::string amount(int number) { return number == 0 ? "X" : fmt::to_string(number); }

  [[nodiscard]] bool is(TokenId at, std::string_view lower) const { return at < end_ && syntax_.lemma(at) == lower; }

  [[nodiscard]] bool is_hyphen(TokenId at) const { return word(at) == "-" || word(at) == "‑"; }

  [[nodiscard]] std::string_view before() const {
    return begin_ == 0 ? std::string_view{} : slice(text_, tokens_.span[begin_ - 1]);
  }

  // The token of [first, last) whose head lies outside.
  [[nodiscard]] TokenId head_of(TokenId first, TokenId last) const {
    for (TokenId token = first; token < last; ++token) {
      const TokenId up = syntax_.head[token];
      if (up == no_token || up < first || up >= last) {
        return token;
      }
    }
    return last - 1;
  }

  // Whether the verb above speaks of the future: "will meet on Thursday".
  [[nodiscard]] bool in_future(TokenId at) const {
    TokenId up = syntax_.head[at];
    for (unsigned i = 0; i < 6 && up != no_token; ++i, up = syntax_.head[up]) {
      if (syntax_.upos[up] != Upos::verb) {
        continue;
      }
      for (const TokenId c : syntax_.children_of(up)) {
        const auto lemma = syntax_.lemma(c);
        const Relation r = syntax_.relation[c];
        if ((r == Relation::aux && (lemma == "will" || lemma == "shall" || lemma == "'ll")) ||
            (r == Relation::mark && lemma == "to" && syntax_.relation[up] != Relation::advcl)) {
          return true;
        }
      }
      return false;
    }
    return false;
  }

  // ---- results

  TokenId resolved(const Extent& extent, TimeAnchor anchor, TokenId next) {
    time_.kind = TimeKind::date;
    time_.value = extent.value;
    time_.earliest = extent.earliest;
    time_.latest = extent.latest;
    time_.anchor = anchor;
    return next;
  }

  TokenId open(TimeKind kind, std::string value, TokenId next) {
    time_.kind = kind;
    time_.value = std::move(value);
    time_.anchor = TimeAnchor::unresolved;
    return next;
  }

  TokenId with_part_of_day(TokenId next) const { return term(next, TermClass::part) != nullptr ? next + 1 : next; }

  // ---- patterns, in order; each gives the token behind what it took, or `at`

  TokenId take(TokenId at) {
    using Pattern = TokenId (Scanner::*)(TokenId);
    constexpr std::array<Pattern, 11> patterns{&Scanner::iso_day, &Scanner::calendar_day, &Scanner::weekday,
                                               &Scanner::month,   &Scanner::deictic,      &Scanner::past_span,
                                               &Scanner::stepped, &Scanner::counted,      &Scanner::clock,
                                               &Scanner::decade,  &Scanner::year};
    for (const Pattern pattern : patterns) {
      if (const TokenId next = (this->*pattern)(at); next != at) {
        return next;
      }
    }
    return at;
  }

  // 2021-09-09, in one token or in five
  TokenId iso_day(TokenId at) {
    if (const auto day = parse_day(word(at)); day) {
      return resolved(day_extent(*day), TimeAnchor::none, at + 1);
    }
    if (!digits(at, 4, 4) || !is_hyphen(at + 1) || at + 5 > end_) {
      return at;
    }
    const auto day = parse_day(slice(text_, {tokens_.span[at].begin, tokens_.span[at + 4].end}));
    return day ? resolved(day_extent(*day), TimeAnchor::none, at + 5) : at;
  }

  // [Thursday ,] September 9 [, 2021] · 9 September [2021] · September 2021
  TokenId calendar_day(TokenId at) {
    TokenId from = at;
    if (term(at, TermClass::weekday) != nullptr) {
      from = word(at + 1) == "," ? at + 2 : at + 1;
    }
    if (const Term* month = term(from, TermClass::month); month != nullptr) {
      if (const auto day = day_number(from + 1); day && !is_hyphen(from + 2)) {
        TokenId next = from + 2;
        const TokenId year_at = word(next) == "," ? next + 1 : next;
        const auto year = year_number(year_at);
        return year ? dated(*year, month->number, *day, TimeAnchor::none, year_at + 1, at)
                    : dated(year_near(month->number, *day, from), month->number, *day, TimeAnchor::document, next, at);
      }
      if (const auto year = year_number(word(from + 1) == "," ? from + 2 : from + 1); year && from == at) {
        return resolved(month_extent(*year, month->number), TimeAnchor::none,
                        word(from + 1) == "," ? from + 3 : from + 2);
      }
      return at;
    }
    const auto day = day_number(from);
    const TokenId month_at = is(from + 1, "of") ? from + 2 : from + 1;
    const Term* month = day ? term(month_at, TermClass::month) : nullptr;
    if (month == nullptr || (word(month_at) == "may" || word(month_at) == "march")) {
      return at;
    }
    const TokenId year_at = word(month_at + 1) == "," ? month_at + 2 : month_at + 1;
    const auto year = year_number(year_at);
    return year ? dated(*year, month->number, *day, TimeAnchor::none, year_at + 1, at)
                : dated(year_near(month->number, *day, from), month->number, *day, TimeAnchor::document, month_at + 1,
                        at);
  }

  TokenId dated(std::optional<int> year, int month, int day, TimeAnchor anchor, TokenId next, TokenId at) {
    if (!year) {
      return open(TimeKind::date, fmt::format("XXXX-{:02}-{:02}", month, day), next);
    }
    const auto parsed = parse_day(fmt::format("{:04}-{:02}-{:02}", *year, month, day));
    return parsed ? resolved(day_extent(*parsed), anchor, next) : at;
  }

  // A day without a year lies in the year before the report's day, or up to two months after it; later where its verb
  // says so.
  [[nodiscard]] std::optional<int> year_near(int month, int day, TokenId at) const {
    if (!today_) {
      return std::nullopt;
    }
    const int year = year_of(*today_);
    const auto here = parse_day(fmt::format("{:04}-{:02}-{:02}", year, month, day));
    if (!here) {
      return year;
    }
    constexpr days two_months{62};
    if (*here > *today_ + two_months && !in_future(at)) {
      return year - 1;
    }
    return *here + days{300} < *today_ || (*here < *today_ && in_future(at)) ? year + 1 : year;
  }

  // [last|next|this] Thursday [morning]
  TokenId weekday(TokenId at) {
    const Term* step = term(at, TermClass::step);
    const TokenId from = step == nullptr ? at : at + 1;
    const Term* day = term(from, TermClass::weekday);
    if (day == nullptr || syntax_.upos[from] == Upos::verb) {
      return at;
    }
    const TokenId next = with_part_of_day(from + 1);
    if (!today_) {
      return open(TimeKind::date, fmt::format("XXXX-WXX-{}", day->number), next);
    }
    const int back = (weekday_of(*today_) - day->number + 7) % 7;
    const bool ahead = (step != nullptr && step->number > 0) || (step == nullptr && in_future(from));
    if (ahead) {
      return resolved(day_extent(*today_ + days{back == 0 ? 7 : 7 - back}), TimeAnchor::document, next);
    }
    const bool week_before = step != nullptr && step->number < 0 && back == 0;
    return resolved(day_extent(*today_ - days{week_before ? 7 : back}), TimeAnchor::document, next);
  }

  // in August · last May · early March: a month's name alone needs a word before it that asks for a time
  TokenId month(TokenId at) {
    const Term* step = term(at, TermClass::step);
    const TokenId from = step == nullptr ? at : at + 1;
    const Term* month = term(from, TermClass::month);
    if (month == nullptr) {
      return at;
    }
    constexpr std::array<std::string_view, 14> askers{"in",   "since", "until", "till",   "by",     "from",  "early",
                                                      "late", "mid",   "of",    "during", "before", "after", "for"};
    bool asked = step != nullptr;
    for (const auto asker : askers) {
      asked = asked || before() == asker;
    }
    const auto w = word(from);
    if (!asked || w.front() < 'A' || w.front() > 'Z') {
      return at;
    }
    if (!today_) {
      return open(TimeKind::date, fmt::format("XXXX-{:02}", month->number), from + 1);
    }
    const int now = month_of(*today_);
    int year = year_of(*today_);
    if (step != nullptr && step->number > 0) {
      year += month->number <= now ? 1 : 0;
    } else if (in_future(from) || (step != nullptr && step->number == 0)) {
      year += month->number < now && step == nullptr ? 1 : 0;
    } else {
      year -= month->number > now || (step != nullptr && month->number == now) ? 1 : 0;
    }
    return resolved(month_extent(year, month->number), TimeAnchor::document, from + 1);
  }

  // today · yesterday morning · recently
  TokenId deictic(TokenId at) {
    if (const Term* vague = term(at, TermClass::vague); vague != nullptr && syntax_.upos[at] == Upos::adv) {
      time_.latest = vague->value == "PAST_REF" ? today_ : std::nullopt;
      time_.earliest = vague->value == "FUTURE_REF" ? today_ : std::nullopt;
      return open(TimeKind::date, vague->value, at + 1);
    }
    const Term* day = term(at, TermClass::deictic);
    if (day == nullptr) {
      return at;
    }
    const TokenId next = with_part_of_day(at + 1);
    return today_ ? resolved(day_extent(*today_ + days{day->number}), TimeAnchor::document, next)
                  : open(TimeKind::date, day->number == 0 ? "PRESENT_REF" : "PAST_REF", next);
  }

  // the past few months · the last two years · the next 10 days
  TokenId past_span(TokenId at) {
    const Term* span = term(at, TermClass::span);
    const Term* step = term(at, TermClass::step);
    if (span == nullptr && (step == nullptr || step->number == 0)) {
      return at;
    }
    const int sign = span != nullptr ? span->number : step->number;
    TokenId next = at + 1;
    const Term* few = term(next, TermClass::few);
    const int number = few == nullptr ? count(next) : 0;
    next += few != nullptr || number != 0 ? 1 : 0;
    const Term* unit = term(next, TermClass::unit);
    const bool counted = few != nullptr || number != 0;
    if (unit == nullptr || (!counted && span == nullptr) || unit->value.front() == 'T') {
      return at;
    }
    if (!counted && !word(next).ends_with("s") && sign > 0) {
      return at;  // "the following year": counts from something else
    }
    if (!today_) {
      return open(TimeKind::date, sign < 0 ? "PAST_REF" : "FUTURE_REF", next + 1);
    }
    // "few" is two to four by custom; the widest reading bounds it.
    constexpr int few_at_most = 4;
    const int units = number != 0 ? number : counted || word(next).ends_with("s") ? few_at_most : 1;
    const Day far = moved(*today_, unit->value, sign * units);
    time_.kind = TimeKind::date;
    time_.earliest = sign < 0 ? far : *today_;
    time_.latest = sign < 0 ? *today_ : far;
    time_.value = fmt::format("P{}{}", amount(number), unit->value);
    time_.anchor = TimeAnchor::document;
    return next + 1;
  }

  static Day moved(Day day, std::string_view unit, int amount) {
    switch (unit.front()) {
      case 'W':
        return day + days{7 * amount};
      case 'F':
        return day + days{14 * amount};
      case 'M':
        return add_months(day, amount);
      case 'Q':
        return add_months(day, 3 * amount);
      case 'Y':
        return add_months(day, 12 * amount);
      case 'E':
        return add_months(day, 120 * amount);
      case 'C':
        return add_months(day, 1200 * amount);
      default:
        return day + days{amount};
    }
  }

  // last week · this year · next month · last night
  TokenId stepped(TokenId at) {
    const Term* step = term(at, TermClass::step);
    if (step == nullptr) {
      return at;
    }
    if (term(at + 1, TermClass::part) != nullptr) {
      return today_ ? resolved(day_extent(*today_ + days{step->number}), TimeAnchor::document, at + 2) : at;
    }
    const Term* unit = term(at + 1, TermClass::unit);
    if (unit == nullptr || unit->value.front() == 'T' || unit->value == "D" || unit->value == "Q") {
      return at;
    }
    if (!today_) {
      return open(TimeKind::date,
                  step->number < 0   ? "PAST_REF"
                  : step->number > 0 ? "FUTURE_REF"
                                     : "PRESENT_REF",
                  at + 2);
    }
    if (unit->value == "W") {
      return resolved(week_extent(*today_, step->number), TimeAnchor::document, at + 2);
    }
    if (unit->value == "M") {
      return resolved(month_extent(year_of(*today_), month_of(*today_) + step->number), TimeAnchor::document, at + 2);
    }
    return unit->value == "Y" ? resolved(year_extent(year_of(*today_) + step->number), TimeAnchor::document, at + 2)
           : unit->value == "E"
               ? resolved(decade_extent(year_of(*today_) + 10 * step->number), TimeAnchor::document, at + 2)
               : at;
  }

  // three days ago · 90-minute · for two years
  TokenId counted(TokenId at) {
    const Term* few = term(at, TermClass::few);
    const int number = few == nullptr ? count(at) : 0;
    if (few == nullptr && number == 0) {
      return at;
    }
    const TokenId unit_at = is_hyphen(at + 1) ? at + 2 : at + 1;
    const Term* unit = term(unit_at, TermClass::unit);
    if (unit == nullptr || syntax_.upos[unit_at] == Upos::adj) {
      return at;
    }
    const TokenId next = unit_at + 1;
    if (is(next, "ago") || is(next, "earlier")) {
      if (!today_ || few != nullptr || unit->value.front() == 'T') {
        time_.latest = today_;
        return open(TimeKind::date, "PAST_REF", next + 1);
      }
      const Day day = moved(*today_, unit->value, -number);
      const Extent extent = unit->value == "Y"   ? year_extent(year_of(day))
                            : unit->value == "M" ? month_extent(year_of(day), month_of(day))
                            : unit->value == "W" ? week_extent(day, 0)
                                                 : day_extent(day);
      return resolved(extent, TimeAnchor::document, next + 1);
    }
    const Term* article = term(at, TermClass::number);
    const bool bare_article =
        article != nullptr && (word(at) == "a" || word(at) == "an" || word(at) == "A" || word(at) == "An");
    if (bare_article && before() != "for") {
      return at;
    }
    if (is(next, "old") || (is_hyphen(next) && is(next + 1, "old"))) {
      return at;  // an age
    }
    return open(TimeKind::duration, duration(*unit, number), next);
  }

  static std::string duration(const Term& unit, int number) {
    switch (unit.value.front()) {
      case 'T':
        return fmt::format("PT{}{}", amount(number), unit.value.substr(1));
      case 'F':
        return number != 0 ? fmt::format("P{}W", number * 2) : "PXW";
      case 'Q':
        return number != 0 ? fmt::format("P{}M", number * 3) : "PXM";
      case 'E':
        return number != 0 ? fmt::format("P{}Y", number * 10) : "PXE";
      case 'C':
        return number != 0 ? fmt::format("P{}Y", number * 100) : "PXC";
      default:
        return fmt::format("P{}{}", amount(number), unit.value);
    }
  }

  // 10:30 · 3 a.m.
  TokenId clock(TokenId at) {
    const auto w = word(at);
    const auto colon = w.find(':');
    const bool timed = colon != std::string_view::npos && colon >= 1 && colon <= 2 && w.size() == colon + 3 &&
                       w.find_first_not_of("0123456789:") == std::string_view::npos;
    const bool half = is(at + 1, "a.m.") || is(at + 1, "p.m.") || is(at + 1, "am") || is(at + 1, "pm");
    if (!timed && !(half && digits(at, 1, 2))) {
      return at;
    }
    return open(TimeKind::clock, fmt::format("T{}{}", w, half ? (word(at + 1).front() == 'p' ? "PM" : "AM") : ""),
                half ? at + 2 : at + 1);
  }

  // the 1990s
  TokenId decade(TokenId at) {
    const auto w = word(at);
    if (w.size() != 5 || !w.ends_with("0s")) {
      return at;
    }
    int year = 0;
    const auto [end, error] = std::from_chars(w.data(), w.data() + 4, year);
    return error == std::errc{} && end == w.data() + 4 && year >= 1500 && year < 2200
               ? resolved(decade_extent(year), TimeAnchor::none, at + 1)
               : at;
  }

  // in 2014 · the 2015 deal: four digits that count nothing
  TokenId year(TokenId at) {
    const auto value = year_number(at);
    if (!value) {
      return at;
    }
    constexpr std::array<std::string_view, 16> askers{"in",    "In",    "since", "Since", "until",  "by",
                                                      "By",    "from",  "From",  "of",    "during", "before",
                                                      "after", "early", "late",  "and"};
    bool asked = false;
    for (const auto asker : askers) {
      asked = asked || before() == asker;
    }
    const bool modifies =
        syntax_.relation[at] == Relation::nmod_unmarked || syntax_.relation[at] == Relation::compound ||
        (syntax_.relation[at] == Relation::nummod && (before() == "the" || before() == "a" || before() == "The"));
    const bool plural = at + 1 < end_ && syntax_.xpos[at + 1] == Xpos::nns;
    return (asked || modifies) && !plural && !is_hyphen(at + 1)
               ? resolved(year_extent(*value), TimeAnchor::none, at + 1)
               : at;
  }

  std::string_view text_;
  std::optional<Day> today_;
  const Tokens& tokens_;
  const Syntax& syntax_;
  const Lexicon& lexicon_;
  TokenId begin_ = 0;
  TokenId end_ = 0;
  Time time_;
};

}  // namespace

Times find(const Report& report, const Layout& layout, const Tokens& tokens, const Syntax& syntax,
           const Lexicon& lexicon) {
  Times out;
  Scanner scanner(report, tokens, syntax, lexicon);
  for (const Sentence& sentence : tokens.sentences) {
    if (is_coded(layout.blocks[sentence.block].kind)) {
      scanner.sentence(sentence, out);
    }
  }
  return out;
}

}  // namespace readout::times
