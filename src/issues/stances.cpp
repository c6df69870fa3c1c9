// A word of attitude gives a stance when somebody holds it and an issue or an actor stands where its rule looks. Its
// sign turns with every negation and every word that undoes ("end", "lift", "no intention of moving away from") between
// the root of what is said and the issue. The method is that of contextual valence shifters (Polanyi and Zaenen, 2006)
// on a dependency tree.
#include "issues/stances.hpp"

#include <algorithm>
#include <cstdlib>
#include <initializer_list>
#include <set>
#include <string>
#include <utility>

namespace readout::issues {

namespace {

constexpr unsigned farthest = 14;  // steps of a climb

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Where a rule has fired.
struct Firing {
  const StanceRule* rule = nullptr;
  TokenId trigger = no_token;
  TokenId second = no_token;
  TriggerKind kind = TriggerKind::verb;
};

// Where a rule looks for issues, and how it was reached.
struct Goal {
  TokenId token = no_token;
  bool linear = false;  // everything behind the trigger in the same saying
  bool tight = false;   // the noun with its compounds, not what hangs on it: "unfair trade practices"
};

class Stander {
 public:
  Stander(const Tree& tree, const Sayings& sayings, const Found& found, const Knowledge& known)
      : tree_(tree), document_(tree.document()), sayings_(sayings), found_(found), known_(known) {}

  std::vector<Stance> all();

 private:
  void fire(const Firing& firing);
  [[nodiscard]] bool triggers(const Trigger& trigger, TokenId token, TokenId& second) const;

  [[nodiscard]] std::vector<TokenId> follow(const Firing& firing, const Step& step) const;
  [[nodiscard]] std::vector<ActorId> holders(const Firing& firing) const;
  [[nodiscard]] ActorId toward(const Firing& firing, const std::vector<ActorId>& holders) const;
  [[nodiscard]] std::vector<ActorId> wishers(TokenId trigger) const;
  [[nodiscard]] ActorId others(const Firing& firing, ActorId holder) const;
  [[nodiscard]] std::vector<Goal> goals(const Firing& firing) const;

  [[nodiscard]] ActorId actor_at(TokenId token, bool adjectives) const;
  [[nodiscard]] ActorId owner_of(TokenId noun, const std::vector<ActorId>& holders) const;
  void owners_of(TokenId noun, unsigned depth, std::vector<ActorId>& out) const;
  [[nodiscard]] bool may_be_other(ActorId actor, const std::vector<ActorId>& holders) const;
  [[nodiscard]] bool may_hold(ActorId actor) const;
  [[nodiscard]] bool is_party(ActorId actor) const;
  [[nodiscard]] bool same_side(ActorId a, ActorId b) const;
  [[nodiscard]] bool first_person(TokenId token) const;

  // How often the sign turns from the root of what is said down to the trigger; the words that turn it go to `words`.
  [[nodiscard]] unsigned turns_above(const Firing& firing, std::vector<Span>& words) const;
  [[nodiscard]] unsigned turns_between(TokenId issue, const Firing& firing, const Goal& goal, bool problem,
                                       std::vector<Span>& words) const;
  [[nodiscard]] Span condition(TokenId trigger) const;
  [[nodiscard]] int weighed(const Firing& firing) const;
  [[nodiscard]] bool reached(const IssueMention& mention, const Firing& firing, const Goal& goal) const;
  void keep(Stance stance);

