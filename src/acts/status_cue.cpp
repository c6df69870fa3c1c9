// Climbs from the act's word as status.cpp does and takes the first word whose kind can speak for the status.
#include "acts/status_cue.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>

namespace readout::acts {

namespace {

constexpr unsigned highest = 8;

using Words = std::initializer_list<std::string_view>;

bool is_one_of(std::string_view lemma, Words words) {
  return std::find(words.begin(), words.end(), lemma) != words.end();
}

// A list of the rule files, and what its words say of what they govern.
struct Governors {
  std::string_view list;
  std::initializer_list<ActStatus> statuses;
  std::string_view because;
};

const std::array<Governors, 8> governors{{
    {"@requests", {ActStatus::requested}, "asks for it"},
    {"@plans", {ActStatus::planned}, "tells a plan"},
    {"@doubts", {ActStatus::conditional}, "leaves it open"},
    {"@refusals", {ActStatus::denied, ActStatus::presupposed, ActStatus::happened}, "refuses it"},
    {"@denials", {ActStatus::denied, ActStatus::presupposed, ActStatus::happened}, "denies it"},
    {"@failures", {ActStatus::failed, ActStatus::happened}, "tells that it failed"},
    {"@charges", {ActStatus::conditional}, "alleges it"},
    {"@judgements", {ActStatus::presupposed}, "takes it for granted"},
}};

struct Modals {
  Words words;
  std::initializer_list<ActStatus> statuses;
  std::string_view because;
};

const std::array<Modals, 4> modals{{
    {{"will", "shall", "'ll", "’ll"}, {ActStatus::planned}, "speaks of what is to come"},
    {{"would", "'d", "’d"}, {ActStatus::planned, ActStatus::conditional}, "speaks of what was to come, or might"},
    {{"may", "might", "could", "can"}, {ActStatus::conditional}, "leaves it open"},
    {{"should", "must", "ought"}, {ActStatus::requested}, "asks for it"},
}};

bool fits(std::initializer_list<ActStatus> statuses, ActStatus status) {
  return std::find(statuses.begin(), statuses.end(), status) != statuses.end();
}

class Search {
 public:
  Search(const Tree& tree, ActStatus status) : tree_(tree), status_(status) {}

  // The cues at one level of the climb, the stronger before the weaker.
  [[nodiscard]] std::optional<StatusCue> at(TokenId token) const {
    for (const auto look : {&Search::negation, &Search::modal, &Search::condition, &Search::attribute}) {
      if (const auto found = (this->*look)(token); found) {
        return found;
      }
    }
    return std::nullopt;
  }

  // What governs the token says so.
  [[nodiscard]] std::optional<StatusCue> governor(TokenId token) const {
    const TokenId up = tree_.head(token);
    const Relation r = tree_.relation(token);
    if (up == no_token || r == Relation::nsubj || r == Relation::conj) {
      return std::nullopt;
    }
    for (const Governors& one : governors) {
      if (fits(one.statuses, status_) && tree_.rules().in_list(one.list, tree_.lemma(up))) {
        return StatusCue{up, one.because};
      }
    }
    return std::nullopt;
  }

