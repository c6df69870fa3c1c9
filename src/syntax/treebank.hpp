// CoNLL-U treebanks as sentences with their own text, for training and scoring; absent from the pipeline.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "readout/result.hpp"
#include "readout/syntax.hpp"

namespace readout::syntax {

struct GoldWord {
  std::string form;
  std::string lemma;
  Upos upos = Upos::x;
  Xpos xpos = Xpos::xx;
  std::uint32_t head = no_head;  // in the sentence
  Relation relation = Relation::root;
  bool space_after = true;

  static constexpr std::uint32_t no_head = UINT32_MAX;
};
using GoldSentence = std::vector<GoldWord>;
using GoldDocument = std::vector<GoldSentence>;

// Its documents, as "# newdoc" parts them.
[[nodiscard]] Result<std::vector<GoldDocument>> read_treebank(const std::filesystem::path& file);

// The sentence's words as running text, with the span of each.
void write_text(const GoldSentence& sentence, std::string& text, std::vector<Span>& spans);

}  // namespace readout::syntax
