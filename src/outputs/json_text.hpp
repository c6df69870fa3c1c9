// JSON appended to a string, key by key. Strings come out as valid UTF-8 whatever goes in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "readout/span.hpp"

namespace readout::outputs {

class JsonObject {
 public:
  explicit JsonObject(std::string& out) : out_(out) { out_ += '{'; }
  void close() { out_ += '}'; }

  // An empty string is unknown: null.
  void text(std::string_view key, std::string_view value);
  void texts(std::string_view key, const std::vector<std::string>& values);
  void flag(std::string_view key, bool value);
  void number(std::string_view key, std::uint64_t value);
  void integer(std::string_view key, std::int64_t value);
  // Zero is unknown: null.
  void count(std::string_view key, std::uint64_t value);
  // As short as it can be read back, with a digit after the point.
  void real(std::string_view key, double value);
  void span(std::string_view key, Span value);
  void span(std::string_view key, const std::optional<Span>& value);
  void spans(std::string_view key, const std::vector<Span>& values);
  // A list within: to be filled, and closed with ']', by the caller before anything else is added here.
  void list(std::string_view key);
  // An object within: to be filled and closed by the caller before anything else is added here.
  [[nodiscard]] JsonObject object(std::string_view key);

 private:
  void begin(std::string_view key);
  void put(Span value);

  std::string& out_;
  bool first_ = true;
};

// The string in quotation marks, escaped; control characters as \u00XX, bytes that are no UTF-8 as U+FFFD.
void append_json_string(std::string& out, std::string_view text);

}  // namespace readout::outputs
