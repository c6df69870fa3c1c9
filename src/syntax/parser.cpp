// The stage: sentences are cut into pieces of bearable length, pieces go through the network in batches of like length,
// and what comes out is written into the columns.
#include "syntax/parser.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "syntax/encoder.hpp"
#include "syntax/gazetteer.hpp"
#include "syntax/heads.hpp"
#include "syntax/model.hpp"
#include "syntax/name_tags.hpp"
#include "syntax/word_types.hpp"

namespace readout::syntax {

namespace {

constexpr std::uint32_t longest_piece = 384;  // words; keeps the square of arcs small
constexpr std::uint32_t long_rule = 64;       // words; rows of marks this long are nothing to read
constexpr std::size_t batch_words = 768;      // what goes together stays in the cache

// A sentence, or a part of one that is too long.
struct Piece {
  TokenId first = 0;
  TokenId last = 0;
  bool continues = false;  // a later part of its sentence

  [[nodiscard]] std::uint32_t size() const { return last - first; }
};

}  // namespace

struct Workspace::Scratch {
  WordTypes types;
  Batch batch;
  Encoder encoder;
  Heads heads;
  SentenceReading reading;
  std::vector<Piece> pieces;
  std::vector<std::uint32_t> order;          // pieces by falling length
  std::vector<std::uint32_t> type;           // [tokens]
  std::vector<std::string_view> plain;       // [tokens of a sentence]
  std::vector<std::uint16_t> masks, mask;    // [tokens], [tokens of a sentence]
  std::vector<std::uint32_t> root_of_piece;  // [pieces] token
};

namespace {

void cut_pieces(const Tokens& tokens, std::vector<Piece>& pieces) {
  pieces.clear();
  for (const Sentence& sentence : tokens.sentences) {
    for (auto first = sentence.first; first < sentence.last; first += longest_piece) {
      pieces.push_back({first, std::min(sentence.last, first + longest_piece), first != sentence.first});
    }
  }
}

bool has_letter_or_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  });
}

// Ruled lines, tables of dashes, bytes that are no text: long, and no word in it.
bool is_rule(std::string_view text, const Tokens& tokens, const Piece& piece) {
  const auto words = std::span(tokens.span).subspan(piece.first, piece.size());
  return piece.size() >= long_rule && std::none_of(words.begin(), words.end(), [&](Span span) {
           return has_letter_or_digit(slice(text, span)) || span.size() > 4;
         });
}

// Takes rules out of the pieces to be read: all marks hang on the first.
void write_rules(std::string_view text, const Tokens& tokens, Workspace::Scratch& scratch, Syntax& syntax) {
  std::erase_if(scratch.order, [&](std::uint32_t number) {
    const Piece& piece = scratch.pieces[number];
    if (!is_rule(text, tokens, piece)) {
      return false;
    }
    scratch.root_of_piece[number] = piece.first;
    for (auto token = piece.first; token < piece.last; ++token) {
      syntax.upos[token] = Upos::punct;
      syntax.xpos[token] = Xpos::nfp;
      syntax.head[token] = token == piece.first ? no_token : piece.first;
      syntax.relation[token] = token == piece.first ? Relation::root : Relation::punct;
      syntax.confidence[token] = 1.0F;
    }
    return true;
  });
}

void look_up(std::string_view text, const Tokens& tokens, const Model::Parts& model, const network::Kernels& kernels,
             Workspace::Scratch& scratch) {
  scratch.types.number(model.types, kernels, text, tokens.span, scratch.type);
  scratch.masks.assign(tokens.size(), 0);
  for (const Piece& piece : scratch.pieces) {
    scratch.plain.clear();
    for (auto token = piece.first; token < piece.last; ++token) {
      scratch.plain.push_back(scratch.types.plain(scratch.type[token]));
    }
    match_names(model.gazetteer.index, text, std::span(tokens.span).subspan(piece.first, piece.size()), scratch.plain,
                scratch.mask);
    std::copy(scratch.mask.begin(), scratch.mask.end(), scratch.masks.begin() + piece.first);
  }
}

