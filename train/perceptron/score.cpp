// Scores a syntax model on treebanks with gold tokens: score_syntax MODEL A.conllu …
#include <fmt/format.h>

#include "syntax/evaluate.hpp"

int main(int argc, char** argv) {
  using namespace readout;
  if (argc < 3) {
    fmt::print(stderr, "usage: score_syntax MODEL TREEBANK.conllu …\n");
    return 2;
  }
  const auto model = syntax::Model::load(argv[1]);
  if (!model) {
    fmt::print(stderr, "{}\n", to_string(model.error()));
    return 1;
  }
  fmt::print("{:<40} {:>7} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} {:>9}\n", "treebank", "words", "UPOS", "XPOS", "lemma",
             "UAS", "LAS", "uLAS", "words/s");
  for (int n = 2; n < argc; ++n) {
    const auto gold = syntax::read_treebank(argv[n]);
    if (!gold) {
      fmt::print(stderr, "{}\n", to_string(gold.error()));
      return 1;
    }
    (void)syntax::evaluate(*model, *gold);  // once unmeasured: memory and caches warm
    const auto e = syntax::evaluate(*model, *gold);
    fmt::print("{:<40} {:>7} {:>6.2f} {:>6.2f} {:>6.2f} {:>6.2f} {:>6.2f} {:>6.2f} {:>9.0f}\n",
               std::filesystem::path(argv[n]).filename().string(), e.words, e.percent(e.upos), e.percent(e.xpos),
               e.percent(e.lemma), e.percent(e.uas), e.percent(e.las), e.percent(e.las_universal),
               static_cast<double>(e.words) / e.seconds);
  }
  return 0;
}
