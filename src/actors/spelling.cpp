#include "actors/spelling.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "actors/fold.hpp"
#include "actors/knowledge.hpp"

namespace readout::actors {

namespace {

struct Rewriting {
  std::string_view from, to;
};

// In this order; the longer first.
constexpr auto rewritings = std::to_array<Rewriting>({
    {"shch", "s"}, {"sch", "s"}, {"tch", "c"}, {"dzh", "j"}, {"sh", "s"}, {"ch", "c"}, {"zh", "j"},
    {"kh", "h"},   {"gh", "g"},  {"dh", "d"},  {"th", "t"},  {"ph", "f"}, {"ts", "c"}, {"tz", "c"},
    {"ou", "u"},   {"oo", "u"},  {"ee", "i"},  {"ai", "e"},  {"ay", "e"}, {"ei", "e"}, {"ey", "e"},
    {"ae", "e"},   {"ej", "e"},  {"ie", "i"},  {"iy", "i"},  {"ij", "i"}, {"yi", "i"}, {"yy", "i"},
    {"ii", "i"},   {"aa", "a"},  {"w", "v"},   {"y", "i"},   {"q", "k"},  {"o", "u"},
});

constexpr auto articles =
    std::to_array<std::string_view>({"al", "an", "as", "ash", "at", "az", "ben", "bin", "el", "es", "ibn", "ul", "ur"});

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

std::string word_key(std::string_view word) {
  std::string key;
  for (std::size_t at = 0; at < word.size();) {
    const auto rest = word.substr(at);
    const auto* const rule =
        std::ranges::find_if(rewritings, [&](const Rewriting& r) { return rest.starts_with(r.from); });
    const auto add = rule == rewritings.end() ? rest.substr(0, 1) : rule->to;
    at += rule == rewritings.end() ? 1 : rule->from.size();
    for (const char c : add) {
      if (key.empty() || key.back() != c) {  // doubled letters are one
        key += c;
      }
    }
  }
  // "Mohammed", "Muhammad", "Mohamad": short vowels between consonants are anybody's guess in Arabic; "Khalifa",
  // "Khalifah": so is the last h.
  if (key.size() > 2 && key.back() == 'h') {
    key.pop_back();
  }
  for (std::size_t i = 2; i + 1 < key.size(); ++i) {
    if ((key[i] == 'a' || key[i] == 'e' || key[i] == 'i') && !is_vowel(key[i - 1]) && !is_vowel(key[i + 1])) {
      key[i] = '.';
    }
  }
  return key;
}

}  // namespace

std::string spelling_key(std::string_view name) {
  std::vector<Atom> atoms;
  split_atoms(name, atoms);
  std::string key;
  std::size_t words = 0;
  for (const Atom& atom : atoms) {
    if (!std::ranges::all_of(atom.folded, [](char c) { return c >= 'a' && c <= 'z'; })) {
      return {};
    }
    if (std::ranges::binary_search(articles, std::string_view(atom.folded))) {
      continue;
    }
    key += word_key(atom.folded) + ' ';
    ++words;
  }
  return words > 1 && key.size() >= 8 ? key : std::string{};
}

EntryId SpellingIndex::find(const Knowledge& knowledge, std::string_view name) const {
  const auto wanted = spelling_key(name);
  if (wanted.empty()) {
    return no_entry;
  }
  std::call_once(made_, [&] {
    for (const Fact& fact : knowledge.facts) {
      if (knowledge.entries[fact.entry].kind != EntryKind::person ||
          (fact.attribute != Attribute::name && fact.attribute != Attribute::alias)) {
        continue;
      }
      auto key = spelling_key(knowledge.text(fact.text));
      if (key.empty()) {
        continue;
      }
      const auto [at, fresh] = by_key_.try_emplace(std::move(key), fact.entry);
      if (!fresh && at->second != fact.entry) {
        at->second = no_entry;
      }
    }
  });
  const auto found = by_key_.find(wanted);
  return found == by_key_.end() ? no_entry : found->second;
}

}  // namespace readout::actors
