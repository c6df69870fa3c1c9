// A treebank's raw text, its paragraphs as blocks, and its words and sentences as ranges of characters that are not
// blank: what the CoNLL 2018 shared task compares. For training and tests; absent from the pipeline.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "readout/layout.hpp"
#include "readout/result.hpp"

namespace readout::text {

using Ranges = std::vector<std::pair<std::size_t, std::size_t>>;  // in characters that are not blank

struct RawTreebank {
  std::string text;
  Layout layout;
  Ranges words, sentences;
};

// Sentences of a paragraph follow each other after a blank, paragraphs are blocks.
[[nodiscard]] Result<RawTreebank> read_raw_treebank(const std::filesystem::path& file);

// For each byte of the text, and its end, how many characters that are not blank stand before it.
[[nodiscard]] std::vector<std::size_t> solid_offsets(std::string_view text);

}  // namespace readout::text