  const Tree& tree_;
  const Document& document_;
  const Sayings& sayings_;
  const Found& found_;
  const Knowledge& known_;
  std::vector<Stance> stances_;
};

ActorId Stander::actor_at(TokenId token, bool adjectives) const {
  const auto& actors = document_.actors;
  if (token >= actors.mention_at.size() || actors.mention_at[token] == no_mention) {
    return no_actor;
  }
  const Mention& mention = actors.mentions[actors.mention_at[token]];
  return mention.form == MentionForm::adjective && !adjectives ? no_actor : mention.actor;
}

void Stander::owners_of(TokenId noun, unsigned depth, std::vector<ActorId>& out) const {
  for (const TokenId child : tree_.children(noun)) {
    const Relation relation = tree_.relation(child);
    const bool modifies = relation == Relation::nmod_poss || relation == Relation::amod ||
                          relation == Relation::compound || relation == Relation::nmod_desc;
    const bool of_issue =
        std::any_of(found_.issues.mentions.begin(), found_.issues.mentions.end(), [&](const IssueMention& mention) {
          return mention.first <= child && child < mention.last && mention.first <= noun && noun < mention.last;
        });
    if (!modifies || of_issue) {
      continue;
    }
    if (const ActorId actor = actor_at(child, true); actor != no_actor) {
      out.push_back(actor);
    }
    if (depth < 3) {
      owners_of(child, depth + 1, out);
    }
  }
}

// "China's record", "the Chinese record"; nobody, when the holder owns it too: "the Chinese-US relationship". The words
// of the issue itself ("Paris" of the Paris agreement) own nothing.
ActorId Stander::owner_of(TokenId noun, const std::vector<ActorId>& holders) const {
  std::vector<ActorId> owners;
  owners_of(noun, 0, owners);
  const bool all_others = std::all_of(owners.begin(), owners.end(), [&](ActorId owner) {
    return std::none_of(holders.begin(), holders.end(), [&](ActorId holder) { return same_side(holder, owner); });
  });
  if (!all_others) {
    return no_actor;
  }
  const auto first =
      std::find_if(owners.begin(), owners.end(), [&](ActorId owner) { return may_be_other(owner, holders); });
  return first == owners.end() ? no_actor : *first;
}

// Places and outlets have no side.
bool Stander::may_be_other(ActorId actor, const std::vector<ActorId>& holders) const {
  if (actor >= document_.actors.actors.size()) {
    return false;
  }
  const Actor& other = document_.actors.actors[actor];
  if (other.kind == ActorKind::outlet || other.kind == ActorKind::place) {
    return false;
  }
  return std::none_of(holders.begin(), holders.end(), [&](ActorId holder) { return same_side(holder, actor); });
}

// An outlet passes on what others hold; "the two sides" hold what somebody says that they do.
bool Stander::may_hold(ActorId actor) const {
  const Actor& holder = document_.actors.actors[actor];
  return holder.kind != ActorKind::outlet && (holder.kind != ActorKind::group || !holder.code.empty());
}

// A crowd, captives or the dead have no side to be turned to.
bool Stander::is_party(ActorId actor) const {
  const Actor& other = document_.actors.actors[actor];
  return !other.code.empty() && (other.kind == ActorKind::state || other.kind == ActorKind::institution ||
                                 other.kind == ActorKind::person || other.kind == ActorKind::organization);
}

bool Stander::same_side(ActorId a, ActorId b) const {
  if (a == no_actor || b == no_actor) {
    return false;
  }
  const auto& actors = document_.actors.actors;
  return a == b || (!actors[a].country.empty() && actors[a].country == actors[b].country);
}

bool Stander::first_person(TokenId token) const {
  return one_of(tree_.lemma(token), {"we", "I", "i", "our", "my", "us"});
}

bool Stander::triggers(const Trigger& trigger, TokenId token, TokenId& second) const {
  const Upos upos = tree_.upos(token);
  const bool passive = upos == Upos::verb && tree_.xpos(token) == Xpos::vbn;  // "is concerned", whichever tag it has
  const bool kind = trigger.kind == TriggerKind::verb   ? upos == Upos::verb
                    : trigger.kind == TriggerKind::noun ? upos == Upos::noun
                                                        : upos == Upos::adj || upos == Upos::noun || passive;
  const bool word = tree_.lemma(token) == trigger.lemma ||
                    (trigger.kind == TriggerKind::adjective && passive && tree_.form(token) == trigger.lemma);
  if (!kind || !word) {
    return false;
  }
  second = no_token;
  if (trigger.second.empty()) {
    return true;
  }
  for (const TokenId child : tree_.children(token)) {
    const Relation relation = tree_.relation(child);
    const bool near = relation == Relation::compound_prt || relation == Relation::advmod || relation == Relation::obj ||
                      relation == Relation::xcomp || relation == Relation::amod || relation == Relation::case_ ||
                      relation == Relation::compound || relation == Relation::obl || relation == Relation::nmod ||
                      relation == Relation::mark;
    if (near && tree_.lemma(child) == trigger.second) {
      second = child;
      return true;
    }
    // "call for": the preposition stands below its noun.
    if (tree_.opener(child) == trigger.second && child > token) {
      second = tree_.child(child, {Relation::case_, Relation::mark});
      return true;
    }
  }
  return false;
}

std::vector<TokenId> Stander::follow(const Firing& firing, const Step& step) const {
  const TokenId at = firing.trigger;
  std::vector<TokenId> out;
  switch (step.kind) {
    case StepKind::subject:
      return firing.kind == TriggerKind::adjective && tree_.is_passive(at) ? tree_.objects(at) : tree_.subjects(at);
    case StepKind::object:
      return tree_.objects(at);
    case StepKind::clause:
      for (const TokenId child : tree_.children(at)) {
        if (one_of(name_of(tree_.relation(child)), {"ccomp", "xcomp", "acl", "csubj"}) ||
            (tree_.relation(child) == Relation::advcl && !is_aside(tree_, child))) {
          tree_.add_with_conjuncts(child, out);
        }
      }
      return out;
    case StepKind::modified:
      if (tree_.relation(at) == Relation::amod || tree_.relation(at) == Relation::compound) {
        out.push_back(tree_.head(at));
      } else if (tree_.relation(at) == Relation::conj && tree_.head(at) != no_token &&
                 tree_.relation(tree_.head(at)) == Relation::amod) {
        out.push_back(tree_.head(tree_.head(at)));
      } else if (tree_.relation(at) == Relation::xcomp && tree_.head(at) != no_token &&
                 !tree_.objects(tree_.head(at)).empty()) {  // "called the law unfair"
        return tree_.objects(tree_.head(at));
      } else {
        return tree_.subjects(at);
      }
      return out;
    case StepKind::possessor:
      for (const TokenId child : tree_.children(at)) {
        if (one_of(name_of(tree_.relation(child)), {"nmod:poss", "amod", "compound"})) {
          tree_.add_with_conjuncts(child, out);
        }
      }
      return out;
    case StepKind::condition:
      for (TokenId up = at; up != no_token; up = tree_.head(up)) {
        for (const TokenId child : tree_.children(up)) {
          if (tree_.relation(child) == Relation::advcl && one_of(tree_.opener(child), {"until", "unless", "if"})) {
            return tree_.subjects(child);
          }
        }
        if (tree_.relation(up) != Relation::xcomp) {
          break;
        }
      }
      return out;
    case StepKind::preposition:
      return tree_.phrases(at, step.word);
    case StepKind::rest:
    case StepKind::speaker:
    case StepKind::wish:
    case StepKind::others:
      break;
  }
  return out;
}

// "should cooperate": whoever says so. "Russia urged China to cooperate": Russia.
std::vector<ActorId> Stander::wishers(TokenId trigger) const {
  TokenId at = trigger;
  for (unsigned steps = 0; at != no_token && steps < 4; ++steps) {
    for (const TokenId child : tree_.children(at)) {
      if (tree_.relation(child) == Relation::aux &&
          one_of(tree_.lemma(child), {"should", "must", "can", "could", "may", "ought", "shall", "need"})) {
        const ActorId speaker = sayings_.speaker_at(tree_.span(trigger));
        return speaker == no_actor ? std::vector<ActorId>() : std::vector<ActorId>{speaker};
      }
    }
    const TokenId up = tree_.head(at);
    if (up != no_token && known_.in_list("wishes", tree_.lemma(up))) {
      std::vector<ActorId> out;
      for (const TokenId subject : tree_.subjects(up)) {
        const ActorId actor =
            first_person(subject) ? sayings_.speaker_at(tree_.span(trigger)) : actor_at(subject, false);
        if (actor != no_actor) {
          out.push_back(actor);
        }
      }
      return out;
    }
    if (!one_of(name_of(tree_.relation(at)), {"xcomp", "ccomp", "advcl", "acl", "conj", "obj", "obl"})) {
      break;
    }
    at = up;
  }
  return {};
}

std::vector<ActorId> Stander::holders(const Firing& firing) const {
  const Span words = tree_.span(firing.trigger);
  for (const Step& step : firing.rule->holder) {
    std::vector<ActorId> out;
    if (step.kind == StepKind::wish) {
      out = wishers(firing.trigger);
    } else if (step.kind == StepKind::speaker) {
      // What has a subject of its own is somebody else's, when that subject is not known.
      if (const ActorId speaker = sayings_.speaker_at(words); speaker != no_actor) {
        out.push_back(speaker);
      }
    } else {
      const auto ends = follow(firing, step);
      for (const TokenId end : ends) {
        ActorId actor = actor_at(end, step.kind == StepKind::possessor);
        if (first_person(end)) {
          actor = sayings_.speaker_at(words);
        }
        if (actor != no_actor && std::find(out.begin(), out.end(), actor) == out.end()) {
          out.push_back(actor);
        }
      }
      const bool unknown_owner =
          step.kind == StepKind::possessor && tree_.child(firing.trigger, {Relation::nmod_poss}) != no_token;
      if (out.empty() && !ends.empty() && (step.kind == StepKind::subject || unknown_owner)) {
        return {};
      }
    }
    std::erase_if(out, [&](ActorId actor) { return !may_hold(actor); });
    if (!out.empty()) {
      return out;
    }
  }
  return {};
}

// The other side of "the two sides", "France and Germany".
ActorId Stander::others(const Firing& firing, ActorId holder) const {
  for (const TokenId subject : tree_.subjects(firing.trigger)) {
    const ActorId actor = actor_at(subject, false);
    if (actor == no_actor) {
      continue;
    }
    for (const ActorId member : document_.actors.actors[actor].members) {
      if (member < document_.actors.actors.size() && !same_side(member, holder)) {
        return member;
      }
    }
    if (!same_side(actor, holder) && document_.actors.actors[actor].members.empty()) {
      return actor;
    }
  }
  return no_actor;
}

ActorId Stander::toward(const Firing& firing, const std::vector<ActorId>& holders) const {
  const auto not_holder = [&](ActorId actor) { return may_be_other(actor, holders); };
  for (const Step& step : firing.rule->toward) {
    if (step.kind == StepKind::others) {
      const ActorId other = others(firing, holders.front());
      if (not_holder(other)) {
        return other;
      }
      continue;
    }
    for (const TokenId end : follow(firing, step)) {
      if (const ActorId actor = actor_at(end, step.kind == StepKind::possessor); not_holder(actor)) {
        return actor;
      }
      if (const ActorId owner = owner_of(end, holders); not_holder(owner)) {
        return owner;
      }
      if (known_.in_list("undoing", tree_.lemma(end))) {
        continue;  // to oppose the exit of somebody is not to oppose him
      }
      for (const TokenId of : tree_.phrases(end, "of")) {
        if (const ActorId actor = actor_at(of, true); not_holder(actor)) {
          return actor;
        }
      }
    }
  }
  return no_actor;
}

std::vector<Goal> Stander::goals(const Firing& firing) const {
  std::vector<Goal> out;
  for (const Step& step : firing.rule->about) {
    if (step.kind == StepKind::rest) {
      out.push_back({firing.trigger, true, false});
      continue;
    }
    for (const TokenId end : follow(firing, step)) {
      const bool attribute = step.kind == StepKind::modified && tree_.below(firing.trigger, end) &&
                             tree_.relation(firing.trigger) != Relation::xcomp;
      out.push_back({end, false, attribute});
    }
  }
  return out;
}

bool Stander::reached(const IssueMention& mention, const Firing& firing, const Goal& goal) const {
  const TokenId at = firing.trigger;
  if (mention.first <= at && at < mention.last) {
    return false;
  }
  if (goal.linear) {
    const Sentence& sentence = tree_.sentence_of(at);
    const Span content = sayings_.content_around(tree_.span(at));
    if (mention.first < at || mention.first >= sentence.last || (!content.empty() && !content.contains(mention.span))) {
      return false;
    }
    // Not beyond "despite …", "while …" and the like.
    for (TokenId t = mention.head; t != no_token && t != at; t = tree_.head(t)) {
      if (t > at && is_aside(tree_, t)) {
        return false;
      }
    }
    return true;
  }
  for (TokenId t = mention.head; t != no_token; t = tree_.head(t)) {
    if (t == goal.token) {
      return true;
    }
    // Another deed's matter is not this one's, unless that deed is only its undoing: "wants to lift the tariffs".
    const bool where = one_of(tree_.opener(t), {"across", "near", "inside", "around", "through", "during"});
    const bool other_deed = tree_.upos(t) == Upos::verb && !known_.in_list("undoing", tree_.lemma(t)) &&
                            !known_.in_list("dealing", tree_.lemma(t));
    if (t == at || is_aside(tree_, t) || other_deed || where ||
        (t != mention.head && known_.in_list("other", tree_.lemma(t))) ||
        (goal.tight && tree_.relation(t) == Relation::nmod)) {
      return false;
    }
  }
  return false;
}

unsigned Stander::turns_above(const Firing& firing, std::vector<Span>& words) const {
  unsigned turns = 0;
  TokenId at = firing.trigger;
  if (tree_.relation(at) == Relation::amod) {
    return 0;
  }
  for (unsigned steps = 0; at != no_token && steps < farthest; ++steps) {
    if (const TokenId no = tree_.negation(at); no != no_token) {
      words.push_back(tree_.span(no));
      ++turns;
    }
    if (at != firing.trigger && known_.in_list("undoing", tree_.lemma(at))) {
      words.push_back(tree_.span(at));
      ++turns;
    }
    if (at != firing.trigger && one_of(tree_.lemma(at), {"move", "back", "walk", "step", "turn"})) {
      for (const TokenId child : tree_.children(at)) {
        if (one_of(tree_.lemma(child), {"away", "down", "off"})) {
          words.push_back(cover(tree_.span(at), tree_.span(child)));
          ++turns;
        }
      }
    }
    const bool goes_on =
        one_of(name_of(tree_.relation(at)), {"xcomp", "acl", "obj", "obl", "nmod", "advcl"}) && !is_aside(tree_, at);
    if (!goes_on) {
      break;
    }
    at = tree_.head(at);
  }
  return turns;
}

unsigned Stander::turns_between(TokenId issue, const Firing& firing, const Goal& goal, bool problem,
                                std::vector<Span>& words) const {
  unsigned turns = 0;
  bool beside = false;  // came over from a coordinated word: what turns its neighbour does not turn it
  for (TokenId at = issue; at != no_token && at != firing.trigger; at = tree_.head(at)) {
    if (std::exchange(beside, tree_.relation(at) == Relation::conj && tree_.upos(at) == Upos::verb)) {
      continue;
    }
    if (at == issue || tree_.upos(at) == Upos::verb) {
      if (const TokenId no = tree_.negation(at); no != no_token) {
        words.push_back(tree_.span(no));
        ++turns;
      }
    }
    if (!problem && known_.in_list("undoing", tree_.lemma(at))) {
      words.push_back(tree_.span(at));
      ++turns;
    }
    if (at == goal.token) {
      break;
    }
  }
  return turns;
}

Span Stander::condition(TokenId trigger) const {
  for (TokenId at = trigger; at != no_token; at = tree_.head(at)) {
    for (const TokenId child : tree_.children(at)) {
      if (tree_.relation(child) == Relation::advcl &&
          one_of(tree_.opener(child), {"until", "unless", "if", "provided", "lest"})) {
        return tree_.reach(child);
      }
    }
    if (tree_.relation(at) != Relation::xcomp) {
      break;
    }
  }
  return {};
}

// "strongly", "deeply" give the word its full weight; "could", "somewhat" take from it.
int Stander::weighed(const Firing& firing) const {
  int polarity = firing.rule->polarity;
  for (const TokenId child : tree_.children(firing.trigger)) {
    if (known_.in_list("strong", tree_.lemma(child))) {
      polarity = polarity > 0 ? 2 : -2;
    } else if (known_.in_list("weak", tree_.lemma(child))) {
      polarity = polarity > 0 ? 1 : -1;
    }
  }
  return polarity;
}

// One stance for each holder and issue of a sentence: "is hopeful that they can work together" is one. The inner
// account and the strongest words count.
void Stander::keep(Stance stance) {
  for (Stance& old : stances_) {
    const bool same = old.holder == stance.holder && old.issue == stance.issue && old.sentence == stance.sentence &&
                      (old.toward == stance.toward || stance.toward == no_actor || old.toward == no_actor) &&
                      (old.polarity > 0) == (stance.polarity > 0);
    if (!same) {
      continue;
    }
    if (old.toward == no_actor) {
      old.toward = stance.toward;
    }
    if (old.statement == no_act) {
      old.statement = stance.statement;
      old.account = stance.account;
    }
    if (std::abs(stance.polarity) > std::abs(old.polarity)) {
      old.polarity = stance.polarity;
      old.tone = stance.tone;
      old.rule = stance.rule;
    }
    old.evidence.insert(old.evidence.end(), stance.evidence.begin(), stance.evidence.end());
    std::sort(old.evidence.begin(), old.evidence.end());
    old.evidence.erase(std::unique(old.evidence.begin(), old.evidence.end()), old.evidence.end());
    return;
  }
  stances_.push_back(std::move(stance));
}

void Stander::fire(const Firing& firing) {
  const auto holding = holders(firing);
  if (holding.empty()) {
    return;
  }
  if (firing.rule->holder.front().kind == StepKind::speaker && firing.kind == TriggerKind::verb) {
    // Nobody accuses himself.
    for (const TokenId subject : tree_.subjects(firing.trigger)) {
      const ActorId actor = actor_at(subject, false);
      if (first_person(subject) || (actor != no_actor && same_side(actor, holding.front()))) {
        return;
      }
    }
  }
  std::vector<Span> turned;
  const unsigned above = turns_above(firing, turned);
  if (above % 2 == 1 && firing.rule->drop_negated) {
    return;
  }
  const ActorId other = toward(firing, holding);
  const Span words = tree_.span(firing.trigger);
  Stance stance;
  stance.tone = firing.rule->tone;
  stance.condition = condition(firing.trigger);
  stance.statement = sayings_.around(words);
  stance.account = sayings_.account_at(words);
  stance.sentence = tree_.sentence_of(firing.trigger).span;
  stance.rule = firing.rule->name;
  stance.confidence = firing.rule->holder.front().kind == StepKind::speaker ? 0.6F : 0.7F;
  const int polarity = weighed(firing);
  if (!stance.condition.empty()) {
    stance.tone = "conditional";
  }
  const auto add = [&](IssueId issue, ActorId toward_whom, int sign, std::vector<Span> evidence) {
    evidence.push_back(words);
    if (firing.second != no_token) {
      evidence.push_back(tree_.span(firing.second));
    }
    evidence.insert(evidence.end(), turned.begin(), turned.end());
    std::sort(evidence.begin(), evidence.end());
    evidence.erase(std::unique(evidence.begin(), evidence.end()), evidence.end());
    for (const ActorId holder : holding) {
      Stance one = stance;
      one.holder = holder;
      one.issue = issue;
      one.toward = same_side(toward_whom, holder) ? no_actor : toward_whom;
      one.polarity = sign;
      one.evidence = evidence;
      keep(std::move(one));
    }
  };
  bool told = false;
  std::set<IssueId> seen;
  for (const Goal& goal : goals(firing)) {
    for (const IssueMention& mention : found_.issues.mentions) {
      if (seen.contains(mention.issue) || !reached(mention, firing, goal)) {
        continue;
      }
      seen.insert(mention.issue);
      std::vector<Span> evidence{mention.span};
      const bool problem = known_.entries[found_.entry_of[mention.issue]].problem;
      const unsigned turns = above + turns_between(mention.head, firing, goal, problem, evidence);
      ActorId at_whom = other;
      for (TokenId t = mention.head; at_whom == no_actor && t != no_token && t != firing.trigger; t = tree_.head(t)) {
        if (tree_.upos(t) == Upos::noun || tree_.upos(t) == Upos::propn) {
          at_whom = owner_of(t, holding);
        }
        if (t == goal.token) {
          break;
        }
      }
      // To fight a problem is to stand for dealing with it.
      const int sign =
          problem && polarity < 0 && known_.in_list("fighting", tree_.lemma(firing.trigger)) ? -polarity : polarity;
      add(mention.issue, at_whom, turns % 2 == 0 ? sign : -sign, std::move(evidence));
      told = true;
    }
  }
  const bool of_parties = other != no_actor && is_party(other) &&
                          std::all_of(holding.begin(), holding.end(),
                                      [&](ActorId holder) { return !document_.actors.actors[holder].code.empty(); });
  if (!told && of_parties) {
    add(no_issue, other, above % 2 == 0 ? polarity : -polarity, {});
  }
}

std::vector<Stance> Stander::all() {
  for (TokenId token = 0; token < document_.tokens.size(); ++token) {
    std::vector<std::uint32_t> ids;
    for (const std::string_view word : {tree_.lemma(token), tree_.form(token)}) {
      if (const auto rules = known_.rules_by_lemma.find(std::string(word)); rules != known_.rules_by_lemma.end()) {
        ids.insert(ids.end(), rules->second.begin(), rules->second.end());
      }
    }
    if (ids.empty()) {
      continue;
    }
    const Sentence& sentence = tree_.sentence_of(token);
    if (sentence.block < document_.layout.blocks.size() && !is_coded(document_.layout.blocks[sentence.block].kind)) {
      continue;
    }
    // Two words are surer than one: "call for" is not "call".
    Firing best;
    for (const auto id : ids) {
      const StanceRule& rule = known_.rules[id];
      for (const Trigger& trigger : rule.triggers) {
        TokenId second = no_token;
        if (!triggers(trigger, token, second)) {
          continue;
        }
        // … and a state is no deed: "is opposed to".
        const bool state =
            trigger.kind == TriggerKind::adjective && tree_.is_passive(token) && best.kind != TriggerKind::adjective;
        if (best.rule == nullptr || (second != no_token && best.second == no_token) || state) {
          best = {&rule, token, second, trigger.kind};
        }
      }
    }
    if (best.rule != nullptr) {
      fire(best);
    }
  }
  return std::move(stances_);
}

}  // namespace

std::vector<Stance> find_stances(const Tree& tree, const Sayings& sayings, const Found& found, const Knowledge& known) {
  return Stander(tree, sayings, found, known).all();
}

}  // namespace readout::issues
