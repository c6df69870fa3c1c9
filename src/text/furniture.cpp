// Every test reads one short line; long lines are sentences and are let go at once.
#include "text/furniture.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "text/character.hpp"

namespace readout::text {

namespace {

constexpr std::size_t longest_furniture = 600;  // bytes
constexpr std::size_t longest_byline = 160;

std::string folded(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), fold);
  return out;
}

std::string_view without_marks(std::string_view word) {
  while (!word.empty() && std::string_view(",;:()[]*|/").find(word.back()) != std::string_view::npos) {
    word.remove_suffix(1);
  }
  while (!word.empty() && std::string_view("([*|/").find(word.front()) != std::string_view::npos) {
    word.remove_prefix(1);
  }
  return word;
}

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= line.size();) {
    const Character c = character_at(line, at);
    if (c.kind == CharKind::blank) {
      if (at > begin) {
        words.push_back(line.substr(begin, at - begin));
      }
      begin = at + std::max<std::size_t>(c.length, 1);
    }
    at += std::max<std::size_t>(c.length, 1);
  }
  return words;
}

bool is_particle(std::string_view word) {
  constexpr std::array<std::string_view, 20> particles = {"de",  "van", "von", "der", "den",  "al", "el",
                                                          "bin", "ibn", "la",  "le",  "du",   "da", "dos",
                                                          "di",  "del", "y",   "ter", "bint", "e"};
  return std::find(particles.begin(), particles.end(), word) != particles.end();
}

bool is_connector(std::string_view low) {
  constexpr std::array<std::string_view, 22> connectors = {
      "and", "in", "with",   "for",    "from",      "by",      "of",      "the",        "at",           "&",  "|", "/",
      "-",   "on", "\u2014", "\u2013", "reporting", "editing", "writing", "additional", "additionally", "via"};
  return std::find(connectors.begin(), connectors.end(), low) != connectors.end();
}

// Letters with a capital first, hyphens and apostrophes inside, or an initial; no possessive.
bool is_name_word(std::string_view word, const Lexicon& lexicon) {
  if (!is_upper(character_at(word, 0).value) || word.ends_with("'s") || word.ends_with("\u2019s")) {
    return false;
  }
  const std::string low = folded(word);
  if (lexicon.weekdays.contains(low) ||
      (lexicon.months.contains(low) && low != "may" && low != "april" && low != "june")) {
    return false;
  }
  for (std::size_t at = 0; at < word.size();) {
    const Character c = character_at(word, at);
    if (c.kind != CharKind::letter && c.value != '-' && c.value != '.' && !is_apostrophe(c.value)) {
      return false;
    }
    at += c.length;
  }
  return true;
}

bool is_role_word(std::string_view low, const Lexicon& lexicon) {
  return lexicon.role_words.contains(low);
}

bool is_ideographs(std::string_view word) {
  return character_at(word, 0).kind == CharKind::ideograph;
}

// Two to five words of a name from words[at] on, or an agency; the index behind them, `at` when there is no name.
std::size_t behind_name(const std::vector<std::string_view>& words, std::size_t at, const Lexicon& lexicon) {
  std::string agency;
  for (std::size_t i = at; i < std::min(words.size(), at + 5); ++i) {
    if (i > at) {
      agency += ' ';
    }
    agency += folded(without_marks(words[i]));
    if (lexicon.agencies.contains(agency)) {
      return i + 1;
    }
  }
  std::size_t end = at;
  std::size_t capitals = 0;
  while (end < words.size() && end - at < 5) {
    const auto word = without_marks(words[end]);
    const bool particle = end > at && is_particle(word);
    if (word.empty() || (!particle && !is_name_word(word, lexicon))) {
      break;
    }
    capitals += particle ? 0 : 1;
    ++end;
    if (word.size() < words[end - 1].size()) {
      break;  // a comma ends the name
    }
  }
  return capitals >= 2 ? end : at;
}

bool has_final_stop(std::string_view line) {
  while (!line.empty()) {
    const Character c = character_before(line, line.size());
    if (!is_closer(c.value) && c.value != '"' && c.value != '\'') {
      return is_stop(c.value);
    }
    line.remove_suffix(c.length);
  }
  return false;
}

