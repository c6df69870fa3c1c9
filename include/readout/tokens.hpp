// Tokens and sentences of a report as columns. A token is a syntactic word in the sense of Universal Dependencies:
// "don't" is "do" + "n't", "Beijing's" is "Beijing" + "'s", "high-level" is "high" + "-" + "level".
#pragma once

#include <cstdint>
#include <vector>

#include "readout/span.hpp"

namespace readout {

using TokenId = std::uint32_t;
inline constexpr TokenId no_token = UINT32_MAX;

struct Sentence {
  TokenId first = 0;  // tokens [first, last)
  TokenId last = 0;
  Span span;                // from the first token's begin to the last token's end
  std::uint32_t block = 0;  // index into Layout::blocks

  [[nodiscard]] std::uint32_t size() const { return last - first; }
};

struct Tokens {
  std::vector<Span> span;           // [tokens], in text order, never overlapping, never empty
  std::vector<Sentence> sentences;  // in text order; every token stands in exactly one

  [[nodiscard]] TokenId size() const { return static_cast<TokenId>(span.size()); }
};

}  // namespace readout
