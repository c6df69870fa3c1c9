// The header line of a table: which column holds which field.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/fields.hpp"

namespace readout::source {

class Columns {
 public:
  Columns() = default;
  explicit Columns(const std::vector<std::string>& header);

  // From a header that is one line, with its line end or without.
  [[nodiscard]] static Columns from_line(std::string_view line);

  [[nodiscard]] std::size_t count() const { return names_.size(); }
  [[nodiscard]] bool has_text() const;
  // How many of the columns are fields of a report.
  [[nodiscard]] std::size_t known() const;
  // A name of a field that stands twice; empty when there is none.
  [[nodiscard]] std::string_view twice() const;
  // "url, date, title": as many as can be shown.
  [[nodiscard]] std::string list() const;

  // Moves the cells of a row to their fields. Precondition: cells.size() == count().
  [[nodiscard]] Fields fields_of(std::vector<std::string>&& cells) const;

 private:
  std::vector<std::string> names_;  // trimmed, in lower case
};

}  // namespace readout::source
