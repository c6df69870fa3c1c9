// A name and a colon at the edge of a line say who speaks. Only whole names count: "Background: …" labels no speech.
#include "acts/sayings_labels.hpp"

#include <algorithm>

namespace readout::acts {

namespace {

// Neither has a word of its own: their rules hang on the colon.
constexpr std::string_view label_rule = "say.label";
constexpr std::string_view quotation_rule = "say.quotation";

const Rule* rule_named(const Rules& rules, std::string_view name) {
  const auto found = rules.statements_by_lemma.find(":");
  if (found == rules.statements_by_lemma.end()) {
    return nullptr;
  }
  for (const std::uint32_t id : found->second) {
    if (rules.rules[id].name == name) {
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
  const Rule* rule = rule_named(tree.rules(), label_rule);
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
        return saying_of(*rule, token, tree.span(token), id, {tree.span(token + 1).begin, tree.span(end - 1).end},
                         index);
      }
    }
    const bool closes =
        std::any_of(quotations.begin(), quotations.end(), [&, at = token](const Quotation& q) { return q.last == at; });
    if ((word == ":" || (is_dash(word) && closes)) && token > sentence.first + 2) {
      if (const ActorId id = speaker_ending(end, token + 1); id != no_actor) {
        return saying_of(*rule, token, tree.span(token), id,
                         {tree.span(sentence.first).begin, tree.span(token - 1).end}, index);
      }
    }
  }
  return std::nullopt;
}

namespace {

bool holds_verb(const Tree& tree, const Quotation& q) {
  for (TokenId token = q.first; token < q.last; ++token) {
    const Xpos x = tree.xpos(token);
    if (x == Xpos::vbd || x == Xpos::vbz || x == Xpos::vbp || x == Xpos::md) {
      return true;
    }
  }
  return false;
}

// The main verb before the quotation, with a subject of its own.
TokenId telling_verb(const Tree& tree, const Sentence& sentence, const Quotation& q) {
  TokenId found = no_token;
  for (TokenId token = sentence.first; token < q.first; ++token) {
    const Relation r = tree.relation(token);
    const bool main = r == Relation::root || r == Relation::conj || r == Relation::parataxis || r == Relation::ccomp;
    if (tree.upos(token) == Upos::verb && main && !tree.subjects(token).empty() && !tree.is_passive(token)) {
      found = token;
    }
  }
  return found;
}

}  // namespace

std::optional<Saying> find_introduced(const Tree& tree, const std::vector<Saying>& claimed,
                                      const std::vector<Quotation>& quotations, std::uint32_t index,
                                      Speakers& speakers) {
  const Rule* rule = rule_named(tree.rules(), quotation_rule);
  const Sentence& sentence = tree.document().tokens.sentences[index];
  for (const Quotation& q : quotations) {
    const bool taken = std::any_of(claimed.begin(), claimed.end(), [&](const Saying& saying) {
      const bool inside = q.first <= saying.cue && saying.cue < q.last;
      return !inside && std::any_of(saying.content.begin(), saying.content.end(),
                                    [&](Span span) { return span.overlaps(q.span); });
    });
    if (rule == nullptr || taken || q.first_sentence != index || q.first < sentence.first + 2 || q.last - q.first < 7 ||
        !holds_verb(tree, q)) {
      continue;
    }
    const auto before = tree.word(q.first - 1);
    const bool closes = q.last + 1 >= tree.document().tokens.sentences[q.last_sentence].last;
    if (!closes || (before != "," && before != ":" && !is_dash(before))) {
      continue;
    }
    const TokenId verb = telling_verb(tree, sentence, q);
    if (verb == no_token) {
      continue;
    }
    const ActorId speaker = speakers.of(tree.subjects(verb).front(), index);
    if (speaker == no_actor || speakers.actor(speaker).kind == ActorKind::place) {
      continue;
    }
    Saying saying = saying_of(*rule, verb, tree.span(verb), speaker, q.span, index);
    return saying;
  }
  return std::nullopt;
}

}  // namespace readout::acts
