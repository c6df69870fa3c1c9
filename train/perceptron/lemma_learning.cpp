// Counts scripts by form and tag, then by ending and tag over distinct forms, and keeps what adds something.
#include "lemma_learning.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace readout::train {

namespace {

using syntax::LemmaScript;
using Counts = std::map<LemmaScript, unsigned>;

struct Form {
  syntax::Word word;
  Xpos tag = Xpos::xx;
  Counts counts;
};

const LemmaScript& most_common(const Counts& counts) {
  return std::max_element(counts.begin(), counts.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

// A word by itself, so that its place in the sentence does not matter.
syntax::Word word_alone(const std::string& form) {
  std::vector<syntax::Word> words;
  const Span span{0, static_cast<std::uint32_t>(form.size())};
  syntax::read_words(form, std::span(&span, 1), {}, words);
  return words[0];
}

std::map<std::uint64_t, Form> count_forms(const std::vector<syntax::GoldSentence>& sentences) {
  std::map<std::uint64_t, Form> forms;
  for (const auto& sentence : sentences) {
    for (const auto& word : sentence) {
      if (word.lemma == "_" && word.form != "_") {
        continue;
      }
      const auto seen = word_alone(word.form);
      auto& form = forms[syntax::lemma_key(seen, word.xpos)];
      form.word = seen;
      form.tag = word.xpos;
      ++form.counts[syntax::script_between(word.form, word.lemma)];
    }
  }
  return forms;
}

// By ending: how many forms take each script.
std::map<std::uint64_t, Counts> count_endings(const std::map<std::uint64_t, Form>& forms, std::size_t bytes) {
  std::map<std::uint64_t, Counts> endings;
  for (const auto& [key, form] : forms) {
    ++endings[syntax::ending_key(form.word, form.tag, bytes)][most_common(form.counts)];
  }
  return endings;
}

class Writer {
 public:
  std::map<std::uint64_t, LemmaScript> chosen;

  // The script by the longest ending of at most `bytes` bytes that is chosen so far.
  [[nodiscard]] const LemmaScript* find(const Form& form, std::size_t bytes) const {
    for (auto n = bytes + 1; n-- > 0;) {
      if (const auto at = chosen.find(syntax::ending_key(form.word, form.tag, n)); at != chosen.end()) {
        return &at->second;
      }
    }
    return nullptr;
  }
};

LearntLemmas laid_out(const std::map<std::uint64_t, LemmaScript>& chosen) {
  LearntLemmas learnt;
  std::map<LemmaScript, std::uint16_t> numbers;
  for (const auto& [key, script] : chosen) {
    if (numbers.try_emplace(script, static_cast<std::uint16_t>(learnt.scripts.size())).second) {
      learnt.scripts.push_back(script);
    }
  }
  learnt.table = syntax::TableBuilder(chosen.size());
  for (const auto& [key, script] : chosen) {
    learnt.table.add(key, std::span(&numbers.at(script), 1));
  }
  return learnt;
}

}  // namespace

LearntLemmas learn_lemmas(const std::vector<syntax::GoldSentence>& sentences) {
  const auto forms = count_forms(sentences);
  Writer writer;
  for (std::size_t bytes = 0; bytes <= 5; ++bytes) {
    const auto endings = count_endings(forms, bytes);
    std::map<std::uint64_t, LemmaScript> found;
    for (const auto& [key, form] : forms) {
      const auto ending = syntax::ending_key(form.word, form.tag, bytes);
      const auto& counts = endings.at(ending);
      const auto& best = most_common(counts);
      unsigned all = 0;
      for (const auto& [script, count] : counts) {
        all += count;
      }
      const auto* shorter = bytes == 0 ? nullptr : writer.find(form, bytes - 1);
      const bool enough = bytes == 0 || (counts.at(best) >= 2 && counts.at(best) * 10 >= all * 6);
      if (enough && (shorter == nullptr || *shorter != best)) {
        found.emplace(ending, best);
      }
    }
    writer.chosen.insert(found.begin(), found.end());
  }
  std::map<std::uint64_t, LemmaScript> all = writer.chosen;
  for (const auto& [key, form] : forms) {
    const auto* by_ending = writer.find(form, 5);
    const auto& own = most_common(form.counts);
    if (by_ending == nullptr || *by_ending != own) {
      all.emplace(key, own);
    }
  }
  return laid_out(all);
}

}  // namespace readout::train
