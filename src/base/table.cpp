// One reader for every table of knowledge.
#include "base/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <span>
#include <system_error>
#include <utility>

#include "base/utf8.hpp"

namespace readout::base {

namespace {

std::string_view trim(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t'; };
  while (!text.empty() && blank(text.front())) {
    text.remove_prefix(1);
  }
  while (!text.empty() && blank(text.back())) {
    text.remove_suffix(1);
  }
  return text;
}

// The cells of one row, without the blanks around them.
void add_cells(std::string_view row, std::vector<std::string_view>& cells) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at < row.size(); ++at) {
    if (row[at] == '\t') {
      cells.push_back(trim(row.substr(begin, at - begin)));
      begin = at + 1;
    }
  }
  cells.push_back(trim(row.substr(begin)));
}

}  // namespace

std::vector<std::string_view> split(std::string_view list, char separator) {
  std::vector<std::string_view> parts;
  while (!list.empty()) {
    const auto end = std::min(list.find(separator), list.size());
    if (const auto part = trim(list.substr(0, end)); !part.empty()) {
      parts.push_back(part);
    }
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return parts;
}

Result<std::string> read_file(const std::filesystem::path& file) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> in(std::fopen(file.c_str(), "rb"), &std::fclose);
  if (!in) {
    return Error{file.string(), 0, fmt::format("cannot be opened: {}", std::strerror(errno)),
                 "check the path and its permissions"};
  }
  std::setvbuf(in.get(), nullptr, _IONBF, 0);
  std::error_code unknown;  // a pipe has no size
  const auto size = std::filesystem::file_size(file, unknown);
  std::string bytes;
  std::size_t filled = 0;
  do {
    bytes.resize(filled + (filled == 0 && !unknown ? size + 1 : std::size_t{64} << 10U));
    filled += std::fread(bytes.data() + filled, 1, bytes.size() - filled, in.get());
  } while (filled == bytes.size());
  if (std::ferror(in.get()) != 0) {
    return Error{file.string(), 0, fmt::format("cannot be read to its end: {}", std::strerror(errno)),
                 "name a file on a sound disk"};
  }
  bytes.resize(filled);
  return bytes;
}

Result<Table> Table::read(const std::filesystem::path& file, std::initializer_list<std::string_view> columns) {
  auto text = read_file(file);
  if (!text) {
    return text.error();
  }
  return parse(std::move(*text), file.string(), columns);
}

Result<Table> Table::parse(std::string text, std::string name, std::initializer_list<std::string_view> columns) {
  Table table;
  table.file_ = std::move(name);
  table.columns_ = columns.size();
  table.text_ = std::make_unique<const std::string>(std::move(text));
  std::string_view rest = *table.text_;
  const bool all_valid = is_valid_utf8(rest);  // only otherwise is it worth to look for the line
  const std::size_t rows = rest.size() / 32;   // about: a fact of the actors takes some forty bytes
  table.cells_.reserve(rows * columns.size());
  table.lines_.reserve(rows);
  bool header_seen = false;
  for (std::uint64_t line = 1; !rest.empty(); ++line) {
    const auto end = std::min(rest.find('\n'), rest.size());
    std::string_view row = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (row.ends_with('\r')) {
      row.remove_suffix(1);
    }
    if (row.empty() || row.front() == '#') {
      continue;
    }
    if (!all_valid && !is_valid_utf8(row)) {
      return Error{table.file_, line, "is not valid UTF-8", "save the table as UTF-8"};
    }
    const std::size_t first = table.cells_.size();
    add_cells(row, table.cells_);
    const std::span<const std::string_view> cells = std::span(table.cells_).subspan(first);
    if (!header_seen) {
      if (!std::equal(cells.begin(), cells.end(), columns.begin(), columns.end())) {
        return Error{table.file_, line, fmt::format("the header must name the columns {}", fmt::join(columns, ", ")),
                     "separate them by tabs"};
      }
      header_seen = true;
      table.cells_.clear();
      continue;
    }
    if (cells.size() != columns.size()) {
      return Error{table.file_, line, fmt::format("has {} cells, not {}", cells.size(), columns.size()),
                   "separate cells by one tab; leave unknown ones empty"};
    }
    table.lines_.push_back(line);
  }
  if (!header_seen) {
    return Error{table.file_, 0, "has no header line",
                 fmt::format("begin it with the columns {}", fmt::join(columns, ", "))};
  }
  return table;
}

Error Table::error(std::size_t row, std::string message, std::string remedy) const {
  return {file_, line(row), std::move(message), std::move(remedy)};
}

}  // namespace readout::base
