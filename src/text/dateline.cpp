// A dateline is place, date and agency in this order, each optional, and a sign that ends it. A place alone is believed
// only when it is written in capitals or is a city of cities.tsv: "Biden — in his first year — said" is no dateline.
#include "text/dateline.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "text/character.hpp"

namespace readout::text {

namespace {

constexpr std::size_t longest_dateline = 140;
constexpr std::size_t longest_agency = 48;
constexpr std::size_t most_place_words = 6;

std::string folded(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), fold);
  return out;
}

// "St." and "ST."
bool is_abbreviation(std::string_view form, const TextMap<Abbreviation>& known) {
  if (known.contains(form)) {
    return true;
  }
  std::string titled = folded(form);
  titled.front() = form.front();
  return known.contains(titled);
}

struct Reader {
  std::string_view text;
  std::size_t at;
  std::size_t end;

  [[nodiscard]] Character here() const { return at < end ? character_at(text, at) : Character{}; }
  [[nodiscard]] bool done() const { return at >= end; }
  void skip_blanks() {
    while (!done() && here().kind == CharKind::blank) {
      at += here().length;
    }
  }
  bool take(std::string_view sign) {
    if (at + sign.size() > end || text.substr(at, sign.size()) != sign) {
      return false;
    }
    at += sign.size();
    return true;
  }
  // Letters, inner stops, apostrophes and hyphens; a stop at its end only when `known` has the form.
  std::string_view word(const TextMap<Abbreviation>* known = nullptr) {
    const std::size_t begin = at;
    while (!done() &&
           (is_word(here().kind) || is_apostrophe(here().value) || here().value == '-' || here().value == '.')) {
      const Character next = at + here().length < end ? character_at(text, at + here().length) : Character{};
      if (here().value == '.' && !is_word(next.kind)) {
        const auto form = text.substr(begin, at + 1 - begin);
        const bool dotted = form.find('.') + 1 < form.size();
        if (dotted || (known != nullptr && is_abbreviation(form, *known))) {
          ++at;
        }
        break;
      }
      if (here().value == '-' && !is_word(next.kind)) {
        break;
      }
      at += here().length;
    }
    return text.substr(begin, at - begin);
  }
};

Span to_span(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::optional<unsigned> number(std::string_view text, std::size_t most_digits) {
  unsigned value = 0;
  if (text.empty() || text.size() > most_digits ||
      std::from_chars(text.data(), text.data() + text.size(), value).ptr != text.data() + text.size()) {
    return std::nullopt;
  }
  return value;
}

std::optional<Day> day_of(std::optional<unsigned> year, unsigned month, unsigned day, std::optional<Day> report_date) {
  if (!year) {
    if (!report_date) {
      return std::nullopt;
    }
    const std::chrono::year_month_day today{*report_date};
    const bool ahead = month > static_cast<unsigned>(today.month()) + 1;
    year = static_cast<unsigned>(static_cast<int>(today.year())) - (ahead ? 1U : 0U);
  }
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)), std::chrono::month(month),
                                         std::chrono::day(day)};
  return date.ok() ? std::optional<Day>(Day(date)) : std::nullopt;
}

struct Date {
  Span span;
  std::optional<Day> day;
  bool complete = false;  // a day and a month, not only a weekday
};

std::optional<unsigned> month_at(Reader& in, const Lexicon& lexicon) {
  const std::size_t start = in.at;
  const auto found = lexicon.months.find(folded(in.word(&lexicon.abbreviations)));
  if (found == lexicon.months.end()) {
    in.at = start;
    return std::nullopt;
  }
  in.take(".");
  return found->second;
}

std::optional<unsigned> day_at(Reader& in) {
  const std::size_t start = in.at;
  auto digits = in.word();
  for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
    if (digits.size() > 2 && digits.ends_with(ending)) {
      digits.remove_suffix(2);
      break;
    }
  }
  const auto day = number(digits, 2);
  if (!day || *day < 1 || *day > 31) {
    in.at = start;
    return std::nullopt;
  }
  return day;
}

std::optional<unsigned> year_at(Reader& in) {
  const std::size_t start = in.at;
  in.take(",");
  in.skip_blanks();
  const auto year = number(in.word(), 4);
  if (!year || *year < 1700 || *year > 2199) {
    in.at = start;
    return std::nullopt;
  }
  return year;
}

