// Tab-separated tables of knowledge: a header line with the column names, one fact a line, '#' lines are comments.
#pragma once

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "readout/result.hpp"

namespace readout::base {

// Cells are views into the table's own text: a Table may be moved, not copied.
class Table {
 public:
  // Reads FILE; its columns must be exactly `columns`, every row must have that many cells and valid UTF-8.
  static Result<Table> read(const std::filesystem::path& file, std::initializer_list<std::string_view> columns);
  // The same from text in memory; `name` stands for the file in errors.
  static Result<Table> parse(std::string text, std::string name, std::initializer_list<std::string_view> columns);

  Table(Table&&) = default;
  Table& operator=(Table&&) = default;
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;
  ~Table() = default;

  [[nodiscard]] std::size_t rows() const { return lines_.size(); }
  [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const {
    return cells_[row * columns_ + column];
  }
  [[nodiscard]] std::uint64_t line(std::size_t row) const { return lines_[row]; }  // 1-based, in the file
  [[nodiscard]] const std::string& file() const { return file_; }
  // An error that points at a row.
  [[nodiscard]] Error error(std::size_t row, std::string message, std::string remedy = {}) const;

 private:
  Table() = default;
  std::string file_;
  std::unique_ptr<const std::string> text_;  // keeps its address when the table is moved
  std::vector<std::string_view> cells_;
  std::vector<std::uint64_t> lines_;
  std::size_t columns_ = 0;
};

// The whole file as bytes.
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& file);

// "a|b|c" → its parts without surrounding blanks; "" → none.
[[nodiscard]] std::vector<std::string_view> split(std::string_view list, char separator = '|');

}  // namespace readout::base
