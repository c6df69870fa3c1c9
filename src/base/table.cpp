// One reader for every table of knowledge.
#include "base/table.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <utility>

#include "base/utf8.hpp"

namespace readout::base {

namespace {

std::string_view trim(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) {
    return {};
  }
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
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
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    return Error{file.string(), 0, fmt::format("cannot be opened: {}", std::strerror(errno)),
                 "check the path and its permissions"};
  }
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (in.bad()) {
    return Error{file.string(), 0, "cannot be read to its end", "check the disk"};
  }
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
  table.text_.assign(text.begin(), text.end());
  std::string_view rest(table.text_.data(), table.text_.size());
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
    if (!is_valid_utf8(row)) {
      return Error{table.file_, line, "is not valid UTF-8", "save the table as UTF-8"};
    }
    std::vector<std::string_view> cells;
    for (std::size_t at = 0;;) {
      const auto tab = row.find('\t', at);
      cells.push_back(trim(row.substr(at, tab == std::string_view::npos ? tab : tab - at)));
      if (tab == std::string_view::npos) {
        break;
      }
      at = tab + 1;
    }
    if (!header_seen) {
      if (!std::equal(cells.begin(), cells.end(), columns.begin(), columns.end())) {
        return Error{table.file_, line, fmt::format("the header must name the columns {}", fmt::join(columns, ", ")),
                     "separate them by tabs"};
      }
      header_seen = true;
      continue;
    }
    if (cells.size() != columns.size()) {
      return Error{table.file_, line, fmt::format("has {} cells, not {}", cells.size(), columns.size()),
                   "separate cells by one tab; leave unknown ones empty"};
    }
    table.cells_.insert(table.cells_.end(), cells.begin(), cells.end());
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
