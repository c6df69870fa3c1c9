// A file that is one report: its bytes are the report's text. A first line " date YYYY-MM-DD TITLE" gives date and
// title; without it the file is read all the same.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "source/body.hpp"
#include "source/readers.hpp"

namespace readout::source {

namespace {

constexpr std::string_view line_blanks = " \t\r";
constexpr std::string_view all_blanks = " \t\r\n\v\f";
constexpr std::size_t title_most = 2000;  // a longer "title" is a whole report on one line

// A head line taken apart; positions are in the text.
struct Head {
  bool begun = false;  // the line says "date" and something like one
  std::string_view words;
  std::optional<Day> date;
  Span title;
  std::size_t end = 0;  // where its line ends
};

std::size_t skip(std::string_view text, std::size_t at, std::string_view blanks) {
  return std::min(text.find_first_not_of(blanks, at), text.size());
}

Head head_of(std::string_view text, std::size_t begin) {
  Head head;
  std::size_t at = skip(text, begin, all_blanks);
  head.end = std::min(text.find('\n', at), text.size());
  constexpr std::string_view word = "date";
  const std::string_view found = text.substr(at, word.size());
  const bool says_date = found == word || found == "Date" || found == "DATE";
  const std::size_t after = at + word.size();
  if (!says_date || after >= head.end || line_blanks.find(text[after]) == std::string_view::npos) {
    return head;
  }
  at = std::min(skip(text, after, line_blanks), head.end);
  head.words = text.substr(at, std::min(text.find_first_of(all_blanks, at), head.end) - at);
  head.date = parse_day(head.words);
  head.begun = head.words.size() >= 8 && head.words[0] >= '0' && head.words[0] <= '9';
  at = std::min(skip(text, at + head.words.size(), line_blanks), head.end);
  const std::string_view title = trim(text.substr(at, head.end - at));
  head.title = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + title.size())};
  return head;
}

std::string date_warning(const Head& head) {
  constexpr std::size_t shown = 20;
  if (head.begun && head.words.size() <= shown) {
    return fmt::format("{} (\"{}\" in the first line is not a date as YYYY-MM-DD)", no_date, head.words);
  }
  return fmt::format("{} (begin the file with ' date YYYY-MM-DD TITLE')", no_date);
}

void set_head(Report& report) {
  const std::string_view text = report.text;
  const std::size_t begin = report.span_base == "file" && text.starts_with(utf8_mark) ? utf8_mark.size() : 0;
  const Head head = head_of(text, begin);
  std::size_t body = skip(text, begin, all_blanks);
  if (!head.date) {
    report.warnings.push_back(date_warning(head));
  } else {
    report.date = head.date;
    body = head.title.begin;
    if (head.title.size() <= title_most) {
      report.title_span = head.title.empty() ? Span{} : head.title;
      report.title = std::string(slice(text, head.title));
      body = head.end;
    }
    body = skip(text, body, all_blanks);
  }
  // A body keeps the indentation of its first line.
  const auto before = text.substr(0, body).find_last_not_of(" \t");
  if (before == std::string_view::npos || before < begin) {
    body = begin;
  } else if (text[before] == '\n') {
    body = before + 1;
  }
  report.body_begin = static_cast<std::uint32_t>(body);
}

class PlainText final : public FormReader {
 public:
  PlainText(Origin origin, Window window, SourceLimits limits)
      : origin_(std::move(origin)), window_(std::move(window)), limits_(limits) {}

  std::optional<Result<Report>> next() override {
    if (std::exchange(done_, true)) {
      return std::nullopt;
    }
    return read();
  }

 private:
  Result<Report> read() {
    for (;;) {
      const auto grown = window_.more();
      if (!grown) {
        Error error = grown.error();
        error.file = origin_.path;
        return error;
      }
      if (window_.ready().size() > limits_.row_bytes) {
        return Error{origin_.path, 0, fmt::format("is longer than {} bytes", limits_.row_bytes),
                     "split it into one file a report"};
      }
      if (!*grown) {
        return report_of_text();
      }
    }
  }

  Result<Report> report_of_text() {
    Report report;
    report.text = window_.take_all();
    std::string_view words = report.text;
    words.remove_prefix(words.starts_with(utf8_mark) ? utf8_mark.size() : 0);
    if (trim(words).empty()) {
      return Error{origin_.path, 0, words.empty() ? "is empty" : "holds nothing but blanks", "name a file with text"};
    }
    report.name = origin_.stem;
    report.path = origin_.path;
    report.span_base = "file";
    if (window_.encoding() != Encoding::utf8) {
      report.span_base += fmt::format(" converted from {}", name_of(window_.encoding()));
      report.input_sha256 = window_.input_sha256();
    }
    set_head(report);
    if (window_.broken() > 0) {
      report.warnings.push_back(fmt::format("{} broken UTF-16 units became U+FFFD", window_.broken()));
    }
    if (report.body_begin == report.text.size()) {
      report.warnings.emplace_back("no text after the first line");
    }
    settle_body(report, limits_.text_bytes);
    return report;
  }

  Origin origin_;
  Window window_;
  SourceLimits limits_;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<FormReader> read_plain_text(Origin origin, Window window, SourceLimits limits) {
  return std::make_unique<PlainText>(std::move(origin), std::move(window), limits);
}

}  // namespace readout::source
