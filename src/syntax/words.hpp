// What features see of a word: hashes of its normalised form, of its ends, and of its shape. Digits count as one digit,
// curly quotes as straight ones and capitals as small letters, so that form and shape can tell apart what they should;
// in a sentence that is all capitals (or has none) the shape says nothing, and says so.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "readout/span.hpp"

namespace readout::syntax {

enum class Casing : std::uint8_t { mixed, upper, title, lower };  // of a whole sentence

struct Word {
  std::uint32_t form = 0;
  std::array<std::uint32_t, 4> prefix{};  // 1 to 4 bytes
  std::array<std::uint32_t, 5> suffix{};  // 1 to 5 bytes
  std::uint32_t ending = 0;               // 1: -s, 2: -ed, 3: -ing, 0: none of them
  std::array<std::uint32_t, 2> stem{};    // forms that the word may be inflected from: "announc", "announce"
  std::uint32_t shape = 0;                // "Xx", "d-d", with how far its capitals can be trusted
  std::uint32_t cap = 0;                  // the same, down to small, Capital, CAPITALS, other
  std::uint32_t glue = 0;                 // 1: no blank before, 2: none after, 4: an odd number of quotes stand before
};

// Forms that a report writes with a capital inside a sentence: what begins a sentence or stands in a headline of
// capitals may be one of them.
class SeenNames {
 public:
  void clear();
  void insert(std::uint32_t form);
  [[nodiscard]] bool contains(std::uint32_t form) const;

 private:
  [[nodiscard]] std::size_t slot_of(std::uint32_t form) const;

  std::vector<std::uint32_t> slots_;  // 0: empty
  std::size_t count_ = 0;
};

// Adds the names of one sentence. `spans` point into `text`.
void note_names(std::string_view text, std::span<const Span> spans, SeenNames& names);

// The words of one sentence; `words` is refilled.
void read_words(std::string_view text, std::span<const Span> spans, const SeenNames& names, std::vector<Word>& words);

}  // namespace readout::syntax
