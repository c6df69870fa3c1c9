// A document for unit tests, written as its parse: one token a line, "FORM LEMMA UPOS XPOS HEAD RELATION" with HEAD
// counted from 1 in its sentence and 0 for the root; an empty line ends a sentence. Tokens are set apart by blanks in
// the text, except where FORM begins with '~', which joins it to the token before.
#pragma once

#include <sstream>
#include <string>
#include <string_view>

#include "readout/document.hpp"

namespace readout::tests {

inline Document parsed(std::string_view lines) {
  Document d;
  d.layout.blocks.push_back({{0, 0}, BlockKind::paragraph});
  std::istringstream in{std::string(lines)};
  Sentence sentence;
  const auto close = [&] {
    sentence.last = d.tokens.size();
    if (sentence.first == sentence.last) {
      return;
    }
    sentence.span = {d.tokens.span[sentence.first].begin, d.tokens.span.back().end};
    d.tokens.sentences.push_back(sentence);
    sentence = Sentence{sentence.last, sentence.last, {}, 0};
  };
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    std::string form, lemma, upos, xpos, relation;
    TokenId head = 0;
    if (!(words >> form >> lemma >> upos >> xpos >> head >> relation)) {
      close();
      continue;
    }
    const bool joined = form.size() > 1 && form.front() == '~';
    if (!joined && !d.report.text.empty()) {
      d.report.text += ' ';
    }
    const auto begin = static_cast<std::uint32_t>(d.report.text.size());
    d.report.text += joined ? form.substr(1) : form;
    d.tokens.span.push_back({begin, static_cast<std::uint32_t>(d.report.text.size())});
    d.syntax.upos.push_back(upos_named(upos));
    d.syntax.xpos.push_back(xpos_named(xpos));
    d.syntax.head.push_back(head == 0 ? no_token : sentence.first + head - 1);
    d.syntax.relation.push_back(relation_named(relation));
    const auto at = static_cast<std::uint32_t>(d.syntax.lemma_text.size());
    d.syntax.lemma_text += lemma;
    d.syntax.lemma_span.push_back({at, static_cast<std::uint32_t>(d.syntax.lemma_text.size())});
  }
  close();
  d.report.body_end = static_cast<std::uint32_t>(d.report.text.size());
  d.layout.blocks.front().span = {0, d.report.body_end};
  index_children(d.syntax);
  return d;
}

// The first token with this form.
inline TokenId token_of(const Document& d, std::string_view form) {
  for (TokenId token = 0; token < d.tokens.size(); ++token) {
    if (slice(d.report.text, d.tokens.span[token]) == form) {
      return token;
    }
  }
  return no_token;
}

}  // namespace readout::tests
