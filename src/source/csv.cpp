// CSV with a header line: columns date, title, text and optional id, url, outlet, language, in any order and case.
#include <fmt/format.h>

#include <utility>

#include "source/columns.hpp"
#include "source/csv_rows.hpp"
#include "source/readers.hpp"

namespace readout::source {

namespace {

class Csv final : public FormReader {
 public:
  Csv(Origin origin, Window window, SourceLimits limits)
      : origin_(std::move(origin)), rows_(std::move(window), limits.row_bytes), limits_(limits) {}

  std::optional<Result<Report>> next() override {
    if (done_) {
      return std::nullopt;
    }
    if (!std::exchange(begun_, true)) {
      if (auto error = read_header()) {
        done_ = true;
        return *std::move(error);
      }
    }
    auto row = rows_.next();
    if (!row) {
      done_ = true;
      return std::exchange(any_, true) ? std::nullopt
                                       : std::optional<Result<Report>>(Error{
                                             origin_.path, 0, "has a header and no rows", "name a file with reports"});
    }
    any_ = true;
    if (!*row) {
      done_ = true;
      return named(row->error());
    }
    return report_of_row(std::move(**row));
  }

 private:
  [[nodiscard]] Error named(Error error) const {
    error.file = origin_.path;
    return error;
  }

  std::optional<Error> read_header() {
    const auto header = rows_.next();
    if (!header) {
      return Error{origin_.path, 0, "is empty", "name a file with reports"};
    }
    if (!*header) {
      return named(header->error());
    }
    if (!(*header)->fault.empty()) {
      return Error{origin_.path, (*header)->line, "the header is broken: " + (*header)->fault, "mend the first line"};
    }
    columns_ = Columns((*header)->cells);
    if (!columns_.has_text()) {
      return Error{origin_.path, (*header)->line,
                   fmt::format("has no column \"text\"; its columns: {}", columns_.list()),
                   "begin with a line that names the columns, separated by commas: date,title,text"};
    }
    if (!columns_.twice().empty()) {
      return Error{origin_.path, (*header)->line, fmt::format("column \"{}\" stands twice", columns_.twice()),
                   "rename one of the two"};
    }
    return std::nullopt;
  }

  Result<Report> report_of_row(Row row) const {
    if (!row.fault.empty()) {
      return Error{origin_.path, row.line, std::move(row.fault),
                   "put cells with commas, quotes or line ends in quotes, and double the quotes inside"};
    }
    if (row.cells.size() != columns_.count()) {
      return Error{origin_.path, row.line,
                   fmt::format("the row's cells are {}, the header's {}", row.cells.size(), columns_.count()),
                   "put cells with commas or line ends in quotes"};
    }
    return report_of(columns_.fields_of(std::move(row.cells)), origin_, row.line, limits_);
  }

  Origin origin_;
  CsvRows rows_;
  SourceLimits limits_;
  Columns columns_;
  bool begun_ = false;
  bool any_ = false;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<FormReader> read_csv(Origin origin, Window window, SourceLimits limits) {
  return std::make_unique<Csv>(std::move(origin), std::move(window), limits);
}

}  // namespace readout::source
