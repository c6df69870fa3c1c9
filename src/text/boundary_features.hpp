// What can be seen around a gap between two words: forms, shapes, marks, what the rules say, what the running sentence
// is like. Training and running share it, so that a weight means the same in both. Hashes only; nothing is allocated
// for a word.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/boundary_model.hpp"
#include "text/words.hpp"

namespace readout::text {

// What a word looks like; the order is part of the model.
enum class Shape : std::uint8_t {
  edge,  // beyond the block
  lower,
  capital,   // Geneva
  capitals,  // NATO
  letter,    // one capital
  mixed,     // iPhone
  caseless,  // 習近平
  clitic,    // 's
  number,
  code,  // 10/09/2021, 5th, 713-853-3989
  address,
  abbreviation,
  title,  // an abbreviation that ends no sentence
  enumerator,
  stop,
  exclamation,
  question,
  ellipsis,
  open_bracket,
  open_quote,
  close_bracket,
  close_quote,
  quote,
  comma,
  semicolon,
  colon,
  dash,
  face,    // :-) and pictures
  bullet,  // * # > •
  line,    // ---- ====
  sign,
};

struct WordTraits {
  std::uint32_t form = 0;     // hash of the word in lower case, digits as 0
  std::uint32_t tail = 0;     // … of its last three bytes
  std::uint32_t verbs = 0;    // how many verbs and auxiliaries stand up to this word
  std::uint16_t to_stop = 0;  // words to the next final stop
  Shape shape = Shape::edge;
  std::uint8_t length = 0;  // in bytes, at most 15
  std::uint8_t kind = 0;    // its part of speech, as WordClasses has it
  bool spaced = false;
  bool begins = false;  // the rules begin a sentence here
};

// The form of a word as WordClasses and the features know it.
[[nodiscard]] std::uint32_t hash_folded(std::string_view word);
inline constexpr std::uint8_t verb_class = 1;       // what the classes of words call a verb …
inline constexpr std::uint8_t auxiliary_class = 2;  // … and an auxiliary; the others have no meaning here

// Goes over the words of one block; keeps its memory from block to block.
class BoundaryView {
 public:
  // `begins`: the indexes at which the rules begin a sentence, ascending.
  void look_at(std::string_view text, std::span<const Word> words, std::span<const std::size_t> begins,
               const WordClasses& classes);

  // The running sentence begins at word `first`.
  void begin_sentence(std::size_t first);
  // The running sentence takes word `i`; called for each word in order.
  void take(std::size_t i);
  // The gap behind word `i`, which is the last one taken.
  void features(std::size_t i, BoundaryFeatures& out) const;

  [[nodiscard]] const WordTraits& at(std::size_t i) const { return i < traits_.size() ? traits_[i] : edge_; }

 private:
  [[nodiscard]] const WordTraits& before(std::size_t i, std::size_t back) const {
    return back <= i ? traits_[i - back] : edge_;
  }
  void measure_block();

  std::vector<WordTraits> traits_;
  WordTraits edge_;
  std::uint32_t size_class_ = 0;
  std::uint32_t case_class_ = 0;  // how much of the block is in capitals, and whether any word has one
  std::size_t first_ = 0;
  std::uint32_t open_quotes_ = 0;
  std::uint32_t open_brackets_ = 0;
  Shape last_end_ = Shape::edge;  // what the sentence before ended with
};

}  // namespace readout::text
