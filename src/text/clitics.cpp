// English clitics are few and closed; they are read from the end of the word. What has no apostrophe (cannot, gonna) is
// a table.
#include "text/clitics.hpp"

#include <algorithm>
#include <array>

#include "text/character.hpp"

namespace readout::text {

namespace {

constexpr std::size_t longest_contraction = 12;
constexpr std::array<std::string_view, 6> clitics = {"s", "m", "d", "ll", "re", "ve"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// "1960's", "80's", "47's" are plurals of numbers and stay whole; "2019's" is a possessive.
bool is_number_plural(std::string_view before) {
  const bool digits = !before.empty() && std::all_of(before.begin(), before.end(), is_digit);
  return digits && (before.size() != 4 || before.back() == '0');
}

// The offset of the clitic at the end of `word`; npos when there is none.
std::size_t last_clitic(std::string_view word) {
  const auto straight = word.rfind('\'');
  const auto curly = word.rfind("\u2019");
  const auto at =
      straight == std::string_view::npos || (curly != std::string_view::npos && curly > straight) ? curly : straight;
  if (at == std::string_view::npos || at == 0) {
    return std::string_view::npos;
  }
  const auto tail = word.substr(at + (at == straight ? 1 : 3));
  if (equals_folded(tail, "t") && at >= 2 && fold(word[at - 1]) == 'n') {
    return at - 1;
  }
  const bool known =
      std::any_of(clitics.begin(), clitics.end(), [&](auto clitic) { return equals_folded(tail, clitic); });
  if (!known || (equals_folded(tail, "s") && is_number_plural(word.substr(0, at)))) {
    return std::string_view::npos;
  }
  return at;
}

// "5bn", "10am": a plain number and a known unit.
std::size_t unit_cut(std::string_view word, const Lexicon& lexicon) {
  if (!is_digit(word.front()) || is_digit(word.back())) {
    return std::string_view::npos;
  }
  const auto end = word.find_first_not_of("0123456789.,:");
  if (end == std::string_view::npos || !is_digit(word[end - 1])) {
    return std::string_view::npos;
  }
  return lexicon.units.contains(word.substr(end)) ? end : std::string_view::npos;
}

bool contraction_cuts(std::string_view word, const Lexicon& lexicon, std::vector<std::size_t>& cuts) {
  if (word.size() < 4 || word.size() > longest_contraction) {
    return false;
  }
  std::array<char, longest_contraction> folded{};
  std::transform(word.begin(), word.end(), folded.begin(), fold);
  const auto found = lexicon.contractions.find(std::string_view(folded.data(), word.size()));
  if (found == lexicon.contractions.end()) {
    return false;
  }
  std::size_t at = 0;
  for (std::size_t i = 0; i + 1 < found->second.size(); ++i) {
    at += found->second[i].size();
    cuts.push_back(at);
  }
  return true;
}

}  // namespace

void find_cuts(std::string_view word, const Lexicon& lexicon, std::vector<std::size_t>& cuts) {
  cuts.clear();
  if (word.empty() || contraction_cuts(word, lexicon, cuts)) {
    return;
  }
  if (const auto cut = unit_cut(word, lexicon); cut != std::string_view::npos) {
    cuts.push_back(cut);
    return;
  }
  for (auto at = last_clitic(word); at != std::string_view::npos && at > 0; at = last_clitic(word.substr(0, at))) {
    cuts.push_back(at);
    if (cuts.size() == 3) {  // no English word has more
      break;
    }
  }
  std::reverse(cuts.begin(), cuts.end());
}

std::size_t clitic_length(std::string_view text) {
  const Character apostrophe = character_at(text, 0);
  if (!is_apostrophe(apostrophe.value)) {
    return 0;
  }
  for (const auto clitic : clitics) {
    const std::size_t end = apostrophe.length + clitic.size();
    if (equals_folded(text.substr(apostrophe.length, clitic.size()), clitic) &&
        !is_word(character_at(text, end).kind)) {
      return end;
    }
  }
  return 0;
}

}  // namespace readout::text
