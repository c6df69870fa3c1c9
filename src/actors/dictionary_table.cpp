// A user's own list as a table: the first line names the columns, among them name and code, perhaps from and to. Lines
// with the same name are one entry.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "actors/dictionary.hpp"
#include "actors/tables.hpp"
#include "base/utf8.hpp"

namespace readout::actors {

namespace {

enum Column : std::size_t { name_cell, code_cell, from_cell, to_cell };
constexpr auto columns = std::to_array<std::string_view>({"name", "code", "from", "to"});

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  for (std::size_t at = 0; at <= line.size();) {
    const auto end = std::min(line.find('\t', at), line.size());
    auto cell = line.substr(at, end - at);
    const auto begin = cell.find_first_not_of(" \r");
    cell = begin == std::string_view::npos ? std::string_view{}
                                           : cell.substr(begin, cell.find_last_not_of(" \r") - begin + 1);
    cells.push_back(cell);
    at = end + 1;
  }
  return cells;
}

// The first line that is neither empty nor a comment.
std::string_view first_line(std::string_view text) {
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    if (end > 0 && text.front() != '#' && text.front() != '\r') {
      return text.substr(0, end);
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return {};
}

// "2001", "2001-12", "2001-12-22", "20011222" → the first or last day meant.
std::string day_of(std::string_view text, bool last) {
  const auto bound = bound_of_term(text, last);
  return bound ? to_iso(*bound) : iso_day(text);
}

class Reader {
 public:
  explicit Reader(std::string file) : file_(std::move(file)) {}

  Dictionary read(std::string_view text) {
    for (line_ = 1; !text.empty(); ++line_) {
      const auto end = std::min(text.find('\n'), text.size());
      const auto line = text.substr(0, end);
      text.remove_prefix(std::min(end + 1, text.size()));
      if (line.find_first_not_of(" \t\r") == std::string_view::npos || line.front() == '#') {
        continue;
      }
      const auto cells = cells_of(line);
      if (!header_) {
        take_header(cells);
      } else {
        take_row(cells);
      }
    }
    return std::move(out_);
  }

 private:
  void complain(std::string message, std::string remedy) {
    out_.problems.push_back({file_, line_, std::move(message), std::move(remedy)});
  }

  void take_header(const std::vector<std::string_view>& cells) {
    header_ = true;
    place_.fill(cells.size());
    count_ = cells.size();
    for (std::size_t at = 0; at < cells.size(); ++at) {
      const auto* const known = std::ranges::find(columns, cells[at]);
      if (known == columns.end()) {
        complain(fmt::format("the column “{}” is not read", cells[at]), "name the columns name, code, from, to");
      } else {
        place_[static_cast<std::size_t>(known - columns.begin())] = at;
      }
    }
  }

  void take_row(const std::vector<std::string_view>& cells) {
    if (cells.size() > count_) {
      complain(fmt::format("has {} cells, the header {}", cells.size(), count_), "write one cell a column");
      return;
    }
    const auto cell = [&](Column column) {
      return place_[column] < cells.size() ? cells[place_[column]] : std::string_view{};
    };
    std::string_view code = cell(code_cell);
    const bool agent = code.starts_with('~');
    code.remove_prefix(agent ? 1 : 0);
    if (cell(name_cell).empty()) {
      complain("has no name", "write the name in its column, or take the line out");
      return;
    }
    const bool control =
        std::ranges::any_of(cell(name_cell), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
    if (control || !base::is_valid_utf8(cell(name_cell))) {
      complain("is not plain text in UTF-8", "save the table as UTF-8, without control characters");
      return;
    }
    if (!is_actor_code(code)) {
      complain(fmt::format("“{}” is no actor code", cell(code_cell)),
               "write a country and sectors in capitals, three letters each, as in AFGGOV");
      return;
    }
    DatedCode dated{std::string(code), {}, {}, line_};
    if (!take_day(cell(from_cell), false, dated.from) || !take_day(cell(to_cell), true, dated.to)) {
      return;
    }
    if (!dated.from.empty() && !dated.to.empty() && dated.from > dated.to) {
      complain(fmt::format("ends ({}) before it begins ({})", cell(to_cell), cell(from_cell)), "swap the days");
      return;
    }
    add(cell(name_cell), agent, std::move(dated));
  }

  bool take_day(std::string_view text, bool last, std::string& day) {
    day = text.empty() ? std::string() : day_of(text, last);
    if (!text.empty() && day.empty()) {
      complain(fmt::format("“{}” is no day", text), "write YYYY-MM-DD, YYYY-MM or YYYY");
      return false;
    }
    return true;
  }

  void add(std::string_view name, bool agent, DatedCode code) {
    // Names as a dictionary writes them get ordinary capitals, others stand as they are.
    const bool raw = name.find('_') != std::string_view::npos;
    const std::string spelled = raw && !agent ? in_ordinary_capitals(name) : std::string(name);
    const auto [at, fresh] = place_of_.try_emplace({spelled, agent}, out_.entries.size());
    if (fresh) {
      out_.entries.push_back({agent, false, {{spelled, line_}}, {}, {}});
    }
    out_.entries[at->second].codes.push_back(std::move(code));
  }

  std::string file_;
  Dictionary out_;
  std::map<std::pair<std::string, bool>, std::size_t> place_of_;
  std::array<std::size_t, columns.size()> place_{};
  std::size_t count_ = 0;
  std::uint64_t line_ = 0;
  bool header_ = false;
};

}  // namespace

bool is_name_table(std::string_view text) {
  const auto cells = cells_of(first_line(text));
  const auto has = [&](std::string_view name) { return std::ranges::find(cells, name) != cells.end(); };
  return cells.size() > 1 && has("name") && has("code");
}

Dictionary read_name_table(std::string_view text, const std::string& file) {
  return Reader(file).read(text);
}

}  // namespace readout::actors
