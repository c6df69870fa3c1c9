// Only the text keeps its bytes as they are: it is what spans point into. The other fields are made valid UTF-8, since
// they are shown and stored.
#include "source/fields.hpp"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <utility>

#include "base/utf8.hpp"
#include "source/body.hpp"

namespace readout::source {

namespace {

// "2019-01-04", also with a time behind it: "2019-01-04T12:00:00Z".
std::optional<Day> day_of(std::string_view date) {
  constexpr std::size_t length = 10;
  if (date.size() > length + 1) {
    const char mark = date[length];
    const char next = date[length + 1];
    if ((mark != 'T' && mark != 't' && mark != ' ') || next < '0' || next > '9') {
      return std::nullopt;
    }
    date = date.substr(0, length);
  }
  return parse_day(date);
}

void set_date(Report& report, std::string_view date) {
  date = trim(date);
  report.date = day_of(date);
  if (report.date) {
    return;
  }
  constexpr std::size_t shown = 40;
  report.warnings.push_back(date.empty() ? fmt::format("{} (give the row a date)", no_date)
                                         : fmt::format("{} (\"{}\" is not a date as YYYY-MM-DD)", no_date,
                                                       base::to_valid_utf8(date.substr(0, shown))));
}

std::string tidy(const std::string& field) {
  return base::to_valid_utf8(trim(field));
}

}  // namespace

std::string_view trim(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n\v\f";
  const auto begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) {
    return {};
  }
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

Origin origin_of(const std::string& path) {
  return {path, path == "-" ? "stdin" : base::to_valid_utf8(std::filesystem::path(path).stem().string())};
}

std::string* field_named(Fields& fields, std::string_view name) {
  const std::array<std::pair<std::string_view, std::string*>, 7> all = {{{"id", &fields.id},
                                                                         {"date", &fields.date},
                                                                         {"title", &fields.title},
                                                                         {"text", &fields.text},
                                                                         {"url", &fields.url},
                                                                         {"outlet", &fields.outlet},
                                                                         {"language", &fields.language}}};
  for (const auto& [key, field] : all) {
    if (key == name) {
      return field;
    }
  }
  return nullptr;
}

Result<Report> report_of(Fields&& fields, const Origin& origin, std::uint64_t line, const SourceLimits& limits) {
  if (trim(fields.text).empty()) {
    return Error{origin.path, line, "has no text", "give it one in the field text, or leave it out"};
  }
  Report report;
  report.path = origin.path;
  report.line = line;
  report.name = tidy(fields.id);
  if (report.name.empty()) {
    report.name = fmt::format("{}:{}", origin.stem, line);
  }
  report.url = tidy(fields.url);
  report.outlet = tidy(fields.outlet);
  report.language = tidy(fields.language);
  report.title = tidy(fields.title);
  report.text = std::move(fields.text);
  report.span_base = "text field";
  report.warnings = std::move(fields.warnings);
  set_date(report, fields.date);
  settle_body(report, limits.text_bytes);
  return report;
}

}  // namespace readout::source
