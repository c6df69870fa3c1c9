#include "actors/ranker.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

#include "base/table.hpp"

namespace readout::actors {

namespace {

constexpr std::array<std::string_view, feature_count> feature_names = {"same_sentence",
                                                                       "one_back",
                                                                       "two_back",
                                                                       "further_back",
                                                                       "nearer",
                                                                       "distance",
                                                                       "subject",
                                                                       "object",
                                                                       "possessor",
                                                                       "oblique",
                                                                       "subject_near",
                                                                       "subject_above",
                                                                       "says_it",
                                                                       "subject_of_verb",
                                                                       "continued",
                                                                       "both_subjects",
                                                                       "both_objects",
                                                                       "both_possessors",
                                                                       "as_pronoun",
                                                                       "as_name",
                                                                       "as_nominal",
                                                                       "frequent",
                                                                       "most_frequent",
                                                                       "gender_known",
                                                                       "named",
                                                                       "first_of_sentence",
                                                                       "other_quotation",
                                                                       "in_title",
                                                                       "same_block",
                                                                       "inside_other",
                                                                       "shadow",
                                                                       "unsure",
                                                                       "group",
                                                                       "state",
                                                                       "body",
                                                                       "thing",
                                                                       "indefinite",
                                                                       "speaks_too",
                                                                       "last_speaker",
                                                                       "possessive_same_clause",
                                                                       "behind",
                                                                       "nobody"};

std::size_t ranking_of(Pronoun pronoun) {
  return pronoun == Pronoun::thing ? 1 : pronoun == Pronoun::many ? 2 : 0;
}

}  // namespace

std::string_view name_of(Feature feature) {
  const auto index = static_cast<std::size_t>(feature);
  return index < feature_count ? feature_names[index] : std::string_view{};
}

Status Ranker::read(const std::filesystem::path& file) {
  std::error_code error;
  if (!std::filesystem::exists(file, error)) {
    return ok();
  }
  const auto table = base::Table::read(file, {"feature", "person", "thing", "many"});
  if (!table) {
    return table.error();
  }
  for (std::size_t row = 0; row < table->rows(); ++row) {
    const auto name = table->cell(row, 0);
    const auto at = static_cast<std::size_t>(std::ranges::find(feature_names, name) - feature_names.begin());
    if (at == feature_count && name != "least") {
      return table->error(row, "unknown feature '" + std::string(name) + "'");
    }
    for (std::size_t ranking = 0; ranking < pronoun_rankings; ++ranking) {
      const auto cell = table->cell(row, ranking + 1);
      double value = 0;
      const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), value);
      if (read.ec != std::errc{} || read.ptr != cell.data() + cell.size()) {
        return table->error(row, "'" + std::string(cell) + "' is no number");
      }
      (at == feature_count ? least_[ranking] : weights_[ranking][at]) = value;
    }
  }
  return ok();
}

std::vector<double> Ranker::likelihoods(Pronoun pronoun, std::span<const Features> candidates) const {
  const auto& weights = weights_[ranking_of(pronoun)];
  const double nobody = weights[static_cast<std::size_t>(Feature::nobody)];
  std::vector<double> out;
  double most = nobody;
  for (const Features& features : candidates) {
    double sum = 0;
    for (std::size_t i = 0; i < feature_count; ++i) {
      sum += weights[i] * static_cast<double>(features[i]);
    }
    out.push_back(sum);
    most = std::max(most, sum);
  }
  double all = std::exp(nobody - most);
  for (double& one : out) {
    one = std::exp(one - most);
    all += one;
  }
  for (double& one : out) {
    one /= all;
  }
  return out;
}

double Ranker::least(Pronoun pronoun) const {
  return least_[ranking_of(pronoun)];
}

}  // namespace readout::actors
