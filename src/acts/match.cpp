// The matcher: cost grows with the words of a report, not with the number of rules, because a rule is looked at only
// where its trigger's lemma stands.
#include "acts/match.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <string>

namespace readout::acts {

ActorsAt::ActorsAt(const Actors& actors) : actors_(actors), by_head_(actors.mentions.size()) {
  std::iota(by_head_.begin(), by_head_.end(), 0U);
  std::sort(by_head_.begin(), by_head_.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Mention& x = actors.mentions[a];
    const Mention& y = actors.mentions[b];
    return x.head != y.head ? x.head < y.head : x.span.size() != y.span.size() ? x.span.size() > y.span.size() : a < b;
  });
  for (std::uint32_t i = 0; i < actors.mentions.size(); ++i) {
    if (actors.mentions[i].actor != no_actor && actors.mentions[i].form != MentionForm::adjective) {
      by_last_.push_back(i);
    }
  }
  std::sort(by_last_.begin(), by_last_.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Mention& x = actors.mentions[a];
    const Mention& y = actors.mentions[b];
    return x.last != y.last ? x.last < y.last : x.span.size() != y.span.size() ? x.span.size() > y.span.size() : a < b;
  });
}

ActorId ActorsAt::ending_at(TokenId token) const {
  const auto at = std::lower_bound(by_last_.begin(), by_last_.end(), token, [&](std::uint32_t mention, TokenId wanted) {
    return actors_.mentions[mention].last < wanted;
  });
  return at != by_last_.end() && actors_.mentions[*at].last == token ? actors_.mentions[*at].actor : no_actor;
}

ActorId ActorsAt::starting_at(TokenId token) const {
  // Mentions stand in text order, the wider of two that begin together first or not: look at all that begin here.
  const auto before = [](const Mention& mention, TokenId wanted) { return mention.first < wanted; };
  ActorId found = no_actor;
  TokenId last = 0;
  for (auto at = std::lower_bound(actors_.mentions.begin(), actors_.mentions.end(), token, before);
       at != actors_.mentions.end() && at->first == token; ++at) {
    if (at->actor != no_actor && at->form != MentionForm::adjective && at->last > last) {
      found = at->actor;
      last = at->last;
    }
  }
  return found;
}

std::vector<ActorId> ActorsAt::find(TokenId token, bool adjectives) const {
  std::vector<ActorId> out;
  auto at = std::lower_bound(by_head_.begin(), by_head_.end(), token, [&](std::uint32_t mention, TokenId wanted) {
    return actors_.mentions[mention].head < wanted;
  });
  std::uint32_t width = 0;
  for (; at != by_head_.end() && actors_.mentions[*at].head == token; ++at) {
    const Mention& mention = actors_.mentions[*at];
    if (mention.actor == no_actor || mention.span.size() < width ||
        (mention.form == MentionForm::adjective && !adjectives)) {
      continue;
    }
    width = mention.span.size();
    if (std::find(out.begin(), out.end(), mention.actor) == out.end()) {
      out.push_back(mention.actor);
    }
  }
  return out;
}

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

bool is_definite(const Tree& tree, TokenId noun) {
  for (const TokenId c : tree.children(noun)) {
    const auto lemma = tree.lemma(c);
    if (tree.relation(c) == Relation::det &&
        (lemma == "the" || lemma == "this" || lemma == "that" || lemma == "these")) {
      return true;
    }
  }
  return false;
}

bool leads_by_modifier(const Path& path) {
  return path.back().kind == StepKind::modifier || path.back().kind == StepKind::possessor;
}

void drop(std::vector<ActorId>& from, const std::vector<ActorId>& what) {
  std::erase_if(from, [&](ActorId actor) { return std::find(what.begin(), what.end(), actor) != what.end(); });
}

// "the group Hamas", "his friend Orban": one party told twice. The noun gives way to the name if it only says what kind
// of thing that is; else the name adds nobody.
bool repeats(const Tree& tree, const ActorsAt& actors, TokenId token, const std::vector<TokenId>& ends) {
  const auto ends_here = [&](TokenId t) { return std::find(ends.begin(), ends.end(), t) != ends.end(); };
  const auto is_unnamed_group = [&](TokenId t) {
    const auto found = actors.find(t, false);
    return std::any_of(found.begin(), found.end(), [&](ActorId id) {
      const Actor& actor = tree.document().actors.actors[id];
      return actor.kind == ActorKind::group && actor.entity.empty();
    });
  };
  if (tree.relation(token) == Relation::appos) {
    const TokenId up = tree.head(token);
    return tree.upos(up) == Upos::noun && ends_here(up) && !actors.find(up, false).empty() && !is_unnamed_group(up);
  }
  return is_unnamed_group(token) &&
         std::any_of(tree.children(token).begin(), tree.children(token).end(), [&](TokenId c) {
           return tree.relation(c) == Relation::appos && ends_here(c) && !actors.find(c, false).empty();
         });
}

