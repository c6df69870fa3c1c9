// What speaks for and against a candidate: syntax, nearness, number of mentions, quotation, continuity of subjects.
#include <algorithm>
#include <cmath>
#include <span>

#include "actors/clauses.hpp"
#include "actors/linker.hpp"

namespace readout::actors {

namespace {

constexpr std::size_t window = 240;  // mentions

float logarithm(std::size_t count) {
  return std::log1p(static_cast<float>(count));
}

}  // namespace

Features Linker::features_of(const Choice& choice, ActorId id, const Mention& m) const {
  Features f{};
  const auto set = [&](Feature feature, bool on) { f[static_cast<std::size_t>(feature)] = on ? 1.0F : 0.0F; };
  const auto value = [&](Feature feature, float amount) { f[static_cast<std::size_t>(feature)] = amount; };
  const TokenId t = choice.pronoun;
  const Draft& draft = book_[id];
  const Shadow* shadow = shadow_of(id);
  const std::uint32_t back = scene_.sentence_of[t] - std::min(scene_.sentence_of[t], scene_.sentence_of[m.first]);
  set(Feature::behind, choice.behind == id);
  set(Feature::same_sentence, back == 0);
  set(Feature::one_back, back == 1);
  set(Feature::two_back, back == 2);
  set(Feature::further_back, back > 2);
  value(Feature::distance, logarithm(t - std::min(t, m.last)) / 10);

  const Relation role = role_of(scene_, m.head);
  const Relation own = role_of(scene_, t);
  const TokenId verb = clause_of(scene_, t);
  const TokenId other = clause_of(scene_, m.head);
  const bool possessive = is_possessive_pronoun(scene_, t);
  set(Feature::subject, is_subject(role));
  set(Feature::object, role == Relation::obj || role == Relation::iobj);
  set(Feature::possessor, role == Relation::nmod_poss);
  set(Feature::oblique, role == Relation::obl || role == Relation::obl_agent);
  set(Feature::inside_other, role == Relation::nmod || role == Relation::compound);
  const TokenId above = clause_above(scene_, verb);
  set(Feature::subject_above, is_subject(role) && back == 0 && above == other);
  set(Feature::says_it, is_subject(role) && back == 0 && above == other && other != no_token &&
                            (scene_.is_speech_verb(other) || scene_.speaks(m.head)));
  set(Feature::subject_of_verb, is_subject(role) && back == 0 && clause_with_subject(scene_, verb) == other);
  set(Feature::possessive_same_clause, possessive && verb == other);
  set(Feature::continued, back == 1 && is_subject(role) && is_subject(own) && scene_.syntax.head[verb] == no_token &&
                              scene_.syntax.head[other] == no_token);
  set(Feature::both_subjects, is_subject(role) && is_subject(own));
  set(Feature::both_objects, role == own && (role == Relation::obj || role == Relation::obl));
  set(Feature::both_possessors, possessive && role == Relation::nmod_poss);
  set(Feature::as_pronoun, m.form == MentionForm::pronoun);
  set(Feature::as_name, m.form == MentionForm::name);
  set(Feature::as_nominal, m.form == MentionForm::nominal);
  set(Feature::indefinite,
      m.form == MentionForm::nominal && scene_.is_one_of(m.first, {"a", "an", "some", "any", "no", "one"}));

  const bool woman = choice.kind == Pronoun::woman;
  const bool man = choice.kind == Pronoun::man;
  set(Feature::gender_known, (woman && draft.gender == 'f') || (man && draft.gender == 'm'));
  set(Feature::named, draft.named);
  set(Feature::first_of_sentence, m.first <= scene_.sentence_begin(m.first) + 1);
  set(Feature::other_quotation, scene_.quote_of[t] != scene_.quote_of[m.first]);
  const std::uint32_t block = scene_.tokens.sentences[scene_.sentence_of[m.first]].block;
  set(Feature::same_block, block == scene_.tokens.sentences[scene_.sentence_of[t]].block);
  set(Feature::in_title,
      block < scene_.layout.blocks.size() && (scene_.layout.blocks[block].kind == BlockKind::title ||
                                              scene_.layout.blocks[block].kind == BlockKind::heading));
  set(Feature::shadow, shadow != nullptr);
  set(Feature::unsure, shadow != nullptr && shadow->unsure);
  set(Feature::group, draft.actor.kind == ActorKind::group);
  set(Feature::state, draft.actor.kind == ActorKind::state);
  set(Feature::body, draft.actor.kind == ActorKind::organization || draft.actor.kind == ActorKind::institution ||
                         draft.actor.kind == ActorKind::outlet);
  set(Feature::thing, shadow != nullptr && shadow->sort == Sort::thing);
  set(Feature::speaks_too, scene_.speaks(t) && scene_.speaks(m.head));
  return f;
}

// What only all candidates together tell: who stands nearer, who is mentioned most.
void Linker::describe_candidates(Choice& choice) {
  std::ranges::stable_sort(choice.candidates, std::greater{}, [](const Choice::Candidate& c) { return c.span.begin; });
  const std::uint32_t sentence = scene_.sentence_of[choice.pronoun];
  std::size_t most = 0;
  std::vector<std::size_t> counts;
  for (std::size_t rank = 0; rank < choice.candidates.size(); ++rank) {
    Choice::Candidate& one = choice.candidates[rank];
    const auto counted = counts_.find(one.actor);
    const std::size_t count = counted == counts_.end() ? 0 : counted->second;
    const Mention* nearest = nullptr;
    bool subject_near = false;
    bool speaks = false;
    for (std::size_t i = mentions_.size(); i > 0 && mentions_.size() - i < window; --i) {
      const Mention& m = mentions_[i - 1];
      if (m.actor != one.actor || m.form == MentionForm::adjective) {
        continue;
      }
      nearest = m.span.begin == one.span.begin && (nearest == nullptr || m.span == one.span) ? &m : nearest;
      const bool near = sentence - scene_.sentence_of[m.first] <= 1;
      subject_near = subject_near || (near && scene_.verb_of_subject(m.head) != no_token);
      speaks = speaks || (near && scene_.speaks(m.head));
    }
    Mention joined;  // a coordination has no mention of its own yet
    if (nearest == nullptr) {
      const std::size_t from = mentions_.size() - std::min(mentions_.size(), window);
      const auto recent = std::span(mentions_).subspan(from);
      const auto first = std::ranges::find(recent, one.span.begin, [](const Mention& m) { return m.span.begin; });
      joined = first == recent.end() ? Mention{} : *first;
      nearest = &joined;
      subject_near = scene_.verb_of_subject(joined.head) != no_token;
    }
    one.features = features_of(choice, one.actor, *nearest);
    one.features[static_cast<std::size_t>(Feature::nearer)] = logarithm(rank);
    one.features[static_cast<std::size_t>(Feature::frequent)] = logarithm(count);
    one.features[static_cast<std::size_t>(Feature::subject_near)] = subject_near ? 1 : 0;
    one.features[static_cast<std::size_t>(Feature::last_speaker)] = speaks ? 1 : 0;
    counts.push_back(count);
    most = std::max(most, count);
  }
  for (std::size_t i = 0; i < counts.size(); ++i) {
    choice.candidates[i].features[static_cast<std::size_t>(Feature::most_frequent)] = counts[i] == most ? 1 : 0;
  }
}

}  // namespace readout::actors
