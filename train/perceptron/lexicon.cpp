// Each form with the tags that it can have.
#include "lexicon.hpp"

#include <string>
#include <utility>

#include "base/table.hpp"

namespace readout::train {

Result<std::vector<syntax::GoldSentence>> read_lexicon(const std::filesystem::path& verbs) {
  auto table = base::Table::read(verbs, {"lemma", "past", "participle", "gerund", "third"});
  if (!table) {
    return table.error();
  }
  std::vector<syntax::GoldSentence> sentences;
  for (std::size_t row = 0; row < table->rows(); ++row) {
    const std::string lemma(table->cell(row, 0));
    syntax::GoldSentence words;
    const auto add = [&](std::string_view form, Xpos tag) {
      auto& word = words.emplace_back();
      word.form = form;
      word.lemma = lemma;
      word.xpos = tag;
    };
    for (const Xpos tag : {Xpos::vb, Xpos::vbp}) {
      add(lemma, tag);
    }
    constexpr std::pair<std::size_t, Xpos> columns[] = {{1, Xpos::vbd}, {2, Xpos::vbn}, {3, Xpos::vbg}, {4, Xpos::vbz}};
    for (const auto& [column, tag] : columns) {
      for (const auto form : base::split(table->cell(row, column))) {
        add(form, tag);
      }
    }
    sentences.push_back(std::move(words));
  }
  return sentences;
}

}  // namespace readout::train
