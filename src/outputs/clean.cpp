// One pass over the code points.
#include "outputs/clean.hpp"

#include "base/utf8.hpp"

namespace readout::outputs {

namespace {

bool is_white(char32_t c) {
  return c == U'\t' || c == U'\n' || c == U'\v' || c == U'\f' || c == U'\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

// Overrides and isolates could show a line in another order than it has.
bool turns_direction(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

void append_clean(std::string_view text, std::string& out) {
  for (std::size_t at = 0; at < text.size();) {
    const auto unit = base::decode(text, at);
    if (is_white(unit.value)) {
      out += ' ';
    } else if (!unit.valid || is_control(unit.value)) {
      base::append(out, base::replacement);
    } else if (!turns_direction(unit.value)) {
      out += text.substr(at, unit.length);
    }
    at += unit.length;
  }
}

}  // namespace readout::outputs
