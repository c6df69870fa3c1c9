// Where reports come from: files, folders, standard input; plain text, JSON Lines, CSV.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "readout/report.hpp"
#include "readout/result.hpp"

namespace readout {

struct SourceLimits {
  std::uint64_t text_bytes = 2U << 20U;  // of one report: what lies beyond is kept and not read; a warning says so
  std::uint64_t row_bytes = 64U << 20U;  // of one JSON line, CSV row or plain file: a longer one is an error of its own
};

// The reports of several inputs, one after the other, in the order of the inputs; folders in order of their file names,
// with everything readable below them (.txt, .jsonl, .ndjson, .csv; hidden files are passed over).
// A file's form is told by its ending: .jsonl, .ndjson and .json are JSON Lines, .csv is CSV, every other is plain
// text. Standard input and pipes have no ending, so there the first line tells: '{' begins JSON Lines, a header with a
// column "text" and another of ours begins CSV. UTF-16 is converted; then Report::span_base says so.
class Reports {
 public:
  // Inputs as the user named them: files, folders, "-" for standard input. Nothing is opened before next().
  explicit Reports(std::vector<std::string> inputs, SourceLimits limits = {});
  ~Reports();
  Reports(Reports&&) noexcept;
  Reports& operator=(Reports&&) noexcept;

  // The next report, an input or row that could not be read, or nothing at the end. After an error the rest goes on.
  std::optional<Result<Report>> next();

  // For progress: bytes of input taken so far, and of all inputs (0 when unknown, as with standard input).
  [[nodiscard]] std::uint64_t bytes_read() const;
  [[nodiscard]] std::uint64_t bytes_total() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace readout
