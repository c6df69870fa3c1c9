// CoNLL-U files whose sentences and tokens are given: read here, parsed by Reader::parse, written back by write_conllu
// with the parse filled in and all else as it was.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "readout/result.hpp"
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

}  // namespace readout
