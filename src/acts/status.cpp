// Status by climbing from the trigger: each level may change what the one below says.
#include "acts/status.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace readout::acts {

namespace {

constexpr unsigned max_climb = 8;

bool has_mark(const Tree& tree, TokenId clause, std::string_view word) {
  return std::any_of(tree.children(clause).begin(), tree.children(clause).end(), [&](TokenId c) {
    return (tree.relation(c) == Relation::mark || tree.relation(c) == Relation::advmod) && tree.lemma(c) == word;
  });
}

bool has_list_child(const Tree& tree, TokenId token, std::string_view list) {
  return std::any_of(tree.children(token).begin(), tree.children(token).end(), [&](TokenId c) {
    const Relation r = tree.relation(c);
    return (r == Relation::amod || r == Relation::advmod || r == Relation::compound) &&
           tree.rules().in_list(list, tree.lemma(c));
  });
}

// What the words that govern an open complement or an object say of it: "plans to", "refused to", "called off the".
std::optional<ActStatus> governed_by(const Tree& tree, std::string_view lemma) {
  const Rules& rules = tree.rules();
  if (rules.in_list("@requests", lemma)) {
    return ActStatus::requested;
  }
  if (rules.in_list("@plans", lemma)) {
    return ActStatus::planned;
  }
  if (rules.in_list("@doubts", lemma)) {
    return ActStatus::conditional;
  }
  if (rules.in_list("@refusals", lemma) || rules.in_list("@denials", lemma)) {
    return ActStatus::denied;
  }
  if (rules.in_list("@failures", lemma)) {
    return ActStatus::failed;
  }
  return std::nullopt;
}

std::optional<ActStatus> by_modal(const Tree& tree, TokenId verb) {
  for (const TokenId c : tree.children(verb)) {
    if (tree.relation(c) != Relation::aux) {
      continue;
    }
    const auto modal = tree.lemma(c);
    if (modal == "will" || modal == "shall" || modal == "'ll" || modal == "’ll") {
      return ActStatus::planned;
    }
    if (modal == "may" || modal == "might" || modal == "could" || modal == "can") {
      return ActStatus::conditional;
    }
    if (modal == "should" || modal == "must" || modal == "ought") {
      return ActStatus::requested;
    }
    if (modal == "would" || modal == "'d" || modal == "’d") {
      // The future of a report in the past: "said it would withdraw".
      const Relation r = tree.relation(verb);
      return r == Relation::ccomp || r == Relation::conj || r == Relation::root ? ActStatus::planned
                                                                                : ActStatus::conditional;
    }
  }
  return std::nullopt;
}

ActStatus by_tense(const Tree& tree, TokenId verb, bool headline) {
  const TokenId copula = tree.child(verb, {Relation::cop});
  bool past_helper = false;
  bool perfect = false;
  bool progressive = tree.xpos(verb) == Xpos::vbg;
  bool helped = false;
  for (const TokenId c : tree.children(verb)) {
    if (tree.relation(c) == Relation::aux || tree.relation(c) == Relation::aux_pass || c == copula) {
      helped = true;
      past_helper = past_helper || tree.xpos(c) == Xpos::vbd;
      perfect = perfect || tree.lemma(c) == "have";
    }
  }
  const Xpos tag = tree.xpos(verb);
  if (perfect || past_helper || tag == Xpos::vbd || (tag == Xpos::vbn && !helped)) {
    return ActStatus::happened;
  }
  if (progressive) {
    return helped ? ActStatus::ongoing : ActStatus::happened;
  }
  if (headline) {
    return ActStatus::happened;
  }
  if (tag == Xpos::vbn) {
    return ActStatus::habitual;  // "is held every year"
  }
  return tag == Xpos::vbz || tag == Xpos::vbp || tag == Xpos::vb ? ActStatus::habitual : ActStatus::happened;
}

std::optional<ActStatus> by_condition(const Tree& tree, TokenId clause) {
  if (tree.relation(clause) == Relation::advcl && (has_mark(tree, clause, "if") || has_mark(tree, clause, "unless"))) {
    return ActStatus::conditional;
  }
  if (has_mark(tree, clause, "whether")) {
    return ActStatus::conditional;
  }
  for (const TokenId c : tree.children(clause)) {
    if (tree.relation(c) == Relation::advcl && (has_mark(tree, c, "if") || has_mark(tree, c, "unless"))) {
      return ActStatus::conditional;
    }
  }
  return std::nullopt;
}

// "of attacking" below "accused" may be so or not; "for attacking" below "praised" is taken for granted; what one is
// warned "against" is still to come.
std::optional<ActStatus> by_charge(const Tree& tree, TokenId gerund) {
  const Relation r = tree.relation(gerund);
  if ((r != Relation::advcl && r != Relation::acl) || !tree.is_gerund(gerund)) {
    return std::nullopt;
  }
  const auto preposition = tree.mark(gerund);
  const auto up = tree.lemma(tree.head(gerund));
  const bool what_for = preposition == "of" || preposition == "for" || preposition == "with" || preposition == "over";
  if (preposition == "against" || (what_for && tree.rules().in_list("@charges", up))) {
    return ActStatus::conditional;
  }
  return what_for && tree.rules().in_list("@judgements", up) ? std::optional(ActStatus::presupposed) : std::nullopt;
}

// "No one was killed", "No group has claimed the attack".
bool denies_its_subject(const Tree& tree, TokenId verb) {
  const TokenId subject = tree.child(verb, {Relation::nsubj, Relation::nsubj_pass});
  if (subject == no_token) {
    return false;
  }
  const auto lemma = tree.lemma(subject);
  return lemma == "nobody" || lemma == "none" || tree.is_negated(subject);
}

ActStatus of_verb(const Tree& tree, TokenId verb, bool headline, unsigned climbed);

// An infinitive takes what its governor says: "began to", "plans to", "was urged to", "decision to".
ActStatus of_infinitive(const Tree& tree, TokenId verb, bool headline, unsigned climbed) {
  const TokenId up = tree.head(verb);
  const Relation r = tree.relation(verb);
  if (up == no_token || r == Relation::root) {
    return ActStatus::planned;  // "Trump to meet Kim"
  }
  if (const auto governed = governed_by(tree, tree.lemma(up)); governed) {
    if (tree.is_negated(up) && *governed != ActStatus::requested) {
      return *governed == ActStatus::denied || *governed == ActStatus::failed ? ActStatus::happened : ActStatus::denied;
    }
    return *governed;
  }
  if (r == Relation::xcomp || r == Relation::conj) {
    return climbed < max_climb ? of_verb(tree, up, headline, climbed + 1) : ActStatus::planned;
  }
  return ActStatus::planned;
}

ActStatus of_verb(const Tree& tree, TokenId verb, bool headline, unsigned climbed) {
  if (denies_its_subject(tree, verb)) {
    return ActStatus::denied;
  }
  if (tree.is_negated(verb)) {
    return ActStatus::denied;
  }
  if (const auto condition = by_condition(tree, verb); condition) {
    return *condition;
  }
  if (const auto modal = by_modal(tree, verb); modal) {
    return *modal;
  }
  const Relation r = tree.relation(verb);
  const TokenId up = tree.head(verb);
  // "to" before a gerund is a preposition: who confessed to killing has killed.
  if (has_mark(tree, verb, "to") && tree.xpos(verb) != Xpos::vbg) {
    return of_infinitive(tree, verb, headline, climbed);
  }
  const bool bare =
      tree.child(verb, {Relation::aux, Relation::aux_pass, Relation::nsubj, Relation::nsubj_pass}) == no_token;
  if (up != no_token && climbed < max_climb) {
    // "accused of killing": it may be so; "condemned for killing": it is taken for granted.
    if (const auto charged = by_charge(tree, verb); charged) {
      return *charged;
    }
    // "denied attacking", "stopped supplying": what governs a gerund decides.
    if (tree.xpos(verb) == Xpos::vbg && bare && (r == Relation::xcomp || r == Relation::advcl || r == Relation::acl)) {
      // "refused talks, demanding a truce": a participle that only accompanies is not refused.
      const bool depends = r == Relation::xcomp || (r == Relation::advcl && !tree.mark(verb).empty());
      if (const auto governed = governed_by(tree, tree.lemma(up)); governed && depends) {
        return *governed;
      }
      return r == Relation::advcl && tree.upos(up) == Upos::verb && !has_mark(tree, verb, "for") &&
                     !has_mark(tree, verb, "of")
                 ? of_verb(tree, up, headline, climbed + 1)
                 : ActStatus::happened;
    }
    if (r == Relation::conj && bare && (tree.upos(up) == Upos::verb || tree.upos(up) == Upos::aux) &&
        (tree.xpos(verb) == Xpos::vb || tree.xpos(verb) == tree.xpos(up))) {
      return of_verb(tree, up, headline, climbed + 1);  // "will meet and sign"
    }
    // "demanded that Iran stop": the bare form is a wish.
    if (r == Relation::ccomp && tree.xpos(verb) == Xpos::vb) {
      if (const auto governed = governed_by(tree, tree.lemma(up)); governed) {
        return *governed;
      }
    }
    if (r == Relation::ccomp && tree.rules().in_list("@denials", tree.lemma(up))) {
      return ActStatus::denied;
    }
  }
  return by_tense(tree, verb, headline);
}

bool is_willed(const Tree& tree, TokenId verb) {
  return std::any_of(tree.children(verb).begin(), tree.children(verb).end(), [&](TokenId c) {
    const auto modal = tree.lemma(c);
    return tree.relation(c) == Relation::aux &&
           (modal == "will" || modal == "would" || modal == "shall" || modal == "'ll" || modal == "’ll");
  });
}

// "often warns", "criticises every week".
bool is_repeated(const Tree& tree, TokenId verb) {
  return std::any_of(tree.children(verb).begin(), tree.children(verb).end(), [&](TokenId c) {
    const Relation r = tree.relation(c);
    return (r == Relation::advmod && tree.rules().in_list("@often", tree.lemma(c))) ||
           ((r == Relation::obl || r == Relation::obl_unmarked) &&
            std::any_of(tree.children(c).begin(), tree.children(c).end(),
                        [&](TokenId d) { return tree.lemma(d) == "every" || tree.lemma(d) == "each"; }));
  });
}

ActStatus of_noun(const Tree& tree, TokenId noun, bool headline, bool verbal) {
  if (const auto charged = by_charge(tree, noun); charged) {
    return *charged;  // "accused of being behind the attack"
  }
  if (const TokenId verb = tree.support(noun); verb != no_token) {
    return tree.is_negated(noun) ? ActStatus::denied : of_verb(tree, verb, headline, 0);
  }
  if (tree.is_negated(noun)) {
    return ActStatus::denied;
  }
  if (has_list_child(tree, noun, "@possible")) {
    return ActStatus::conditional;
  }
  if (has_list_child(tree, noun, "@future")) {
    return ActStatus::planned;
  }
  if (has_list_child(tree, noun, "@past")) {
    return ActStatus::presupposed;
  }
  const TokenId up = tree.head(noun);
  const Relation r = tree.relation(noun);
  const auto opener = tree.opener(noun);
  if (up != no_token && (r == Relation::obj || r == Relation::nsubj_pass || opener == "for" || opener == "to")) {
    if (const auto governed = governed_by(tree, tree.lemma(up)); governed) {
      // Who rejects a demand has heard it; who rejects talks does not talk.
      return verbal && *governed == ActStatus::denied ? ActStatus::presupposed : *governed;
    }
  }
  if (opener == "before" || opener == "ahead" || opener == "until") {
    return ActStatus::planned;
  }
  return opener == "since" || opener == "after" || opener == "following" ? ActStatus::presupposed : ActStatus::happened;
}

}  // namespace

