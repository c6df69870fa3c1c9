// The sentences to learn from, each with what its document shows of names.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "syntax/treebank.hpp"
#include "syntax/words.hpp"

namespace readout::train {

struct Lessons {
  std::vector<syntax::GoldSentence> sentences;
  std::vector<std::uint32_t> document;   // [sentences]
  std::vector<syntax::SeenNames> names;  // [documents]

  void add(const syntax::GoldDocument& gold) {
    auto& seen = names.emplace_back();
    for (const auto& sentence : gold) {
      std::string text;
      std::vector<Span> spans;
      syntax::write_text(sentence, text, spans);
      syntax::note_names(text, spans, seen);
      sentences.push_back(sentence);
      document.push_back(static_cast<std::uint32_t>(names.size() - 1));
    }
  }
  [[nodiscard]] const syntax::SeenNames& names_of(std::size_t sentence) const { return names[document[sentence]]; }
};

}  // namespace readout::train
