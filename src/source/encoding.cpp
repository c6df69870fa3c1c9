// Byte order marks as in the Unicode Standard, chapter 23.8; conversion by ICU.
#include "source/encoding.hpp"

#include <unicode/ustring.h>
#include <unicode/utf16.h>

#include <algorithm>

namespace readout::source {

namespace {

constexpr char16_t mark = 0xFEFF;
constexpr UChar32 replacement = 0xFFFD;

bool is_ascii(char byte) {
  return byte > 0 && byte < 0x7F;
}

// Latin letters, digits and blanks are half NUL in UTF-16, all on one side. A text in UTF-8 may hold stray NULs, but
// then most of its bytes are Latin letters next to each other, which in UTF-16 would be rare characters.
Encoding by_nuls(std::string_view head) {
  std::size_t even = 0;
  std::size_t odd = 0;
  std::size_t letters = 0;
  const std::size_t pairs = head.size() / 2;
  for (std::size_t i = 0; i < pairs; ++i) {
    even += head[2 * i] == '\0' ? 1 : 0;
    odd += head[2 * i + 1] == '\0' ? 1 : 0;
    letters += is_ascii(head[2 * i]) && is_ascii(head[2 * i + 1]) ? 1 : 0;
  }
  const std::size_t enough = std::max({std::size_t{2}, pairs / 8, letters / 4});
  constexpr std::size_t stray = 16;  // one NUL in 16 may fall on the wrong side
  if (odd >= enough && even * stray <= odd) {
    return Encoding::utf16le;
  }
  if (even >= enough && odd * stray <= even) {
    return Encoding::utf16be;
  }
  return Encoding::utf8;
}

}  // namespace

Encoding detect_encoding(std::string_view head) {
  using namespace std::string_view_literals;
  if (head.starts_with("\xFF\xFE\0\0"sv) || head.starts_with("\0\0\xFE\xFF"sv)) {
    return Encoding::utf32;
  }
  if (head.starts_with("\xFF\xFE"sv)) {
    return Encoding::utf16le;
  }
  if (head.starts_with("\xFE\xFF"sv)) {
    return Encoding::utf16be;
  }
  return head.starts_with(utf8_mark) ? Encoding::utf8 : by_nuls(head.substr(0, head_most));
}

std::string_view name_of(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf16le:
      return "UTF-16LE";
    case Encoding::utf16be:
      return "UTF-16BE";
    case Encoding::utf32:
      return "UTF-32";
    case Encoding::utf8:
      break;
  }
  return "UTF-8";
}

void Utf16Decoder::decode(std::string_view bytes, std::string& out) {
  constexpr std::size_t piece = 16384;  // keeps the units small whatever comes in
  while (!bytes.empty()) {
    for (std::size_t i = 0; i < piece && !bytes.empty(); ++i) {
      half_ += bytes.front();
      bytes.remove_prefix(1);
      if (half_.size() == 2) {
        const auto first = static_cast<unsigned char>(half_[0]);
        const auto second = static_cast<unsigned char>(half_[1]);
        const unsigned unit = big_endian_ ? (first << 8U | second) : (second << 8U | first);
        half_.clear();
        if (begun_ || unit != mark) {
          units_ += static_cast<char16_t>(unit);
        }
        begun_ = true;
      }
    }
    convert(out);
  }
}

void Utf16Decoder::convert(std::string& out) {
  char16_t waits = 0;
  if (!units_.empty() && U16_IS_LEAD(units_.back())) {
    waits = units_.back();
    units_.pop_back();
  }
  const std::size_t before = out.size();
  constexpr std::size_t most = 3;  // UTF-8 bytes of one UTF-16 unit
  out.resize(before + units_.size() * most);
  std::int32_t length = 0;
  std::int32_t substituted = 0;
  UErrorCode error = U_ZERO_ERROR;
  u_strToUTF8WithSub(out.data() + before, static_cast<std::int32_t>(out.size() - before), &length, units_.data(),
                     static_cast<std::int32_t>(units_.size()), replacement, &substituted, &error);
  // A terminating NUL that finds no room is only a warning, and nothing else can fail with a replacement at hand.
  out.resize(before + (U_SUCCESS(error) ? static_cast<std::size_t>(length) : 0));
  broken_ += static_cast<std::uint64_t>(substituted);
  units_.clear();
  if (waits != 0) {
    units_ += waits;
  }
}

void Utf16Decoder::finish(std::string& out) {
  for (std::size_t waiting = units_.size() + (half_.empty() ? 0 : 1); waiting > 0; --waiting) {
    out += "\xEF\xBF\xBD";
    ++broken_;
  }
  units_.clear();
  half_.clear();
}

}  // namespace readout::source