bool matches(const Cue& cue, std::string_view low) {
  const auto bounded = [&](std::size_t at) {
    const std::size_t end = at + cue.words.size();
    const bool before =
        at == 0 || !is_word(character_before(low, at).kind) || !is_word(character_at(cue.words, 0).kind);
    const bool after =
        !is_word(character_at(low, end).kind) || !is_word(character_before(cue.words, cue.words.size()).kind);
    return before && after;
  };
  switch (cue.place) {
    case CuePlace::begins:
      return !low.empty() && low.front() == cue.words.front() && low.starts_with(cue.words) && bounded(0);
    case CuePlace::ends:
      return low.ends_with(cue.words) && bounded(low.size() - cue.words.size());
    case CuePlace::whole:
      return low == cue.words ||
             (low.size() == cue.words.size() + 1 && low.starts_with(cue.words) && low.back() == ':');
    case CuePlace::holds: {
      const auto at = low.find(cue.words);
      return at != std::string_view::npos && bounded(at);
    }
  }
  return false;
}

std::string_view unbracketed(std::string_view line) {
  while (!line.empty() && std::string_view("([*_").find(line.front()) != std::string_view::npos) {
    line.remove_prefix(1);
  }
  return line;
}

// After "reporting by" names must follow: "Reporting by the ministry was late." is a sentence.
bool credit_holds(const Cue& cue, std::string_view line, const Lexicon& lexicon) {
  if (cue.place != CuePlace::begins) {
    return true;
  }
  const auto rest = trimmed(line.substr(cue.words.size()));
  const std::string_view last = std::string_view(cue.words).substr(cue.words.find_last_of(' ') + 1);
  const bool wants_names = last == "by" || last == "from" || last == "with";
  return wants_names ? !rest.empty() && is_names_only(rest, lexicon) : rest.size() < 300;
}

// Names, agencies, roles and the small words between them.
bool allows_only_names(std::string_view line, const Lexicon& lexicon) {
  while (!line.empty() && std::string_view(".)]*_").find(line.back()) != std::string_view::npos) {
    line.remove_suffix(1);
  }
  for (const auto raw : words_of(line)) {
    const auto word = without_marks(raw);
    const std::string low = folded(word);
    if (word.empty() || is_connector(low) || is_particle(word) || is_role_word(low, lexicon)) {
      continue;
    }
    if (!is_name_word(word, lexicon) && !is_ideographs(word) && word.front() != '@' &&
        !lexicon.agencies.contains(low)) {
      return false;
    }
  }
  return true;
}

}  // namespace

bool is_names_only(std::string_view line, const Lexicon& lexicon) {
  return allows_only_names(line, lexicon) && std::ranges::any_of(words_of(line), [&](std::string_view word) {
           const auto bare = without_marks(word);
           return is_upper(character_at(bare, 0).value) || is_ideographs(bare) || bare.starts_with('@');
         });
}

bool is_byline(std::string_view line, const Lexicon& lexicon) {
  if (line.size() > longest_byline || has_final_stop(line)) {
    return false;
  }
  const auto words = words_of(line);
  if (words.size() < 2 || !equals_folded(without_marks(words[0]), "by") || words[0].front() == 'b') {
    return false;
  }
  const std::size_t end = behind_name(words, 1, lexicon);
  if (end == 1) {
    return false;
  }
  if (end == words.size()) {
    return true;
  }
  const auto rest = line.substr(static_cast<std::size_t>(words[end].data() - line.data()));
  const bool joined = without_marks(words[end]).empty() || is_connector(folded(without_marks(words[end]))) ||
                      words[end - 1].back() == ',' || words[end].front() == '(' ||
                      is_role_word(folded(without_marks(words[end])), lexicon);
  return joined && allows_only_names(rest, lexicon);
}

bool is_bare_byline(std::string_view line, std::string_view body, const Lexicon& lexicon) {
  if (line.size() > longest_byline || has_final_stop(line) || !is_names_only(line, lexicon)) {
    return false;
  }
  const std::string low = folded(line);
  for (const Cue& cue : lexicon.cues) {  // "Staff writer, with CNA"
    if (cue.kind == CueKind::role && low.starts_with(cue.words)) {
      const auto rest = trimmed(std::string_view(low).substr(cue.words.size()));
      if (rest.empty() || rest.front() == ',' || rest.front() == '/' || rest.starts_with("with ") ||
          rest.starts_with("and ")) {
        return true;
      }
    }
  }
  const auto words = words_of(line);
  const std::size_t end = behind_name(words, 0, lexicon);
  if (end < 2 || end >= words.size()) {
    return false;
  }
  for (std::size_t i = 0; i < end; ++i) {  // "Mass Protests in Geneva": the body knows protests
    const std::string common = folded(without_marks(words[i]));
    if (common.size() > 2 && body.substr(0, 8192).find(common) != std::string_view::npos) {
      return false;
    }
  }
  const auto rest = low.substr(static_cast<std::size_t>(words[end].data() - line.data()));
  if (rest.starts_with("in ")) {
    return lexicon.cities.contains(trimmed(std::string_view(rest).substr(3, rest.find(" and ") - 3)));
  }
  const bool divided = words[end - 1].back() == ',' || words[end] == "|" || words[end] == "/";
  const auto office = trimmed(std::string_view(rest).substr(std::min(rest.size(), rest.find_first_not_of("|/ "))));
  return divided && (lexicon.agencies.contains(office) || is_role_word(folded(without_marks(words.back())), lexicon));
}

