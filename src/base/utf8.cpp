// UTF-8 as in RFC 3629; broken bytes stand alone.
#include "base/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace readout::base {

namespace {

struct Lead {
  std::size_t length;
  char32_t bits;
  char32_t least;  // the smallest value that needs this length
};

Lead lead_of(unsigned char byte) {
  if (byte < 0x80) {
    return {1, byte, 0};
  }
  if (byte >= 0xC2 && byte <= 0xDF) {
    return {2, byte & 0x1FU, 0x80};
  }
  if (byte >= 0xE0 && byte <= 0xEF) {
    return {3, byte & 0x0FU, 0x800};
  }
  if (byte >= 0xF0 && byte <= 0xF4) {
    return {4, byte & 0x07U, 0x10000};
  }
  return {0, 0, 0};
}

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

}  // namespace

CodePoint decode(std::string_view text, std::size_t at) {
  const Lead lead = lead_of(static_cast<unsigned char>(text[at]));
  if (lead.length == 1) {
    return {lead.bits, 1, true};
  }
  if (lead.length == 0 || at + lead.length > text.size()) {
    return {replacement, 1, false};
  }
  char32_t value = lead.bits;
  for (std::size_t i = 1; i < lead.length; ++i) {
    if (!is_continuation(text[at + i])) {
      return {replacement, 1, false};
    }
    value = (value << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
  }
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < lead.least || value > 0x10FFFF || surrogate) {
    return {replacement, 1, false};
  }
  return {value, lead.length, true};
}

CodePoint decode_before(std::string_view text, std::size_t end) {
  const std::size_t reach = std::min<std::size_t>(4, end);
  for (std::size_t back = 1; back <= reach; ++back) {
    const CodePoint unit = decode(text, end - back);
    if (unit.valid && unit.length == back) {
      return unit;
    }
  }
  return {replacement, 1, false};
}

bool is_boundary(std::string_view text, std::size_t at) {
  if (at >= text.size()) {
    return at == text.size();
  }
  if (!is_continuation(text[at])) {
    return true;
  }
  for (std::size_t back = 1; back <= 3 && back <= at; ++back) {
    if (!is_continuation(text[at - back])) {
      const CodePoint unit = decode(text, at - back);
      return !unit.valid || unit.length <= back;
    }
  }
  return true;
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    std::uint64_t eight = 0x80;  // plain ASCII goes by in steps of eight
    if (at + sizeof eight <= text.size()) {
      std::memcpy(&eight, text.data() + at, sizeof eight);
    }
    if ((eight & 0x8080808080808080U) == 0) {
      at += sizeof eight;
      continue;
    }
    const CodePoint unit = decode(text, at);
    if (!unit.valid) {
      return false;
    }
    at += unit.length;
  }
  return true;
}

void append(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0U | (c >> 6U));
    out += static_cast<char>(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0U | (c >> 12U));
    out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
    out += static_cast<char>(0x80U | (c & 0x3FU));
  } else {
    out += static_cast<char>(0xF0U | (c >> 18U));
    out += static_cast<char>(0x80U | ((c >> 12U) & 0x3FU));
    out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
    out += static_cast<char>(0x80U | (c & 0x3FU));
  }
}

std::string to_valid_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint unit = decode(text, at);
    if (unit.valid) {
      out.append(text, at, unit.length);
    } else {
      append(out, replacement);
    }
    at += unit.length;
  }
  return out;
}

}  // namespace readout::base
