// JSON Lines: each line is parsed by itself, so that a broken one costs only its own report.
#include <fmt/format.h>
#include <simdjson.h>

#include <optional>
#include <utility>

#include "base/utf8.hpp"
#include "source/lines.hpp"
#include "source/readers.hpp"

namespace readout::source {

namespace {

namespace ondemand = simdjson::ondemand;

constexpr const char* one_object = "put one whole JSON object on each line";

std::optional<unsigned> hex4(std::string_view text, std::size_t at) {
  unsigned value = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    const char c = i < text.size() ? text[i] : ' ';
    const unsigned digit = c >= '0' && c <= '9'   ? static_cast<unsigned>(c - '0')
                           : c >= 'a' && c <= 'f' ? static_cast<unsigned>(c - 'a') + 10
                           : c >= 'A' && c <= 'F' ? static_cast<unsigned>(c - 'A') + 10
                                                  : 16;
    if (digit > 15) {
      return std::nullopt;
    }
    value = value * 16 + digit;
  }
  return value;
}

// The first \uD800…\uDFFF without its partner, as it is written.
std::string_view lone_surrogate(std::string_view line) {
  constexpr std::size_t length = 6;  // \uXXXX
  for (std::size_t at = 0; (at = line.find('\\', at)) != std::string_view::npos;) {
    const auto unit = line.substr(at).starts_with("\\u") ? hex4(line, at + 2) : std::nullopt;
    if (!unit) {
      at += 2;
      continue;
    }
    const bool high = *unit >= 0xD800 && *unit < 0xDC00;
    const auto next = high && line.substr(at + length).starts_with("\\u") ? hex4(line, at + length + 2) : std::nullopt;
    const bool pair = next && *next >= 0xDC00 && *next < 0xE000;
    if ((high && !pair) || (*unit >= 0xDC00 && *unit < 0xE000)) {
      return line.substr(at, length);
    }
    at += pair ? 2 * length : length;
  }
  return {};
}

// What simdjson found, in words for who has to mend the file.
std::string fault(simdjson::error_code code, std::string_view line) {
  switch (code) {
    case simdjson::UNCLOSED_STRING:
      return "is cut or broken: a string is not closed";
    case simdjson::INCOMPLETE_ARRAY_OR_OBJECT:
      return "is cut or broken: an object or list is not closed";
    case simdjson::INCORRECT_TYPE:
      return "is not a JSON object";
    case simdjson::STRING_ERROR: {
      const std::string_view half = lone_surrogate(line);
      return half.empty() ? "a string has a bad escape"
                          : fmt::format("a string has half of a surrogate pair: {}", half);
    }
    case simdjson::UNESCAPED_CHARS:
      return "a string has a control character that is not escaped";
    case simdjson::TRAILING_CONTENT:
      return "something follows the object";
    case simdjson::DEPTH_ERROR:
      return "its lists or objects stand too deep in each other";
    case simdjson::CAPACITY:
    case simdjson::MEMALLOC:
      return "is too long for the memory at hand";
    default:
      return "is not valid JSON";
  }
}

// What mends it.
std::string remedy(simdjson::error_code code, std::string_view line) {
  switch (code) {
    case simdjson::STRING_ERROR:
      return lone_surrogate(line).empty() ? R"(write a backslash in a string as \\)"
                                          : R"(write the character in UTF-8, or both halves, as in \ud83d\ude00)";
    case simdjson::UNESCAPED_CHARS:
      return R"(write it as an escape: a tab as \t, a line end as \n)";
    case simdjson::DEPTH_ERROR:
      return "give id, date, title and text as plain fields";
    case simdjson::CAPACITY:
    case simdjson::MEMALLOC:
      return "give each report a line of its own, or read on fewer --threads";
    default:
      return one_object;
  }
}

struct Parsed {
  Fields fields;
  bool text_is_other = false;  // the text is there and is no string
};

simdjson::error_code set_field(Parsed& parsed, std::string_view key, ondemand::value value) {
  Fields& fields = parsed.fields;
  std::string* field = field_named(fields, key);
  if (field == nullptr) {
    return simdjson::SUCCESS;
  }
  ondemand::json_type type{};
  if (const auto error = value.type().get(type)) {
    return error;
  }
  field->clear();
  if (type == ondemand::json_type::string) {
    std::string_view text;
    const auto error = value.get_string().get(text);
    field->assign(text);
    return error;
  }
  if (type == ondemand::json_type::number && field == &fields.id) {
    *field = trim(value.raw_json_token());
  } else if (field == &fields.text) {
    parsed.text_is_other = type != ondemand::json_type::null;
  } else if (type != ondemand::json_type::null) {
    fields.warnings.push_back(fmt::format("field {} is not a string: passed over", key));
  }
  return simdjson::SUCCESS;
}

simdjson::error_code read_fields(ondemand::document& document, Parsed& parsed) {
  ondemand::object object;
  if (const auto error = document.get_object().get(object)) {
    return error;
  }
  for (auto member : object) {
    std::string_view key;
    if (const auto error = member.unescaped_key().get(key)) {
      return error;
    }
    ondemand::value value;
    if (const auto error = member.value().get(value)) {
      return error;
    }
    if (const auto error = set_field(parsed, key, value)) {
      return error;
    }
  }
  // There is no place to stand at once everything has been read.
  return document.current_location().error() == simdjson::OUT_OF_BOUNDS ? simdjson::SUCCESS
                                                                        : simdjson::TRAILING_CONTENT;
}

class JsonLines final : public FormReader {
 public:
  JsonLines(Origin origin, Window window, SourceLimits limits)
      : origin_(std::move(origin)), lines_(std::move(window), limits.row_bytes), limits_(limits) {}

