// CoNLL-U with its words as tokens of a text that is rebuilt from forms and SpaceAfter. Strict: what cannot be kept
// exactly is an error with its line.
#include "readout/pretokenized.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <utility>

namespace readout {

namespace {

constexpr std::size_t columns = 10;
using Columns = std::array<std::string_view, columns>;

std::size_t split(std::string_view line, Columns& cells) {
  std::size_t count = 0;
  for (;;) {
    const auto tab = line.find('\t');
    if (count < columns) {
      cells[count] = line.substr(0, tab);
    }
    ++count;
    if (tab == std::string_view::npos) {
      return count;
    }
    line.remove_prefix(tab + 1);
  }
}

std::optional<std::uint32_t> number_of(std::string_view text) {
  std::uint32_t value = 0;
  const char* end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, value);
  return error == std::errc() && stopped == end ? std::optional(value) : std::nullopt;
}

bool has_fact(std::string_view misc, std::string_view fact) {
  for (;;) {
    const auto bar = misc.find('|');
    if (misc.substr(0, bar) == fact) {
      return true;
    }
    if (bar == std::string_view::npos) {
      return false;
    }
    misc.remove_prefix(bar + 1);
  }
}

bool begins_block(std::string_view comment) {
  comment.remove_prefix(1);
  comment.remove_prefix(std::min(comment.find_first_not_of(' '), comment.size()));
  const auto word = comment.substr(0, comment.find_first_of(" ="));
  return word == "newpar" || word == "newdoc";
}

class FileReader {
 public:
  explicit FileReader(std::string name) : name_(std::move(name)) {}

  Result<Pretokenized> read(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto end = std::min(bytes.find('\n'), bytes.size());
      auto line = bytes.substr(0, end);
      bytes.remove_prefix(std::min(end + 1, bytes.size()));
      line.remove_suffix(line.ends_with('\r') ? 1 : 0);
      ++number_;
      given_.lines.push_back({std::string(line), no_token});
      if (auto taken = take(line); !taken) {
        return taken.error();
      }
    }
    if (auto ended = end_sentence(); !ended) {
      return ended.error();
    }
    if (!given_.lines.empty() && !given_.lines.back().text.empty()) {
      given_.lines.emplace_back();  // a sentence ends with a blank line
    }
    if (given_.tokens.size() == 0) {
      return Error{name_, 0, "holds no token", "give a CoNLL-U file"};
    }
    return std::move(given_);
  }

 private:
  [[nodiscard]] Error wrong(std::string what,
                            std::string remedy = "give CoNLL-U, see universaldependencies.org") const {
    return Error{name_, number_, std::move(what), std::move(remedy)};
  }
  [[nodiscard]] std::uint32_t words() const { return given_.tokens.size() - first_; }

  Status take(std::string_view line) {
    if (line.empty()) {
      return end_sentence();
    }
    if (line.front() == '#') {
      if (words() > 0 || range_end_ > 0) {
        return wrong("a comment stands inside a sentence", "put it before the sentence's first token");
      }
      block_ += begins_block(line) && !given_.tokens.sentences.empty() ? 1 : 0;
      return ok();
    }
    Columns cells;
    if (const std::size_t count = split(line, cells); count != columns) {
      return wrong(fmt::format("has {} columns instead of {}", count, columns), "part ten columns by tabs");
    }
    if (cells[0].find('-') != std::string_view::npos) {
      return take_range(cells);
    }
    return cells[0].find('.') != std::string_view::npos ? take_empty_node(cells) : take_word(cells);
  }

  Status take_range(const Columns& cells) {
    const auto dash = cells[0].find('-');
    const auto first = number_of(cells[0].substr(0, dash));
    const auto last = number_of(cells[0].substr(dash + 1));
    if (!first || !last || *last < *first) {
      return wrong(fmt::format("'{}' is no range of words", cells[0]));
    }
    if (*first != words() + 1 || range_end_ >= *first) {
      return wrong(fmt::format("the range {} does not stand before its first word", cells[0]));
    }
    range_end_ = *last;
    range_spaced_ = !has_fact(cells[9], "SpaceAfter=No");
    return ok();
  }

  Status take_empty_node(const Columns& cells) {
    const auto dot = cells[0].find('.');
    const auto word = number_of(cells[0].substr(0, dot));
    const auto place = number_of(cells[0].substr(dot + 1));
    if (!word || !place || *word != words()) {
      return wrong(fmt::format("the empty node {} does not stand behind its word", cells[0]));
    }
    return ok();
  }

  Status take_word(const Columns& cells) {
    const auto id = number_of(cells[0]);
    if (!id || *id != words() + 1) {
      return wrong(fmt::format("has the id '{}' where {} is due", cells[0], words() + 1));
    }
    if (cells[1].empty()) {
      return wrong("has no form");
    }
    if (given_.text.size() + cells[1].size() + 1 >= UINT32_MAX) {
      return wrong("is too far into a file of more than 4 GB", "split the file");
    }
    const auto begin = static_cast<std::uint32_t>(given_.text.size());
    given_.text += cells[1];
    given_.lines.back().token = given_.tokens.size();
    given_.tokens.span.push_back({begin, static_cast<std::uint32_t>(given_.text.size())});
    const bool spaced = *id > range_end_    ? !has_fact(cells[9], "SpaceAfter=No")
                        : *id == range_end_ ? range_spaced_
                                            : false;
    given_.text += spaced ? " " : "";
    return ok();
  }

  Status end_sentence() {
    if (range_end_ > words()) {
      return wrong(fmt::format("the sentence ends before word {} of its multiword token", range_end_));
    }
    const auto last = given_.tokens.size();
    if (last > first_) {
      given_.tokens.sentences.push_back(
          {first_, last, cover(given_.tokens.span[first_], given_.tokens.span[last - 1]), block_});
    }
    first_ = last;
    range_end_ = 0;
    return ok();
  }

  std::string name_;
  Pretokenized given_;
  std::uint64_t number_ = 0;
  TokenId first_ = 0;
  std::uint32_t block_ = 0;
  std::uint32_t range_end_ = 0;  // the last word of the multiword token under way
  bool range_spaced_ = true;
};

}  // namespace

Result<Pretokenized> parse_pretokenized(std::string_view bytes, std::string name) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  bytes.remove_prefix(bytes.starts_with(mark) ? mark.size() : 0);
  return FileReader(std::move(name)).read(bytes);
}

Result<Pretokenized> read_pretokenized(const std::string& path) {
  std::string bytes;
  if (path == "-") {
    bytes.assign(std::istreambuf_iterator<char>(std::cin), {});
    return parse_pretokenized(bytes, "standard input");
  }
  std::ifstream in(path, std::ios::binary);
  bytes.assign(std::istreambuf_iterator<char>(in), {});
  if (!in.is_open() || in.bad()) {
    return Error{path, 0, "cannot be read", "name a CoNLL-U file"};
  }
  return parse_pretokenized(bytes, path);
}

}  // namespace readout
