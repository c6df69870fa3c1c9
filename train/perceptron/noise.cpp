// Each kind of noise keeps the tree a tree: only words without dependents are dropped.
#include "noise.hpp"

#include "inversion.hpp"

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

// "announced" as "announces", or "announce" after a plural subject; auxiliaries stay as they are.
void make_present(GoldSentence& sentence, std::size_t at) {
  GoldWord& verb = sentence[at];
  const auto plural = [&](const GoldWord& other) {
    return other.head == at && other.relation == Relation::nsubj &&
           (other.xpos == Xpos::nns || other.xpos == Xpos::nnps || other.lemma == "they" || other.lemma == "we" ||
            other.lemma == "I");
  };
  if (verb.xpos != Xpos::vbd || verb.upos != Upos::verb || verb.lemma == "be" || verb.lemma.size() < 2) {
    return;
  }
  if (std::any_of(sentence.begin(), sentence.end(), plural)) {
    verb.form = verb.lemma;
    verb.xpos = Xpos::vbp;
    return;
  }
  const auto ends = [&](std::string_view ending) { return verb.lemma.ends_with(ending); };
  const bool after_vowel = std::string_view("aeiou").find(verb.lemma[verb.lemma.size() - 2]) != std::string_view::npos;
  if (verb.lemma == "have") {
    verb.form = "has";
  } else if (ends("y") && !after_vowel) {
    verb.form = verb.lemma.substr(0, verb.lemma.size() - 1) + "ies";
  } else {
    verb.form =
        verb.lemma + (ends("s") || ends("x") || ends("z") || ends("ch") || ends("sh") || ends("o") ? "es" : "s");
  }
  verb.xpos = Xpos::vbz;
}

void capitalize(GoldWord& word) {
  auto& first = word.form.front();
  first = static_cast<char>(std::toupper(static_cast<unsigned char>(first)));
}

// The past becomes present; articles go, and forms of "be" beside a participle.
void make_headline(GoldSentence& sentence) {
  drop_final_stop(sentence);
  for (std::size_t word = 0; word < sentence.size(); ++word) {
    make_present(sentence, word);
  }
  for (auto word = sentence.size(); word-- > 0;) {
    const auto& [form, lemma, upos, xpos, head, relation, space] = sentence[word];
    const bool article = lemma == "the" || lemma == "a";
    const bool be = lemma == "be" && (relation == Relation::aux_pass || relation == Relation::aux);
    if (sentence.size() > 3 && (article || be) && is_leaf(sentence, word)) {
      drop(sentence, word);
    }
  }
  if (!sentence.empty()) {
    capitalize(sentence.front());
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
  if (chance.of(35)) {
    invert_report(rough, chance);
  }
  const auto draw = chance.below(100);
  if (draw < 6) {
    make_headline(rough);
  } else if (draw < 13) {
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
