// Parses each document of a treebank as one report and compares.
#include "syntax/evaluate.hpp"

#include <chrono>

namespace readout::syntax {

namespace {

void compare(const GoldWord& gold, const Syntax& syntax, TokenId first, TokenId token, Evaluation& result) {
  const auto head = gold.head == GoldWord::no_head ? no_token : first + gold.head;
  const bool attached = syntax.head[token] == head;
  ++result.words;
  result.upos += syntax.upos[token] == gold.upos ? 1 : 0;
  result.xpos += syntax.xpos[token] == gold.xpos ? 1 : 0;
  result.lemma += gold.lemma == "_" || syntax.lemma(token) == gold.lemma ? 1 : 0;
  result.uas += attached ? 1 : 0;
  result.las += attached && syntax.relation[token] == gold.relation ? 1 : 0;
}

}  // namespace

Evaluation evaluate(const Model& model, const std::vector<GoldDocument>& gold) {
  Evaluation result;
  Workspace workspace;
  for (const auto& document : gold) {
    std::string text;
    Tokens tokens;
    for (const auto& sentence : document) {
      const auto first = tokens.size();
      write_text(sentence, text, tokens.span);
      text += '\n';
      tokens.sentences.push_back({first, tokens.size(), cover(tokens.span[first], tokens.span.back()), 0});
    }
    const auto begin = std::chrono::steady_clock::now();
    const auto syntax = parse(text, tokens, model, workspace);
    result.seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    for (std::size_t n = 0; n < document.size(); ++n) {
      const auto first = tokens.sentences[n].first;
      for (std::size_t at = 0; at < document[n].size(); ++at) {
        compare(document[n][at], syntax, first, first + static_cast<TokenId>(at), result);
      }
    }
  }
  return result;
}

}  // namespace readout::syntax
