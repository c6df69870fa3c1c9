// Gaps between words with what is seen around them and whether a sentence ends there.
#pragma once

#include <vector>

#include "text/boundary_features.hpp"
#include "text/lexicon.hpp"
#include "text/raw_treebank.hpp"

namespace readout::train {

struct Lesson {
  text::BoundaryFeatures features;
  float weight = 1;
  bool ends = false;
};

// Appends the gaps of a treebank that are left to the model; with `varied` also of some paragraphs in capitals and in
// lower case.
void collect(const text::RawTreebank& treebank, const text::Lexicon& lexicon, const text::WordClasses& classes, bool varied,
             std::vector<Lesson>& lessons);

}  // namespace readout::train
