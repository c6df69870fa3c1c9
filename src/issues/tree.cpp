#include "issues/tree.hpp"

#include <algorithm>

namespace readout::issues {

namespace {

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr unsigned deepest = 10;  // of climbs along shared subjects; trees are total, not always sensible

}  // namespace

const Sentence& Tree::sentence_of(TokenId token) const {
  const auto& sentences = document_.tokens.sentences;
  const auto next = std::upper_bound(sentences.begin(), sentences.end(), token,
                                     [](TokenId t, const Sentence& sentence) { return t < sentence.first; });
  return next == sentences.begin() ? *next : *(next - 1);
}

TokenId Tree::child(TokenId token, std::initializer_list<Relation> relations) const {
  for (const TokenId child : children(token)) {
    if (std::find(relations.begin(), relations.end(), relation(child)) != relations.end()) {
      return child;
    }
  }
  return no_token;
}

std::string_view Tree::opener(TokenId token) const {
  const TokenId word = child(token, {Relation::case_, Relation::mark});
  return word == no_token ? std::string_view() : lemma(word);
}

bool Tree::is_passive(TokenId verb) const {
  return child(verb, {Relation::aux_pass, Relation::nsubj_pass, Relation::obl_agent}) != no_token;
}

TokenId Tree::negation(TokenId token) const {
  for (const TokenId child : children(token)) {
    const bool before = relation(child) == Relation::advmod || relation(child) == Relation::det ||
                        relation(child) == Relation::cc || relation(child) == Relation::cc_preconj;
    if (before && one_of(lemma(child), {"not", "n't", "n’t", "never", "no", "neither", "nor", "hardly"})) {
      return child;
    }
  }
  return no_token;
}

bool Tree::below(TokenId token, TokenId ancestor) const {
  for (unsigned steps = 0; token != no_token && steps < 200; ++steps, token = head(token)) {
    if (token == ancestor) {
      return true;
    }
  }
  return false;
}

Span Tree::reach(TokenId token) const {
  const Sentence& sentence = sentence_of(token);
  Span out = span(token);
  for (TokenId t = sentence.first; t < sentence.last; ++t) {
    if (upos(t) != Upos::punct && below(t, token)) {
      out = cover(out, span(t));
    }
  }
  return out;
}

Span Tree::phrase(TokenId token) const {
  const Sentence& sentence = sentence_of(token);
  Span out = span(token);
  for (TokenId t = sentence.first; t < sentence.last; ++t) {
    TokenId under = t;  // the child of `token` that t lies below
    while (under != no_token && under != token && head(under) != token) {
      under = head(under);
    }
    const bool ties =
        under != token && under != no_token &&
        (relation(under) == Relation::case_ || relation(under) == Relation::cc || relation(under) == Relation::mark ||
         relation(under) == Relation::cop || relation(under) == Relation::nsubj || relation(under) == Relation::conj ||
         relation(under) == Relation::parataxis || relation(under) == Relation::advcl ||
         relation(under) == Relation::acl_relcl || relation(under) == Relation::appos ||
         relation(under) == Relation::aux || relation(under) == Relation::advmod ||
         (relation(under) == Relation::obl && under < token));
    if (under != no_token && !ties && upos(t) != Upos::punct) {
      out = cover(out, span(t));
    }
  }
  return out;
}

void Tree::add_with_conjuncts(TokenId token, std::vector<TokenId>& out) const {
  if (std::find(out.begin(), out.end(), token) != out.end()) {
    return;
  }
  out.push_back(token);
  for (const TokenId child : children(token)) {
    if (relation(child) == Relation::conj) {
      add_with_conjuncts(child, out);
    }
  }
}

std::vector<TokenId> Tree::subjects(TokenId token) const {
  std::vector<TokenId> out;
  subjects(token, 0, out);
  return out;
}

void Tree::subjects(TokenId token, unsigned depth, std::vector<TokenId>& out) const {
  if (token == no_token || depth > deepest) {
    return;
  }
  if (is_passive(token)) {
    for (const TokenId child : children(token)) {
      const bool agent =
          relation(child) == Relation::obl_agent || (relation(child) == Relation::obl && opener(child) == "by");
      if (agent) {
        add_with_conjuncts(child, out);
      }
    }
    return;
  }
  for (const TokenId own : children(token)) {
    if (relation(own) == Relation::nsubj) {
      if (relation(token) == Relation::acl_relcl && one_of(lemma(own), {"who", "which", "that"})) {
        add_with_conjuncts(head(token), out);
      } else {
        add_with_conjuncts(own, out);
      }
    }
  }
  if (!out.empty()) {
    return;
  }
  const TokenId up = head(token);
  switch (relation(token)) {
    case Relation::xcomp: {
      // Who is told to do it is the object above, else whoever does what stands above.
      const TokenId object = up == no_token ? no_token : child(up, {Relation::obj, Relation::iobj});
      if (object != no_token && upos(token) == Upos::verb) {
        add_with_conjuncts(object, out);
      } else {
        subjects(up, depth + 1, out);
      }
      break;
    }
    case Relation::obj:
    case Relation::obl:
      if (upos(token) == Upos::noun &&
          (relation(token) == Relation::obj || one_of(opener(token), {"for", "with", "in"}))) {  // "voiced support"
        subjects(up, depth + 1, out);
      }
      break;
    case Relation::conj:
    case Relation::advcl:
    case Relation::ccomp:
      subjects(up, depth + 1, out);
      break;
    case Relation::acl: {
      const TokenId owner = up == no_token ? no_token : child(up, {Relation::nmod_poss});
      if (owner != no_token) {
        add_with_conjuncts(owner, out);
      } else if (up != no_token && xpos(token) == Xpos::vbg && opener(token).empty()) {
        add_with_conjuncts(up, out);
      } else if (up != no_token && (relation(up) == Relation::obj || relation(up) == Relation::obl)) {
        subjects(head(up), depth + 1, out);
      }
      break;
    }
    default:
      break;
  }
}

std::vector<TokenId> Tree::objects(TokenId token) const {
  std::vector<TokenId> out;
  for (const TokenId child : children(token)) {
    const bool is_object = relation(child) == Relation::obj || relation(child) == Relation::iobj;
    if (is_object || (relation(child) == Relation::nsubj_pass)) {
      add_with_conjuncts(child, out);
    }
  }
  if (out.empty() && xpos(token) == Xpos::vbn && relation(token) == Relation::acl && head(token) != no_token) {
    out.push_back(head(token));
  }
  return out;
}

std::vector<TokenId> Tree::phrases(TokenId token, std::string_view preposition) const {
  std::vector<TokenId> out;
  std::vector<TokenId> from{token};
  for (const TokenId child : children(token)) {
    const bool carried = relation(child) == Relation::obj || relation(child) == Relation::obl ||
                         relation(child) == Relation::xcomp || relation(child) == Relation::nsubj_pass;
    if (carried) {
      from.push_back(child);
    }
  }
  // "expressed concern over …": the phrase may hang on the verb that carries the noun.
  if (upos(token) == Upos::noun &&
      (relation(token) == Relation::obj || (relation(token) == Relation::obl && opener(token) == "for")) &&
      head(token) != no_token) {
    from.push_back(head(token));
  }
  for (const TokenId base : from) {
    for (const TokenId child : children(base)) {
      const bool phrase = relation(child) == Relation::obl || relation(child) == Relation::nmod ||
                          relation(child) == Relation::advcl || relation(child) == Relation::acl ||
                          relation(child) == Relation::obl_agent;
      if (phrase && child != token && opener(child) == preposition) {
        add_with_conjuncts(child, out);
      }
    }
  }
  return out;
}

bool is_aside(const Tree& tree, TokenId token) {
  switch (tree.relation(token)) {
    case Relation::parataxis:
    case Relation::acl_relcl:
    case Relation::advcl_relcl:
      return true;
    case Relation::acl:
      return tree.child(token, {Relation::nsubj}) != no_token;
    case Relation::advcl:
      return tree.child(token, {Relation::nsubj}) != no_token ||
             one_of(tree.opener(token), {"while", "after", "as", "before", "since", "when", "because", "if", "although",
                                         "though", "until", "unless", "whereas", "once", "despite", ""});
    case Relation::obl:
      return one_of(tree.opener(token), {"despite", "amid", "after", "ahead", "before"});
    case Relation::conj:
      return tree.upos(token) == Upos::verb && tree.child(token, {Relation::nsubj}) != no_token;
    default:
      return false;
  }
}

}  // namespace readout::issues
