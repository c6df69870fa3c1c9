// A block is the widest thing that a sentence can span: words, then sentences, block by block.
#include "text/tokenize.hpp"

#include <vector>

#include "text/sentences.hpp"
#include "text/words.hpp"

namespace readout::text {

Tokens tokenize(std::string_view text, const Layout& layout, const Lexicon& lexicon) {
  Tokens tokens;
  tokens.span.reserve(text.size() / 5);
  std::vector<Word> words;
  std::vector<std::size_t> ends;
  SentenceFinder sentences(lexicon);
  std::uint32_t done = 0;
  for (std::uint32_t block = 0; block < layout.blocks.size(); ++block) {
    const Span span = layout.blocks[block].span;
    if (span.begin < done || span.end > text.size() || span.empty()) {
      continue;
    }
    done = span.end;
    words.clear();
    ends.clear();
    split_words(text, span, lexicon, words);
    sentences.find(text, words, ends);
    std::size_t at = 0;
    for (const std::size_t end : ends) {
      const auto first = tokens.size();
      for (; at < end; ++at) {
        tokens.span.push_back(words[at].span);
      }
      tokens.sentences.push_back({first, tokens.size(), cover(tokens.span[first], tokens.span.back()), block});
    }
  }
  return tokens;
}

}  // namespace readout::text