  std::optional<Result<Report>> next() override;

 private:
  Result<Report> report_of_line(const Line& line);
  // A file of JSON that is not JSON Lines would give an error for each line: one is enough.
  [[nodiscard]] std::optional<Error> other_json(std::string_view first_line) const;
  simdjson::error_code parse(std::string_view padded, Parsed& parsed);

  Origin origin_;
  Lines lines_;
  SourceLimits limits_;
  std::optional<ondemand::parser> parser_;
  bool begun_ = false;
  bool done_ = false;
};

std::optional<Result<Report>> JsonLines::next() {
  if (done_) {
    return std::nullopt;
  }
  while (auto line = lines_.next()) {
    if (!*line) {
      Error error = line->error();
      error.file = origin_.path;
      done_ = true;
      return error;
    }
    if ((*line)->too_long) {
      begun_ = true;
      return Error{origin_.path, (*line)->number, fmt::format("is longer than {} bytes", limits_.row_bytes),
                   "split the report"};
    }
    if (trim((*line)->bytes).empty()) {
      continue;
    }
    if (!std::exchange(begun_, true)) {
      if (auto error = other_json(trim((*line)->bytes))) {
        done_ = true;
        return *std::move(error);
      }
    }
    return report_of_line(**line);
  }
  if (!std::exchange(begun_, true)) {
    return Error{origin_.path, 0, "is empty", "name a file with reports"};
  }
  return std::nullopt;
}

std::optional<Error> JsonLines::other_json(std::string_view first_line) const {
  if (first_line.starts_with('[')) {
    return Error{origin_.path, 0, "is one JSON list, not JSON Lines", "make lines of it first: jq -c '.[]'"};
  }
  if (first_line == "{") {
    return Error{origin_.path, 0, "is JSON over several lines, not JSON Lines", "make lines of it first: jq -c ."};
  }
  return std::nullopt;
}

simdjson::error_code JsonLines::parse(std::string_view padded, Parsed& parsed) {
  if (!parser_) {
    parser_.emplace();
  }
  ondemand::document document;
  if (const auto error =
          parser_->iterate(simdjson::padded_string_view(padded, padded.size() + Window::padding)).get(document)) {
    return error;
  }
  return read_fields(document, parsed);
}

Result<Report> JsonLines::report_of_line(const Line& line) {
  static_assert(Window::padding >= simdjson::SIMDJSON_PADDING);
  Parsed parsed;
  simdjson::error_code error = parse(line.bytes, parsed);
  if (error == simdjson::UTF8_ERROR) {
    parsed = {};
    std::string mended = base::to_valid_utf8(line.bytes);
    const std::size_t size = mended.size();
    mended.resize(size + Window::padding);
    error = parse(std::string_view(mended).substr(0, size), parsed);
    parsed.fields.warnings.emplace_back("the line has bytes that are not UTF-8; they became U+FFFD");
  }
  constexpr std::size_t large = 4U << 20U;
  if (line.bytes.size() > large) {
    parser_.reset();  // its buffers are several times the line
  }
  if (error != simdjson::SUCCESS) {
    return Error{origin_.path, line.number, fault(error, line.bytes), remedy(error, line.bytes)};
  }
  if (parsed.text_is_other) {
    return Error{origin_.path, line.number, "its text is not a string", "give the report as a string"};
  }
  return report_of(std::move(parsed.fields), origin_, line.number, limits_);
}

}  // namespace

std::unique_ptr<FormReader> read_json_lines(Origin origin, Window window, SourceLimits limits) {
  return std::make_unique<JsonLines>(std::move(origin), std::move(window), limits);
}

}  // namespace readout::source
