// The matcher: cost grows with the words of a report, not with the number of rules, because a rule is looked at only
// where its trigger's lemma stands.
#include "acts/match.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <string>

#include "acts/intents.hpp"
#include "acts/status.hpp"

namespace readout::acts {

namespace {

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

void add_all(const std::vector<ActorId>& what, std::vector<ActorId>& to) {
  for (const ActorId actor : what) {
    if (std::find(to.begin(), to.end(), actor) == to.end()) {
      to.push_back(actor);
    }
  }
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

// "UK and EU negotiators agreed …": who is no actor by name stands for those whose people they are.
void add_represented(const Tree& tree, const ActorsAt& actors, TokenId trigger, const std::vector<Path>& paths,
                     std::vector<ActorId>& out) {
  for (const Path& path : paths) {
    for (const TokenId token : tree.follow(trigger, path)) {
      if (tree.upos(token) != Upos::noun || !actors.find(token, false).empty() ||
          !tree.rules().in_list("@agents", tree.lemma(token))) {
        continue;
      }
      for (const TokenId whose : tree.follow(token, {{StepKind::possessor, {}}})) {
        add_all(actors.find(whose, true), out);
      }
      for (const TokenId whose : tree.follow(token, {{StepKind::modifier, {}}})) {
        add_all(actors.find(whose, true), out);
      }
    }
  }
}

// Fills the roles; false when one that the rule needs stays empty.
bool fill_roles(const Tree& tree, const ActorsAt& actors, const Rule& rule, TokenId trigger, Event& event) {
  const Actors& all = tree.document().actors;
  event.initiator = actors_at_end(tree, actors, trigger, rule.initiator, false);
  if (!rule.both.empty()) {
    event.symmetric = true;
    event.actor = actors_at_end(tree, actors, trigger, rule.both, true);
    if (!enough_for_both(all, event.actor)) {
      add_represented(tree, actors, trigger, rule.both, event.actor);
    }
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
  event.channel = rule.channel;
  set_code(tree.rules(), rule.code, event);
  if (!rule.mode.empty()) {
    event.plover_mode = rule.mode;
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

// "threatened to attack", "a promise to withdraw": the act that only words hold, if these words are told as an act.
bool is_only_spoken_of(const Tree& tree, TokenId verb, const std::vector<char>& words_at) {
  TokenId at = verb;
  while (tree.relation(at) == Relation::conj && tree.head(at) != no_token && tree.xpos(at) == Xpos::vb &&
         tree.mark(at) != "to") {
    at = tree.head(at);  // "to meet Xi and sign a treaty"
  }
  const Relation r = tree.relation(at);
  const bool infinitive =
      (r == Relation::xcomp || r == Relation::acl || r == Relation::advcl || r == Relation::ccomp) &&
      tree.mark(at) == "to" && !tree.is_gerund(at);
  return infinitive && tree.head(at) != no_token && words_at[tree.head(at)] != 0;
}

// What is asked for, promised, refused or threatened is told by the code of the words that do so.
void drop_spoken_of(const Tree& tree, std::vector<Telling>& tellings) {
  std::vector<char> words_at(tree.document().tokens.size(), 0);
  for (const Telling& telling : tellings) {
    constexpr std::array<std::string_view, 5> roots{"02", "03", "10", "12", "13"};
    const auto root = std::string_view(telling.event.cameo).substr(0, 2);
    if (!telling.echo && std::find(roots.begin(), roots.end(), root) != roots.end()) {
      for (const TokenId word : telling.words) {
        words_at[word] = 1;
      }
    }
  }
  std::erase_if(tellings, [&](const Telling& telling) { return is_only_spoken_of(tree, telling.trigger, words_at); });
}

// A noun that a verb's telling already holds as its evidence ("initiated the call") is not a second telling, unless it
// is the word of somebody else, to somebody: "Beirut rejected Saudi accusations against Lebanon".
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
    const bool said =
        is_verbal(event.cameo) && tree.is_nominal(telling.trigger) && tree.support(telling.trigger) == no_token;
    telling.nested = !telling.echo && said && sides && taker->code.substr(0, 2) != telling.rule->code.substr(0, 2);
    return !telling.nested;
  });
}

}  // namespace

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
  drop_spoken_of(tree, tellings);
  return tellings;
}

}  // namespace readout::acts
