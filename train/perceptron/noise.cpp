// Each kind of noise keeps the tree a tree: only words without dependents are dropped.
#include "noise.hpp"

#include <algorithm>
#include <cctype>

namespace readout::train {

namespace {

using syntax::GoldSentence;
using syntax::GoldWord;

bool is_leaf(const GoldSentence& sentence, std::size_t word) {
  return std::none_of(sentence.begin(), sentence.end(), [word](const GoldWord& other) { return other.head == word; });
}

void drop(GoldSentence& sentence, std::size_t word) {
  if (word > 0 && sentence[word].space_after) {
    sentence[word - 1].space_after = true;
  }
  sentence.erase(sentence.begin() + static_cast<std::ptrdiff_t>(word));
  for (auto& other : sentence) {
    other.head -= other.head != GoldWord::no_head && other.head > word ? 1 : 0;
  }
}

void drop_final_stop(GoldSentence& sentence) {
  if (sentence.size() > 2 && sentence.back().xpos == Xpos::period && is_leaf(sentence, sentence.size() - 1)) {
    drop(sentence, sentence.size() - 1);
  }
}

// Articles go, and forms of "be" beside a participle.
void make_headline(GoldSentence& sentence) {
  drop_final_stop(sentence);
  for (auto word = sentence.size(); word-- > 0;) {
    const auto& [form, lemma, upos, xpos, head, relation, space] = sentence[word];
    const bool article = lemma == "the" || lemma == "a";
    const bool be = lemma == "be" && (relation == Relation::aux_pass || relation == Relation::aux);
    if (sentence.size() > 3 && (article || be) && is_leaf(sentence, word)) {
      drop(sentence, word);
    }
  }
  if (!sentence.empty()) {
    auto& first = sentence.front().form.front();
    first = static_cast<char>(std::toupper(static_cast<unsigned char>(first)));
  }
}

void make_upper(GoldSentence& sentence) {
  for (auto& word : sentence) {
    for (auto& c : word.form) {
      c = c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
    }
  }
}

// Capitals on all words but short function words.
void make_title(GoldSentence& sentence) {
  for (auto& word : sentence) {
    const bool function =
        word.upos == Upos::adp || word.upos == Upos::cconj || word.upos == Upos::det || word.upos == Upos::part;
    auto& first = word.form.front();
    if (!function && first >= 'a' && first <= 'z') {
      first = static_cast<char>(first - ('a' - 'A'));
    }
  }
}

// Straight double quotes become curly ones; how they pair, their tags say.
void curl_quotes(GoldSentence& sentence) {
  for (auto& word : sentence) {
    if (word.form == "\"") {
      word.form = word.xpos == Xpos::open_quote ? "\u201C" : "\u201D";
    } else if (!word.form.empty() && word.form[0] == '\'') {
      word.form.replace(0, 1, "\u2019");
    }
  }
}

}  // namespace

GoldSentence roughened(const GoldSentence& sentence, Chance& chance) {
  GoldSentence rough = sentence;
  const auto draw = chance.below(100);
  if (draw < 5) {
    make_headline(rough);
  } else if (draw < 12) {
    drop_final_stop(rough);
  }
  const auto letters = chance.below(100);
  if (letters < 3) {
    make_upper(rough);
  } else if (letters < 6) {
    make_title(rough);
  }
  if (chance.of(20)) {
    curl_quotes(rough);
  }
  return rough;
}

}  // namespace readout::train
