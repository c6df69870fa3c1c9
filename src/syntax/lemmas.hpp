// Lemmas by edit scripts: a script says how many bytes to cut from a word's end and what to put there. A script is
// found by form and tag, else by tag and the longest known ending; both kinds of key lie in one table.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "readout/syntax.hpp"
#include "syntax/table.hpp"
#include "syntax/words.hpp"

namespace readout::syntax {

struct LemmaScript {
  bool as_written = false;  // keep capitals
  std::uint8_t cut = 0;     // bytes from the end; 255: all
  std::string add;

  friend auto operator<=>(const LemmaScript&, const LemmaScript&) = default;
};

[[nodiscard]] std::uint64_t lemma_key(const Word& word, Xpos tag);
// By the ending of so many bytes; 0 for the tag alone.
[[nodiscard]] std::uint64_t ending_key(const Word& word, Xpos tag, std::size_t bytes);

class Lemmas {
 public:
  Lemmas() = default;
  Lemmas(Table table, std::vector<LemmaScript> scripts) : table_(table), scripts_(std::move(scripts)) {}

  // Appends the lemma of the word to `out`.
  void append(std::string_view bytes, const Word& word, Xpos tag, std::string& out) const;

 private:
  Table table_;
  std::vector<LemmaScript> scripts_;
};

// The script that makes `lemma` of `form`.
[[nodiscard]] LemmaScript script_between(std::string_view form, std::string_view lemma);
void apply(const LemmaScript& script, std::string_view form, std::string& out);

}  // namespace readout::syntax
