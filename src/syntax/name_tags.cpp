#include "syntax/name_tags.hpp"

#include <array>

namespace readout::syntax {

namespace {

constexpr std::size_t outside = 0;
[[nodiscard]] constexpr bool is_inside(std::size_t tag) {
  return tag != outside && tag % 2 == 0;
}
[[nodiscard]] constexpr bool may_follow(std::size_t before, std::size_t tag) {
  return !is_inside(tag) || before == tag || before + 1 == tag;
}

// The best score of each tag, and the tag before it on the best way.
struct Step {
  std::array<float, name_tags> score;
  std::array<std::uint8_t, name_tags> before;
};

std::vector<Step> walk(const float* scores, std::size_t stride, std::size_t words) {
  std::vector<Step> steps(words);
  for (std::size_t i = 0; i < words; ++i) {
    for (std::size_t tag = 0; tag < name_tags; ++tag) {
      float best = i == 0 ? (is_inside(tag) ? -1e9F : 0.0F) : -1e30F;
      std::uint8_t from = 0;
      for (std::size_t before = 0; i > 0 && before < name_tags; ++before) {
        if (may_follow(before, tag) && steps[i - 1].score[before] > best) {
          best = steps[i - 1].score[before];
          from = static_cast<std::uint8_t>(before);
        }
      }
      steps[i].score[tag] = best + scores[i * stride + tag];
      steps[i].before[tag] = from;
    }
  }
  return steps;
}

}  // namespace

void read_names(const float* scores, std::size_t stride, std::size_t words, TokenId first, std::vector<Name>& names) {
  bool any = false;
  for (std::size_t i = 0; i < words && !any; ++i) {
    for (std::size_t tag = 1; tag < name_tags; ++tag) {
      any = any || scores[i * stride + tag] > scores[i * stride];
    }
  }
  if (!any) {
    return;  // most sentences of plain text
  }
  const auto steps = walk(scores, stride, words);
  std::vector<std::uint8_t> tags(words);
  std::uint8_t tag = 0;
  for (std::uint8_t t = 1; t < name_tags; ++t) {
    tag = steps.back().score[t] > steps.back().score[tag] ? t : tag;
  }
  for (std::size_t i = words; i-- > 0;) {
    tags[i] = tag;
    tag = steps[i].before[tag];
  }
  for (std::size_t i = 0; i < words; ++i) {
    if (tags[i] % 2 == 1) {
      names.push_back(
          {first + static_cast<TokenId>(i), first + static_cast<TokenId>(i) + 1, static_cast<NameKind>(tags[i] / 2)});
    } else if (tags[i] != outside) {
      names.back().last = first + static_cast<TokenId>(i) + 1;
    }
  }
}

}  // namespace readout::syntax
