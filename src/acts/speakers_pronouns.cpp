// Whom a pronoun means that the actors stage left open: who spoke last before who acted last, never anybody whom its
// own clause names (principle C of binding: Reinhart 1976).
#include <algorithm>
#include <utility>

#include "acts/content_frame.hpp"
#include "acts/speakers.hpp"

namespace readout::acts {

namespace {

constexpr std::uint32_t pronoun_reach = 6;  // sentences back

bool is_body(ActorKind kind) {
  return kind == ActorKind::institution || kind == ActorKind::organization || kind == ActorKind::outlet ||
         kind == ActorKind::state;
}

}  // namespace

bool Speakers::fits(ActorId id, TokenId pronoun) const {
  const Actor& one = actor(id);
  if (is(pronoun, {"he", "she", "him", "her"})) {
    const char wanted = is(pronoun, {"he", "him"}) ? 'm' : 'f';
    const char gender = gender_of(id);
    return one.kind == ActorKind::person && (gender == 0 || gender == wanted);
  }
  if (is(pronoun, {"they", "them"})) {
    return one.kind == ActorKind::group || is_body(one.kind);
  }
  return is(pronoun, {"it"}) && is_body(one.kind);
}

ActorId Speakers::by_pronoun(TokenId head, std::uint32_t sentence) {
  const auto& sentences = tree_.document().tokens.sentences;
  if (is(head, {"who", "which", "that"})) {  // the parser lost what its clause modifies
    TokenId before = head;
    while (before > sentences[sentence].first && tree_.upos(before - 1) == Upos::punct && head - before < 2) {
      --before;
    }
    if (const ActorId named = actors_.ending_at(before); named != no_actor || before == sentences[sentence].first) {
      return named;
    }
    const TokenId noun = nominal_head(tree_, before - 1);
    const bool nominal = tree_.upos(noun) == Upos::noun || tree_.upos(noun) == Upos::propn;
    return nominal && noun < head ? by_words(noun, sentence, true) : no_actor;
  }
  if (!is(head, {"he", "she", "him", "her", "they", "them", "it"})) {
    return no_actor;
  }
  // What the pronoun's own clause names is somebody else.
  const TokenId clause = tree_.head(head);
  const auto [clause_first, clause_last] =
      clause == no_token ? std::pair<TokenId, TokenId>{head, head + 1} : tree_.reach(clause);
  const auto named_in_clause = [&, first = std::max(head, clause_first), last = clause_last](ActorId id) {
    for (auto m = mention_from(first); m != known_mentions_.end() && m->first < last; ++m) {
      if (m->actor == id && m->head > head && m->form != MentionForm::pronoun && m->form != MentionForm::adjective) {
        return true;
      }
    }
    return false;
  };
  if (is_quoted(head)) {
    return no_actor;  // who is quoted knows whom he means
  }
  for (std::uint32_t s = sentence; sentence - s <= pronoun_reach; --s) {
    if (s < sentence) {
      for (auto one = spoken_.rbegin(); one != spoken_.rend() && one->sentence >= s; ++one) {
        if (one->sentence == s && fits(one->speaker, head) && !named_in_clause(one->speaker)) {
          return one->speaker;
        }
      }
    }
    // Subjects before others, late ones before early ones.
    ActorId best = no_actor;
    unsigned best_rank = 0;
    for (auto at = mention_from(sentences[s].first);
         at != known_mentions_.end() && at->first < std::min(sentences[s].last, head); ++at) {
      const Mention& m = *at;
      // What stands in the pronoun's own clause before it ("Speaking to Smith, he said") is somebody else.
      const bool beside = s == sentence && clause != no_token && tree_.below(m.head, clause);
      if (beside || m.head >= head || m.actor == no_actor || m.form == MentionForm::adjective || is_quoted(m.head) ||
          !fits(m.actor, head) || named_in_clause(m.actor)) {
        continue;
      }
      const Relation r = tree_.relation(m.head);
      const bool subject = s < sentence && (r == Relation::nsubj || r == Relation::nsubj_pass);
      const unsigned rank = (subject ? 2U : 0U) + (m.form == MentionForm::name ? 2U : 1U);
      if (rank >= best_rank) {
        best = m.actor;
        best_rank = rank;
      }
    }
    if (best != no_actor || s == 0) {
      return best;
    }
  }
  return no_actor;
}

}  // namespace readout::acts
