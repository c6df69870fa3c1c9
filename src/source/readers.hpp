// The three forms in which reports come, each read by a reader of its own, row by row.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "readout/report.hpp"
#include "readout/result.hpp"
#include "readout/source.hpp"
#include "source/fields.hpp"
#include "source/window.hpp"

namespace readout::source {

class FormReader {
 public:
  FormReader() = default;
  FormReader(const FormReader&) = delete;
  FormReader& operator=(const FormReader&) = delete;
  virtual ~FormReader() = default;

  // The next report or an error in its place; nothing at the end. After an error the rest goes on.
  virtual std::optional<Result<Report>> next() = 0;
};

// The whole file is one report.
std::unique_ptr<FormReader> read_plain_text(Origin origin, Window window, SourceLimits limits);

// One JSON object a line.
std::unique_ptr<FormReader> read_json_lines(Origin origin, Window window, SourceLimits limits);

// RFC 4180, with a header line.
std::unique_ptr<FormReader> read_csv(Origin origin, Window window, SourceLimits limits);

enum class Form { plain_text, json_lines, csv };

// By the file's ending: .jsonl, .ndjson, .json, .csv; every other is plain text.
[[nodiscard]] Form form_of_name(std::string_view path);

// By the first bytes, for input that has no name.
[[nodiscard]] Form form_of_content(std::string_view head);

// Reads as much as form_of_content() needs to be sure.
Result<Form> form_of_stream(Window& window);

std::unique_ptr<FormReader> make_reader(Form form, Origin origin, Window window, SourceLimits limits);

}  // namespace readout::source
