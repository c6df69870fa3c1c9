// Gaps between words with what is seen around them and whether a sentence ends there.
#pragma once

#include <filesystem>
#include <vector>

#include "readout/result.hpp"
#include "text/boundary_features.hpp"
#include "text/lexicon.hpp"
#include "text/raw_treebank.hpp"

namespace readout::train {

struct Lesson {
  text::BoundaryFeatures features;
  float weight = 1;
  bool ends = false;
};

// Appends the gaps of a treebank that are left to the model, and those of some paragraphs in capitals and in lower
// case.
void collect(const text::RawTreebank& treebank, const text::Lexicon& lexicon, const text::WordClasses& classes,
             float weight, std::vector<Lesson>& lessons);

// Reads lines of text with a bar before every sentence but the first; # begins a comment line.
[[nodiscard]] Result<text::RawTreebank> read_news(const std::filesystem::path& file);

}  // namespace readout::train
