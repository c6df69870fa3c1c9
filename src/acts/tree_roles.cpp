// Deep roles from Universal Dependencies. Each function names the constructions that it undoes.
#include <algorithm>
#include <array>

#include "acts/tree.hpp"

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

// "for extraditing": these may pass the object on as the doer: "thanked Spain for extraditing him".
bool passes_object_on(std::string_view preposition) {
  return preposition == "of" || preposition == "for" || preposition == "from" || preposition == "into" ||
         preposition == "against";
}

}  // namespace

void Tree::add_with_conjuncts(TokenId token, std::vector<TokenId>& out) const {
  if (std::find(out.begin(), out.end(), token) != out.end()) {
    return;
  }
  out.push_back(token);
  for (const TokenId c : children(token)) {
    const bool conjunct = is_conjunct(relation(c)) && upos(c) != Upos::verb && upos(c) != Upos::aux;
    if (conjunct || names_its_head(c) || lists_in_headline(c) || is_counted(c)) {
      add_with_conjuncts(c, out);
    }
  }
}

// "some of its troops", "one of the leaders", "dozens of protesters": what is counted counts.
bool Tree::is_counted(TokenId noun) const {
  if (relation(noun) != Relation::nmod || opener(noun) != "of") {
    return false;
  }
  const TokenId up = head(noun);
  const bool pronoun = upos(up) == Upos::pron && (xpos(up) == Xpos::dt || xpos(up) == Xpos::nn || xpos(up) == Xpos::jj);
  return upos(up) == Upos::det || upos(up) == Upos::num || pronoun || rules_.in_list("@quantity", lemma(up));
}

// "the factions Hamas and Fatah": the name says who the noun is.
bool Tree::names_its_head(TokenId apposition) const {
  const TokenId up = head(apposition);
  return relation(apposition) == Relation::appos && upos(apposition) == Upos::propn && upos(up) == Upos::noun &&
         apposition == up + 1;
}