bool is_announced(const Tree& tree, TokenId verb) {
  TokenId at = verb;
  while (!is_willed(tree, at) && tree.relation(at) == Relation::conj && tree.head(at) != no_token &&
         tree.xpos(at) == Xpos::vb && tree.mark(at) != "to") {
    at = tree.head(at);  // "will meet and sign"
  }
  if (is_willed(tree, at) || tree.head(at) == no_token) {
    return true;
  }
  const TokenId up = tree.head(at);
  switch (tree.relation(at)) {
    case Relation::xcomp:
      return !tree.rules().in_list("@decisions", tree.lemma(up));
    case Relation::acl:  // "a deal to withdraw"
      return tree.rules().in_list("@agreement", tree.lemma(up));
    case Relation::advcl:  // "will send troops to help"
      return is_willed(tree, up);
    default:
      return false;
  }
}

bool hangs_on_a_condition(const Tree& tree, TokenId verb) {
  return is_willed(tree, verb) && std::any_of(tree.children(verb).begin(), tree.children(verb).end(), [&](TokenId c) {
           return tree.relation(c) == Relation::advcl && (has_mark(tree, c, "if") || has_mark(tree, c, "unless"));
         });
}

bool is_verbal(std::string_view cameo) {
  constexpr std::array<std::string_view, 8> roots{"01", "02", "03", "05", "10", "11", "12", "13"};
  return cameo != "050" && std::find(roots.begin(), roots.end(), cameo.substr(0, 2)) != roots.end();
}

ActStatus status_of(const Tree& tree, TokenId trigger, bool headline, bool verbal) {
  // In titles a verb may be tagged as a noun: "Merkel, Macron hold talks".
  const bool clause = !tree.is_nominal(trigger) || (tree.child(trigger, {Relation::nsubj}) != no_token &&
                                                    tree.child(trigger, {Relation::obj}) != no_token);
  if (!clause) {
    return of_noun(tree, trigger, headline, verbal);
  }
  const auto status = of_verb(tree, trigger, headline, 0);
  // "China rejects the accusation": to say so is to do it.
  return verbal && status == ActStatus::habitual && tree.xpos(trigger) != Xpos::vb && !is_repeated(tree, trigger)
             ? ActStatus::happened
             : status;
}

}  // namespace readout::acts
