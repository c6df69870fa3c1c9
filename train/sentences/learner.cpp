// Rate, decay and bits were chosen on the dev sets. More bits gain little for twice the file.
#include "sentences/learner.hpp"

#include <algorithm>
#include <cmath>

namespace readout::train {

namespace {

constexpr unsigned bits = 19;
constexpr double rate = 0.02;
constexpr double decay = 1e-4;
constexpr double learnt = 1e-4;        // an error that small teaches nothing
constexpr double kept_whole = 0.9995;  // of the weights; the few largest are cut to what eight bits hold

std::size_t slot_of(std::uint32_t feature) {
  return feature >> (32 - bits);
}

}  // namespace

Learner::Learner() : weights_(std::size_t{1} << bits), squares_(weights_.size(), 1e-8F), sums_(weights_.size()) {}

void Learner::learn(const Lesson& lesson) {
  double score = 0;
  for (const std::uint32_t feature : lesson.features) {
    score += weights_[slot_of(feature)];
  }
  const double slope = (1 / (1 + std::exp(-score)) - (lesson.ends ? 1 : 0)) * lesson.weight;
  if (std::abs(slope) < learnt) {
    return;
  }
  for (const std::uint32_t feature : lesson.features) {
    float& weight = weights_[slot_of(feature)];
    float& square = squares_[slot_of(feature)];
    const double step = slope + decay * weight;
    square += static_cast<float>(step * step);
    weight -= static_cast<float>(rate * step / std::sqrt(square));
  }
}

void Learner::sum_up() {
  for (std::size_t i = 0; i < weights_.size(); ++i) {
    sums_[i] += weights_[i];
  }
  ++summed_;
}

Learner::Shipped Learner::ship(double threshold) const {
  std::vector<float> sizes;
  for (const float sum : sums_) {
    if (sum != 0) {
      sizes.push_back(std::abs(sum));
    }
  }
  if (sizes.empty()) {
    return {std::vector<std::int8_t>(sums_.size()), 0};
  }
  std::sort(sizes.begin(), sizes.end());
  const double scale = 127 / sizes[static_cast<std::size_t>(static_cast<double>(sizes.size() - 1) * kept_whole)];
  Shipped shipped;
  for (const float sum : sums_) {
    shipped.weights.push_back(static_cast<std::int8_t>(std::lround(std::clamp(sum * scale, -127.0, 127.0))));
  }
  shipped.threshold = static_cast<std::int32_t>(std::lround(threshold * scale * summed_));
  return shipped;
}

}  // namespace readout::train
