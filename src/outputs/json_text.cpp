// Plain runs are copied whole; only what must be escaped or repaired is looked at closely.
#include "outputs/json_text.hpp"

#include <fmt/format.h>

#include <cmath>
#include <iterator>

#include "base/utf8.hpp"

namespace readout::outputs {

namespace {

bool is_plain(unsigned char byte) {
  return byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\';
}

void append_escaped(std::string& out, char32_t c) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  // Beyond the C0 controls, what some readers take for the end of a line (NEL, LS, PS) is escaped too: one row stays
  // one line.
  if (c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029) {
    fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<std::uint32_t>(c));
  } else {
    base::append(out, c);
  }
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_plain(static_cast<unsigned char>(text[end]))) {
      ++end;
    }
    out.append(text, at, end - at);
    if (end < text.size()) {
      const auto unit = base::decode(text, end);
      append_escaped(out, unit.value);
      end += unit.length;
    }
    at = end;
  }
  out += '"';
}

void JsonObject::begin(std::string_view key) {
  if (!first_) {
    out_ += ',';
  }
  first_ = false;
  out_ += '"';
  out_ += key;
  out_ += "\":";
}

void JsonObject::text(std::string_view key, std::string_view value) {
  begin(key);
  if (value.empty()) {
    out_ += "null";
  } else {
    append_json_string(out_, value);
  }
}

void JsonObject::texts(std::string_view key, const std::vector<std::string>& values) {
  begin(key);
  out_ += '[';
  for (std::size_t i = 0; i < values.size(); ++i) {
    out_ += i > 0 ? "," : "";
    append_json_string(out_, values[i]);
  }
  out_ += ']';
}

void JsonObject::flag(std::string_view key, bool value) {
  begin(key);
  out_ += value ? "true" : "false";
}

void JsonObject::number(std::string_view key, std::uint64_t value) {
  begin(key);
  fmt::format_to(std::back_inserter(out_), "{}", value);
}

void JsonObject::integer(std::string_view key, std::int64_t value) {
  begin(key);
  out_ += std::to_string(value);
}

void JsonObject::count(std::string_view key, std::uint64_t value) {
  if (value != 0) {
    number(key, value);
  } else {
    begin(key);
    out_ += "null";
  }
}

void JsonObject::real(std::string_view key, double value) {
  begin(key);
  if (!std::isfinite(value)) {
    out_ += "null";
    return;
  }
  const auto digits = out_.size();
  fmt::format_to(std::back_inserter(out_), "{}", value);
  if (out_.find_first_of(".e", digits) == std::string::npos) {
    out_ += ".0";
  }
}

void JsonObject::put(Span value) {
  fmt::format_to(std::back_inserter(out_), "[{},{}]", value.begin, value.end);
}

void JsonObject::span(std::string_view key, Span value) {
  begin(key);
  put(value);
}

void JsonObject::span(std::string_view key, const std::optional<Span>& value) {
  begin(key);
  if (value) {
    put(*value);
  } else {
    out_ += "null";
  }
}

void JsonObject::spans(std::string_view key, const std::vector<Span>& values) {
  begin(key);
  out_ += '[';
  for (std::size_t i = 0; i < values.size(); ++i) {
    out_ += i > 0 ? "," : "";
    put(values[i]);
  }
  out_ += ']';
}

void JsonObject::list(std::string_view key) {
  begin(key);
  out_ += '[';
}

JsonObject JsonObject::object(std::string_view key) {
  begin(key);
  return JsonObject(out_);
}

}  // namespace readout::outputs
