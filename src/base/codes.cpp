// The table of codes, checked as it is read: a wrong quad class or an orphan code would go unseen in every record.
#include "base/codes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>
#include <utility>

#include "base/table.hpp"

namespace readout::base {

namespace {

enum Column : std::size_t { code, name, plover_type, plover_mode, plover_context, quad, goldstein };

constexpr std::array<std::string_view, 4> quads = {"verbal cooperation", "material cooperation", "verbal conflict",
                                                   "material conflict"};

std::optional<double> number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

bool is_code(std::string_view text) {
  return text.size() >= 2 && text.size() <= 4 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Result<Codes> Codes::load(const std::filesystem::path& data) {
  auto table = Table::read(data / "codes" / "cameo.tsv",
                           {"code", "name", "plover_type", "plover_mode", "plover_context", "quad", "goldstein"});
  if (!table) {
    return table.error();
  }
  Codes codes;
  for (std::size_t row = 0; row < table->rows(); ++row) {
    const auto cell = [&](Column column) { return std::string(table->cell(row, column)); };
    Code entry{cell(code), cell(name), cell(plover_type), cell(plover_mode), {}, cell(quad), 0};
    for (const auto context : split(table->cell(row, plover_context))) {
      entry.plover_context.emplace_back(context);
    }
    if (!is_code(entry.code) || entry.name.empty()) {
      return table->error(row, "a code is two to four digits and has a name");
    }
    if (std::find(quads.begin(), quads.end(), entry.quad) == quads.end()) {
      return table->error(row, fmt::format("'{}' is no quad class", entry.quad),
                          fmt::format("use one of {}", fmt::join(quads, ", ")));
    }
    const auto value = number(table->cell(row, goldstein));
    if (value && *value >= -10 && *value <= 10) {
      entry.goldstein = *value;
    } else if (const Code* parent = codes.find(std::string_view(entry.code).substr(0, entry.code.size() - 1));
               table->cell(row, goldstein).empty() && parent != nullptr) {
      entry.goldstein = parent->goldstein;
    } else {
      return table->error(
          row, fmt::format("'{}' is no Goldstein value", table->cell(row, goldstein)),
          "give a number from -10 to 10, or leave it empty below a line with the code one digit shorter");
    }
    std::string key = entry.code;
    if (!codes.codes_.emplace(std::move(key), std::move(entry)).second) {
      return table->error(row, fmt::format("code {} stands twice", table->cell(row, code)), "keep one of the lines");
    }
  }
  return codes;
}

const Code* Codes::find(std::string_view cameo) const {
  const auto found = codes_.find(cameo);
  return found == codes_.end() ? nullptr : &found->second;
}

}  // namespace readout::base
