// Reading the table of terms.
#include "times/lexicon.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/table.hpp"

namespace readout::times {

namespace {

constexpr std::array<std::pair<std::string_view, TermClass>, 10> classes{{{"month", TermClass::month},
                                                                          {"weekday", TermClass::weekday},
                                                                          {"unit", TermClass::unit},
                                                                          {"number", TermClass::number},
                                                                          {"few", TermClass::few},
                                                                          {"deictic", TermClass::deictic},
                                                                          {"step", TermClass::step},
                                                                          {"span", TermClass::span},
                                                                          {"part", TermClass::part},
                                                                          {"vague", TermClass::vague}}};

std::string lower(std::string_view word) {
  std::string out(word);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

}  // namespace

const Term* Lexicon::find(std::string_view word) const {
  constexpr std::size_t longest = 12;
  if (word.empty() || word.size() > longest) {
    return nullptr;
  }
  const auto found = terms_.find(lower(word));
  return found == terms_.end() ? nullptr : &found->second;
}

Result<Lexicon> load(const std::filesystem::path& data) {
  auto table = base::Table::read(data / "times" / "terms.tsv", {"word", "class", "value"});
  if (!table) {
    return table.error();
  }
  Lexicon lexicon;
  for (std::size_t row = 0; row < table->rows(); ++row) {
    Term term;
    for (const auto& [name, kind] : classes) {
      term.kind = table->cell(row, 1) == name ? kind : term.kind;
    }
    if (term.kind == TermClass::none) {
      return table->error(row, fmt::format("there is no class “{}” of terms", table->cell(row, 1)),
                          "see the table's head");
    }
    term.value = table->cell(row, 2);
    std::from_chars(term.value.data(), term.value.data() + term.value.size(), term.number);
    if (!lexicon.terms_.emplace(lower(table->cell(row, 0)), std::move(term)).second) {
      return table->error(row, fmt::format("“{}” stands twice", table->cell(row, 0)), "keep one");
    }
  }
  return lexicon;
}

}  // namespace readout::times
