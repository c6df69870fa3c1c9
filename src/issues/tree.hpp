// What this stage asks of the dependency tree: who does it, what is negated, what lies below what.
#pragma once

#include <string_view>
#include <vector>

#include "readout/document.hpp"

namespace readout::issues {

// A view of one document's columns; valid as long as the document is.
class Tree {
 public:
  explicit Tree(const Document& document) : document_(document), syntax_(document.syntax) {}

  [[nodiscard]] const Document& document() const { return document_; }
  [[nodiscard]] std::string_view lemma(TokenId token) const { return syntax_.lemma(token); }
  [[nodiscard]] std::string_view form(TokenId token) const { return slice(document_.report.text, span(token)); }
  [[nodiscard]] Upos upos(TokenId token) const { return syntax_.upos[token]; }
  [[nodiscard]] Xpos xpos(TokenId token) const { return syntax_.xpos[token]; }
  [[nodiscard]] TokenId head(TokenId token) const { return syntax_.head[token]; }
  [[nodiscard]] Relation relation(TokenId token) const { return syntax_.relation[token]; }
  [[nodiscard]] std::span<const TokenId> children(TokenId token) const { return syntax_.children_of(token); }
  [[nodiscard]] Span span(TokenId token) const { return document_.tokens.span[token]; }
  [[nodiscard]] const Sentence& sentence_of(TokenId token) const;

  [[nodiscard]] TokenId child(TokenId token, std::initializer_list<Relation> relations) const;
  // The preposition or conjunction before a phrase or clause, as a lemma; empty when there is none.
  [[nodiscard]] std::string_view opener(TokenId token) const;
  [[nodiscard]] bool is_passive(TokenId verb) const;
  // The word that negates; no_token when none does.
  [[nodiscard]] TokenId negation(TokenId token) const;
  [[nodiscard]] bool below(TokenId token, TokenId ancestor) const;
  // From the first to the last word below a token, marks at the edges left out.
  [[nodiscard]] Span reach(TokenId token) const;
  // The same without the words before `token`'s own phrase that only tie it to what stands before (", and", "of").
  [[nodiscard]] Span phrase(TokenId token) const;

  [[nodiscard]] std::vector<TokenId> subjects(TokenId token) const;
  [[nodiscard]] std::vector<TokenId> objects(TokenId token) const;
  // The nouns of phrases that this preposition opens, below the token or its objects; clauses that it opens too.
  [[nodiscard]] std::vector<TokenId> phrases(TokenId token, std::string_view preposition) const;
  void add_with_conjuncts(TokenId token, std::vector<TokenId>& out) const;

 private:
  void subjects(TokenId token, unsigned depth, std::vector<TokenId>& out) const;

  const Document& document_;
  const Syntax& syntax_;
};

// A clause of its own that hangs on a word by these relations is not about the word.
[[nodiscard]] bool is_aside(const Tree& tree, TokenId token);

}  // namespace readout::issues
