// A row of named fields, from JSON Lines or CSV alike, made a report.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "readout/report.hpp"
#include "readout/result.hpp"
#include "readout/source.hpp"

namespace readout::source {

// Where reports come from, as their names and errors tell it.
struct Origin {
  std::string path;  // as the user named it
  std::string stem;  // the file's name without its ending
};

[[nodiscard]] Origin origin_of(const std::string& path);

struct Fields {
  std::string id;
  std::string date;
  std::string title;
  std::string text;
  std::string url;
  std::string outlet;
  std::string language;
  std::vector<std::string> warnings;  // what was found wrong with them so far
};

// The field of that name in lower case; nullptr when no report has it.
[[nodiscard]] std::string* field_named(Fields& fields, std::string_view name);

// `line` is where the row begins. A row without text is an error; one without a date is not.
[[nodiscard]] Result<Report> report_of(Fields&& fields, const Origin& origin, std::uint64_t line,
                                       const SourceLimits& limits);

// Without blanks, tabs and line ends at both ends.
[[nodiscard]] std::string_view trim(std::string_view text);

}  // namespace readout::source
