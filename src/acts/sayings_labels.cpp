// A name and a colon at the edge of a line say who speaks. Only whole names count: "Background: …" labels no speech.
#include "acts/sayings_labels.hpp"

#include <algorithm>

namespace readout::acts {

namespace {

constexpr std::string_view label_rule = "say.label";

const Rule* rule_of_labels(const Rules& rules) {
  const auto found = rules.statements_by_lemma.find(":");
  if (found == rules.statements_by_lemma.end()) {
    return nullptr;
  }
  for (const std::uint32_t id : found->second) {
    if (rules.rules[id].name == label_rule) {
      return &rules.rules[id];
    }
  }
  return nullptr;
}

bool may_speak(const Actor& actor) {
  return actor.kind != ActorKind::place && actor.kind != ActorKind::group;
}

bool is_dash(std::string_view word) {
  return word == "—" || word == "–" || word == "--" || word == "―" || word == "-";
}

Saying saying_of(const Rule& rule, TokenId cue, Span cue_span, ActorId speaker, Span content, std::uint32_t sentence) {
  Saying saying;
  saying.rule = &rule;
  saying.cue = cue;
  saying.cue_span = cue_span;
  saying.speaker = speaker;
  saying.content = {content};
  saying.sentence = sentence;
  return saying;
}

}  // namespace

std::optional<Saying> find_label(const Tree& tree, const ActorsAt& actors, const std::vector<Quotation>& quotations,
                                 std::uint32_t index) {
  const Rule* rule = rule_of_labels(tree.rules());
  const Sentence& sentence = tree.document().tokens.sentences[index];
  if (rule == nullptr || sentence.size() < 4) {
    return std::nullopt;
  }
  const auto speaker_ending = [&](TokenId end, TokenId first) {
    const ActorId id = actors.ending_at(end);
    const bool whole = id != no_actor && actors.starting_at(first) == id;
    return whole && may_speak(tree.document().actors.actors[id]) ? id : no_actor;
  };
  TokenId end = sentence.last;
  while (end > sentence.first + 2 && tree.upos(end - 1) == Upos::punct && !is_dash(tree.word(end - 1)) &&
         tree.word(end - 1) != "”" && tree.word(end - 1) != "\"") {
    --end;
  }
  for (TokenId token = sentence.first + 1; token + 1 < end; ++token) {
    const auto word = tree.word(token);
    if (word == ":") {
      const TokenId first = tree.upos(sentence.first) == Upos::punct ? sentence.first + 1 : sentence.first;
      if (const ActorId id = speaker_ending(token, first); id != no_actor && token + 2 < end) {
        return saying_of(*rule, token, tree.span(token), id,
                         {tree.span(token + 1).begin, tree.span(end - 1).end}, index);
      }
    }
    const bool closes = std::any_of(quotations.begin(), quotations.end(),
                                    [&, at = token](const Quotation& q) { return q.last == at; });
    if ((word == ":" || (is_dash(word) && closes)) && token > sentence.first + 2) {
      if (const ActorId id = speaker_ending(end, token + 1); id != no_actor) {
        return saying_of(*rule, token, tree.span(token), id,
                         {tree.span(sentence.first).begin, tree.span(token - 1).end}, index);
      }
    }
  }
  return std::nullopt;
}

}  // namespace readout::acts
