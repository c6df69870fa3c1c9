#include "network/words.hpp"

#include <array>

#include "base/utf8.hpp"

namespace readout::network {

char32_t small(char32_t c) {
  if ((c >= 0x41 && c <= 0x5A) || (c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9) ||
      (c >= 0x410 && c <= 0x42F)) {
    return c + 0x20;
  }
  if (c >= 0x400 && c <= 0x40F) {
    return c + 0x50;
  }
  if (((c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177)) && c % 2 == 0) {
    return c + 1;
  }
  if (((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) && c % 2 == 1) {
    return c + 1;
  }
  switch (c) {
    case 0x2018:
    case 0x2019:
      return 0x27;
    case 0x201C:
    case 0x201D:
      return 0x22;
    case 0x2013:
    case 0x2014:
      return 0x2D;
    default:
      return c;
  }
}

void append_lower(std::string_view word, std::string& out) {
  for (std::size_t at = 0; at < word.size();) {
    const auto byte = static_cast<unsigned char>(word[at]);
    if (byte < 0x80) {
      out += static_cast<char>(small(byte));
      ++at;
      continue;
    }
    const auto unit = base::decode(word, at);
    if (unit.valid && small(unit.value) != unit.value) {
      base::append(out, small(unit.value));
    } else {
      out += word.substr(at, unit.length);
    }
    at += unit.length;
  }
}

void digits_to_zero(std::string& word) {
  for (char& c : word) {
    c = c >= '0' && c <= '9' ? '0' : c;
  }
}

char letter_class(char32_t c) {
  if (c < 0x2000 && small(c) != c) {
    return 'X';
  }
  if (c >= 0x61 && c <= 0x7A) {
    return 'x';
  }
  if (c >= 0x30 && c <= 0x39) {
    return 'd';
  }
  if (c < 0x80) {
    return static_cast<char>(c);
  }
  return c >= 0x2000 && c < 0x2C00 ? 'p' : 'x';
}

std::uint32_t shape_slot(std::string_view word) {
  std::array<char, 8> shape{};
  std::size_t size = 0;
  for (std::size_t at = 0; at < word.size() && size < shape.size();) {
    const auto unit = base::decode(word, at);
    at += unit.length;
    const char kind = letter_class(unit.value);
    if (size >= 2 && shape[size - 1] == kind && shape[size - 2] == kind) {
      continue;
    }
    shape[size++] = kind;
  }
  return key_of({shape.data(), size}) % shape_slots;
}

bool has_early_capital(std::string_view word) {
  std::size_t at = 0;
  for (int i = 0; i < 3 && at < word.size(); ++i) {
    const auto unit = base::decode(word, at);
    at += unit.length;
    if (letter_class(unit.value) == 'X') {
      return true;
    }
  }
  return false;
}

void append_ngrams(std::string_view plain, std::vector<std::uint32_t>& slots) {
  constexpr std::size_t reach = 32;
  constexpr std::size_t longest = 5;
  std::array<char, reach + 2> edged{};
  const auto inside = plain.substr(0, reach);
  edged[0] = '^';
  inside.copy(edged.data() + 1, inside.size());
  edged[inside.size() + 1] = '$';
  const std::size_t size = inside.size() + 2;
  for (std::size_t begin = 0; begin < size; ++begin) {
    std::uint32_t hash = fnv_start;
    for (std::size_t end = begin; end < size && end < begin + longest; ++end) {
      hash = fnv({&edged[end], 1}, hash);
      if (end > begin) {
        slots.push_back(mix(hash) % ngram_slots);
      }
    }
  }
}

}  // namespace readout::network
