// Tags, lemmas and dependency trees as columns beside Tokens: one entry a token, Universal Dependencies v2 for English.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "readout/tokens.hpp"

namespace readout {

enum class Upos : std::uint8_t {
  adj,
  adp,
  adv,
  aux,
  cconj,
  det,
  intj,
  noun,
  num,
  part,
  pron,
  propn,
  punct,
  sconj,
  sym,
  verb,
  x,
};

// Penn Treebank tags as UD English uses them in XPOS; order as in syntax/tagset.cpp.
enum class Xpos : std::uint8_t {
  cc,
  cd,
  dt,
  ex,
  fw,
  in,
  jj,
  jjr,
  jjs,
  ls,
  md,
  nn,
  nns,
  nnp,
  nnps,
  pdt,
  pos,
  prp,
  prp_s,
  rb,
  rbr,
  rbs,
  rp,
  sym,
  to,
  uh,
  vb,
  vbd,
  vbg,
  vbn,
  vbp,
  vbz,
  wdt,
  wp,
  wp_s,
  wrb,
  add,
  afx,
  gw,
  hyph,
  nfp,
  xx,
  comma,
  period,
  colon,
  open_quote,
  close_quote,
  lrb,
  rrb,
  dollar,
  hash,
};

enum class Relation : std::uint8_t {
  root,
  acl,
  acl_relcl,
  advcl,
  advcl_relcl,
  advmod,
  amod,
  appos,
  aux,
  aux_pass,
  case_,
  cc,
  cc_preconj,
  ccomp,
  compound,
  compound_prt,
  conj,
  cop,
  csubj,
  csubj_pass,
  csubj_outer,
  dep,
  det,
  det_predet,
  discourse,
  dislocated,
  expl,
  fixed,
  flat,
  goeswith,
  iobj,
  list,
  mark,
  nmod,
  nmod_desc,
  nmod_poss,
  nmod_unmarked,
  nsubj,
  nsubj_pass,
  nsubj_outer,
  nummod,
  obj,
  obl,
  obl_agent,
  obl_unmarked,
  orphan,
  parataxis,
  punct,
  reparandum,
  vocative,
  xcomp,
};

// The names used in CoNLL-U: "PROPN", "VBD", "nsubj:pass". Total: any value gives a name.
[[nodiscard]] std::string_view name_of(Upos tag);
[[nodiscard]] std::string_view name_of(Xpos tag);
[[nodiscard]] std::string_view name_of(Relation relation);
// The reverse; an unknown name gives `x`, `xx`, and the relation without its subtype or `dep`.
[[nodiscard]] Upos upos_named(std::string_view name);
[[nodiscard]] Xpos xpos_named(std::string_view name);
[[nodiscard]] Relation relation_named(std::string_view name);

// What a name names. Events are named summits, wars, treaties.
enum class NameKind : std::uint8_t { person, organization, place, event };
// "PER", "ORG", "LOC", "EVT".
[[nodiscard]] std::string_view name_of(NameKind kind);

// Tokens [first, last) of one sentence.
struct Name {
  TokenId first = 0;
  TokenId last = 0;
  NameKind kind = NameKind::person;
};

// Bytes that the network says of a word in its place: what stands around it (320), then the word and its neighbours
// (192). Each is (byte − 128) times a scale of its own kind. Learned steps of later stages read them.
inline constexpr std::size_t context_state_width = 320;
inline constexpr std::size_t word_state_width = 192;
inline constexpr std::size_t state_width = context_state_width + word_state_width;
inline constexpr float context_state_scale = 1.0F / 127.0F;
inline constexpr float word_state_scale = 1.0F / 24.0F;

struct Syntax {
  std::vector<Upos> upos;                  // [tokens]
  std::vector<Xpos> xpos;                  // [tokens]
  std::vector<TokenId> head;               // [tokens] id in the document; no_token for a sentence's one root
  std::vector<Relation> relation;          // [tokens]
  std::vector<std::string_view> features;  // [tokens] "Number=Sing", "_"; views into the model, which must outlive them
  std::vector<float> confidence;           // [tokens] how likely head and relation are right, 0 … 1
  std::vector<Name> names;                 // in text order, never overlapping
  std::vector<std::uint8_t> states;        // [tokens][state_width]
  std::vector<Span> lemma_span;            // [tokens] into lemma_text
  std::string lemma_text;                  // lemmas: common words in lower case, names as written
  std::vector<std::uint32_t> child_begin;  // [tokens + 1] into children
  std::vector<TokenId> children;           // dependents of each token, in text order

  [[nodiscard]] std::string_view lemma(TokenId token) const { return slice(lemma_text, lemma_span[token]); }
  [[nodiscard]] std::span<const TokenId> children_of(TokenId token) const {
    return std::span(children).subspan(child_begin[token], child_begin[token + 1] - child_begin[token]);
  }
};

// Fills child_begin and children from head.
void index_children(Syntax& syntax);

}  // namespace readout
