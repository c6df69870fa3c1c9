// Words to vectors. The vector of a form does not depend on where it stands, so each is computed once and kept: on
// running text nine words in ten are met again.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "readout/span.hpp"
#include "syntax/model.hpp"

namespace readout::syntax {

// What is known of the forms of one report and of earlier ones.
class WordTypes {
 public:
  // Numbers of the words' forms; `vector` and `plain` of each are ready then. Forgets earlier forms when there are too
  // many, never those of this call; to be called once for a batch.
  void number(const TypeParts& types, const network::Kernels& kernels, std::string_view text,
              std::span<const Span> words, std::vector<std::uint32_t>& numbers);

  [[nodiscard]] const float* vector(std::uint32_t type) const { return vectors_.data() + type * width; }
  // In small letters.
  [[nodiscard]] std::string_view lower(std::uint32_t type) const { return slice(text_, entries_[type].lower); }
  // The same with digits as 0.
  [[nodiscard]] std::string_view plain(std::uint32_t type) const { return slice(text_, entries_[type].plain); }

 private:
  struct Entry {
    std::uint64_t hash = 0;
    Span form, lower, plain;  // into text_
  };

  [[nodiscard]] std::uint32_t find_or_add(std::string_view form);
  std::uint32_t add(std::string_view form, std::uint64_t hash);
  void grow();
  void forget();
  // The vectors of the entries from `first` on.
  void compute(const TypeParts& types, const network::Kernels& kernels, std::size_t first);
  void gather(const TypeParts& types, const Entry& entry, float* out);

  std::vector<std::uint32_t> slots_;  // entry + 1; 0 is empty
  std::vector<Entry> entries_;
  std::string text_;
  std::vector<float> vectors_;  // [entries][width]
  std::vector<float> inputs_, mixed_;
  std::vector<std::uint32_t> ngrams_;
};

}  // namespace readout::syntax
