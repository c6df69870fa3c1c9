// What the text stage knows of words: the tables of data/text/, loaded once and shared.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "readout/result.hpp"
#include "text/boundary_model.hpp"

namespace readout::text {

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <typename T>
using TextMap = std::unordered_map<std::string, T, TextHash, std::equal_to<>>;
using TextSet = std::unordered_set<std::string, TextHash, std::equal_to<>>;

enum class AbbreviationEnds : std::uint8_t { never, starter, capital };
enum class AbbreviationNext : std::uint8_t { any, number, capital, comma };

struct Abbreviation {
  AbbreviationEnds ends = AbbreviationEnds::never;  // may a sentence end after it, and before what
  AbbreviationNext next = AbbreviationNext::any;    // what must stand beside it for it to be one
};

enum class CuePlace : std::uint8_t { begins, ends, holds, whole };
enum class CueKind : std::uint8_t { credit, caption, section, byline, role, updated, label };

struct Cue {
  CueKind kind = CueKind::credit;
  CuePlace place = CuePlace::begins;
  std::string words;  // lower case; straight apostrophes
};

struct Lexicon {
  TextMap<Abbreviation> abbreviations;             // "Gen." with its stop
  TextSet starters;                                // lower case: words that begin a sentence after an abbreviation
  TextSet speech_verbs;                            // lower case: "said", that follow a quotation
  TextMap<std::vector<std::string>> contractions;  // lower case: "cannot" → "can", "not"
  TextSet prefixes, suffixes, whole;               // lower case: what stays joined at hyphens
  TextSet units;                                   // split from the number before them
  TextSet domains;                                 // ends of host names
  TextMap<unsigned> months;                        // lower case, with and without stop → 1 … 12
  TextSet weekdays;                                // lower case, with and without stop
  TextSet agencies;                                // lower case: "reuters", "associated press"
  TextSet cities;                                  // lower case: places that stand in datelines without a sign
  std::vector<Cue> cues;
  TextSet role_words;                       // the single words of the cues of kind role
  std::optional<BoundaryModel> boundaries;  // none: sentences end by rule
};

inline constexpr std::size_t longest_key = 24;  // no entry is longer

// Looks a short word up in lower case, without allocating.
[[nodiscard]] bool contains_folded(const TextSet& set, std::string_view word);

// Reads the tables of data_dir/text, without the trained half.
[[nodiscard]] Result<Lexicon> load_tables(const std::filesystem::path& data_dir);

// The tables, and the sentence model in `boundaries`, which must outlive the lexicon; `name` stands for its file in
// errors.
[[nodiscard]] Result<Lexicon> load(const std::filesystem::path& data_dir, std::string_view boundaries,
                                   std::string name);

}  // namespace readout::text
