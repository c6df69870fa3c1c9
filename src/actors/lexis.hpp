// What single words tell of who may be meant: the class of a noun, the gender that a given name mostly goes with.
// Read from data/actors/nouns.tsv and given_names.tsv; the persons of the tables teach further given names.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>

#include "readout/result.hpp"

namespace readout::actors {

struct Knowledge;

enum class Sort : std::uint8_t { thing, person, people, body, place };

struct Noun {
  Sort sort = Sort::thing;
  char gender = 0;  // 'm', 'f'; 0 unknown
};

class Lexis {
 public:
  // Tables that are missing are taken as empty; a wrong row is an error.
  [[nodiscard]] Status read(const std::filesystem::path& folder);
  // Given names whose bearers in the tables are all men or all women.
  void learn_given_names(const Knowledge& knowledge);

  // A lemma in lower case; a noun of no row is a thing.
  [[nodiscard]] Noun noun(std::string_view lemma) const;
  // By the folded name: 'm', 'f', 0.
  [[nodiscard]] char gender_of(std::string_view folded) const;

 private:
  [[nodiscard]] Status read_nouns(const std::filesystem::path& file);
  [[nodiscard]] Status read_given_names(const std::filesystem::path& file);

  std::unordered_map<std::string, Noun> nouns_;
  std::unordered_map<std::string, char> given_;
};

}  // namespace readout::actors
