#include "outputs/comparison_wording.hpp"

namespace readout::outputs {

std::string in_words(Alignment alignment, const Comparison& comparison) {
  switch (alignment) {
    case Alignment::converges:
      return "they meet";
    case Alignment::diverges:
      return "they clash";
    case Alignment::first_only:
      return "only " + comparison.first + " takes a stand";
    case Alignment::second_only:
      return "only " + comparison.second + " takes a stand";
    case Alignment::mixed:
      break;
  }
  return "mixed";
}

std::string stand_in_words(const ComparedLine& line) {
  return line.polarity >= 2    ? "strongly for"
         : line.polarity == 1  ? "for"
         : line.polarity == -1 ? "critical"
         : line.polarity <= -2 ? "against"
                               : "";
}

}  // namespace readout::outputs