bool is_credit(std::string_view line, const Lexicon& lexicon) {
  if (line.size() > longest_furniture) {
    return false;
  }
  line = unbracketed(line);
  const std::string low = folded(line);
  return std::any_of(lexicon.cues.begin(), lexicon.cues.end(), [&](const Cue& cue) {
    return cue.kind == CueKind::credit && matches(cue, low) && credit_holds(cue, line, lexicon);
  });
}

bool is_picture_credit(std::string_view line, const Lexicon& lexicon) {
  const std::string low = folded(unbracketed(line).substr(0, 8));
  return (low.starts_with("image") || low.starts_with("photo") || low.starts_with("picture")) &&
         is_credit(line, lexicon);
}

bool is_section_head(std::string_view line, const Lexicon& lexicon) {
  if (line.size() > 40) {
    return false;
  }
  const std::string low = folded(line);
  return std::any_of(lexicon.cues.begin(), lexicon.cues.end(),
                     [&](const Cue& cue) { return cue.kind == CueKind::section && matches(cue, low); });
}

bool is_caption(std::string_view line, const Lexicon& lexicon) {
  if (line.size() > longest_furniture) {
    return false;
  }
  const char32_t first = character_at(line, 0).value;
  if ((first == 0x2014 || first == 0x2015 || first == 0x2013) && line.size() < 200 && !has_final_stop(line)) {
    return true;
  }
  const std::string low = folded(line);
  return std::any_of(lexicon.cues.begin(), lexicon.cues.end(),
                     [&](const Cue& cue) { return cue.kind == CueKind::caption && matches(cue, low); });
}

bool is_publisher(std::string_view line, std::string_view outlet, const Lexicon& lexicon) {
  if (line.size() > longest_byline) {
    return false;
  }
  const std::string low = folded(line);
  if ((!outlet.empty() && low == folded(outlet)) || lexicon.agencies.contains(low)) {
    return true;
  }
  return low.starts_with("\u00A9") || low.starts_with("copyright \u00A9") || low.starts_with("copyright (c)");
}

bool is_title_like(std::string_view line, std::size_t most_words, std::size_t most_bytes) {
  if (line.size() > most_bytes || has_final_stop(line) ||
      std::string_view(",;:").find(line.back()) != std::string_view::npos) {
    return false;
  }
  const Character first = character_at(line, 0);
  const bool opening = is_upper(first.value) || first.kind == CharKind::digit || first.kind == CharKind::ideograph ||
                       first.value == '"' || is_opener(first.value);
  return opening && words_of(line).size() <= most_words;
}

std::size_t list_mark(std::string_view line) {
  std::size_t end = 0;
  const Character first = character_at(line, 0);
  constexpr std::u32string_view bullets =
      U"-*\u2022\u00B7\u25AA\u25CF\u25E6\u25A0\u25A1\u2023\u2043\u2588\u27A4\u25BA\u2726\u2713";
  if (bullets.find(first.value) != std::u32string_view::npos) {
    while (character_at(line, end).value == first.value && end < line.size()) {
      end += first.length;
    }
    if (end > first.length && (first.value == '-' || first.value == '*')) {
      return 0;  // a rule, a dash
    }
  } else {
    const bool bracket = first.value == '(';
    end = bracket ? 1 : 0;
    const std::size_t digits = std::min(line.find_first_not_of("0123456789", end), line.size()) - end;
    const bool letter = digits == 0 && bracket && is_lower(character_at(line, end).value);
    if ((digits == 0 || digits > 2) && !letter) {
      return 0;
    }
    end += letter ? 1 : digits;
    const char close = end < line.size() ? line[end] : '\0';
    if (close != ')' && (bracket || close != '.')) {
      return 0;
    }
    ++end;
  }
  const std::size_t text = static_cast<std::size_t>(trimmed(line.substr(end)).data() - line.data());
  const bool blank = character_at(line, end).kind == CharKind::blank && end < line.size();
  return blank && text < line.size() ? text : 0;
}

}  // namespace readout::text
