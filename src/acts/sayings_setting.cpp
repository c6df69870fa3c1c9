// Phrases that hang on the cue and are no part of what is said.
#include "acts/sayings_setting.hpp"

#include <algorithm>
#include <string_view>

#include "acts/content_frame.hpp"

namespace readout::acts {

namespace {

constexpr std::string_view channel_prefix = "@channel.";

}  // namespace

std::string channel_named(const Tree& tree, TokenId noun) {
  std::string lemma(tree.lemma(noun));
  std::transform(lemma.begin(), lemma.end(), lemma.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  std::string found;
  for (const auto& [name, words] : tree.rules().lists) {
    if (name.starts_with(channel_prefix) && words.contains(lemma)) {
      auto channel = name.substr(channel_prefix.size());
      std::replace(channel.begin(), channel.end(), '_', ' ');
      found = found.empty() || channel < found ? std::move(channel) : found;
    }
  }
  return found;
}

std::pair<std::string, TokenId> channel_of(const Tree& tree, TokenId cue) {
  std::vector<TokenId> near(tree.children(cue).begin(), tree.children(cue).end());
  for (const TokenId c : tree.children(cue)) {
    if (tree.relation(c) == Relation::nsubj || tree.relation(c) == Relation::obj) {
      near.insert(near.end(), tree.children(c).begin(), tree.children(c).end());  // "Xi in the call …"
    }
  }
  for (const TokenId c : near) {
    const auto opener = tree.opener(c);
    if (opener != "in" && opener != "on" && opener != "at" && opener != "during" && opener != "via" &&
        opener != "through") {
      continue;
    }
    if (auto name = channel_named(tree, c); !name.empty()) {
      return {std::move(name), c};
    }
  }
  return {{}, no_token};
}

std::string place_of(const Tree& tree, const ActorsAt& actors, const Saying& saying) {
  const TokenId cue = saying.cue;
  if (!is_verb(*saying.rule)) {
    return {};
  }
  for (const TokenId c : tree.children(cue)) {
    const auto opener = tree.opener(c);
    const bool said = std::any_of(saying.content.begin(), saying.content.end(),
                                  [&](Span span) { return span.contains(tree.span(c)); });
    if (said || (opener != "in" && opener != "at" && opener != "from" && opener != "near")) {
      continue;
    }
    for (const ActorId id : actors.find(c, false)) {
      const Actor& actor = tree.document().actors.actors[id];
      if (actor.kind == ActorKind::place || actor.kind == ActorKind::state) {
        return actor.kind == ActorKind::state ? std::string(tree.word(c)) : actor.name;
      }
    }
  }
  return {};
}

Span cue_span(const Tree& tree, const Rule& rule, TokenId cue, std::uint32_t sentence, TokenId place) {
  const TokenId sentence_end = tree.document().tokens.sentences[sentence].last;
  Span span = tree.span(cue);
  const bool to = is_preposition(rule) && cue + 1 < tree.document().tokens.size() && tree.lemma(cue + 1) == "to";
  if (to) {
    span.end = tree.span(cue + 1).end;
  }
  for (const Trigger& trigger : rule.triggers) {
    if (!trigger.particle.empty() && tree.lemma(cue) == trigger.lemma && cue + 1 < sentence_end &&
        tree.lemma(cue + 1) == trigger.particle) {
      span.end = tree.span(cue + 1).end;
    }
  }
  if (place != no_token && place > cue) {
    const auto [first, last] = tree.reach(place);
    TokenId end = last;
    for (const TokenId c : tree.children(place)) {  // "in a statement that …" ends before "that"
      if (tree.relation(c) == Relation::acl || tree.relation(c) == Relation::acl_relcl) {
        end = std::min(end, tree.reach(c).first);
      }
    }
    if (first == cue + 1 && end <= cue + 8 && end > place) {
      span.end = tree.span(end - 1).end;
    }
  }
  return span;
}

}  // namespace readout::acts