void fill_vectors(const Model::Parts& model, Workspace::Scratch& scratch, std::span<const std::uint32_t> pieces) {
  float* vectors = scratch.encoder.begin(scratch.batch);
  for (std::size_t s = 0; s < pieces.size(); ++s) {
    const Piece& piece = scratch.pieces[pieces[s]];
    for (std::uint32_t i = 0; i < piece.size(); ++i) {
      float* row = vectors + (scratch.batch.first_row[s] + i) * width;
      std::copy_n(scratch.types.vector(scratch.type[piece.first + i]), width, row);
      for (std::size_t bit = 0; bit < gazetteer_bits; ++bit) {
        if ((scratch.masks[piece.first + i] >> bit & 1U) != 0) {
          std::transform(row, row + width, model.gazetteer.rows + bit * width, row, std::plus<>());
        }
      }
    }
  }
}

std::size_t best_of(const float* scores, std::size_t n) {
  return static_cast<std::size_t>(std::max_element(scores, scores + n) - scores);
}

void write_tags(const Model::Parts& model, const float* scores, TokenId token, Syntax& syntax) {
  const std::size_t tag = best_of(scores, model.tag_pairs.size());
  const float* features = scores + model.tag_pairs.size();
  const std::uint8_t* fits = model.features_of_tag.data() + tag * model.features.size();
  std::size_t best = model.features.size();
  for (std::size_t f = 0; f < model.features.size(); ++f) {
    best = fits[f] != 0 && (best == model.features.size() || features[f] > features[best]) ? f : best;
  }
  syntax.upos[token] = model.tag_pairs[tag].upos;
  syntax.xpos[token] = model.tag_pairs[tag].xpos;
  syntax.features[token] = best < model.features.size() ? model.features[best] : "_";
}

void write_tree(const Piece& piece, const SentenceReading& reading, Syntax& syntax, std::uint32_t& root) {
  for (std::uint32_t i = 0; i < piece.size(); ++i) {
    const auto token = piece.first + i;
    const bool is_root = reading.head[i] == 0;
    syntax.head[token] = is_root ? no_token : piece.first + reading.head[i] - 1;
    syntax.relation[token] = reading.relation[i];
    syntax.confidence[token] = reading.confidence[i];
    root = is_root ? token : root;
  }
}

// The network's view of each word, kept for learned steps of later stages.
void keep_states(const Encoder& encoder, std::size_t row, TokenId token, Syntax& syntax) {
  const network::Quantized context = encoder.states();
  const network::Quantized words = encoder.words();
  std::uint8_t* out = syntax.states.data() + token * state_width;
  out = std::copy_n(context.bytes + row * context.stride, context_state_width, out);
  const float ratio = words.scale[row] / word_state_scale;
  std::transform(words.bytes + row * words.stride, words.bytes + row * words.stride + word_state_width, out,
                 [&](std::uint8_t byte) {
                   const float value = (static_cast<float>(byte) - 128.0F) * ratio;
                   return static_cast<std::uint8_t>(128.0F + std::clamp(std::nearbyint(value), -127.0F, 127.0F));
                 });
}

void run_batch(const Model::Parts& model, const network::Kernels& kernels, std::span<const std::uint32_t> pieces,
               Workspace::Scratch& scratch, Syntax& syntax, std::vector<std::vector<Name>>& names) {
  scratch.batch.clear();
  for (const auto piece : pieces) {
    scratch.batch.add(scratch.pieces[piece].size());
  }
  fill_vectors(model, scratch, pieces);
  scratch.encoder.run(model, kernels, scratch.batch);
  scratch.heads.run(model, kernels, scratch.batch, scratch.encoder);
  for (std::size_t s = 0; s < pieces.size(); ++s) {
    const Piece& piece = scratch.pieces[pieces[s]];
    const std::size_t row = scratch.batch.first_row[s];
    for (std::uint32_t i = 0; i < piece.size(); ++i) {
      write_tags(model, scratch.heads.tag_scores(row + i), piece.first + i, syntax);
      keep_states(scratch.encoder, row + i, piece.first + i, syntax);
    }
    read_names(scratch.heads.tag_scores(row) + model.tag_pairs.size() + model.features.size(),
               scratch.heads.tags_stride(), piece.size(), piece.first, names[pieces[s]]);
    scratch.heads.read_tree(model, kernels, row, piece.size(), scratch.reading);
    write_tree(piece, scratch.reading, syntax, scratch.root_of_piece[pieces[s]]);
  }
}

