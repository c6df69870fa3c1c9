// How well an actor fits a pronoun: a log-linear ranker (Denis and Baldridge 2007) whose weights stand in
// data/actors/coreference.tsv. "Nobody" is one of the candidates, with a weight of its own.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

#include "readout/result.hpp"

namespace readout::actors {

// Which pronoun it is; each has weights of its own.
enum class Pronoun : std::uint8_t { man, woman, thing, many };
inline constexpr std::size_t pronoun_rankings = 3;  // he and she share one, so that neither is served worse

// What speaks for or against a candidate; names in `feature_names` (ranker.cpp).
enum class Feature : std::uint8_t {
  same_sentence,
  one_back,
  two_back,
  further_back,
  nearer,    // log(1 + candidates that stand nearer)
  distance,  // log(1 + words between), tenths
  subject,
  object,
  possessor,
  oblique,
  subject_near,     // was a subject in this sentence or the one before
  subject_above,    // of the clause above the pronoun's own
  says_it,          // subject of a verb of speech whose content the pronoun stands in
  subject_of_verb,  // of the pronoun's own verb: for possessives and reflexives
  continued,        // both are subjects of their sentences' main verbs
  both_subjects,
  both_objects,
  both_possessors,
  as_pronoun,  // how it was mentioned last
  as_name,
  as_nominal,
  frequent,  // log(1 + mentions so far)
  most_frequent,
  gender_known,
  named,
  first_of_sentence,
  other_quotation,
  in_title,
  same_block,
  inside_other,  // its mention is part of a larger noun phrase
  shadow,        // no actor of the tables or of a role
  unsure,        // a proper noun of which nothing is known
  group,
  state,
  body,
  thing,
  indefinite,
  speaks_too,  // both speak
  last_speaker,
  possessive_same_clause,
  behind,  // the subject that follows: "in his speech, Biden"
  nobody,  // the weight of no candidate at all
  count,
};
inline constexpr std::size_t feature_count = static_cast<std::size_t>(Feature::count);
using Features = std::array<float, feature_count>;

[[nodiscard]] std::string_view name_of(Feature feature);

class Ranker {
 public:
  // A missing table is taken as empty: then nothing is ever clear, and no pronoun points to anybody.
  [[nodiscard]] Status read(const std::filesystem::path& file);

  // How likely each candidate is; what is missing to 1 is nobody.
  [[nodiscard]] std::vector<double> likelihoods(Pronoun pronoun, std::span<const Features> candidates) const;
  [[nodiscard]] double least(Pronoun pronoun) const;  // the likelihood that a link needs

 private:
  std::array<std::array<double, feature_count>, pronoun_rankings> weights_{};
  std::array<double, pronoun_rankings> least_ = {1, 1, 1};
};

}  // namespace readout::actors