// "Friday, January 4, 2019", "10 Sept. 2021", "Sept 10", "2021-09-10", "Monday".
std::optional<Date> date_at(Reader& in, std::optional<Day> report_date, const Lexicon& lexicon) {
  const std::size_t start = in.at;
  if (const auto iso = parse_day(in.text.substr(start, std::min<std::size_t>(10, in.end - start)))) {
    in.at = start + 10;
    return Date{to_span(start, in.at), iso, true};
  }
  const bool weekday = lexicon.weekdays.contains(folded(in.word(&lexicon.abbreviations)));
  std::size_t end = in.at;
  if (weekday) {
    in.take(",");
    in.skip_blanks();
  } else {
    in.at = start;
  }
  auto day = day_at(in);
  in.skip_blanks();
  const auto month = month_at(in, lexicon);
  if (month && !day) {
    in.skip_blanks();
    day = day_at(in);
  }
  if (!month || !day) {
    in.at = weekday ? end : start;
    return weekday ? std::optional(Date{to_span(start, end), std::nullopt, false}) : std::nullopt;
  }
  const auto year = year_at(in);
  return Date{to_span(start, in.at), day_of(year, *month, *day, report_date), true};
}

bool is_particle(std::string_view word) {
  constexpr std::array<std::string_view, 14> particles = {"of", "the", "and", "de", "la",  "del", "es",
                                                          "el", "al",  "da",  "do", "sur", "am",  "upon"};
  return std::find(particles.begin(), particles.end(), word) != particles.end();
}

// Capitalised words; several places may be joined by a slash.
Span place_at(Reader& in, const Lexicon& lexicon) {
  const std::size_t start = in.at;
  std::size_t last = start;
  for (std::size_t words = 0; words < most_place_words; ++words) {
    const std::size_t before = in.at;
    if (words > 0 && !in.take("/")) {
      in.skip_blanks();
    }
    const auto word = in.word(&lexicon.abbreviations);
    const std::string low = folded(word);
    const bool capital = !word.empty() && is_upper(character_at(word, 0).value);
    const bool date = lexicon.months.contains(low) || lexicon.weekdays.contains(low);
    if (word.empty() || date || (!capital && (words == 0 || !is_particle(word)))) {
      in.at = before;
      break;
    }
    last = capital ? in.at : last;
  }
  in.at = last;
  return to_span(start, last);
}

// "(Xinhua)" or "/TASS/"; the words must be an agency, or look like one.
Span agency_at(Reader& in, const Lexicon& lexicon) {
  const std::size_t start = in.at;
  const char close = in.take("(") ? ')' : in.take("/") ? '/' : '\0';
  const std::size_t begin = in.at;
  const auto within = in.text.substr(0, std::min(in.end, begin + longest_agency));
  const std::size_t end = close == '\0' ? std::string_view::npos : within.find(close, begin);
  if (end == std::string_view::npos) {
    in.at = start;
    return {};
  }
  const auto name = trimmed(in.text.substr(begin, end - begin));
  const bool digits = std::any_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
  const bool known = lexicon.agencies.contains(folded(name));
  const bool likely =
      close == ')' && !digits && is_upper(character_at(name, 0).value) && std::count(name.begin(), name.end(), ' ') < 4;
  if (!known && !likely) {
    in.at = start;
    return {};
  }
  in.at = end + 1;
  const auto offset = static_cast<std::size_t>(name.data() - in.text.data());
  return to_span(offset, offset + name.size());
}

enum class Separator { none, dash, colon, stop };

Separator separator_at(Reader& in) {
  in.skip_blanks();
  const std::size_t before = in.at;
  for (const std::string_view dash : {"\u2014", "\u2013", "\u2015", "--", "-"}) {
    if (in.take(dash)) {
      const bool single = dash == "-" || dash == "\u2013";
      const bool spaced = in.done() || in.here().kind == CharKind::blank;
      const bool apart = character_before(in.text, before).kind == CharKind::blank || in.text[before - 1] == ')' ||
                         in.text[before - 1] == '/';
      if (single && (!spaced || !apart)) {
        break;
      }
      return Separator::dash;
    }
  }
  in.at = before;
  if (in.take(":")) {
    return in.done() || in.here().kind == CharKind::blank ? Separator::colon : Separator::none;
  }
  return in.take(".") ? Separator::stop : Separator::none;
}

