// Every cell is checked here, so that the stage itself can trust its tables.
#include "text/lexicon.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <tuple>
#include <utility>

#include "base/table.hpp"
#include "text/character.hpp"

namespace readout::text {

namespace {

using base::Table;

template <typename T>
using Names = std::initializer_list<std::pair<std::string_view, T>>;

template <typename T>
std::optional<T> named(std::string_view name, const Names<T>& names) {
  for (const auto& [text, value] : names) {
    if (text == name) {
      return value;
    }
  }
  return std::nullopt;
}

std::string folded(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    c = fold(c);
  }
  return out;
}

Error unknown(const Table& table, std::size_t row, std::size_t column) {
  return table.error(row, fmt::format("'{}' is not a known value", table.cell(row, column)),
                     "see the table's first lines");
}

Error twice(const Table& table, std::size_t row) {
  return table.error(row, fmt::format("'{}' stands here twice", table.cell(row, 0)), "remove one of the two lines");
}

Status read_set(const std::filesystem::path& file, std::string_view column, TextSet& set) {
  auto table = Table::read(file, {column});
  if (!table) {
    return table.error();
  }
  for (std::size_t row = 0; row < table->rows(); ++row) {
    if (table->cell(row, 0).empty()) {
      return table->error(row, "has an empty cell", "remove the line");
    }
    if (!set.insert(std::string(table->cell(row, 0))).second) {
      return twice(*table, row);
    }
  }
  return ok();
}

Status read_abbreviations(const std::filesystem::path& file, Lexicon& lexicon) {
  auto table = Table::read(file, {"form", "class", "ends", "next"});
  if (!table) {
    return table.error();
  }
  for (std::size_t row = 0; row < table->rows(); ++row) {
    const auto ends = named<AbbreviationEnds>(table->cell(row, 2), {{"never", AbbreviationEnds::never},
                                                                    {"starter", AbbreviationEnds::starter},
                                                                    {"capital", AbbreviationEnds::capital}});
    const auto next = named<AbbreviationNext>(table->cell(row, 3), {{"any", AbbreviationNext::any},
                                                                    {"number", AbbreviationNext::number},
                                                                    {"capital", AbbreviationNext::capital},
                                                                    {"comma", AbbreviationNext::comma}});
    if (!ends || !next) {
      return unknown(*table, row, ends ? 3 : 2);
    }
    if (!table->cell(row, 0).ends_with('.')) {
      return table->error(row, "an abbreviation must end with its full stop");
    }
    if (!lexicon.abbreviations.emplace(table->cell(row, 0), Abbreviation{*ends, *next}).second) {
      return twice(*table, row);
    }
  }
  return ok();
}

Status read_contractions(const std::filesystem::path& file, Lexicon& lexicon) {
  auto table = Table::read(file, {"form", "parts"});
  if (!table) {
    return table.error();
  }
  for (std::size_t row = 0; row < table->rows(); ++row) {
    std::vector<std::string> parts;
    std::string joined;
    for (const auto part : base::split(table->cell(row, 1))) {
      parts.emplace_back(part);
      joined += part;
    }
    if (joined != table->cell(row, 0) || parts.size() < 2) {
      return table->error(row, "the parts do not spell the form", "write two parts or more, separated by |");
    }
    if (!lexicon.contractions.emplace(joined, std::move(parts)).second) {
      return twice(*table, row);
    }
  }
  return ok();
}

Status read_joined(const std::filesystem::path& file, Lexicon& lexicon) {
  auto table = Table::read(file, {"form", "place"});
  if (!table) {
    return table.error();
  }
  for (std::size_t row = 0; row < table->rows(); ++row) {
    const auto set = named<TextSet*>(
        table->cell(row, 1), {{"prefix", &lexicon.prefixes}, {"suffix", &lexicon.suffixes}, {"whole", &lexicon.whole}});
    if (!set) {
      return unknown(*table, row, 1);
    }
    if (!(*set)->insert(folded(table->cell(row, 0))).second) {
      return twice(*table, row);
    }
  }
  return ok();
}

Status read_calendar(const std::filesystem::path& file, Lexicon& lexicon) {
  auto table = Table::read(file, {"form", "kind", "number"});
  if (!table) {
    return table.error();
  }
  for (std::size_t row = 0; row < table->rows(); ++row) {
    const std::string form = folded(table->cell(row, 0));
    if (table->cell(row, 1) == "weekday") {
      lexicon.weekdays.insert(form);
      continue;
    }
    const auto digits = table->cell(row, 2);
    unsigned month = 0;
    const auto end = digits.data() + digits.size();
    if (table->cell(row, 1) != "month" || std::from_chars(digits.data(), end, month).ptr != end || month < 1 ||
        month > 12) {
      return table->error(row, "is neither a weekday nor a month from 1 to 12");
    }
    lexicon.months.emplace(form, month);
  }
  return ok();
}

Status read_cues(const std::filesystem::path& file, Lexicon& lexicon) {
  auto table = Table::read(file, {"words", "kind", "place"});
  if (!table) {
    return table.error();
  }
  for (std::size_t row = 0; row < table->rows(); ++row) {
    const auto kind = named<CueKind>(table->cell(row, 1), {{"credit", CueKind::credit},
                                                           {"caption", CueKind::caption},
                                                           {"section", CueKind::section},
                                                           {"byline", CueKind::byline},
                                                           {"role", CueKind::role},
                                                           {"updated", CueKind::updated},
                                                           {"label", CueKind::label}});
    const auto place = named<CuePlace>(table->cell(row, 2), {{"begins", CuePlace::begins},
                                                             {"ends", CuePlace::ends},
                                                             {"holds", CuePlace::holds},
                                                             {"whole", CuePlace::whole}});
    if (!kind || !place || table->cell(row, 0).empty()) {
      return unknown(*table, row, !kind ? 1 : !place ? 2 : 0);
    }
    lexicon.cues.push_back({*kind, *place, folded(table->cell(row, 0))});
    if (*kind == CueKind::role) {
      for (const auto word : base::split(lexicon.cues.back().words, ' ')) {
        lexicon.role_words.emplace(word);
      }
    }
  }
  return ok();
}

}  // namespace

