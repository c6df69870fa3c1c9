// The plain questions that one may ask a tree.
#include "acts/tree.hpp"

#include <algorithm>
#include <array>

namespace readout::acts {

namespace {

bool equals_folded(std::string_view word, std::string_view lower) {
  return word.size() == lower.size() && std::equal(word.begin(), word.end(), lower.begin(), [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
         });
}

// A title-cased line: nearly all its longer words are written with a capital.
bool is_title_cased(const Document& document, const Sentence& sentence) {
  unsigned longer = 0;
  unsigned capital = 0;
  for (TokenId token = sentence.first; token < sentence.last; ++token) {
    const auto word = slice(document.report.text, document.tokens.span[token]);
    if (word.size() >= 4) {
      ++longer;
      capital += word.front() >= 'A' && word.front() <= 'Z' ? 1U : 0U;
    }
  }
  return longer >= 3 && capital * 5 >= longer * 4;
}

std::string lower(std::string_view word) {
  std::string out(word);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

// "summits" for "summit", "clashes" for "clash", "parties" for "party".
std::string singular(const std::string& plural) {
  const auto without = [&](std::size_t letters) { return plural.substr(0, plural.size() - letters); };
  if (plural.size() < 4 || !plural.ends_with('s') || plural.ends_with("ss")) {
    return plural;
  }
  if (plural.ends_with("ies")) {
    return without(3) + "y";
  }
  const bool hissing = plural.ends_with("shes") || plural.ends_with("ches") || plural.ends_with("sses");
  return without(hissing ? 2 : 1);
}

}  // namespace

// Capitals make a name of a noun where casing says nothing ("Peace Talks", "Summit" in a title-cased line) or where an
// article shows the noun ("the Court"); names that the actors stage found stay names.
Tree::Tree(const Document& document, const Rules& rules) : document_(document), rules_(rules) {
  std::vector<char> named(document.tokens.size(), 0);
  for (const Mention& mention : document.actors.mentions) {
    std::fill(named.begin() + mention.first, named.begin() + mention.last,
              mention.form == MentionForm::nominal ? 0 : 1);
  }
  for (const Sentence& sentence : document.tokens.sentences) {
    const bool titled = is_title_cased(document, sentence);
    for (TokenId token = sentence.first; token < sentence.last; ++token) {
      if (relation(token) == Relation::case_ && xpos(token) == Xpos::vbg) {
        folded_.emplace_back(token, lower(word(token)));  // "following the talks": a preposition, no verb
        continue;
      }
      const auto lemma = document.syntax.lemma(token);
      const bool name = upos(token) == Upos::propn && named[token] == 0 && !lemma.empty() && is_capital(token);
      const bool alone = child(token, {Relation::det}) != no_token &&
                         child(token, {Relation::compound, Relation::flat, Relation::amod}) == no_token;
      if (!name || !(titled || alone)) {
        continue;
      }
      auto folded = lower(lemma);
      folded_.emplace_back(token, rules.events_by_lemma.contains(folded) ? folded : singular(folded));
    }
  }
}

std::string_view Tree::lemma(TokenId token) const {
  const auto at = std::lower_bound(folded_.begin(), folded_.end(), token,
                                   [](const auto& entry, TokenId wanted) { return entry.first < wanted; });
  return at != folded_.end() && at->first == token ? std::string_view(at->second) : document_.syntax.lemma(token);
}

bool Tree::is_capital(TokenId token) const {
  const auto first = word(token).front();
  return first >= 'A' && first <= 'Z';
}

bool Tree::in_headline(TokenId token) const {
  const auto& sentences = document_.tokens.sentences;
  const auto behind = std::upper_bound(sentences.begin(), sentences.end(), token,
                                       [](TokenId t, const Sentence& sentence) { return t < sentence.first; });
  const Sentence& sentence = *std::prev(behind);
  return document_.layout.blocks[sentence.block].kind == BlockKind::title || upos(sentence.last - 1) != Upos::punct;
}

TokenId Tree::child(TokenId token, std::initializer_list<Relation> relations) const {
  for (const TokenId c : children(token)) {
    if (std::find(relations.begin(), relations.end(), relation(c)) != relations.end()) {
      return c;
    }
  }
  return no_token;
}

bool Tree::is_oblique(TokenId token) const {
  const Relation r = relation(token);
  return r == Relation::obl || r == Relation::nmod || r == Relation::obl_agent || r == Relation::obl_unmarked ||
         r == Relation::nmod_desc;
}

bool Tree::is_nominal(TokenId token) const {
  return upos(token) == Upos::noun || upos(token) == Upos::propn;
}

std::string_view Tree::opener(TokenId token) const {
  const TokenId mark = child(token, {Relation::case_});
  if (mark == no_token) {
    return {};
  }
  // "ahead of talks"
  const bool ahead = mark > 0 && lemma(mark) == "of" && lemma(mark - 1) == "ahead";
  return lemma(ahead ? mark - 1 : mark);
}

std::string_view Tree::mark(TokenId clause) const {
  const TokenId word = child(clause, {Relation::mark});
  return word == no_token ? std::string_view{} : lemma(word);
}

bool Tree::is_gerund(TokenId clause) const {
  const TokenId copula = child(clause, {Relation::cop});
  return xpos(copula == no_token ? clause : copula) == Xpos::vbg;
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
  if (relation(verb) == Relation::conj && xpos(verb) == Xpos::vbn && head(verb) != no_token &&
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

}  // namespace readout::acts
