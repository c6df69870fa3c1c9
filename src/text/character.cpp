// Ranges after the Unicode blocks; a letter that is missed here is only a symbol token of its own.
#include "text/character.hpp"

#include <algorithm>
#include <iterator>

namespace readout::text {

namespace {

struct Range {
  char32_t first;
  char32_t last;
  CharKind kind;
};

// Sorted; what lies between the ranges from U+0080 on is a letter.
constexpr Range ranges[] = {
    {0x80, 0xA0, CharKind::blank},           {0xA1, 0xA9, CharKind::symbol},
    {0xAB, 0xAC, CharKind::symbol},          {0xAD, 0xAD, CharKind::ignorable},
    {0xAE, 0xB1, CharKind::symbol},          {0xB4, 0xB4, CharKind::symbol},
    {0xB6, 0xB8, CharKind::symbol},          {0xBB, 0xBB, CharKind::symbol},
    {0xBF, 0xBF, CharKind::symbol},          {0xD7, 0xD7, CharKind::symbol},
    {0xF7, 0xF7, CharKind::symbol},          {0x37E, 0x37E, CharKind::symbol},
    {0x387, 0x387, CharKind::symbol},        {0x589, 0x58A, CharKind::symbol},
    {0x5BE, 0x5BE, CharKind::symbol},        {0x5C0, 0x5C0, CharKind::symbol},
    {0x5F3, 0x5F4, CharKind::symbol},        {0x609, 0x60D, CharKind::symbol},
    {0x61B, 0x61B, CharKind::symbol},        {0x61C, 0x61C, CharKind::ignorable},
    {0x61E, 0x61F, CharKind::symbol},        {0x66A, 0x66D, CharKind::symbol},
    {0x6D4, 0x6D4, CharKind::symbol},        {0x964, 0x965, CharKind::symbol},
    {0xE3F, 0xE3F, CharKind::symbol},        {0x1100, 0x11FF, CharKind::ideograph},
    {0x1680, 0x1680, CharKind::blank},       {0x2000, 0x200B, CharKind::blank},
    {0x200C, 0x200F, CharKind::ignorable},   {0x2010, 0x2027, CharKind::symbol},
    {0x2028, 0x2029, CharKind::blank},       {0x202A, 0x202E, CharKind::ignorable},
    {0x202F, 0x202F, CharKind::blank},       {0x2030, 0x205E, CharKind::symbol},
    {0x205F, 0x205F, CharKind::blank},       {0x2060, 0x206F, CharKind::ignorable},
    {0x207A, 0x207E, CharKind::symbol},      {0x208A, 0x208E, CharKind::symbol},
    {0x20A0, 0x20CF, CharKind::symbol},      {0x2100, 0x2101, CharKind::symbol},
    {0x2116, 0x2117, CharKind::symbol},      {0x2120, 0x2122, CharKind::symbol},
    {0x2190, 0x25FF, CharKind::symbol},      {0x2600, 0x27BF, CharKind::emoji},
    {0x27C0, 0x2BFF, CharKind::symbol},      {0x2E00, 0x2E7F, CharKind::symbol},
    {0x2E80, 0x2FDF, CharKind::ideograph},   {0x3000, 0x3000, CharKind::blank},
    {0x3001, 0x3004, CharKind::symbol},      {0x3005, 0x3007, CharKind::ideograph},
    {0x3008, 0x3020, CharKind::symbol},      {0x3021, 0x302F, CharKind::ideograph},
    {0x3030, 0x3030, CharKind::symbol},      {0x3031, 0x303C, CharKind::ideograph},
    {0x303D, 0x3040, CharKind::symbol},      {0x3041, 0x30FA, CharKind::ideograph},
    {0x30FB, 0x30FB, CharKind::symbol},      {0x30FC, 0x319F, CharKind::ideograph},
    {0x31A0, 0x33FF, CharKind::ideograph},   {0x3400, 0x4DBF, CharKind::ideograph},
    {0x4DC0, 0x4DFF, CharKind::symbol},      {0x4E00, 0x9FFF, CharKind::ideograph},
    {0xA960, 0xA97F, CharKind::ideograph},   {0xAC00, 0xD7FF, CharKind::ideograph},
    {0xE000, 0xF8FF, CharKind::symbol},      {0xF900, 0xFAFF, CharKind::ideograph},
    {0xFD3E, 0xFD3F, CharKind::symbol},      {0xFE00, 0xFE0F, CharKind::ignorable},
    {0xFE10, 0xFE1F, CharKind::symbol},      {0xFE30, 0xFE6F, CharKind::symbol},
    {0xFEFF, 0xFEFF, CharKind::ignorable},   {0xFF01, 0xFF0F, CharKind::symbol},
    {0xFF1A, 0xFF20, CharKind::symbol},      {0xFF3B, 0xFF40, CharKind::symbol},
    {0xFF5B, 0xFF65, CharKind::symbol},      {0xFF66, 0xFFDC, CharKind::ideograph},
    {0xFFE0, 0xFFFC, CharKind::symbol},      {0xFFFE, 0xFFFF, CharKind::symbol},
    {0x1F000, 0x1FAFF, CharKind::emoji},     {0x20000, 0x3FFFF, CharKind::ideograph},
    {0xE0000, 0xE007F, CharKind::ignorable}, {0xF0000, 0x10FFFF, CharKind::symbol},
};

}  // namespace

CharKind kind_of(char32_t value) {
  if (value < 0x80) {
    return detail::ascii[value];
  }
  const auto* range = std::upper_bound(std::begin(ranges), std::end(ranges), value,
                                       [](char32_t c, const Range& r) { return c < r.first; });
  if (range != std::begin(ranges) && value <= std::prev(range)->last) {
    return std::prev(range)->kind;
  }
  return CharKind::letter;
}

bool is_upper(char32_t c) {
  if (c < 0x80) {
    return c >= 'A' && c <= 'Z';
  }
  if (c >= 0x100 && c <= 0x17F) {  // pairs; the order turns at U+0139 and U+014A
    const bool odd = (c >= 0x139 && c <= 0x148) || c >= 0x179;
    return (c % 2 == 1) == odd;
  }
  return (c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3AB) || (c >= 0x400 && c <= 0x42F) ||
         (c >= 0x531 && c <= 0x556) || (c >= 0x1E00 && c <= 0x1EFF && c % 2 == 0) || c == 0x18F || c == 0x1A0 ||
         c == 0x1AF || c == 0x218 || c == 0x21A;
}

bool is_lower(char32_t c) {
  if (c < 0x80) {
    return c >= 'a' && c <= 'z';
  }
  return (c >= 0xDF && c <= 0x24F && c != 0xF7 && !is_upper(c)) || (c >= 0x3AC && c <= 0x3CE) ||
         (c >= 0x430 && c <= 0x45F) || (c >= 0x561 && c <= 0x587) || (c >= 0x1E00 && c <= 0x1EFF && c % 2 == 1);
}

Character detail::decode_wide(std::string_view text, std::size_t at) {
  const auto unit = base::decode(text, at);
  return {unit.value, static_cast<std::uint8_t>(unit.length), unit.valid ? kind_of(unit.value) : CharKind::letter};
}

Character character_before(std::string_view text, std::size_t end) {
  if (end == 0 || end > text.size()) {
    return {0, 0, CharKind::blank};
  }
  const auto unit = base::decode_before(text, end);
  return {unit.value, static_cast<std::uint8_t>(unit.length), unit.valid ? kind_of(unit.value) : CharKind::letter};
}

bool is_stop(char32_t c) {
  switch (c) {
    case '.':
    case '!':
    case '?':
    case 0x2026:
    case 0x203C:
    case 0x203D:
    case 0x2047:
    case 0x2048:
    case 0x2049:
    case 0x3002:
    case 0xFF01:
    case 0xFF0E:
    case 0xFF1F:
    case 0xFF61:
    case 0x61F:
    case 0x6D4:
    case 0x964:
      return true;
    default:
      return false;
  }
}

bool is_opener(char32_t c) {
  switch (c) {
    case '(':
    case '[':
    case '{':
    case 0xAB:
    case 0x2018:
    case 0x201A:
    case 0x201C:
    case 0x201E:
    case 0x2039:
    case 0x3008:
    case 0x300A:
    case 0x300C:
    case 0x300E:
    case 0x3010:
    case 0x3014:
    case 0xFF08:
    case 0xFF3B:
    case 0xA1:
    case 0xBF:
      return true;
    default:
      return false;
  }
}

bool is_closer(char32_t c) {
  switch (c) {
    case ')':
    case ']':
    case '}':
    case 0xBB:
    case 0x2019:
    case 0x201D:
    case 0x203A:
    case 0x3009:
    case 0x300B:
    case 0x300D:
    case 0x300F:
    case 0x3011:
    case 0x3015:
    case 0xFF09:
    case 0xFF3D:
      return true;
    default:
      return false;
  }
}

bool equals_folded(std::string_view a, std::string_view lower) {
  return a.size() == lower.size() &&
         std::equal(a.begin(), a.end(), lower.begin(), [](char x, char y) { return fold(x) == y; });
}

std::size_t letters_end(std::string_view text, std::size_t at) {
  constexpr std::size_t longest_word = 24;
  const std::size_t reach = std::min(text.size(), at + longest_word);
  while (at < reach && is_word(character_at(text, at).kind)) {
    at += character_at(text, at).length;
  }
  return at;
}

std::string_view trimmed(std::string_view text) {
  const auto idle = [](const Character& c) { return c.kind == CharKind::blank || c.kind == CharKind::ignorable; };
  while (!text.empty()) {
    const Character c = character_at(text, 0);
    if (!idle(c)) {
      break;
    }
    text.remove_prefix(c.length);
  }
  while (!text.empty()) {
    const Character c = character_before(text, text.size());
    if (!idle(c)) {
      break;
    }
    text.remove_suffix(c.length);
  }
  return text;
}

}  // namespace readout::text
