// What the tagger looks at when it chooses a word's tag: the word, its neighbours, and the two tags before.
#pragma once

#include <cstdint>
#include <span>

#include "syntax/weights.hpp"
#include "syntax/words.hpp"

namespace readout::syntax {

inline constexpr std::uint8_t no_tag = 127;  // before the first word

// What a sentence's words may be: `kinds` is the class of each, which tags it bore in training or how it looks.
struct TagView {
  std::span<const Word> words;
  std::span<const std::uint32_t> kinds;
  std::span<const std::uint32_t> stems;  // kinds of what the words may be inflected from, 0 where none is known
  std::span<const std::uint8_t> tags;    // chosen so far
};

void tag_features(const TagView& view, std::size_t at, Features& features);

// The kind of a word that the dictionary does not know.
[[nodiscard]] std::uint32_t unknown_kind(const Word& word);

}  // namespace readout::syntax