  // "to meet", "ahead of the talks", "after the talks".
  [[nodiscard]] std::optional<StatusCue> opener(TokenId token) const {
    for (const TokenId c : tree_.children(token)) {
      const Relation r = tree_.relation(c);
      if (r != Relation::mark && r != Relation::case_) {
        continue;
      }
      const auto lemma = tree_.lemma(c);
      if (status_ == ActStatus::planned && is_one_of(lemma, {"to", "before", "ahead", "until"})) {
        return StatusCue{c, lemma == "to" ? "opens what is still to be done" : "tells that it is still to come"};
      }
      if (status_ == ActStatus::presupposed && is_one_of(lemma, {"since", "after", "following"})) {
        return StatusCue{c, "takes it for granted"};
      }
      if (status_ == ActStatus::conditional && lemma == "against") {
        return StatusCue{c, "tells that it is still to come"};
      }
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::optional<StatusCue> negation(TokenId token) const {
    if (status_ != ActStatus::denied) {
      return std::nullopt;
    }
    for (const TokenId c : tree_.children(token)) {
      if (is_one_of(tree_.lemma(c),
                    {"not", "n't", "n’t", "never", "no", "neither", "nor", "without", "nobody", "nothing", "none"})) {
        return StatusCue{c, "denies it"};
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<StatusCue> modal(TokenId token) const {
    for (const TokenId c : tree_.children(token)) {
      if (tree_.relation(c) != Relation::aux) {
        continue;
      }
      for (const Modals& one : modals) {
        if (fits(one.statuses, status_) && is_one_of(tree_.lemma(c), one.words)) {
          return StatusCue{c, one.because};
        }
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<StatusCue> condition(TokenId token) const {
    if (status_ != ActStatus::conditional) {
      return std::nullopt;
    }
    const auto mark = [&](TokenId clause) -> std::optional<StatusCue> {
      for (const TokenId c : tree_.children(clause)) {
        if (tree_.relation(c) == Relation::mark && is_one_of(tree_.lemma(c), {"if", "unless", "whether"})) {
          return StatusCue{c, "makes it hang on a condition"};
        }
      }
      return std::nullopt;
    };
    if (const auto own = mark(token); own) {
      return own;
    }
    for (const TokenId c : tree_.children(token)) {
      if (tree_.relation(c) == Relation::advcl) {
        if (const auto found = mark(c); found) {
          return found;
        }
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<StatusCue> attribute(TokenId token) const {
    const std::string_view list = status_ == ActStatus::conditional   ? "@possible"
                                  : status_ == ActStatus::planned     ? "@future"
                                  : status_ == ActStatus::presupposed ? "@past"
                                                                      : "";
    for (const TokenId c : tree_.children(token)) {
      const Relation r = tree_.relation(c);
      if (!list.empty() && (r == Relation::amod || r == Relation::advmod || r == Relation::compound) &&
          tree_.rules().in_list(list, tree_.lemma(c))) {
        return StatusCue{c, "says so of it"};
      }
    }
    return std::nullopt;
  }

  const Tree& tree_;
  ActStatus status_;
};

bool is_verbal(const Tree& tree, TokenId token) {
  const Upos tag = tree.upos(token);
  return tag == Upos::verb || tag == Upos::adj || tag == Upos::aux;
}

bool is_present(Xpos tag) {
  return tag == Xpos::vbz || tag == Xpos::vbp || tag == Xpos::vb;
}

// No word but the tense speaks: of the verb itself, or of its auxiliary.
StatusCue by_tense(const Tree& tree, TokenId verb, ActStatus status, bool headline) {
  TokenId helper = no_token;
  for (const TokenId c : tree.children(verb)) {
    const Relation r = tree.relation(c);
    if (helper == no_token && (r == Relation::aux || r == Relation::aux_pass || r == Relation::cop)) {
      helper = c;
    }
  }
  if (status == ActStatus::ongoing) {
    return {helper == no_token ? verb : helper, "is under way"};
  }
  if (status == ActStatus::habitual) {
    return {helper == no_token ? verb : helper, "stands in the present, as what is done again and again"};
  }
  if (status != ActStatus::happened) {
    return {};
  }
  const TokenId word = helper == no_token ? verb : helper;
  const Xpos tag = tree.xpos(word);
  if (tag == Xpos::md) {
    return {word, "foretells it, and to foretell it is what was done"};
  }
  if (tag == Xpos::vbd || tag == Xpos::vbn || (helper != no_token && tree.lemma(helper) == "have")) {
    return {word, "tells it as done"};
  }
  if (headline && is_present(tag)) {
    return {word, "is a headline's present, which tells what is done"};
  }
  return {word, is_present(tag) ? "does it by saying so" : "tells it as done"};
}

}  // namespace

StatusCue cue_of_status(const Tree& tree, TokenId trigger, ActStatus status, bool headline) {
  const Search search(tree, status);
  TokenId at = trigger;
  TokenId verb = is_verbal(tree, trigger) ? trigger : tree.support(trigger);
  if (verb != no_token && verb != trigger) {
    if (const auto found = search.at(trigger); found) {
      return *found;
    }
    at = verb;
  }
  for (unsigned i = 0; i < highest && at != no_token; ++i) {
    if (const auto found = search.at(at); found) {
      return *found;
    }
    if (const auto found = search.governor(at); found && status != ActStatus::happened) {
      return *found;
    }
    if (const auto found = search.opener(at); found) {
      return *found;
    }
    const Relation r = tree.relation(at);
    const bool goes_on = r == Relation::xcomp || r == Relation::conj || r == Relation::advcl || r == Relation::acl;
    at = goes_on ? tree.head(at) : no_token;
  }
  // "began to attack", "did meet and sign": the tense is the governing verb's.
  for (unsigned i = 0; i < highest && verb != no_token && tree.head(verb) != no_token; ++i) {
    const Relation r = tree.relation(verb);
    const Xpos tag = tree.xpos(verb);
    if (!(r == Relation::xcomp || r == Relation::conj) || !(tag == Xpos::vb || tag == Xpos::vbg)) {
      break;
    }
    verb = tree.head(verb);
  }
  if (verb != no_token) {
    return by_tense(tree, verb, status, headline);
  }
  return {trigger, status == ActStatus::happened ? "names it, and nothing speaks against its having happened" : ""};
}

}  // namespace readout::acts
