// Lemmas by edit scripts: a script says how many bytes to cut from a word's end and what to put there. A script is
// found by form and tag, else by tag and the longest known ending; both kinds of key lie in one index.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "network/index.hpp"
#include "readout/syntax.hpp"

namespace readout::syntax {

struct LemmaScript {
  bool as_written = false;  // keep capitals
  std::uint8_t cut = 0;     // bytes from the end; 255: all
  std::string_view add;
};

class Lemmas {
 public:
  static Result<Lemmas> load(const network::ModelFile& file);

  // Appends the lemma of the word to `out`; `lower` is the word in small letters.
  void append(std::string_view word, std::string_view lower, Xpos tag, std::string& out) const;

 private:
  [[nodiscard]] std::uint32_t script_of(std::string_view lower, Xpos tag) const;

  network::Index index_;
  std::vector<LemmaScript> scripts_;
};

}  // namespace readout::syntax
