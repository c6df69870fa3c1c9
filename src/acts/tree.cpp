// Deep roles from Universal Dependencies. Each function names the constructions that it undoes.
#include "acts/tree.hpp"

#include <algorithm>
#include <array>

namespace readout::acts {

namespace {

// Control and coordination may nest; beyond this a tree is a parser's error.
constexpr unsigned max_depth = 6;

bool is_conjunct(Relation relation) {
  return relation == Relation::conj;
}

bool is_open_complement(Relation relation) {
  return relation == Relation::xcomp;
}

bool is_oblique(Relation relation) {
  return relation == Relation::obl || relation == Relation::nmod || relation == Relation::obl_agent ||
         relation == Relation::obl_unmarked || relation == Relation::nmod_desc;
}

bool equals_folded(std::string_view word, std::string_view lower) {
  return word.size() == lower.size() && std::equal(word.begin(), word.end(), lower.begin(), [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
         });
}

}  // namespace

TokenId Tree::child(TokenId token, std::initializer_list<Relation> relations) const {
  for (const TokenId c : children(token)) {
    if (std::find(relations.begin(), relations.end(), relation(c)) != relations.end()) {
      return c;
    }
  }
  return no_token;
}

std::string_view Tree::opener(TokenId token) const {
  const TokenId mark = child(token, {Relation::case_});
  return mark == no_token ? std::string_view{} : lemma(mark);
}

bool Tree::is_passive(TokenId verb) const {
  if (child(verb, {Relation::nsubj_pass, Relation::aux_pass, Relation::csubj_pass}) != no_token) {
    return true;
  }
  // "the man held by police": a participle after its noun.
  if (relation(verb) == Relation::acl && xpos(verb) == Xpos::vbn) {
    return true;
  }
  // "was arrested and beaten"
  if (is_conjunct(relation(verb)) && xpos(verb) == Xpos::vbn && head(verb) != no_token &&
      child(verb, {Relation::aux, Relation::nsubj, Relation::obj}) == no_token) {
    return is_passive(head(verb));
  }
  return false;
}

bool Tree::is_negated(TokenId token) const {
  constexpr std::array<std::string_view, 8> words{"not", "n't", "n’t", "never", "no", "neither", "nor", "hardly"};
  for (const TokenId c : children(token)) {
    const Relation r = relation(c);
    if (r != Relation::advmod && r != Relation::det && r != Relation::aux && r != Relation::cc &&
        r != Relation::cc_preconj) {
      continue;
    }
    for (const auto negation : words) {
      if (equals_folded(word(c), negation)) {
        return true;
      }
    }
  }
  return false;
}

bool Tree::below(TokenId token, TokenId ancestor) const {
  for (TokenId at = token; at != no_token; at = head(at)) {
    if (at == ancestor) {
      return true;
    }
  }
  return false;
}

std::pair<TokenId, TokenId> Tree::reach(TokenId token) const {
  TokenId first = token;
  TokenId last = token;
  std::vector<TokenId> open{token};
  while (!open.empty()) {
    const TokenId at = open.back();
    open.pop_back();
    first = std::min(first, at);
    last = std::max(last, at);
    for (const TokenId c : children(at)) {
      open.push_back(c);
    }
  }
  return {first, last + 1};
}

void Tree::add_with_conjuncts(TokenId token, std::vector<TokenId>& out) const {
  if (std::find(out.begin(), out.end(), token) != out.end()) {
    return;
  }
  out.push_back(token);
  for (const TokenId c : children(token)) {
    if (is_conjunct(relation(c)) && upos(c) != Upos::verb && upos(c) != Upos::aux) {
      add_with_conjuncts(c, out);
    }
  }
}

// "who" and "which" stand for the noun that their clause modifies.
TokenId Tree::antecedent(TokenId pronoun) const {
  const Xpos tag = xpos(pronoun);
  const bool relative =
      tag == Xpos::wp || tag == Xpos::wdt || (upos(pronoun) == Upos::pron && equals_folded(word(pronoun), "that"));
  if (!relative) {
    return pronoun;
  }
  for (TokenId at = head(pronoun); at != no_token; at = head(at)) {
    if (relation(at) == Relation::acl_relcl) {
      return head(at);
    }
  }
  return pronoun;
}

TokenId Tree::support(TokenId noun) const {
  const TokenId verb = head(noun);
  if (verb == no_token || (upos(verb) != Upos::verb && upos(verb) != Upos::aux)) {
    return no_token;
  }
  const Relation r = relation(noun);
  const bool carried = r == Relation::obj || r == Relation::nsubj_pass || (r == Relation::obl && opener(noun) == "in");
  return carried && rules_.in_list("@support", lemma(verb)) ? verb : no_token;
}

std::vector<TokenId> Tree::subjects(TokenId token) const {
  std::vector<TokenId> out;
  subjects(token, 0, out);
  return out;
}

void Tree::subjects(TokenId token, unsigned depth, std::vector<TokenId>& out) const {
  if (depth > max_depth) {
    return;
  }
  if (upos(token) == Upos::noun || upos(token) == Upos::propn) {
    if (const TokenId verb = support(token); verb != no_token) {
      subjects(verb, depth + 1, out);
      return;
    }
  }
  if (is_passive(token)) {
    for (const TokenId c : children(token)) {
      if (relation(c) == Relation::obl_agent ||
          (is_oblique(relation(c)) && opener(c) == "by" && upos(c) != Upos::num)) {
        add_with_conjuncts(c, out);
      }
    }
    // "is willing", "was forced to act": a passive with an open complement passes its subject on, handled below by
    // xcomp.
    return;
  }
  if (const TokenId own = child(token, {Relation::nsubj, Relation::nsubj_outer}); own != no_token) {
    add_with_conjuncts(antecedent(own), out);
    return;
  }
  const TokenId up = head(token);
  if (up == no_token) {
    return;
  }
  switch (relation(token)) {
    case Relation::conj:   // "met Xi and praised him"
    case Relation::advcl:  // "citing security, Germany banned …"
    case Relation::parataxis:
      if (upos(up) == Upos::verb || upos(up) == Upos::aux || relation(token) == Relation::conj) {
        if (relation(token) == Relation::advcl && is_passive(up)) {
          const auto passive = objects(up);
          out.insert(out.end(), passive.begin(), passive.end());
        } else {
          subjects(up, depth + 1, out);
        }
      }
      return;
    case Relation::xcomp: {  // "urged Iran to stop": its object; "agreed to meet": its subject
      const auto object = child(up, {Relation::obj, Relation::iobj});
      if (object != no_token && object != token) {
        add_with_conjuncts(antecedent(object), out);
      } else if (is_passive(up)) {
        const auto passive = objects(up);
        out.insert(out.end(), passive.begin(), passive.end());
      } else {
        subjects(up, depth + 1, out);
      }
      return;
    }
    case Relation::acl_relcl:  // "the man who called": found by its pronoun; "those calling": the noun
      if (child(token, {Relation::obj}) != no_token) {
        add_with_conjuncts(up, out);
      }
      return;
    case Relation::acl:
      if (xpos(token) == Xpos::vbg) {
        add_with_conjuncts(up, out);
      }
      return;
    default:
      return;
  }
}

std::vector<TokenId> Tree::objects(TokenId token) const {
  std::vector<TokenId> out;
  objects(token, 0, out);
  return out;
}

void Tree::objects(TokenId token, unsigned depth, std::vector<TokenId>& out) const {
  if (depth > max_depth) {
    return;
  }
  TokenId own = child(token, {Relation::obj});
  if (own == no_token) {
    own = child(token, {Relation::iobj});  // "urged Iran to stop", "told lawmakers that …"
  }
  if (own != no_token) {
    add_with_conjuncts(antecedent(own), out);
    return;
  }
  if (is_passive(token)) {
    if (const TokenId subject = child(token, {Relation::nsubj_pass}); subject != no_token) {
      add_with_conjuncts(antecedent(subject), out);
      return;
    }
    const TokenId up = head(token);
    if (up == no_token) {
      return;
    }
    if (relation(token) == Relation::acl || relation(token) == Relation::acl_relcl) {
      add_with_conjuncts(up, out);
    } else if (is_conjunct(relation(token)) || is_open_complement(relation(token))) {
      objects(up, depth + 1, out);
    }
    return;
  }
  // "the deal that Iran rejected", "the men they arrested": the noun that the clause modifies.
  if (relation(token) == Relation::acl_relcl && child(token, {Relation::nsubj}) != no_token) {
    const TokenId subject = child(token, {Relation::nsubj});
    if (antecedent(subject) == subject && upos(token) == Upos::verb) {
      add_with_conjuncts(head(token), out);
    }
    return;
  }
  // "arrested and beat protesters": a shared object stands with the last verb.
  if (upos(token) == Upos::verb) {
    for (const TokenId c : children(token)) {
      if (is_conjunct(relation(c)) && upos(c) == Upos::verb && c == token + 2) {
        objects(c, depth + 1, out);
        return;
      }
    }
  }
}

void Tree::phrases(TokenId from, std::string_view preposition, std::vector<TokenId>& out) const {
  for (const TokenId c : children(from)) {
    if (is_oblique(relation(c)) && opener(c) == preposition) {
      add_with_conjuncts(antecedent(c), out);
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
        if (relation(c) == Relation::xcomp && upos(c) != Upos::adj) {
          out.push_back(c);
        }
      }
      return;
    case StepKind::complement:
      for (const TokenId c : children(from)) {
        const bool predicated = relation(c) == Relation::xcomp && upos(c) != Upos::verb;
        // "called Xi a dictator": parsers may take what somebody is called for a second object.
        const TokenId object = child(from, {Relation::obj});
        const bool second = relation(c) == Relation::obj && c != object && object < c;
        if (predicated || second || (is_oblique(relation(c)) && opener(c) == "as")) {
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
