// A verb stands between two actors when one is its subject and another its object or in a phrase of it; a noun that
// names an act, when two hang on it. Both are asked of the tree that the rules walk.
#include "readout/coverage.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include "acts/match.hpp"
#include "acts/tree.hpp"
#include "knowledge.hpp"

namespace readout {

namespace {

using ActorSet = std::set<ActorId>;

// Verbs that tell nothing by themselves.
bool is_empty(std::string_view lemma) {
  constexpr std::array<std::string_view, 8> words = {"be", "have", "do", "get", "say", "include", "become", "seem"};
  return std::find(words.begin(), words.end(), lemma) != words.end();
}

// By its ending, a noun of something done.
bool ends_as_act(std::string_view lemma) {
  constexpr std::array<std::string_view, 9> endings = {"tion", "sion", "ment", "ance", "ence",
                                                       "ism",  "ing",  "ure",  "al"};
  return lemma.size() > 5 &&
         std::any_of(endings.begin(), endings.end(), [&](auto end) { return lemma.ends_with(end); });
}

// Phrases in which nobody has anything done to them, whoever stands there.
bool is_aside(std::string_view preposition) {
  constexpr std::array<std::string_view, 8> words = {"as",     "accord", "according", "like",
                                                     "unlike", "than",   "despite",   "while"};
  return std::find(words.begin(), words.end(), preposition) != words.end();
}

bool tells_where(std::string_view preposition) {
  constexpr std::array<std::string_view, 12> words = {"in",     "at",    "near",   "outside", "during", "since",
                                                      "inside", "after", "before", "around",  "across", "until"};
  return std::find(words.begin(), words.end(), preposition) != words.end();
}

// The rules that the lemma triggers as a word of that kind, in the order in which they are tried.
std::vector<std::string> rules_at(const acts::Rules& rules, const std::string& lemma, acts::TriggerKind kind) {
  std::vector<std::string> out;
  if (const auto found = rules.events_by_lemma.find(lemma); found != rules.events_by_lemma.end()) {
    for (const std::uint32_t id : found->second) {
      const auto& triggers = rules.rules[id].triggers;
      if (std::any_of(triggers.begin(), triggers.end(),
                      [&](const acts::Trigger& one) { return one.kind == kind && one.lemma == lemma; })) {
        out.push_back(rules.rules[id].name);
      }
    }
  }
  return out;
}

class Search {
 public:
  Search(const Document& document, const acts::Rules& rules)
      : document_(document), tree_(document, rules), actors_(document.actors), taken_(document.tokens.size(), 0) {
    for (const Event& event : document.acts.events) {
      for (const Span span : event.evidence) {
        take(span);
      }
    }
    for (const Statement& statement : document.acts.statements) {
      take(statement.cue);
    }
    for (const Account& account : document.acts.accounts) {
      take(account.cue);
    }
  }

  std::vector<Untaken> find() {
    std::vector<Untaken> out;
    for (const Sentence& sentence : document_.tokens.sentences) {
      if (!is_coded(document_.layout.blocks[sentence.block].kind)) {
        continue;
      }
      for (TokenId t = sentence.first; t < sentence.last; ++t) {
        const Upos tag = tree_.upos(t);
        const bool verb = tag == Upos::verb && !is_empty(tree_.lemma(t)) && verb_stands_between(t);
        const bool noun = tag == Upos::noun && may_be_act(t) && noun_stands_between(t);
        if (taken_[t] == 0 && (verb || noun)) {
          out.push_back({std::string(tree_.lemma(t)), verb ? "verb" : "noun", tree_.span(t), sentence.span});
        }
      }
    }
    return out;
  }

 private:
  // The words of a span, and the verb that carries a noun among them: "held" of "held talks".
  void take(Span span) {
    const auto& spans = document_.tokens.span;
    const auto starts = [](Span token, std::uint32_t begin) { return token.end <= begin; };
    for (auto at = std::lower_bound(spans.begin(), spans.end(), span.begin, starts);
         at != spans.end() && at->begin < span.end; ++at) {
      const auto token = static_cast<TokenId>(at - spans.begin());
      taken_[token] = 1;
      if (tree_.upos(token) == Upos::noun) {
        if (const TokenId verb = tree_.support(token); verb != no_token) {
          taken_[verb] = 1;
        }
      }
    }
  }