void write_lemmas(std::string_view text, const Tokens& tokens, const Model::Parts& model,
                  const Workspace::Scratch& scratch, Syntax& syntax) {
  syntax.lemma_text.reserve(text.size() + 64);
  for (TokenId token = 0; token < tokens.size(); ++token) {
    const auto begin = static_cast<std::uint32_t>(syntax.lemma_text.size());
    model.lemmas.append(slice(text, tokens.span[token]), scratch.types.lower(scratch.type[token]), syntax.xpos[token],
                        syntax.lemma_text);
    syntax.lemma_span[token] = {begin, static_cast<std::uint32_t>(syntax.lemma_text.size())};
  }
}

// The root of a later part hangs below the root of the first.
void join_pieces(const Workspace::Scratch& scratch, Syntax& syntax) {
  auto root = no_token;
  for (std::size_t p = 0; p < scratch.pieces.size(); ++p) {
    const auto own = scratch.root_of_piece[p];
    if (!scratch.pieces[p].continues) {
      root = own;
    } else {
      syntax.head[own] = root;
      syntax.relation[own] = Relation::parataxis;
    }
  }
}

Syntax columns_for(std::size_t size) {
  Syntax syntax;
  syntax.upos.resize(size, Upos::x);
  syntax.xpos.resize(size, Xpos::xx);
  syntax.head.resize(size, no_token);
  syntax.relation.resize(size, Relation::root);
  syntax.features.resize(size, "_");
  syntax.confidence.resize(size, 0.0F);
  syntax.lemma_span.resize(size);
  syntax.states.resize(size * state_width, 128);
  return syntax;
}

void order_pieces(Workspace::Scratch& scratch) {
  scratch.order.resize(scratch.pieces.size());
  std::iota(scratch.order.begin(), scratch.order.end(), 0U);
  std::stable_sort(scratch.order.begin(), scratch.order.end(),
                   [&](auto a, auto b) { return scratch.pieces[a].size() > scratch.pieces[b].size(); });
}

// How many of the first pieces go together: at least one.
std::size_t size_of_batch(const std::vector<Piece>& pieces, std::span<const std::uint32_t> order) {
  std::size_t words = pieces[order.front()].size();
  std::size_t count = 1;
  while (count < order.size() && words + pieces[order[count]].size() <= batch_words) {
    words += pieces[order[count++]].size();
  }
  return count;
}

}  // namespace

Workspace::Workspace() : scratch_(std::make_unique<Scratch>()) {}
Workspace::~Workspace() = default;
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;

Syntax parse(std::string_view text, const Tokens& tokens, const Model& model, Workspace& workspace) {
  const Model::Parts& parts = model.parts();
  const network::Kernels& kernels = network::best_kernels();
  Workspace::Scratch& scratch = workspace.scratch();
  Syntax syntax = columns_for(tokens.size());
  cut_pieces(tokens, scratch.pieces);
  look_up(text, tokens, parts, kernels, scratch);
  order_pieces(scratch);
  scratch.root_of_piece.assign(scratch.pieces.size(), no_token);
  write_rules(text, tokens, scratch, syntax);
  std::vector<std::vector<Name>> names(scratch.pieces.size());
  for (std::span<const std::uint32_t> left = scratch.order; !left.empty();) {
    const auto batch = left.first(size_of_batch(scratch.pieces, left));
    run_batch(parts, kernels, batch, scratch, syntax, names);
    left = left.subspan(batch.size());
  }
  for (const auto& found : names) {
    syntax.names.insert(syntax.names.end(), found.begin(), found.end());
  }
  join_pieces(scratch, syntax);
  write_lemmas(text, tokens, parts, scratch, syntax);
  index_children(syntax);
  return syntax;
}

}  // namespace readout::syntax