bool enough_for_both(const Actors& actors, const std::vector<ActorId>& found) {
  return found.size() >= 2 || (found.size() == 1 && actors.actors[found.front()].members.size() >= 2);
}

// Whose a thing is that is no actor itself: "Buhari's decision", "a Libyan convoy", "the arrest of Navalny", "a camp in
// Pakistan". The nearest tie counts: owner, then adjective, then a phrase.
std::vector<ActorId> actors_within(const Tree& tree, const ActorsAt& actors, TokenId noun, unsigned depth) {
  if (depth == 0) {
    return {};
  }
  std::vector<ActorId> out;
  const auto look = [&](TokenId child) {
    out = actors.find(child, true);
    if (out.empty()) {
      out = actors_within(tree, actors, child, depth - 1);
    }
  };
  for (const TokenId c : tree.children(noun)) {
    if (tree.relation(c) == Relation::nmod_poss && out.empty()) {
      look(c);
    }
  }
  for (const TokenId c : tree.children(noun)) {
    const Relation r = tree.relation(c);
    if (out.empty() && (r == Relation::amod || r == Relation::compound || r == Relation::nmod_desc)) {
      out = actors.find(c, true);
    }
  }
  for (const TokenId c : tree.children(noun)) {
    const auto opener = tree.opener(c);
    if (out.empty() && tree.relation(c) == Relation::nmod &&
        (opener == "of" || opener == "by" || opener == "in" || opener == "from")) {
      look(c);
    }
  }
  return out;
}

// The actors at the end of the paths, else those whose things stand there.
std::vector<ActorId> parties_at_end(const Tree& tree, const ActorsAt& actors, TokenId trigger,
                                    const std::vector<Path>& paths) {
  auto out = actors_at_end(tree, actors, trigger, paths, false);
  for (std::size_t i = 0; i < paths.size() && out.empty(); ++i) {
    for (const TokenId token : tree.follow(trigger, paths[i])) {
      if (out.empty() && (tree.upos(token) == Upos::noun || tree.upos(token) == Upos::propn)) {
        out = actors_within(tree, actors, token, 2);
      }
    }
  }
  return out;
}

// Fills the roles; false when one that the rule needs stays empty.
bool fill_roles(const Tree& tree, const ActorsAt& actors, const Rule& rule, TokenId trigger, Event& event) {
  const Actors& all = tree.document().actors;
  event.initiator = actors_at_end(tree, actors, trigger, rule.initiator, false);
  if (!rule.both.empty()) {
    event.symmetric = true;
    event.actor = actors_at_end(tree, actors, trigger, rule.both, true);
    return (rule.needs & static_cast<unsigned>(Need::both)) == 0 || enough_for_both(all, event.actor);
  }
  event.actor = parties_at_end(tree, actors, trigger, rule.source);
  event.recipient = parties_at_end(tree, actors, trigger, rule.target);
  drop(event.recipient, event.actor);
  const bool source = !event.actor.empty() || (rule.needs & static_cast<unsigned>(Need::source)) == 0;
  const bool target = !event.recipient.empty() || (rule.needs & static_cast<unsigned>(Need::target)) == 0;
  return source && target && (!event.actor.empty() || !event.recipient.empty());
}

Span span_of(const Tree& tree, TokenId token, const Rule& rule) {
  // A particle right behind belongs to the words: "walked out".
  Span span = tree.span(token);
  for (const Trigger& trigger : rule.triggers) {
    if (!trigger.particle.empty() && tree.lemma(token) == trigger.lemma && token + 1 < tree.document().tokens.size() &&
        tree.lemma(token + 1) == trigger.particle) {
      span.end = tree.span(token + 1).end;
      break;
    }
  }
  return span;
}

Event event_of(const Tree& tree, const Rule& rule) {
  Event event;
  event.rule = rule.name;
  event.cameo = rule.code;
  event.channel = rule.channel;
  if (const base::Code* code = tree.rules().codes.find(rule.code); code != nullptr) {
    event.plover_type = code->plover_type;
    event.plover_mode = rule.mode.empty() ? code->plover_mode : rule.mode;
    event.plover_context = code->plover_context;
    event.quad = code->quad;
    event.goldstein = code->goldstein;
  }
  return event;
}

