// A table of phrases with days, as `readout actor --batch` takes it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "readout/day.hpp"
#include "readout/result.hpp"

namespace readout::cli {

struct DatedPhrase {
  std::string phrase;
  std::optional<Day> day;
};

// Tab-separated lines under a header that names the columns `phrase` and (where there are days) `date`; others are
// passed over. An error names the file, the line and the remedy.
[[nodiscard]] Result<std::vector<DatedPhrase>> read_phrase_table(const std::string& file);

}  // namespace readout::cli
