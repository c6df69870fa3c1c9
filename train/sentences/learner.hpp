// Logistic regression over hashed features, by AdaGrad, and its weights as the eight bits that are shipped.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sentences/lessons.hpp"

namespace readout::train {

class Learner {
 public:
  Learner();

  void learn(const Lesson& lesson);
  // Takes the weights as they are now into the mean that is shipped.
  void sum_up();

  struct Shipped {
    std::vector<std::int8_t> weights;
    std::int32_t threshold = 0;
  };
  // A score above `threshold` ends a sentence.
  [[nodiscard]] Shipped ship(double threshold) const;

 private:
  std::vector<float> weights_, squares_, sums_;
  int summed_ = 0;
};

}  // namespace readout::train
