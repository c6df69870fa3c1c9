// A cue's rule says who speaks, to whom, and what kind of content follows; which words are said tells content.cpp.
#include "acts/sayings.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "acts/content.hpp"

namespace readout::acts {

namespace {

constexpr std::string_view channel_prefix = "@channel.";

// "in a statement", "on Twitter", "during the call": the channel's list that holds the noun of a phrase, and its end.
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
    for (const auto& [name, words] : tree.rules().lists) {
      if (name.starts_with(channel_prefix) && words.contains(std::string(tree.lemma(c)))) {
        return {name.substr(channel_prefix.size()), c};
      }
    }
  }
  return {{}, no_token};
}

// Parsers often lose the subject of a short clause behind a long quotation ("…", Wong wrote; "…", said the minister).
// The mention that touches the cue from the left, else from the right, is taken then; only helpers and adverbs may
// stand between.
ActorId speaker_beside(const Tree& tree, const ActorsAt& actors, const Sentence& sentence, TokenId cue) {
  const auto skipped = [&](TokenId token) {
    return tree.upos(token) == Upos::adv || tree.upos(token) == Upos::aux || tree.upos(token) == Upos::det;
  };
  constexpr TokenId reach = 3;
  TokenId left = cue;
  while (left > sentence.first && cue - left < reach && skipped(left - 1)) {
    --left;
  }
  if (left > sentence.first) {
    if (const ActorId actor = actors.ending_at(left); actor != no_actor) {
      return actor;
    }
  }
  TokenId right = cue + 1;
  while (right < sentence.last && right - cue < reach && skipped(right)) {
    ++right;
  }
  const bool behind_words = cue > sentence.first && tree.upos(cue - 1) == Upos::punct;
  return behind_words && right < sentence.last ? actors.starting_at(right) : no_actor;
}

// Whose account "according to X" gives: the actor at the noun it hangs on, else the one named right behind "to".
ActorId source_of(const Tree& tree, const ActorsAt& actors, TokenId cue) {
  const TokenId noun = tree.head(cue);
  if (noun != no_token) {
    if (const auto found = actors.find(noun, false); !found.empty()) {
      return found.front();
    }
  }
  const TokenId end = tree.document().tokens.size();
  for (TokenId at = cue + 2; at < end && at < cue + 4; ++at) {
    if (const ActorId actor = actors.starting_at(at); actor != no_actor) {
      return actor;
    }
    if (tree.upos(at) != Upos::det) {
      break;
    }
  }
  return no_actor;
}

Saying saying_at(const Tree& tree, const ActorsAt& actors, const std::vector<Quotation>& quotations, const Rule& rule,
                 TokenId token, std::uint32_t sentence) {
  Saying saying;
  saying.rule = &rule;
  saying.cue = token;
  saying.sentence = sentence;
  saying.content = content_of(tree, quotations, rule, token, sentence);
  const auto first_of = [](const std::vector<ActorId>& found) { return found.empty() ? no_actor : found.front(); };
  if (rule.triggers.front().kind == TriggerKind::preposition) {
    saying.speaker = source_of(tree, actors, token);
  } else {
    saying.speaker = first_of(actors_at_end(tree, actors, token, rule.speaker, false));
  }
  if (saying.speaker == no_actor && rule.triggers.front().kind == TriggerKind::verb && !tree.is_passive(token)) {
    saying.speaker = speaker_beside(tree, actors, tree.document().tokens.sentences[sentence], token);
  }
  saying.addressee = first_of(actors_at_end(tree, actors, token, rule.addressee, false));
  saying.outlet = first_of(actors_at_end(tree, actors, token, rule.outlet, false));
  if (saying.addressee == saying.speaker) {
    saying.addressee = no_actor;
  }
  auto [channel, place] = channel_of(tree, token);
  saying.channel = channel.empty() ? rule.channel : channel;
  saying.cue_span = tree.span(token);
  if (rule.triggers.front().kind == TriggerKind::preposition && token + 1 < tree.document().tokens.size() &&
      tree.lemma(token + 1) == "to") {
    saying.cue_span.end = tree.span(token + 1).end;
  }
  if (place != no_token) {
    const auto [first, last] = tree.reach(place);
    if (place > token && first <= token + 3 && last <= token + 8) {
      saying.cue_span = {saying.cue_span.begin, tree.span(last - 1).end};
    }
  }
  return saying;
}

bool is_preposition_cue(const Tree& tree, const Rule& rule, TokenId token) {
  if (rule.triggers.front().kind != TriggerKind::preposition) {
    return true;
  }
  return tree.relation(token) == Relation::case_ || tree.relation(token) == Relation::fixed ||
         (token + 1 < tree.document().tokens.size() && tree.lemma(token + 1) == "to");
}

}  // namespace

std::vector<Saying> find_sayings(const Tree& tree, const ActorsAt& actors, const std::vector<Quotation>& quotations) {
  std::vector<Saying> sayings;
  const Document& document = tree.document();
  for (std::uint32_t s = 0; s < document.tokens.sentences.size(); ++s) {
    const Sentence& sentence = document.tokens.sentences[s];
    if (!is_coded(document.layout.blocks[sentence.block].kind)) {
      continue;
    }
    // Only quotations that reach into this sentence matter here.
    std::vector<Quotation> near;
    const auto from =
        std::lower_bound(quotations.begin(), quotations.end(), s,
                         [](const Quotation& q, std::uint32_t wanted) { return q.last_sentence < wanted; });
    for (auto q = from; q != quotations.end() && q->first_sentence <= s; ++q) {
      near.push_back(*q);
    }
    for (TokenId token = sentence.first; token < sentence.last; ++token) {
      const auto found = tree.rules().statements_by_lemma.find(std::string(tree.lemma(token)));
      if (found == tree.rules().statements_by_lemma.end()) {
        continue;
      }
      for (const std::uint32_t id : found->second) {
        const Rule& rule = tree.rules().rules[id];
        std::vector<TokenId> words;
        if (!holds(tree, actors, rule, token, words) || !is_preposition_cue(tree, rule, token)) {
          continue;
        }
        Saying saying = saying_at(tree, actors, near, rule, token, s);
        if (!saying.content.empty()) {
          sayings.push_back(std::move(saying));
          break;
        }
      }
    }
  }
  return sayings;
}

}  // namespace readout::acts
