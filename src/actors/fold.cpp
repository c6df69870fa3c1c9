// Folding of Latin letters by table; every other code point passes unchanged.
#include "actors/fold.hpp"

#include <array>

#include "base/utf8.hpp"

namespace readout::actors {

namespace {

constexpr std::string_view latin_c0 =
    "aaaaaa?ceeeeiiiidnooooo?ouuuuy??aaaaaa?ceeeeiiiidnooooo?ouuuuy?y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkkkllllll?"
    "?llnnnnnnnnnoooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
constexpr std::string_view latin_180 =
    "????????????????????????????????oo?????????????uu???????????????"
    "?????????????aaiioouuuuuuuuuu?aaaa????ggkkoooo??j???gg??nnaa????"
    "aaaaeeeeiiiioooorrrruuuusstt??hh??????aaeeooooooooyy????????????"
    "????????????????";
constexpr std::string_view latin_1e00 =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwy??????aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??????";

char table_letter(char32_t c) {
  if (c >= 0xC0 && c < 0x180) {
    return latin_c0[c - 0xC0];
  }
  if (c >= 0x180 && c < 0x250) {
    return latin_180[c - 0x180];
  }
  if (c >= 0x1E00 && c < 0x1F00) {
    return latin_1e00[c - 0x1E00];
  }
  return '?';
}

std::string_view two_letters(char32_t c) {
  switch (c) {
    case U'Æ':
    case U'æ':
      return "ae";
    case U'Œ':
    case U'œ':
      return "oe";
    case U'ß':
      return "ss";
    case U'Þ':
    case U'þ':
      return "th";
    case U'Ə':
    case U'ə':
      return "a";
    default:
      return {};
  }
}

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'’' || c == U'‘' || c == U'ʼ' || c == U'ʻ' || c == U'`';
}
bool is_hyphen(char32_t c) {
  return c == U'-' || c == U'‐' || c == U'‑' || c == U'–';
}
bool is_combining(char32_t c) {
  return c >= 0x300 && c < 0x370;
}

bool is_upper(char32_t c) {
  if (c < 0x80) {
    return c >= U'A' && c <= U'Z';
  }
  if (c >= 0xC0 && c < 0xDF) {
    return c != 0xD7;
  }
  if ((c >= 0x100 && c < 0x138) || (c >= 0x14A && c < 0x178) || (c >= 0x1E00 && c < 0x1F00) ||
      (c >= 0x200 && c < 0x234)) {
    return (c & 1U) == 0;
  }
  if ((c >= 0x139 && c < 0x149) || (c >= 0x179 && c < 0x17F) || (c >= 0x1CD && c < 0x1DD)) {
    return (c & 1U) == 1;
  }
  return c == 0x178 || c == 0x18F || (c >= 0x410 && c < 0x430) || (c >= 0x391 && c < 0x3AA);
}

bool is_lower_ascii(char32_t c) {
  return c >= U'a' && c <= U'z';
}

void append_folded(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c >= U'A' && c <= U'Z' ? c + 32 : c);
    return;
  }
  if (is_combining(c)) {
    return;
  }
  if (const auto two = two_letters(c); !two.empty()) {
    out += two;
  } else if (const char letter = table_letter(c); letter != '?') {
    out += letter;
  } else {
    base::append(out, c);
  }
}

// What has been seen of a word's letters.
struct Letters {
  bool first_upper = false;
  bool any_upper = false;
  bool any_small = false;
  bool any = false;

  void see(char32_t c) {
    const bool upper = is_upper(c);
    const bool small = !upper && (is_lower_ascii(c) || (c >= 0xDF && c < 0x250) || (c >= 0x1E00 && c < 0x1F00) ||
                                  (c >= 0x430 && c < 0x460));
    if (!upper && !small) {
      return;
    }
    first_upper = any ? first_upper : upper;
    any_upper = any_upper || upper;
    any_small = any_small || small;
    any = true;
  }
  [[nodiscard]] Shape shape() const {
    if (!any) {
      return Shape::other;
    }
    if (first_upper && !any_small) {
      return Shape::caps;
    }
    return first_upper || any_upper ? Shape::capital : Shape::lower;
  }
};

}  // namespace

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto unit = base::decode(text, at);
    if (unit.valid) {
      append_folded(out, unit.value);
    } else {
      out += text[at];
    }
    at += unit.length;
  }
  return out;
}

Shape shape_of(std::string_view text) {
  Letters letters;
  for (std::size_t at = 0; at < text.size();) {
    const auto unit = base::decode(text, at);
    letters.see(unit.value);
    at += unit.length;
  }
  return letters.shape();
}

void split_atoms(std::string_view text, std::vector<Atom>& atoms) {
  std::string folded;
  Letters letters;
  const auto close = [&] {
    if (!folded.empty()) {
      atoms.push_back({folded, letters.shape()});
    }
    folded.clear();
    letters = {};
  };
  for (std::size_t at = 0; at < text.size();) {
    if (const char c = text[at]; (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {  // most letters
      folded += static_cast<char>(c | 0x20);
      letters.see(static_cast<unsigned char>(c));
      ++at;
      continue;
    }
    const auto unit = base::decode(text, at);
    const std::string_view rest = text.substr(at + unit.length);
    if (unit.value == U' ' || is_hyphen(unit.value)) {
      close();
    } else if (is_apostrophe(unit.value)) {
      const bool possessive = rest.starts_with('s') && (rest.size() == 1 || rest[1] == ' ');
      if (possessive) {
        close();
      }
    } else if (unit.value == U',') {
      close();
      atoms.push_back({",", Shape::other});
    } else if (unit.value != U'.' || (folded.empty() && rest.empty())) {
      if (unit.valid) {
        append_folded(folded, unit.value);
      } else {
        folded += text[at];
      }
      letters.see(unit.value);
    }
    at += unit.length;
  }
  close();
}

}  // namespace readout::actors
