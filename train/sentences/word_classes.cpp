// Counts by folded form, so that a word in capitals has the class of the same word elsewhere.
#include "sentences/word_classes.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <map>
#include <string_view>

#include "text/boundary_features.hpp"

namespace readout::train {

namespace {

constexpr std::array<std::string_view, 14> classes = {"",    "VERB", "AUX", "NOUN", "PROPN", "PRON",  "DET",
                                                      "ADJ", "ADV",  "ADP", "INTJ", "NUM",   "CCONJ", "PART"};
using Counts = std::array<int, 16>;

std::size_t class_of(std::string_view tag) {
  const auto found = std::find(classes.begin(), classes.end(), tag);
  return found != classes.end() ? static_cast<std::size_t>(found - classes.begin()) : tag == "SCONJ" ? 14 : 15;
}

void count(const std::filesystem::path& file, std::map<std::uint32_t, Counts>& counts) {
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    const auto id = std::string_view(line).substr(0, line.find('\t'));
    if (id.empty() || id.front() == '#' || id.find_first_of(".-") != std::string_view::npos) {
      continue;
    }
    const auto form = line.find('\t') + 1;
    const auto lemma = line.find('\t', form) + 1;
    const auto tag = line.find('\t', lemma) + 1;
    const auto word = std::string_view(line).substr(form, lemma - 1 - form);
    ++counts[text::hash_folded(word)][class_of(std::string_view(line).substr(tag, line.find('\t', tag) - tag))];
  }
}

}  // namespace

std::string learn_word_classes(const std::vector<std::filesystem::path>& treebanks, int fewest) {
  std::map<std::uint32_t, Counts> counts;
  for (const auto& file : treebanks) {
    count(file, counts);
  }
  std::string table(text::WordClasses::bytes, '\0');
  for (const auto& [form, by_class] : counts) {
    int sum = 0;
    for (const int n : by_class) {
      sum += n;
    }
    if (sum < fewest) {
      continue;
    }
    const auto best = static_cast<unsigned>(std::max_element(by_class.begin(), by_class.end()) - by_class.begin());
    const std::size_t slot = text::WordClasses::slot_of(form);
    const auto old = static_cast<unsigned char>(table[slot / 2]);
    const unsigned kept = slot % 2 == 0 ? old & 0xF0U : old & 0x0FU;
    table[slot / 2] = static_cast<char>(kept | (slot % 2 == 0 ? best : best << 4U));
  }
  return table;
}

}  // namespace readout::train
