// The stage: sentence by sentence, words → tags → lemmas → moves → columns.
#include "syntax/parser.hpp"

#include <algorithm>

#include "syntax/hash.hpp"
#include "syntax/sentence.hpp"

namespace readout::syntax {

namespace {

void choose_tags(const Model::Parts& model, Workspace::Scratch& scratch) {
  for (std::size_t at = 0; at < scratch.words.size(); ++at) {
    if (scratch.fixed[at] != no_tag) {
      scratch.tags[at] = scratch.fixed[at];
      continue;
    }
    tag_features({scratch.words, scratch.kinds, scratch.stems, scratch.tags}, at, scratch.features);
    model.tagger.score(scratch.features, scratch.scores);
    const auto end = scratch.scores.begin() + static_cast<std::ptrdiff_t>(model.tags.size());
    scratch.tags[at] =
        static_cast<std::uint8_t>(std::max_element(scratch.scores.begin(), end) - scratch.scores.begin());
  }
}

void find_lemmas(std::string_view text, const Sentence& sentence, const Tokens& tokens, const Model::Parts& model,
                 Workspace::Scratch& scratch, Syntax& syntax) {
  for (auto token = sentence.first; token < sentence.last; ++token) {
    const auto at = token - sentence.first;
    const auto begin = static_cast<std::uint32_t>(syntax.lemma_text.size());
    const auto tag = model.tags[scratch.tags[at]];
    model.lemmas.append(slice(text, tokens.span[token]), scratch.words[at], tag.xpos, syntax.lemma_text);
    syntax.lemma_span[token] = {begin, static_cast<std::uint32_t>(syntax.lemma_text.size())};
    scratch.leaves.leaf[at].lemma = static_cast<std::uint32_t>(hash_of(syntax.lemma(token)) >> 32U);
  }
}

void draw_arcs(const Model::Parts& model, Workspace::Scratch& scratch) {
  State& state = scratch.state;
  state.begin(static_cast<std::uint32_t>(scratch.words.size()));
  while (!state.is_done()) {
    if (state.must_shift()) {
      state.apply({});
      continue;
    }
    move_features(scratch.leaves, state, scratch.features);
    model.moves.score(scratch.features, scratch.scores);
    spare_marks(scratch);
    state.apply(best_move(state, scratch.scores));
  }
}

void write_columns(const Sentence& sentence, const Workspace::Scratch& scratch, Syntax& syntax) {
  for (auto token = sentence.first; token < sentence.last; ++token) {
    const auto at = token - sentence.first;
    const Node& node = scratch.state.node(at);
    syntax.upos[token] = scratch.upos[at];
    syntax.xpos[token] = scratch.xpos[at];
    syntax.head[token] = node.head == State::none ? no_token : sentence.first + node.head;
    syntax.relation[token] = node.head == State::none ? Relation::root : node.relation;
  }
}

}  // namespace

Workspace::Workspace() : scratch_(std::make_unique<Scratch>()) {}
Workspace::~Workspace() = default;
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;

Syntax parse(std::string_view text, const Tokens& tokens, const Model& model, Workspace& workspace) {
  const auto size = tokens.size();
  const Model::Parts& parts = model.parts();
  Workspace::Scratch& scratch = workspace.scratch();
  Syntax syntax;
  syntax.upos.resize(size, Upos::x);
  syntax.xpos.resize(size, Xpos::xx);
  syntax.head.resize(size, no_token);
  syntax.relation.resize(size, Relation::root);
  syntax.lemma_span.resize(size);
  syntax.lemma_text.reserve(text.size() + 16 * tokens.sentences.size());
  const auto spans_of = [&tokens](const Sentence& sentence) {
    return std::span(tokens.span).subspan(sentence.first, sentence.size());
  };
  scratch.names.clear();
  for (const Sentence& sentence : tokens.sentences) {
    note_names(text, spans_of(sentence), scratch.names);
  }
  for (const Sentence& sentence : tokens.sentences) {
    look_up(text, spans_of(sentence), parts.kinds, scratch.names, scratch);
    choose_tags(parts, scratch);
    scratch.leaves.leaf.resize(sentence.size() + 1);
    find_lemmas(text, sentence, tokens, parts, scratch, syntax);
    read_leaves(parts.tags, scratch);
    draw_arcs(parts, scratch);
    write_columns(sentence, scratch, syntax);
  }
  index_children(syntax);
  return syntax;
}

}  // namespace readout::syntax
