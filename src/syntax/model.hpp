// What a model file holds, ready for use (docs/model_format.md).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "readout/syntax.hpp"
#include "syntax/lemmas.hpp"
#include "syntax/parser.hpp"
#include "syntax/table.hpp"
#include "syntax/weights.hpp"

namespace readout::syntax {

// A tag of the tagger stands for UPOS and XPOS together.
struct TagPair {
  Upos upos = Upos::x;
  Xpos xpos = Xpos::xx;
  friend auto operator<=>(const TagPair&, const TagPair&) = default;
};

struct Model::Parts {
  std::vector<std::uint64_t> bytes;  // the file; the tables below look into it
  std::vector<TagPair> tags;
  Table kinds;  // form → kind, and its tag where a form bears one only (else no_tag)
  Weights tagger;
  Weights moves;
  Lemmas lemmas;
};

// What a model is made of, before it is laid out as a file.
struct ModelContent {
  std::vector<TagPair> tags;
  std::vector<LemmaScript> scripts;
  const TableBuilder* kinds = nullptr;
  const TableBuilder* tagger = nullptr;
  const TableBuilder* moves = nullptr;
  const TableBuilder* lemmas = nullptr;
};

[[nodiscard]] std::string to_bytes(const ModelContent& content);

// The key of a form in `kinds`.
[[nodiscard]] std::uint64_t kind_key(std::uint32_t form);

}  // namespace readout::syntax