  // Known actors at a token and whatever is coordinated with it.
  void add_known(TokenId token, bool adjectives, ActorSet& out) const {
    for (const ActorId id : actors_.find(token, adjectives)) {
      const Actor& actor = document_.actors.actors[id];
      const bool place =
          actor.kind == ActorKind::place || (actor.kind == ActorKind::state && tells_where(tree_.opener(token)));
      if (!actor.code.empty() && !place) {
        out.insert(id);
      }
    }
  }

  static bool two_sides(const ActorSet& one, const ActorSet& other) {
    return std::any_of(one.begin(), one.end(), [&](ActorId a) {
      return std::any_of(other.begin(), other.end(), [&](ActorId b) { return a != b; });
    });
  }

  [[nodiscard]] bool verb_stands_between(TokenId verb) const {
    ActorSet subjects;
    ActorSet others;
    for (const TokenId t : tree_.subjects(verb)) {
      add_known(t, false, subjects);
    }
    if (subjects.empty()) {
      return false;
    }
    for (const TokenId t : tree_.objects(verb)) {
      add_known(t, false, others);
    }
    for (const TokenId c : tree_.children(verb)) {
      const Relation r = tree_.relation(c);
      if (r == Relation::iobj || (r == Relation::obl && !is_aside(tree_.opener(c)))) {
        add_known(c, false, others);
      }
    }
    return two_sides(subjects, others);
  }

  [[nodiscard]] bool may_be_act(TokenId noun) const {
    const auto lemma = tree_.lemma(noun);
    return ends_as_act(lemma) || !rules_at(tree_.rules(), std::string(lemma), acts::TriggerKind::noun).empty();
  }

  [[nodiscard]] bool noun_stands_between(TokenId noun) const {
    if (!actors_.find(noun, false).empty()) {
      return false;  // "the government of China" is an actor itself
    }
    ActorSet all;
    for (const TokenId c : tree_.children(noun)) {
      switch (tree_.relation(c)) {
        case Relation::nmod:
        case Relation::nmod_poss:
        case Relation::amod:
        case Relation::compound:
        case Relation::nmod_desc: {
          ActorSet here;
          add_known(c, true, here);
          for (const TokenId d : tree_.children(c)) {
            if (tree_.relation(d) == Relation::conj) {
              add_known(d, true, here);
            }
          }
          all.merge(here);
          break;
        }
        default:
          break;
      }
    }
    return all.size() >= 2;
  }

  const Document& document_;
  acts::Tree tree_;
  acts::ActorsAt actors_;
  std::vector<char> taken_;
};

}  // namespace

std::vector<Untaken> untaken_words(const Document& document, const Knowledge& knowledge) {
  return Search(document, knowledge.parts().acts).find();
}

void Coverage::add(const Document& document, const Knowledge& knowledge) {
  std::set<std::string> seen;
  for (const Untaken& one : untaken_words(document, knowledge)) {
    const std::string key = one.kind + " " + one.lemma;
    CoverageRow& row = rows_[key];
    if (row.count == 0) {
      row.lemma = one.lemma;
      row.kind = one.kind;
      row.rules = rules_at(knowledge.parts().acts, one.lemma,
                           one.kind == "verb" ? acts::TriggerKind::verb : acts::TriggerKind::noun);
      row.report = document.report.name;
      row.sentence = slice(document.report.text, one.sentence);
      row.word = {one.word.begin - one.sentence.begin, one.word.end - one.sentence.begin};
    }
    ++row.count;
    row.reports += seen.insert(key).second ? 1 : 0;
  }
}

std::vector<CoverageRow> Coverage::rows(std::size_t top) const {
  std::vector<CoverageRow> out;
  for (const auto& [key, row] : rows_) {
    out.push_back(row);
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const CoverageRow& a, const CoverageRow& b) { return a.count > b.count; });
  if (top > 0 && out.size() > top) {
    out.resize(top);
  }
  return out;
}

}  // namespace readout
