// The rows of RFC 4180, as they come: memory holds one row at a time. Known libraries for this are not in Debian or
// want the whole file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "readout/result.hpp"
#include "source/window.hpp"

namespace readout::source {

struct Row {
  std::vector<std::string> cells;
  std::uint64_t line = 0;  // where it begins, 1-based; a quoted cell may run over several
  std::string fault;       // what is wrong with it; the cells are then not to be used
};

class CsvRows {
 public:
  CsvRows(Window window, std::uint64_t row_bytes) : window_(std::move(window)), row_bytes_(row_bytes) {}

  // Empty lines are passed over. Nothing at the end. An error ends the rows.
  std::optional<Result<Row>> next();

 private:
  enum class At { cell_start, bare, quoted, after_quote };

  bool eat(std::string_view ready, std::size_t& at);
  void eat_quoted(std::string_view ready, std::size_t& at);
  bool eat_outside(char byte);
  void keep(std::string_view bytes);
  void end_cell(bool last);
  [[nodiscard]] bool blank() const;
  void set_fault(std::string fault);
  std::optional<Result<Row>> finish();
  void begin_row();

  Window window_;
  std::uint64_t row_bytes_;
  std::uint64_t line_ = 1;
  std::uint64_t size_ = 0;  // bytes of the row kept so far
  At at_ = At::cell_start;
  bool quotes_ = false;  // the row has a quoted cell
  bool too_long_ = false;
  bool begun_ = false;
  bool ended_ = false;
  Row row_;
  std::string cell_;
};

}  // namespace readout::source
