// The steps that running and training share.
#include "syntax/sentence.hpp"

namespace readout::syntax {

namespace {

// A stem's kind; where both forms are known, the one with the changed spelling is more telling.
std::uint32_t stem_kind(const Word& word, const Table& kinds) {
  for (auto n = word.ending == 0 ? 0 : word.stem.size(); n-- > 0;) {
    if (const auto found = kinds.find(kind_key(word.stem[n])); found.size() == 2) {
      return found[0];
    }
  }
  return 0;
}

}  // namespace

void look_up(std::string_view text, std::span<const Span> spans, const Table& kinds, const SeenNames& names,
             Workspace::Scratch& scratch) {
  read_words(text, spans, names, scratch.words);
  scratch.kinds.resize(spans.size());
  scratch.stems.resize(spans.size());
  scratch.fixed.resize(spans.size());
  scratch.tags.resize(spans.size());
  for (std::size_t at = 0; at < spans.size(); ++at) {
    const Word& word = scratch.words[at];
    const auto found = kinds.find(kind_key(word.form));
    scratch.stems[at] = stem_kind(word, kinds);
    scratch.kinds[at] = found.size() == 2 ? found[0] : unknown_kind(word);
    scratch.fixed[at] = found.size() == 2 ? static_cast<std::uint8_t>(found[1]) : no_tag;
  }
}

void read_leaves(std::span<const TagPair> tags, Workspace::Scratch& scratch) {
  const auto size = scratch.words.size();
  scratch.upos.resize(size);
  scratch.xpos.resize(size);
  scratch.leaves.leaf.resize(size + 1);
  for (std::size_t at = 0; at < size; ++at) {
    const auto tag = scratch.tags[at];
    const auto pair = tag < tags.size() ? tags[tag] : TagPair{};
    scratch.upos[at] = pair.upos;
    scratch.xpos[at] = pair.xpos;
    Leaf& leaf = scratch.leaves.leaf[at];
    leaf.form = scratch.words[at].form;
    leaf.suffix = scratch.words[at].suffix[2];
    leaf.tag = tag;
    leaf.coarse = static_cast<std::uint8_t>(pair.upos);
  }
  finish(scratch.leaves, scratch.upos, scratch.xpos);
}

void spare_marks(Workspace::Scratch& scratch) {
  const State& state = scratch.state;
  const auto lower = [&](unsigned from, unsigned to) {
    for (auto number = from; number < to; ++number) {
      scratch.scores[number] -= forbidding;
    }
  };
  if (scratch.upos[state.front()] == Upos::punct) {
    lower(first_left, first_right);
  }
  if (scratch.upos[state.top()] == Upos::punct) {
    lower(first_right, move_count);
  }
}

Move best_move(const State& state, const Scores& scores) {
  unsigned best = move_count;
  const auto consider = [&](unsigned from, unsigned to) {
    for (auto number = from; number < to; ++number) {
      if (best == move_count || scores[number] > scores[best]) {
        best = number;
      }
    }
  };
  if (state.can(MoveKind::shift)) {
    consider(0, 1);
  }
  if (state.can(MoveKind::reduce)) {
    consider(1, 2);
  }
  if (state.can(MoveKind::left)) {
    consider(first_left, first_right);
  }
  if (state.can(MoveKind::right)) {
    consider(first_right, move_count);
  }
  return move_numbered(best);
}

}  // namespace readout::syntax
