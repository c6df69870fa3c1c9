// Negation, modals and governing verbs around a cue.
#include "acts/sayings_asserted.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace readout::acts {

namespace {

// "not" in the words that are said denies nothing about saying them.
bool is_negated(const Tree& tree, const Frame& frame) {
  constexpr std::array<std::string_view, 7> words{"not", "n't", "n’t", "never", "no", "neither", "nor"};
  for (const TokenId c : tree.children(frame.cue())) {
    const bool near = c < frame.cue() && c >= frame.first() && frame.quotation_at(c) == frame.quotation_at(frame.cue());
    if (near && std::find(words.begin(), words.end(), tree.word(c)) != words.end()) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool is_asserted(const Tree& tree, const Rule& rule, const Frame& frame) {
  const TokenId cue = frame.cue();
  const TokenId above = tree.head(cue);
  const bool governed = above != no_token && tree.relation(cue) == Relation::xcomp &&
                        (tree.rules().in_list("@unsaid", tree.lemma(above)) ||
                         (is_verb(rule) && tree.rules().in_list("@plans", tree.lemma(above))));
  if (governed || !is_verb(rule)) {
    return !governed;
  }
  bool modal = false;
  bool subject = false;
  for (const TokenId c : tree.children(cue)) {
    const Relation r = tree.relation(c);
    modal = modal || (r == Relation::aux && tree.xpos(c) == Xpos::md);
    subject = subject || r == Relation::nsubj || r == Relation::nsubj_pass || r == Relation::csubj;
    if (r == Relation::nsubj && (tree.lemma(c) == "you" || tree.lemma(c) == "nobody")) {
      return false;
    }
  }
  const bool says = rule.name.starts_with("say.");
  if (says && rule.name != "say.deny" && is_negated(tree, frame)) {
    return false;
  }
  const bool weak = !wants(rule, ContentKind::clause) || wants(rule, ContentKind::infinitive);
  if (weak && modal) {
    return false;
  }
  const Relation r = tree.relation(cue);
  const bool imperative = r == Relation::root && tree.xpos(cue) == Xpos::vb && !subject && !modal;
  return !imperative;
}

}  // namespace readout::acts
