// The steps that paths are made of: from a token to its relatives, wherever parsers hang them.
#include <algorithm>

#include "acts/tree.hpp"

namespace readout::acts {

void Tree::phrases(TokenId from, std::string_view preposition, std::vector<TokenId>& out) const {
  for (const TokenId c : children(from)) {
    if (is_oblique(c) && opener(c) == preposition) {
      add_with_conjuncts(antecedent(c), out);
    }
    // "accused of attacking", "thanked for helping"; "to attack" is an infinitive.
    const bool clause = relation(c) == Relation::advcl || relation(c) == Relation::acl;
    if (clause && xpos(c) == Xpos::vbg && mark(c) == preposition) {
      out.push_back(c);
    }
  }
}

// "accusations by Russia against Ukraine": the second phrase hangs on the first one's name.
void Tree::phrases_below_phrases(TokenId from, std::string_view preposition, std::vector<TokenId>& out) const {
  for (const TokenId c : children(from)) {
    const auto first = is_oblique(c) ? opener(c) : std::string_view{};
    if (first == "by" || ((first == "of" || first == "from") && upos(c) == Upos::propn)) {
      phrases(c, preposition, out);
    }
  }
}

// "threats to invade"; "threatened, if attacked, to strike back": an infinitive that is no complement in the tree.
bool Tree::is_loose_infinitive(TokenId clause) const {
  if (mark(clause) != "to" || xpos(clause) == Xpos::vbg) {
    return false;
  }
  const TokenId up = head(clause);
  return relation(clause) == Relation::acl ||
         (relation(clause) == Relation::advcl && rules_.in_list("@commits", lemma(up)) &&
          child(up, {Relation::obj}) == no_token);
}

// "a US-China summit": the first name hangs on the second.
void Tree::add_hyphenated(TokenId name, std::vector<TokenId>& out) const {
  for (const TokenId c : children(name)) {
    if (relation(c) == Relation::compound && upos(c) == Upos::propn && c + 2 == name && xpos(c + 1) == Xpos::hyph) {
      out.push_back(c);
    }
  }
}

// "made clear that Germany would not pay": the clause hangs on the adjective.
void Tree::clauses_of_complement(TokenId verb, std::vector<TokenId>& out) const {
  for (const TokenId c : children(verb)) {
    if (relation(c) == Relation::xcomp && upos(c) == Upos::adj) {
      for (const TokenId clause : children(c)) {
        if (relation(clause) == Relation::ccomp) {
          out.push_back(clause);
        }
      }
    }
  }
}

void Tree::step(TokenId from, const Step& step, std::vector<TokenId>& out) const {
  switch (step.kind) {
    case StepKind::subject:
      subjects(from, 0, out);
      return;
    case StepKind::object:
      objects(from, 0, out);
      return;
    case StepKind::recipient:
      if (const TokenId c = child(from, {Relation::iobj}); c != no_token) {
        add_with_conjuncts(c, out);
      }
      return;
    case StepKind::possessor:
      if (const TokenId c = child(from, {Relation::nmod_poss}); c != no_token) {
        add_with_conjuncts(c, out);
      }
      return;
    case StepKind::modifier:
      for (const TokenId c : children(from)) {
        if (relation(c) == Relation::amod || relation(c) == Relation::compound || relation(c) == Relation::nmod_desc) {
          add_with_conjuncts(c, out);
          if (upos(c) == Upos::propn) {
            add_hyphenated(c, out);
          }
        }
      }
      return;
    case StepKind::clause:
      for (const TokenId c : children(from)) {
        if (relation(c) == Relation::ccomp) {
          out.push_back(c);
        }
      }
      if (out.empty()) {
        clauses_of_complement(from, out);
      }
      return;
    case StepKind::infinitive:
      for (const TokenId c : children(from)) {
        if ((relation(c) == Relation::xcomp && upos(c) != Upos::adj) || is_loose_infinitive(c)) {
          out.push_back(c);
        }
      }
      return;
    case StepKind::complement:
      for (const TokenId c : children(from)) {
        const bool predicated = relation(c) == Relation::xcomp && upos(c) != Upos::verb;
        // "called Xi a dictator": parsers may take what somebody is called for a second object.
        const TokenId object = child(from, {Relation::iobj, Relation::obj});
        const bool second = relation(c) == Relation::obj && c != object && object < c;
        if (predicated || second || (is_oblique(c) && opener(c) == "as")) {
          out.push_back(c);
        }
        // "called the decision 'absurd'": or, in quotation marks, for an apposition.
        if (relation(c) == Relation::obj) {
          for (const TokenId quoted : children(c)) {
            if (relation(quoted) == Relation::appos && xpos(quoted - 1) == Xpos::open_quote) {
              out.push_back(quoted);
            }
          }
        }
      }
      return;
    case StepKind::governor:
      if (const TokenId verb = governor(from); verb != no_token) {
        out.push_back(verb);
      }
      return;
    case StepKind::opener:
      if (const TokenId word = child(from, {Relation::case_, Relation::mark}); word != no_token) {
        out.push_back(word);
      }
      return;
    case StepKind::auxiliary:
      for (const TokenId c : children(from)) {
        if (relation(c) == Relation::aux) {
          out.push_back(c);
        }
      }
      return;
    case StepKind::preposition:
      phrases(from, step.word, out);
      if (out.empty()) {
        // Parsers hang "held talks with Xi" on either word: look at the object too, and at the support verb.
        if (const TokenId object = child(from, {Relation::obj, Relation::nsubj_pass}); object != no_token) {
          phrases(object, step.word, out);
        }
        if (const TokenId verb = upos(from) == Upos::noun ? support(from) : no_token; verb != no_token && out.empty()) {
          phrases(verb, step.word, out);
        }
        if (out.empty()) {
          phrases_below_phrases(from, step.word, out);
        }
      }
      return;
  }
}

std::vector<TokenId> Tree::follow(TokenId from, const Path& path) const {
  std::vector<TokenId> now{from};
  for (const Step& one : path) {
    std::vector<TokenId> next;
    for (const TokenId token : now) {
      step(token, one, next);
    }
    std::sort(next.begin(), next.end());
    next.erase(std::unique(next.begin(), next.end()), next.end());
    now = std::move(next);
  }
  return now;
}

}  // namespace readout::acts
