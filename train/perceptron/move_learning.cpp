// One pass over a sentence: at each state the best move is compared with the moves that cost least.
#include "move_learning.hpp"

#include <algorithm>

#include "noise.hpp"
#include "oracle.hpp"
#include "syntax/hash.hpp"
#include "syntax/sentence.hpp"

namespace readout::train {

namespace {

using syntax::Move;
using syntax::MoveKind;
using syntax::Scores;
using syntax::State;

void choose_tags(const MoveData& data, const syntax::Weights& tagger, syntax::Workspace::Scratch& scratch) {
  for (std::size_t at = 0; at < scratch.words.size(); ++at) {
    if (scratch.fixed[at] != syntax::no_tag) {
      scratch.tags[at] = scratch.fixed[at];
      continue;
    }
    syntax::tag_features({scratch.words, scratch.kinds, scratch.stems, scratch.tags}, at, scratch.features);
    tagger.score(scratch.features, scratch.scores);
    const auto end = scratch.scores.begin() + static_cast<std::ptrdiff_t>(data.tags->size());
    scratch.tags[at] =
        static_cast<std::uint8_t>(std::max_element(scratch.scores.begin(), end) - scratch.scores.begin());
  }
}

void prepare(const syntax::GoldSentence& sentence, const syntax::SeenNames& names, const MoveData& data,
             const syntax::Weights& tagger, syntax::Workspace::Scratch& scratch) {
  std::string text;
  std::vector<Span> spans;
  syntax::write_text(sentence, text, spans);
  syntax::look_up(text, spans, data.kinds, names, scratch);
  choose_tags(data, tagger, scratch);
  scratch.leaves.leaf.resize(sentence.size() + 1);
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    std::string lemma;
    data.lemmas->append(sentence[at].form, scratch.words[at], (*data.tags)[scratch.tags[at]].xpos, lemma);
    scratch.leaves.leaf[at].lemma = static_cast<std::uint32_t>(syntax::hash_of(lemma) >> 32U);
  }
  syntax::read_leaves(*data.tags, scratch);
}

// The best move that costs no more than the least, and the best of the others.
struct Choice {
  unsigned right = syntax::move_count;
  unsigned wrong = syntax::move_count;
};

Choice choose(const State& state, const GoldTree& gold, const Scores& scores) {
  const auto cost = costs(state, gold);
  const auto least = *std::min_element(cost.begin(), cost.end());
  Choice choice;
  for (unsigned number = 0; number < syntax::move_count; ++number) {
    const Move move = syntax::move_numbered(number);
    const auto own = cost[static_cast<unsigned>(move.kind)];
    if (own == forbidden) {
      continue;
    }
    const bool is_arc = move.kind == MoveKind::left || move.kind == MoveKind::right;
    const auto relation = gold.relation[move.kind == MoveKind::left ? state.top() : state.front()];
    const bool fits = !is_arc || relation == Relation::root || relation == move.relation;
    auto& best = own == least && fits ? choice.right : choice.wrong;
    if (best == syntax::move_count || scores[number] > scores[best]) {
      best = number;
    }
  }
  return choice;
}

void learn_from(const GoldTree& gold, bool explore, Chance& chance, Learner& learner,
                syntax::Workspace::Scratch& scratch) {
  State& state = scratch.state;
  state.begin(static_cast<std::uint32_t>(gold.head.size()));
  while (!state.is_done()) {
    if (state.must_shift()) {
      state.apply({});
      continue;
    }
    syntax::move_features(scratch.leaves, state, scratch.features);
    learner.score(scratch.features, scratch.scores);
    const auto [right, wrong] = choose(state, gold, scratch.scores);
    const bool is_wrong = wrong != syntax::move_count && scratch.scores[wrong] >= scratch.scores[right];
    if (is_wrong) {
      learner.update(scratch.features, right, wrong);
    }
    learner.tick();
    state.apply(syntax::move_numbered(is_wrong && explore && chance.of(90) ? wrong : right));
  }
}

}  // namespace

void learn_moves(const MoveData& data, unsigned epochs, Learner& learner, const std::function<void(unsigned)>& report) {
  std::vector<std::size_t> order(data.lessons->sentences.size());
  for (std::size_t n = 0; n < order.size(); ++n) {
    order[n] = n;
  }
  Chance chance(7);
  syntax::Workspace workspace;
  for (unsigned epoch = 0; epoch < epochs; ++epoch) {
    chance.shuffle(order);
    for (const auto n : order) {
      const auto sentence = roughened(data.lessons->sentences[n], chance);
      prepare(sentence, data.lessons->names_of(n), data, data.taggers[n % data.taggers.size()], workspace.scratch());
      learn_from(projective_tree(sentence), epoch > 0, chance, learner, workspace.scratch());
    }
    report(epoch);
  }
}

}  // namespace readout::train
