// Whether a rule holds at a word: its triggers and its conditions.
#include <algorithm>
#include <string>

#include "acts/match.hpp"

namespace readout::acts {

namespace {

// "Merkel, Macron hold talks": what has a subject and an object is a verb, whatever its tag.
bool is_verb(const Tree& tree, TokenId token) {
  return tree.upos(token) == Upos::verb ||
         (tree.upos(token) == Upos::noun && tree.child(token, {Relation::obj}) != no_token &&
          tree.child(token, {Relation::nsubj}) != no_token);
}

bool triggers(const Tree& tree, const Trigger& trigger, TokenId token) {
  const Upos tag = tree.upos(token);
  const bool kind = trigger.kind == TriggerKind::verb        ? is_verb(tree, token)
                    : trigger.kind == TriggerKind::noun      ? tag == Upos::noun || tag == Upos::propn
                    : trigger.kind == TriggerKind::adjective ? tag == Upos::adj
                                                             : true;
  if (!kind || tree.lemma(token) != trigger.lemma) {
    return false;
  }
  if (trigger.particle.empty()) {
    return true;
  }
  // The particle may hang as one, as an adverb, or open the next phrase ("pull out of").
  for (const TokenId c : tree.children(token)) {
    const Relation r = tree.relation(c);
    const bool particle =
        r == Relation::compound_prt || r == Relation::advmod || r == Relation::case_ || r == Relation::mark;
    if (particle && c > token && tree.lemma(c) == trigger.particle) {
      return true;
    }
    if ((r == Relation::obl || r == Relation::nmod || r == Relation::advcl) && c > token) {
      for (const TokenId g : tree.children(c)) {
        if (g == token + 1 && tree.lemma(g) == trigger.particle) {
          return true;
        }
      }
    }
  }
  return false;
}

bool wanted_word(const Tree& tree, const Condition& condition, TokenId token) {
  if (condition.words.empty()) {
    return true;
  }
  return std::any_of(condition.words.begin(), condition.words.end(), [&](const std::string& word) {
    return word.front() == '@' ? tree.rules().in_list(word, tree.lemma(token)) : tree.lemma(token) == word;
  });
}

bool is_negated(const Tree& tree, TokenId trigger) {
  const TokenId carrier = tree.is_nominal(trigger) ? tree.support(trigger) : no_token;
  return tree.is_negated(trigger) || (carrier != no_token && tree.is_negated(carrier));
}

// "MED" is one of the actor's sectors, "outlet" its kind.
bool wanted_actor(const Actor& actor, const Condition& condition) {
  return std::any_of(condition.words.begin(), condition.words.end(), [&](const std::string& word) {
    if (name_of(actor.kind) == word) {
      return true;
    }
    for (std::size_t at = 0; at < actor.sector.size(); at += 3) {
      if (actor.sector.compare(at, 3, word) == 0) {
        return true;
      }
    }
    return false;
  });
}

}  // namespace

bool holds(const Tree& tree, const ActorsAt& actors, const Rule& rule, TokenId trigger, std::vector<TokenId>& words) {
  const bool fires = std::any_of(rule.triggers.begin(), rule.triggers.end(),
                                 [&](const Trigger& one) { return triggers(tree, one, trigger); });
  if (!fires) {
    return false;
  }
  words.assign(1, trigger);
  for (const Condition& condition : rule.conditions) {
    if (condition.ask == Ask::negated) {
      if (is_negated(tree, trigger) != condition.wanted) {
        return false;
      }
      continue;
    }
    if (condition.ask == Ask::actor) {
      const auto found = actors_at_end(tree, actors, trigger, condition.paths, true);
      const auto& all = tree.document().actors.actors;
      if (std::any_of(found.begin(), found.end(), [&](ActorId id) { return wanted_actor(all[id], condition); }) !=
          condition.wanted) {
        return false;
      }
      continue;
    }
    TokenId match = no_token;
    for (const Path& path : condition.paths) {
      for (const TokenId token : tree.follow(trigger, path)) {
        if (match == no_token && wanted_word(tree, condition, token)) {
          match = token;
        }
      }
    }
    if ((match != no_token) != condition.wanted) {
      return false;
    }
    if (condition.wanted && !condition.words.empty() && match != trigger) {
      words.push_back(match);
    }
  }
  return true;
}

}  // namespace readout::acts
