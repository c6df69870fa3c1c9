// The words of time expressions, from data/times/terms.tsv.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>

#include "readout/result.hpp"

namespace readout::times {

enum class TermClass : std::uint8_t { none, month, weekday, unit, number, few, deictic, step, span, part, vague };

struct Term {
  TermClass kind = TermClass::none;
  std::string value;
  int number = 0;  // of value, where it is one
};

class Lexicon {
 public:
  // The term that a word is, in any case; nothing for other words.
  [[nodiscard]] const Term* find(std::string_view word) const;

 private:
  friend Result<Lexicon> load(const std::filesystem::path& data);
  std::unordered_map<std::string, Term> terms_;
};

// Reads DATA/times/terms.tsv.
[[nodiscard]] Result<Lexicon> load(const std::filesystem::path& data);

}  // namespace readout::times