// The most demanding rule that holds at a token gives its telling.
bool tell(const Tree& tree, const ActorsAt& actors, TokenId token, std::uint32_t sentence, std::vector<Telling>& out) {
  const auto found = tree.rules().events_by_lemma.find(std::string(tree.lemma(token)));
  if (found == tree.rules().events_by_lemma.end()) {
    return false;
  }
  const Rule* echo = nullptr;
  for (const std::uint32_t id : found->second) {
    const Rule& rule = tree.rules().rules[id];
    Telling telling;
    if (!holds(tree, actors, rule, token, telling.words)) {
      continue;
    }
    telling.event = event_of(tree, rule);
    const bool complete = fill_roles(tree, actors, rule, token, telling.event);
    if (!complete) {
      const bool noun = tree.upos(token) == Upos::noun;
      if (noun && echo == nullptr && is_definite(tree, token) && telling.event.actor.size() <= 1 &&
          telling.event.recipient.empty()) {
        echo = &rule;
      }
      continue;
    }
    telling.rule = &rule;
    telling.trigger = token;
    telling.sentence = sentence;
    for (const TokenId word : telling.words) {
      telling.event.evidence.push_back(span_of(tree, word, rule));
    }
    out.push_back(std::move(telling));
    return true;
  }
  if (echo != nullptr) {
    Telling telling;
    telling.event = event_of(tree, *echo);
    telling.rule = echo;
    telling.trigger = token;
    telling.words = {token};
    telling.sentence = sentence;
    telling.echo = true;
    telling.event.evidence = {tree.span(token)};
    out.push_back(std::move(telling));
  }
  return echo != nullptr;
}

// A noun that a verb's telling already holds as its evidence ("initiated the call") is not a second telling, unless it
// is another act with both its sides: "Beirut rejected Saudi accusations against Lebanon".
void drop_taken(const Tree& tree, std::vector<Telling>& tellings) {
  std::vector<const Rule*> taken(tree.document().tokens.size(), nullptr);
  for (const Telling& telling : tellings) {
    for (std::size_t i = 1; i < telling.words.size(); ++i) {
      taken[telling.words[i]] = telling.rule;
    }
  }
  std::erase_if(tellings, [&](Telling& telling) {
    const Rule* taker = taken[telling.trigger];
    if (taker == nullptr) {
      return false;
    }
    const Event& event = telling.event;
    const bool sides = event.symmetric ? event.actor.size() >= 2 : !event.actor.empty() && !event.recipient.empty();
    telling.nested = !telling.echo && tree.is_nominal(telling.trigger) && tree.support(telling.trigger) == no_token &&
                     sides && taker->code.substr(0, 2) != telling.rule->code.substr(0, 2);
    return !telling.nested;
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

std::vector<ActorId> actors_at_end(const Tree& tree, const ActorsAt& actors, TokenId trigger,
                                   const std::vector<Path>& paths, bool all_paths) {
  std::vector<ActorId> out;
  for (const Path& path : paths) {
    const auto ends = tree.follow(trigger, path);
    for (const TokenId token : ends) {
      if (repeats(tree, actors, token, ends)) {
        continue;
      }
      const bool adjective = leads_by_modifier(path) || tree.relation(token) == Relation::amod;
      for (const ActorId actor : actors.find(token, adjective)) {
        if (std::find(out.begin(), out.end(), actor) == out.end()) {
          out.push_back(actor);
        }
      }
    }
    if (!all_paths && !out.empty()) {
      return out;
    }
  }
  return out;
}

std::vector<Telling> match_events(const Tree& tree, const ActorsAt& actors) {
  std::vector<Telling> tellings;
  const Document& document = tree.document();
  for (std::uint32_t s = 0; s < document.tokens.sentences.size(); ++s) {
    const Sentence& sentence = document.tokens.sentences[s];
    if (!is_coded(document.layout.blocks[sentence.block].kind)) {
      continue;
    }
    for (TokenId token = sentence.first; token < sentence.last; ++token) {
      const Upos tag = tree.upos(token);
      if (tag == Upos::verb || tag == Upos::noun || tag == Upos::adj || tag == Upos::propn) {
        if (tell(tree, actors, token, s, tellings)) {
          tellings.back().event.sentence = sentence.span;
        }
      }
    }
  }
  drop_taken(tree, tellings);
  return tellings;
}

}  // namespace readout::acts
