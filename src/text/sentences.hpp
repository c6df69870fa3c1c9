// Where sentences end among the words of one block. Decided by the text alone.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/lexicon.hpp"
#include "text/words.hpp"

namespace readout::text {

// Later stages are linear in sentences, not in what stands in one: a sentence is cut at the next comma or semicolon
// after `soft` words, after `hard` words anywhere.
struct SentenceLimits {
  std::size_t soft = 400;
  std::size_t hard = 512;
};

// Appends to `ends` the index behind the last word of each sentence; the last one is words.size().
void find_sentences(std::string_view text, std::span<const Word> words, const Lexicon& lexicon, SentenceLimits limits,
                    std::vector<std::size_t>& ends);

}  // namespace readout::text
