// Gathering the actors without an entry in the tables. A name is what its report writes in capitals throughout; by
// which words it is called besides, the mentions tell ("trade commissioner Albert Muchanga", "the minister").
#include "readout/unknown_actors.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace readout {

namespace {

constexpr auto small_words =
    std::to_array<std::string_view>({"al", "and", "bin", "da", "de", "del", "der", "di", "el", "for", "ibn", "in", "la",
                                     "le", "of", "on", "the", "van", "von"});
constexpr auto pronouns = std::to_array<std::string_view>(
    {"he",    "her", "hers",  "him",     "his",     "i",      "it",         "its",   "me",  "my",
     "our",   "she", "their", "them",    "they",    "us",     "we",         "which", "who", "whom",
     "whose", "you", "your",  "himself", "herself", "itself", "themselves", "one",   "that"});
constexpr auto kinds = std::to_array<std::string_view>({"group", "institution", "organization", "outlet", "person"});

template <typename Words>
bool stands_in(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find_first_of(" \t\n\r", at), text.size());
    if (end > at) {
      words.push_back(text.substr(at, end - at));
    }
    at = end + 1;
  }
  return words;
}

bool is_capital(char c) {
  return (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

// "Albert Muchanga", "Bank of Lagos"; a lone "Leaders" or "55-member" is none.
bool is_name(const ActorRow& actor) {
  const auto words = words_of(actor.name);
  const bool one = words.size() == 1 && (actor.kind == "group" || actor.kind == "institution");
  return !words.empty() && !one && is_capital(words.front().front()) &&
         std::all_of(words.begin(), words.end(), [](std::string_view word) {
           return is_capital(word.front()) || stands_in(small_words, word) || word.front() == '(' ||
                  word.front() == '\'';
         });
}

std::string in_one_line(std::string_view text) {
  std::string out;
  for (const auto word : words_of(text)) {
    out += (out.empty() ? "" : " ") + std::string(word);
  }
  return out;
}

// The act's sentence, else what stands between two ends of sentences on the line.
Span sentence_around(const Record& record, Span mention) {
  for (const ActRow& act : record.acts) {
    if (act.sentence.begin <= mention.begin && mention.end <= act.sentence.end) {
      return act.sentence;
    }
  }
  const std::string_view text = record.text;
  std::size_t begin = mention.begin;
  while (begin > 0 && text[begin - 1] != '\n' && !(text[begin - 1] == ' ' && begin > 1 && text[begin - 2] == '.')) {
    --begin;
  }
  std::size_t end = mention.end;
  while (end < text.size() && text[end] != '\n' &&
         !(text[end] == '.' && (end + 1 == text.size() || text[end + 1] == ' ' || text[end + 1] == '\n'))) {
    ++end;
  }
  end += end < text.size() && text[end] == '.' ? 1 : 0;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// What a mention calls the actor besides the name; empty for the name itself, parts of it and pronouns.
std::string called(std::string_view mention, const std::string& name) {
  auto words = words_of(mention);
  while (!words.empty() && stands_in(std::to_array<std::string_view>({"a", "an", "the"}), lower(words.front()))) {
    words.erase(words.begin());
  }
  const auto named = words_of(name);
  while (!words.empty() && stands_in(named, words.back())) {
    words.pop_back();
  }
  std::string out;
  for (const auto word : words) {
    out += (out.empty() ? "" : " ") + std::string(word);
  }
  const bool again = out.find(name) != std::string::npos || out.size() > 60 || out.find(',') != std::string::npos;
  return again || stands_in(pronouns, lower(out)) || stands_in(named, out) ? std::string() : out;
}

std::string most(const std::map<std::string, std::uint64_t>& counts) {
  const auto best =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == counts.end() ? std::string() : best->first;
}

}  // namespace

void UnknownActors::add(const Record& record) {
  std::set<std::pair<std::string, std::string>> here;
  for (const ActorRow& row : record.actors) {
    // "Iraqi Parliament": the words alone tell all that a table would say.
    const bool told = row.kind == "institution" && !row.country.empty() && !row.sector.empty();
    if (!row.entity.empty() || row.anonymous || told || !stands_in(kinds, row.kind) || !is_name(row)) {
      continue;
    }
    const std::pair key(row.name, row.kind);
    Seen& seen = seen_[key];
    seen.actor.reports += here.insert(key).second ? 1 : 0;
    count(row, record, seen);
  }
}

void UnknownActors::count(const ActorRow& row, const Record& record, Seen& seen) {
  UnknownActor& actor = seen.actor;
  if (actor.name.empty()) {
    actor.name = row.name;
    actor.kind = row.kind;
    actor.document = record.document.name;
    if (!row.mentions.empty()) {
      actor.sentence = in_one_line(slice(record.text, sentence_around(record, row.mentions.front())));
    }
  }
  actor.mentions += row.mentions.size();
  for (const auto& [value, counts] :
       {std::pair(&row.country, &seen.countries), std::pair(&row.sector, &seen.sectors)}) {
    if (!value->empty()) {
      ++(*counts)[*value];
    }
  }
  for (const Span mention : row.mentions) {
    if (const std::string words = called(slice(record.text, mention), row.name); !words.empty()) {
      ++seen.words[words];
    }
  }
}

std::vector<UnknownActor> UnknownActors::ranked() const {
  std::vector<UnknownActor> out;
  for (const auto& [key, seen] : seen_) {
    out.push_back(seen.actor);
    out.back().country = most(seen.countries);
    out.back().sector = most(seen.sectors);
    auto words = seen.words;
    for (constexpr std::size_t enough = 3; !words.empty() && out.back().words.size() < enough;) {
      out.back().words.push_back(most(words));
      words.erase(out.back().words.back());
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const UnknownActor& a, const UnknownActor& b) {
    return a.reports != b.reports ? a.reports > b.reports : a.mentions > b.mentions;
  });
  return out;
}

}  // namespace readout
