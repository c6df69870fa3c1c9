// Known kinds by their first bytes; unknown ones by control characters, which text hardly has.
#include "source/foreign.hpp"

#include <array>

#include "base/utf8.hpp"

namespace readout::source {

namespace {

using namespace std::string_view_literals;

struct Kind {
  std::string_view first;
  std::string_view what;
  std::string_view remedy;
};

constexpr std::string_view unpack = "unpack it first";
constexpr std::string_view save_as_text = "save it as plain text first";

constexpr std::array kinds = {
    Kind{"%PDF-"sv, "is a PDF file", "make text of it first: pdftotext"},
    Kind{"\x1F\x8B"sv, "is a gzip file", "unpack it first: gunzip"},
    Kind{"BZh"sv, "is a bzip2 file", "unpack it first: bunzip2"},
    Kind{"\xFD\x37zXZ\0"sv, "is an xz file", "unpack it first: unxz"},
    Kind{"\x28\xB5\x2F\xFD"sv, "is a Zstandard file", "unpack it first: unzstd"},
    Kind{"PK\x03\x04"sv, "is a ZIP file or an office document", "unpack it, or save it as plain text, first"},
    Kind{"PK\x05\x06"sv, "is an empty ZIP file", unpack},
    Kind{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "is an office document", save_as_text},
    Kind{"{\\rtf"sv, "is a Rich Text file", save_as_text},
    Kind{"\x89PNG\r\n"sv, "is a PNG picture", "recognise its text first"},
    Kind{"\xFF\xD8\xFF"sv, "is a JPEG picture", "recognise its text first"},
    Kind{"GIF8"sv, "is a GIF picture", "recognise its text first"},
    Kind{"SQLite format 3\0"sv, "is a database", "show a store of Readout with: readout show"},
    Kind{"\x7F"
         "ELF"sv,
         "is a program", "name a file of reports"},
};

bool is_control(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  constexpr std::string_view usual = "\b\t\n\v\f\r\x1B";  // teletypes and terminals leave these in text
  return (value < 0x20 && usual.find(byte) == std::string_view::npos) || value == 0x7F;
}

// Random bytes are controls to a tenth and broken UTF-8 to a half; text in an old 8-bit encoding has no controls.
bool looks_binary(std::string_view head) {
  std::size_t controls = 0;
  std::size_t broken = 0;
  for (std::size_t at = 0; at < head.size();) {
    const base::CodePoint unit = base::decode(head, at);
    controls += unit.valid && is_control(head[at]) ? 1 : 0;
    broken += unit.valid ? 0 : 1;
    at += unit.length;
  }
  constexpr std::size_t few = 8;  // a stray NUL or two do not make a file binary
  return controls >= few && (controls * 10 > head.size() || (controls * 50 > head.size() && broken * 5 > head.size()));
}

}  // namespace

std::optional<Error> foreign_kind(std::string_view head) {
  for (const Kind& kind : kinds) {
    if (head.starts_with(kind.first)) {
      return Error{{}, 0, std::string(kind.what), std::string(kind.remedy)};
    }
  }
  return std::nullopt;
}

std::optional<Error> not_text(std::string_view head) {
  if (looks_binary(head)) {
    return Error{{}, 0, "is not text", "name a file of text in UTF-8 or UTF-16"};
  }
  return std::nullopt;
}

}  // namespace readout::source