bool all_capitals(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    if (is_lower(c.value)) {
      return false;
    }
    letters += is_upper(c.value) ? 1 : 0;
    at += c.length;
  }
  return letters >= 4;
}

bool is_label(std::string_view place, const Lexicon& lexicon) {
  return std::any_of(lexicon.cues.begin(), lexicon.cues.end(),
                     [&](const Cue& cue) { return cue.kind == CueKind::label && equals_folded(place, cue.words); });
}

// Is what was read enough to be a dateline?
bool believable(const Dateline& found, std::string_view text, Separator separator, std::string_view rest,
                const Lexicon& lexicon) {
  const auto place = slice(text, found.place);
  const bool agency = !found.agency.empty();
  const bool known_agency = agency && lexicon.agencies.contains(folded(slice(text, found.agency)));
  const bool dated = !found.date_span.empty();
  const bool city = lexicon.cities.contains(folded(place)) ||
                    lexicon.cities.contains(folded(place.substr(0, place.find_first_of("/,"))));
  const auto next_word = rest.substr(0, rest.find(' '));
  const bool shouted = all_capitals(place) && !all_capitals(next_word) && !is_label(place, lexicon);
  switch (separator) {
    case Separator::dash:
      return known_agency || ((agency || dated) && (shouted || city)) || city || shouted;
    case Separator::colon:
      return known_agency || (dated && (city || shouted)) || (city && shouted);
    case Separator::stop:
      return known_agency && (dated || !place.empty());
    case Separator::none:
      return known_agency && dated && !place.empty();
  }
  return false;
}

}  // namespace

std::optional<Dateline> dateline_at(std::string_view text, Span paragraph, std::optional<Day> report_date,
                                    const Lexicon& lexicon) {
  Reader in{text, paragraph.begin, std::min<std::size_t>(paragraph.end, paragraph.begin + longest_dateline)};
  Dateline found;
  found.place = place_at(in, lexicon);
  for (int part = 0; part < 5; ++part) {
    const std::size_t before = in.at;
    in.take(",");
    in.skip_blanks();
    if (found.date_span.empty()) {
      if (const auto date = date_at(in, report_date, lexicon)) {
        found.date_span = date->span;
        found.date = date->day;
        in.take(".");  // "January 5. /TASS/"
        continue;
      }
    }
    if (const Span agency = agency_at(in, lexicon); !agency.empty()) {
      found.agency = agency;
      continue;
    }
    const bool comma = before < in.end && text[before] == ',';
    const std::size_t region = in.at;
    if (!comma || place_at(in, lexicon).empty()) {
      in.at = comma ? region : before;
      break;
    }
  }
  const Separator separator = separator_at(in);
  const auto rest = trimmed(text.substr(in.at, paragraph.end - std::min<std::size_t>(in.at, paragraph.end)));
  if (!believable(found, text, separator, rest, lexicon)) {
    return std::nullopt;
  }
  found.span = to_span(paragraph.begin, in.at);
  return found;
}

std::optional<Dateline> date_line(std::string_view text, Span line, std::optional<Day> report_date,
                                  const Lexicon& lexicon) {
  if (line.size() > 80) {
    return std::nullopt;
  }
  Reader in{text, line.begin, line.end};
  for (const Cue& cue : lexicon.cues) {
    const std::size_t end = in.at + cue.words.size();
    if (cue.kind == CueKind::updated && end < line.end &&
        equals_folded(text.substr(in.at, cue.words.size()), cue.words) && !is_word(character_at(text, end).kind)) {
      in.at = end;
      in.take(":");
      in.skip_blanks();
    }
  }
  const auto date = date_at(in, report_date, lexicon);
  in.take(".");
  in.skip_blanks();
  if (!date || !date->complete || !in.done()) {
    return std::nullopt;
  }
  return Dateline{line, {}, {}, date->span, date->day};
}

}  // namespace readout::text
