// Tokens and sentences against the development parts of UD English EWT and GUM: the text is rebuilt from the treebank,
// cut by this stage, and compared as the CoNLL 2018 shared task did, by character offsets without blanks. Floors, not
// goals.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "text/raw_treebank.hpp"
#include "text/testing.hpp"

namespace readout::text {
namespace {

double f1(Ranges gold, Ranges found) {
  std::sort(gold.begin(), gold.end());
  std::sort(found.begin(), found.end());
  Ranges both;
  std::set_intersection(gold.begin(), gold.end(), found.begin(), found.end(), std::back_inserter(both));
  return 200.0 * static_cast<double>(both.size()) / static_cast<double>(gold.size() + found.size());
}

struct Score {
  double words = 0;
  double sentences = 0;
};

Score score(const RawTreebank& gold) {
  const Tokens tokens = tokenize(gold.text, gold.layout, shipped_lexicon());
  const auto solid = solid_offsets(gold.text);
  Ranges words;
  Ranges sentences;
  for (const Span span : tokens.span) {
    words.emplace_back(solid[span.begin], solid[span.end]);
  }
  for (const Sentence& sentence : tokens.sentences) {
    sentences.emplace_back(solid[sentence.span.begin], solid[sentence.span.end]);
  }
  return {f1(gold.words, words), f1(gold.sentences, sentences)};
}

struct Floor {
  const char* file;
  double words;
  double sentences;
};

class Treebank : public testing::TestWithParam<Floor> {};

TEST_P(Treebank, IsCutAsItsAnnotatorsDid) {
  const auto file =
      std::filesystem::path(READOUT_SOURCE_DIR) / ".." / "shared" / "data" / "treebanks" / GetParam().file;
  if (!std::filesystem::exists(file)) {
    GTEST_SKIP() << "needs " << GetParam().file;
  }
  const auto gold = read_raw_treebank(file);
  ASSERT_TRUE(gold) << to_string(gold.error());
  const Score reached = score(*gold);
  RecordProperty("words", std::to_string(reached.words));
  RecordProperty("sentences", std::to_string(reached.sentences));
  std::printf("%s: words F1 %.2f, sentences F1 %.2f\n", GetParam().file, reached.words, reached.sentences);
  EXPECT_GE(reached.words, GetParam().words);
  EXPECT_GE(reached.sentences, GetParam().sentences);
}

INSTANTIATE_TEST_SUITE_P(Dev, Treebank,
                         testing::Values(Floor{"ewt/en_ewt-ud-dev.conllu", 99.2, 88.5},
                                         Floor{"gum/en_gum-ud-dev.conllu", 99.8, 96.1}));

}  // namespace
}  // namespace readout::text
