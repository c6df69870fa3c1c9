// Lines of a table with tabs between its cells, under a header that names the columns.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace readout::cli {

// Views into the line; a carriage return at its end is left out.
[[nodiscard]] std::vector<std::string_view> cells_of(std::string_view line);
[[nodiscard]] std::optional<std::size_t> column_named(std::string_view header, std::string_view name);

}  // namespace readout::cli
