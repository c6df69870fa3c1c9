// The tree's roles first; what stands beside the cue where the tree has lost them.
#include "acts/sayings_parties.hpp"

#include <algorithm>
#include <string>

namespace readout::acts {

// A passive without its helper is the parser's error: "Schiff called on Obama to …".
bool Parties::is_passive(TokenId cue) const {
  return tree_.is_passive(cue) &&
         (tree_.child(cue, {Relation::nsubj_pass}) == no_token || tree_.child(cue, {Relation::aux_pass}) != no_token ||
          tree_.relation(cue) == Relation::conj);
}

// "Member of Parliament Yvette Cooper added": of subjects that the parser sets side by side the last one speaks.
std::vector<TokenId> Parties::last_of_subjects(const Frame& frame) const {
  TokenId last = no_token;
  unsigned count = 0;
  for (const TokenId c : tree_.children(frame.cue())) {
    if (tree_.relation(c) == Relation::nsubj && c < frame.cue() &&
        frame.quotation_at(c) == frame.quotation_at(frame.cue())) {
      last = c;
      ++count;
    }
  }
  return count > 1 ? std::vector<TokenId>{last} : std::vector<TokenId>{};
}

bool Parties::with_mark(TokenId cue) const {
  const TokenId mark = tree_.child(cue, {Relation::mark});
  return mark != no_token && tree_.lemma(mark) == "with";
}

std::vector<TokenId> Parties::speaker_heads(const Rule& rule, const Frame& frame) const {
  const TokenId cue = frame.cue();
  if (is_preposition(rule)) {
    return source_of(cue);
  }
  if (frame.subject_beside() != no_token && rule.outlet.empty()) {
    return {frame.subject_beside()};
  }
  if (is_verb(rule) && tree_.is_passive(cue) && !is_passive(cue) && rule.outlet.empty()) {
    return {tree_.child(cue, {Relation::nsubj_pass})};
  }
  // "with officials saying"
  if (tree_.xpos(cue) == Xpos::vbg && cue > sentence_.first + 1 && rule.outlet.empty()) {
    const TokenId noun = cue - 1;
    const bool nominal = tree_.upos(noun) == Upos::noun || tree_.upos(noun) == Upos::propn;
    const TokenId head = nominal ? nominal_head(tree_, noun) : no_token;
    if (head != no_token && (tree_.opener(head) == "with" || with_mark(cue))) {
      return {head};
    }
  }
  std::vector<TokenId> heads = last_of_subjects(frame);
  if (!heads.empty() && rule.outlet.empty()) {
    return heads;
  }
  for (const Path& path : rule.speaker) {
    heads = tree_.follow(cue, path);
    // What stands in other quotation marks than the cue is said and does not say.
    std::erase_if(heads, [&](TokenId head) { return frame.quotation_at(head) != frame.quotation_at(cue); });
    if (!heads.empty()) {
      return heads;
    }
  }
  return is_verb(rule) && !is_passive(cue) ? phrase_beside(cue) : heads;
}

// "Merkel said the talks had failed, adding …": a participle behind what somebody said is his.
bool Parties::goes_on(const Frame& frame, const std::vector<Saying>& said) {
  return !said.empty() && said.back().cue < frame.cue() && frame.is_speakers_participle(frame.cue());
}

bool Parties::find_speaker(Saying& saying, const Rule& rule, const Frame& frame,
                           const std::vector<Saying>& said) const {
  const TokenId cue = frame.cue();
  if (goes_on(frame, said)) {
    saying.speaker = said.back().speaker;
    saying.first_person = said.back().first_person;
    return true;
  }
  const auto heads = speaker_heads(rule, frame);
  for (const TokenId head : heads) {
    if (speakers_.is_first_person(head)) {
      saying.first_person = true;
      return true;
    }
    if (is_verb(rule) && speakers_.is_abstract(head)) {
      return false;  // "the decision suggests that …"
    }
    saying.speaker = speakers_.of(head, index_);
    if (saying.speaker != no_actor) {
      speakers_.stands_for(saying.speaker, cue);
      break;
    }
  }
  if (saying.speaker == no_actor && is_verb(rule) && !is_passive(cue)) {
    saying.speaker = mention_beside(cue);
  }
  // "growing frustration in Washington": a town that feels is its government's.
  if (saying.speaker != no_actor && rule.triggers.front().kind == TriggerKind::noun) {
    const ActorId holder = state_of(saying.speaker);
    saying.unnamed = speakers_.actor(saying.speaker).kind == ActorKind::place;
    saying.speaker = holder;
  }
  return true;
}

ActorId Parties::state_of(ActorId id) const {
  const Actor& place = speakers_.actor(id);
  if (place.kind != ActorKind::place || place.country.empty()) {
    return id;
  }
  const auto& all = tree_.document().actors.actors;
  for (ActorId state = 0; state < all.size(); ++state) {
    if (all[state].kind == ActorKind::state && all[state].country == place.country) {
      return state;
    }
  }
  return id;
}

void Parties::find_addressee(Saying& saying, const Rule& rule, const Frame& frame) const {
  if (frame.told() != no_token) {
    saying.addressee = actors_.ending_at(frame.told() + 1);
    if (saying.addressee == no_actor) {
      saying.addressee = speakers_.audience(frame.told());
    }
  }
  for (const Path& path : rule.addressee) {
    for (const TokenId head : tree_.follow(frame.cue(), path)) {
      const bool said = std::any_of(saying.content.begin(), saying.content.end(),
                                    [&](Span span) { return span.contains(tree_.span(head)); });
      if (saying.addressee == no_actor && !said) {
        saying.addressee = speakers_.audience(head);
      }
    }
  }
  // "Speaking to NBC News, she said …"
  for (const TokenId c : tree_.children(frame.cue())) {
    const bool speaking = tree_.relation(c) == Relation::advcl && tree_.xpos(c) == Xpos::vbg &&
                          (tree_.lemma(c) == "speak" || tree_.lemma(c) == "talk");
    for (const TokenId head : speaking ? tree_.follow(c, {{StepKind::preposition, "to"}}) : std::vector<TokenId>{}) {
      saying.addressee = saying.addressee == no_actor ? speakers_.audience(head) : saying.addressee;
    }
  }
  if (saying.addressee == saying.speaker) {
    saying.addressee = no_actor;
  }
}

// "Xinhua cited Xi as saying", "Reuters, citing two officials, reported": who passes on, and who is passed on.
void Parties::find_outlet(Saying& saying, const Rule& rule, TokenId cue) const {
  if (!rule.outlet.empty()) {
    for (const TokenId head : tree_.follow(cue, rule.outlet.front())) {
      saying.outlet = saying.outlet == no_actor ? speakers_.of(head, index_) : saying.outlet;
    }
    if (saying.outlet == saying.speaker) {
      saying.outlet = no_actor;
    }
    return;
  }
  if (!is_verb(rule) || saying.speaker == no_actor) {
    return;
  }
  std::vector<TokenId> near(tree_.children(cue).begin(), tree_.children(cue).end());
  for (const TokenId c : tree_.children(cue)) {
    if (tree_.relation(c) == Relation::nsubj) {
      near.insert(near.end(), tree_.children(c).begin(), tree_.children(c).end());
    }
  }
  for (const TokenId c : near) {
    const bool citing = tree_.xpos(c) == Xpos::vbg && (tree_.lemma(c) == "cite" || tree_.lemma(c) == "quote");
    const auto cited = citing ? tree_.objects(c) : std::vector<TokenId>{};
    if (cited.empty()) {
      continue;
    }
    const bool somebody =
        !actors_.find(cited.front(), false).empty() || tree_.rules().in_list("@source", tree_.lemma(cited.front()));
    const ActorId source = somebody ? speakers_.of(cited.front(), index_) : no_actor;
    if (source != no_actor && source != saying.speaker) {
      saying.outlet = saying.speaker;
      saying.speaker = source;
      return;
    }
  }
}

// Whose account "according to X" gives: the noun it hangs on, else what stands right behind "to".
std::vector<TokenId> Parties::source_of(TokenId cue) const {
  const TokenId noun = tree_.head(cue);
  const Relation r = tree_.relation(cue);
  if (noun != no_token && noun > cue && (r == Relation::case_ || r == Relation::fixed)) {
    return {noun};
  }
  for (TokenId at = cue + 2; at < sentence_.last && at < cue + 8; ++at) {
    if (tree_.upos(at) == Upos::noun || tree_.upos(at) == Upos::propn || tree_.upos(at) == Upos::pron) {
      return {nominal_head(tree_, at)};
    }
  }
  return {};
}

// Parsers often lose the subject of a short clause behind a long quotation ("…", Wong wrote; "…", said the minister).
// What touches the cue from the left, else from the right, is taken then; only helpers and adverbs may stand between.
bool Parties::skipped(TokenId token) const {
  return tree_.upos(token) == Upos::adv || tree_.upos(token) == Upos::aux || tree_.upos(token) == Upos::det;
}
TokenId Parties::left_of(TokenId cue) const {
  TokenId left = cue;
  while (left > sentence_.first && cue - left < 3 && skipped(left - 1)) {
    --left;
  }
  return left;
}
TokenId Parties::right_of(TokenId cue) const {
  TokenId right = cue + 1;
  while (right < sentence_.last && right - cue < 3 && skipped(right)) {
    ++right;
  }
  return right;
}
bool Parties::behind_words(TokenId cue) const {
  return cue > sentence_.first && tree_.upos(cue - 1) == Upos::punct;
}

ActorId Parties::mention_beside(TokenId cue) const {
  const TokenId left = left_of(cue);
  if (left > sentence_.first) {
    if (const ActorId actor = actors_.ending_at(left); actor != no_actor) {
      return actor;
    }
  }
  const TokenId right = right_of(cue);
  return behind_words(cue) && right < sentence_.last ? actors_.starting_at(right) : no_actor;
}

std::vector<TokenId> Parties::phrase_beside(TokenId cue) const {
  if (mention_beside(cue) != no_actor) {
    return {};
  }
  const bool finite = tree_.xpos(cue) == Xpos::vbd || tree_.xpos(cue) == Xpos::vbz || tree_.xpos(cue) == Xpos::vbp;
  const auto nominal = [&](TokenId token) {
    return tree_.upos(token) == Upos::noun || tree_.upos(token) == Upos::propn || tree_.upos(token) == Upos::pron;
  };
  const TokenId left = left_of(cue);
  if (finite && left > sentence_.first && nominal(left - 1)) {
    return {nominal_head(tree_, left - 1)};
  }
  TokenId right = right_of(cue);
  while (right < sentence_.last && right < cue + 5 && tree_.upos(right) == Upos::adj) {
    ++right;
  }
  if (behind_words(cue) && finite && right < sentence_.last && nominal(right)) {
    return {nominal_head(tree_, right)};
  }
  return {};
}

}  // namespace readout::acts