bool contains_folded(const TextSet& set, std::string_view word) {
  if (word.empty() || word.size() > longest_key) {
    return false;
  }
  std::array<char, longest_key> folded{};
  std::transform(word.begin(), word.end(), folded.begin(), fold);
  return set.contains(std::string_view(folded.data(), word.size()));
}

Result<Lexicon> load_tables(const std::filesystem::path& data_dir) {
  const auto dir = data_dir / "text";
  Lexicon lexicon;
  if (auto done = read_abbreviations(dir / "abbreviations.tsv", lexicon); !done) return done.error();
  if (auto done = read_contractions(dir / "contractions.tsv", lexicon); !done) return done.error();
  if (auto done = read_joined(dir / "joined.tsv", lexicon); !done) return done.error();
  if (auto done = read_calendar(dir / "calendar.tsv", lexicon); !done) return done.error();
  if (auto done = read_cues(dir / "cues.tsv", lexicon); !done) return done.error();
  const std::tuple<const char*, const char*, TextSet*> sets[] = {
      {"starters.tsv", "word", &lexicon.starters},   {"speech_verbs.tsv", "verb", &lexicon.speech_verbs},
      {"units.tsv", "unit", &lexicon.units},         {"domains.tsv", "domain", &lexicon.domains},
      {"agencies.tsv", "agency", &lexicon.agencies}, {"cities.tsv", "city", &lexicon.cities}};
  for (const auto& [file, column, set] : sets) {
    if (auto done = read_set(dir / file, column, *set); !done) return done.error();
  }
  return lexicon;
}

Result<Lexicon> load(const std::filesystem::path& data_dir, std::string_view boundaries, std::string name) {
  auto lexicon = load_tables(data_dir);
  if (!lexicon) {
    return lexicon;
  }
  auto model = BoundaryModel::from_bytes(boundaries, std::move(name));
  if (!model) {
    return model.error();
  }
  lexicon->boundaries = *model;
  return lexicon;
}

}  // namespace readout::text
