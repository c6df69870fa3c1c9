// Every gap between two words is asked, from left to right, since what the running sentence is like tells much of
// whether it is over.
#include "text/sentences.hpp"

#include "text/boundary_rules.hpp"

namespace readout::text {

namespace {

bool may_end_glued(Shape shape) {
  switch (shape) {
    case Shape::stop:
    case Shape::exclamation:
    case Shape::question:
    case Shape::ellipsis:
    case Shape::close_bracket:
    case Shape::close_quote:
    case Shape::quote:
    case Shape::face:
    case Shape::line:
      return true;
    default:
      return false;
  }
}

}  // namespace

Verdict sure_verdict(const BoundaryView& view, std::size_t i) {
  const WordTraits& left = view.at(i);
  const WordTraits& right = view.at(i + 1);
  if (right.begins) {
    return Verdict::ends;
  }
  switch (left.shape) {
    case Shape::abbreviation:
    case Shape::title:
    case Shape::colon:
      return Verdict::holds;
    case Shape::stop:  // E. coli
      return right.shape == Shape::lower && i > 0 && view.at(i - 1).shape == Shape::letter ? Verdict::holds
                                                                                           : Verdict::open;
    default:
      return right.spaced || may_end_glued(left.shape) ? Verdict::open : Verdict::holds;
  }
}

bool SentenceFinder::ends_behind(std::size_t i) const {
  if (!lexicon_.boundaries) {
    return view_.at(i + 1).begins;
  }
  if (const Verdict sure = sure_verdict(view_, i); sure != Verdict::open) {
    return sure == Verdict::ends;
  }
  BoundaryFeatures features;
  view_.features(i, features);
  return lexicon_.boundaries->ends(features);
}

void SentenceFinder::find(std::string_view text, std::span<const Word> words, std::vector<std::size_t>& ends) {
  if (words.empty()) {
    return;
  }
  begins_.clear();
  find_rule_begins(text, words, lexicon_, begins_);
  view_.look_at(text, words, begins_, lexicon_.boundaries ? lexicon_.boundaries->classes() : WordClasses());
  view_.begin_sentence(0);
  std::size_t begin = 0;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    view_.take(i);
    const std::size_t taken = i + 1 - begin;
    const bool too_long = taken >= limits_.hard || (taken >= limits_.soft && words[i].kind == WordKind::comma);
    if (too_long || ends_behind(i)) {
      ends.push_back(i + 1);
      view_.begin_sentence(i + 1);
      begin = i + 1;
    }
  }
  ends.push_back(words.size());
}

}  // namespace readout::text
