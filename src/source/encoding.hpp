// Which encoding bytes are in, and UTF-16 to UTF-8 piece by piece.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace readout::source {

enum class Encoding { utf8, utf16le, utf16be, utf32 };

inline constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

// As many first bytes as detect_encoding() is shown at most, and what it is content with once a line has ended.
inline constexpr std::size_t head_most = 4096;
inline constexpr std::size_t head_least = 256;

// By byte order mark; without one, UTF-16 by where its NUL bytes fall. Anything else is taken for UTF-8.
[[nodiscard]] Encoding detect_encoding(std::string_view head);

// "UTF-16LE", …
[[nodiscard]] std::string_view name_of(Encoding encoding);

class Utf16Decoder {
 public:
  explicit Utf16Decoder(bool big_endian) : big_endian_(big_endian) {}

  // Appends the UTF-8 of `bytes` to `out`. The byte order mark is dropped; half a character waits for the next piece.
  void decode(std::string_view bytes, std::string& out);
  // The input has ended: what still waits is broken.
  void finish(std::string& out);

  // How many units without a partner became U+FFFD.
  [[nodiscard]] std::uint64_t broken() const { return broken_; }

 private:
  void convert(std::string& out);

  bool big_endian_;
  bool begun_ = false;
  std::string half_;      // an odd byte
  std::u16string units_;  // of the piece at hand; between pieces at most a lead surrogate
  std::uint64_t broken_ = 0;
};

}  // namespace readout::source