// "Merkel, Macron hold talks": titles list with a comma, which parsers read as an apposition.
bool Tree::lists_in_headline(TokenId apposition) const {
  if (relation(apposition) != Relation::appos || upos(apposition) != Upos::propn ||
      upos(head(apposition)) != Upos::propn || !in_headline(apposition) ||
      child(apposition, {Relation::det, Relation::nmod_poss, Relation::amod}) != no_token) {
    return false;
  }
  const TokenId behind = reach(apposition).second;
  return behind >= document_.tokens.size() || upos(behind) != Upos::punct;
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
  if (is_nominal(token)) {
    if (const TokenId verb = support(token); verb != no_token) {
      subjects(verb, depth + 1, out);
      return;
    }
  }
  if (is_passive(token)) {
    for (const TokenId c : children(token)) {
      if (relation(c) == Relation::obl_agent || (is_oblique(c) && opener(c) == "by" && upos(c) != Upos::num)) {
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
    case Relation::obl:  // "during a visit to Moscow, Johnson …": the noun shares its clause's subject
    case Relation::nmod:
      if (const TokenId verb = is_nominal(token) ? lender(token) : no_token; verb != no_token) {
        if (is_passive(verb)) {
          objects(verb, depth + 1, out);
        } else {
          subjects(verb, depth + 1, out);
        }
      }
      return;
    case Relation::conj:  // "met Xi and praised him"
      if (is_finite(token) && (xpos(up) == Xpos::vbg || (xpos(up) == Xpos::vb && mark(up) == "to"))) {
        // "accused Iran of stalling and threatened to leave": a finite verb goes on from a finite one.
        TokenId finite = up;
        while (finite != no_token && !is_finite(finite)) {
          finite = head(finite);
        }
        subjects(finite == no_token ? up : finite, depth + 1, out);
        return;
      }
      [[fallthrough]];
    case Relation::advcl:  // "citing security, Germany banned …"
    case Relation::parataxis:
      if (is_predicate(up) || relation(token) == Relation::conj) {
        const bool gerund = relation(token) == Relation::advcl && is_gerund(token);
        const bool by_object = gerund && passes_object_on(mark(token)) &&
                               child(up, {Relation::obj, Relation::iobj}) != no_token;  // "accused Russia of attacking"
        if (by_object || (relation(token) == Relation::advcl && is_passive(up))) {
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
      if (xpos(token) != Xpos::vbg && mark(token) != "to") {
        return;
      }
      // "the men holding Aden"; in titles "Merkel to meet Xi".
      if (upos(up) == Upos::propn || (mark(token).empty() && !rules_.in_list("@texts", lemma(up)))) {
        add_with_conjuncts(up, out);
      } else {
        bearers(up, depth + 1, out);
      }
      return;
    default:
      return;
  }
}

bool Tree::is_finite(TokenId verb) const {
  const Xpos tag = xpos(verb);
  return tag == Xpos::vbd || tag == Xpos::vbz || tag == Xpos::vbp;
}

// Whose the act is that a noun announces: "Iran's threat to close …", "the accusation against Iran of attacking …", "a
// call for Iran to stop", "posted a message blaming Iran".
void Tree::bearers(TokenId noun, unsigned depth, std::vector<TokenId>& out) const {
  if (rules_.in_list("@charges", lemma(noun))) {
    phrases(noun, "against", out);
    return;
  }
  const bool asked = rules_.in_list("@requests", lemma(noun));
  for (const std::string_view preposition : {"for", "to", "on"}) {
    if (out.empty() && (asked || preposition == "for")) {
      phrases(noun, preposition, out);
    }
  }
  if (!out.empty() || asked) {
    return;
  }
  for (const TokenId c : children(noun)) {
    if (relation(c) == Relation::nmod_poss || (relation(c) == Relation::nmod && opener(c) == "by")) {
      add_with_conjuncts(c, out);
    }
  }
  if (out.empty()) {
    writers(noun, depth, out);
  }
  for (const TokenId c : children(noun)) {
    if (out.empty() && (relation(c) == Relation::compound || relation(c) == Relation::amod)) {
      add_with_conjuncts(c, out);
    }
  }
}

// Who lends a noun its subject: a support verb's subject; of a text, whoever issues it.
void Tree::writers(TokenId noun, unsigned depth, std::vector<TokenId>& out) const {
  const Relation r = relation(noun);
  const bool issued = r == Relation::obj || r == Relation::nsubj_pass;
  if (rules_.in_list("@texts", lemma(noun)) && issued && upos(head(noun)) == Upos::verb) {
    subjects(head(noun), depth, out);
  } else {
    subjects(noun, depth, out);
  }
}

bool Tree::is_predicate(TokenId token) const {
  return upos(token) == Upos::verb || upos(token) == Upos::aux ||
         child(token, {Relation::cop, Relation::nsubj, Relation::nsubj_pass}) != no_token;
}

TokenId Tree::governor(TokenId noun) const {
  TokenId at = noun;
  for (unsigned climbed = 0; climbed < max_depth && head(at) != no_token; ++climbed) {
    const Relation r = relation(at);
    const bool nominal = is_oblique(at) || r == Relation::obj || r == Relation::nsubj || r == Relation::nsubj_pass ||
                         (is_conjunct(r) && is_nominal(at));
    if (!nominal) {
      return no_token;
    }
    at = head(at);
    if (is_predicate(at)) {
      return at;
    }
  }
  return no_token;
}

// The predicate that lends its subject to an event noun without a side of its own ("after talks with Orban, Merkel
// said"): only nouns of @shared, whose acts take those along who are spoken of.
TokenId Tree::lender(TokenId noun) const {
  if (!rules_.in_list("@shared", lemma(noun))) {
    return no_token;
  }
  for (const TokenId c : children(noun)) {
    const Relation r = relation(c);
    const auto preposition = is_oblique(c) ? opener(c) : std::string_view{};
    const bool name = (r == Relation::compound || r == Relation::amod || r == Relation::nmod_desc) && is_capital(c);
    if (r == Relation::nmod_poss || name || preposition == "between" || preposition == "by" || preposition == "of" ||
        preposition == "among") {
      return no_token;
    }
  }
  const TokenId verb = governor(noun);
  if (verb == no_token) {
    return no_token;
  }
  const auto preposition = opener(noun);
  if (preposition == "for") {
    // "Merkel, in Ankara for talks, …": parsers hang it on the name.
    const bool there = child(verb, {Relation::cop}) != no_token || rules_.in_list("@travel", lemma(verb)) ||
                       upos(head(noun)) == Upos::propn;
    return there ? verb : no_token;
  }
  const bool beside = preposition == "during" || preposition == "on" || preposition == "in" || preposition == "at";
  const bool around = preposition == "after" || preposition == "following" || preposition == "before" ||
                      preposition == "ahead" || preposition == "amid";
  return beside || (around && !is_passive(verb)) ? verb : no_token;
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
  // "urged Iran to stop", "told lawmakers that …"; "called Israel a state": what somebody is called is no object.
  if (const TokenId person = child(token, {Relation::iobj});
      person != no_token && (own == no_token || rules_.in_list("@naming", lemma(token)))) {
    own = person;
  }
  // "called Turkey's president on Friday": parsers may take a name for a predicate.
  if (const TokenId name = child(token, {Relation::xcomp});
      own == no_token && name != no_token && upos(name) == Upos::propn &&
      child(name, {Relation::cop, Relation::mark, Relation::case_}) == no_token && !is_passive(token)) {
    own = name;
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

}  // namespace readout::acts
