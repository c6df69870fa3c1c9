#include "columns.hpp"

#include <algorithm>

namespace readout::cli {

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  if (line.ends_with('\r')) {
    line.remove_suffix(1);
  }
  for (std::size_t at = 0;;) {
    const auto tab = line.find('\t', at);
    cells.push_back(line.substr(at, tab == std::string_view::npos ? tab : tab - at));
    if (tab == std::string_view::npos) {
      return cells;
    }
    at = tab + 1;
  }
}

std::optional<std::size_t> column_named(std::string_view header, std::string_view name) {
  const auto columns = cells_of(header);
  const auto found = std::ranges::find(columns, name);
  return found == columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - columns.begin()));
}

}  // namespace readout::cli
