// Walking the dependency tree by deep roles: who does what to whom, whatever the construction.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "acts/rules.hpp"
#include "readout/document.hpp"

namespace readout::acts {

// A view of one document's columns, valid as long as the document and the rules are.
class Tree {
 public:
  Tree(const Document& document, const Rules& rules);

  [[nodiscard]] const Document& document() const { return document_; }
  [[nodiscard]] const Rules& rules() const { return rules_; }
  // In lower case for nouns that only a title's capitals made names: "talk" for "Talks"; "following" as a preposition.
  [[nodiscard]] std::string_view lemma(TokenId token) const;
  [[nodiscard]] std::string_view word(TokenId token) const {
    return slice(document_.report.text, document_.tokens.span[token]);
  }
  [[nodiscard]] Upos upos(TokenId token) const { return document_.syntax.upos[token]; }
  [[nodiscard]] Xpos xpos(TokenId token) const { return document_.syntax.xpos[token]; }
  [[nodiscard]] TokenId head(TokenId token) const { return document_.syntax.head[token]; }
  [[nodiscard]] Relation relation(TokenId token) const { return document_.syntax.relation[token]; }
  [[nodiscard]] std::span<const TokenId> children(TokenId token) const { return document_.syntax.children_of(token); }
  [[nodiscard]] Span span(TokenId token) const { return document_.tokens.span[token]; }

  // The first child with one of these relations; no_token when there is none.
  [[nodiscard]] TokenId child(TokenId token, std::initializer_list<Relation> relations) const;
  // The preposition or conjunction that opens a phrase, lower case: "with"; empty when none does.
  [[nodiscard]] std::string_view opener(TokenId token) const;
  // The word that opens a clause: "that", "of" in "of attacking", "to" in "to attack"; empty when none does.
  [[nodiscard]] std::string_view mark(TokenId clause) const;
  [[nodiscard]] bool is_oblique(TokenId token) const;   // hangs as a phrase
  [[nodiscard]] bool is_nominal(TokenId token) const;   // a noun or a name
  [[nodiscard]] bool is_capital(TokenId token) const;   // written with a capital
  [[nodiscard]] bool in_headline(TokenId token) const;  // in a title, or a line without a stop
  [[nodiscard]] bool is_gerund(TokenId clause) const;   // "attacking", "being behind the attack"
  [[nodiscard]] bool is_passive(TokenId verb) const;
  [[nodiscard]] bool is_negated(TokenId token) const;
  // True when `token` stands below `ancestor`, or is it.
  [[nodiscard]] bool below(TokenId token, TokenId ancestor) const;
  // The smallest and largest token below `token`, itself included: [first, last).
  [[nodiscard]] std::pair<TokenId, TokenId> reach(TokenId token) const;

  // Deep roles of a verb, or of a noun carried by a support verb ("launched an attack on").
  [[nodiscard]] std::vector<TokenId> subjects(TokenId token) const;
  [[nodiscard]] std::vector<TokenId> objects(TokenId token) const;
  // The verb that a noun is the object of, when it is one of @support: "held" for "talks"; else no_token.
  [[nodiscard]] TokenId support(TokenId noun) const;

  // The verb or predicate in whose clause a noun stands: "said" for "after talks with Orban, Merkel said".
  [[nodiscard]] TokenId governor(TokenId noun) const;

  // Every token that a path leads to, coordinated ones included, in text order.
  [[nodiscard]] std::vector<TokenId> follow(TokenId from, const Path& path) const;

 private:
  void add_with_conjuncts(TokenId token, std::vector<TokenId>& out) const;
  void step(TokenId from, const Step& step, std::vector<TokenId>& out) const;
  void subjects(TokenId token, unsigned depth, std::vector<TokenId>& out) const;
  void objects(TokenId token, unsigned depth, std::vector<TokenId>& out) const;
  void bearers(TokenId noun, unsigned depth, std::vector<TokenId>& out) const;
  void writers(TokenId noun, unsigned depth, std::vector<TokenId>& out) const;
  [[nodiscard]] bool is_finite(TokenId verb) const;
  [[nodiscard]] bool is_predicate(TokenId token) const;
  [[nodiscard]] TokenId lender(TokenId noun) const;
  [[nodiscard]] bool is_counted(TokenId noun) const;
  [[nodiscard]] bool names_its_head(TokenId apposition) const;
  [[nodiscard]] bool lists_in_headline(TokenId apposition) const;
  [[nodiscard]] bool is_loose_infinitive(TokenId clause) const;
  void add_hyphenated(TokenId name, std::vector<TokenId>& out) const;
  void phrases_below_phrases(TokenId from, std::string_view preposition, std::vector<TokenId>& out) const;
  void clauses_of_complement(TokenId verb, std::vector<TokenId>& out) const;
  void phrases(TokenId from, std::string_view preposition, std::vector<TokenId>& out) const;
  [[nodiscard]] TokenId antecedent(TokenId pronoun) const;

  const Document& document_;
  const Rules& rules_;
  std::vector<std::pair<TokenId, std::string>> folded_;  // lemmas that differ from the document's, by token
};

}  // namespace readout::acts
