#include "phrase_table.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>

#include <fmt/format.h>

#include "columns.hpp"

namespace readout::cli {

Result<std::vector<DatedPhrase>> read_phrase_table(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    return Error{file, 0, fmt::format("cannot be opened ({})", std::strerror(errno)),
                 "check the path and its permissions"};
  }
  std::string line;
  if (!std::getline(in, line)) {
    return Error{file, 0, "is empty", "its first line names the columns: phrase, date"};
  }
  const std::string header = line;
  const auto columns = cells_of(header);
  const std::size_t phrase = column_named(header, "phrase").value_or(columns.size());
  const std::size_t date = column_named(header, "date").value_or(columns.size());
  if (phrase == columns.size()) {
    return Error{file, 1, "has no column \"phrase\"", "name the columns in the first line, with tabs between them"};
  }
  std::vector<DatedPhrase> out;
  for (std::uint64_t number = 2; std::getline(in, line); ++number) {
    const auto cells = cells_of(line);
    if (phrase >= cells.size()) {
      return Error{file, number, fmt::format("has {} cells, the header {}", cells.size(), columns.size()),
                   "write one cell a column"};
    }
    DatedPhrase asked{std::string(cells[phrase]), {}};
    if (date < cells.size() && !cells[date].empty()) {
      asked.day = parse_day(cells[date]);
      if (!asked.day) {
        return Error{file, number, fmt::format("\"{}\" is no day", cells[date]), "write YYYY-MM-DD"};
      }
    }
    out.push_back(std::move(asked));
  }
  return out;
}

}  // namespace readout::cli
