// CoNLL-U files whose sentences and tokens are given: read, parsed by Reader::parse, written back with the parse filled
// in and all else as it was.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "readout/result.hpp"
#include "readout/syntax.hpp"
#include "readout/tokens.hpp"

namespace readout {

struct Pretokenized {
  struct Line {
    std::string text;          // as it stood, without its line end
    TokenId token = no_token;  // the word that the line is of; none for comments, ranges, empty nodes, blank lines
  };

  std::vector<Line> lines;
  std::string text;  // the words with their blanks; what the tokens point into
  Tokens tokens;     // a sentence of the file is a sentence here, a paragraph or document its block
};

// `name` stands for the file in errors, which name the line.
[[nodiscard]] Result<Pretokenized> parse_pretokenized(std::string_view bytes, std::string name);
// The same from a file; "-" is standard input.
[[nodiscard]] Result<Pretokenized> read_pretokenized(const std::string& path);

// Appends the lines with LEMMA, UPOS, XPOS, HEAD and DEPREL of each word as parsed. FEATS and DEPS, which are not
// parsed, are left open; comments, ids, forms, MISC, multiword tokens and empty nodes come out as they stood.
void write_pretokenized(const Pretokenized& given, const Syntax& syntax, std::string& out);

}  // namespace readout
