// Words as they are compared: lower case, without diacritics, apostrophes and full stops ("U.S." → "us" in capitals,
// "Erdoğan" → "erdogan"); how they were written is kept as a shape, because "US" is not "us".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace readout::actors {

enum class Shape : std::uint8_t {
  lower,    // no capital letter first
  capital,  // "Beijing", "McDonald": a capital first, small letters after
  caps,     // "US", "NATO"; also one capital alone
  other,    // digits, signs, scripts without case
};

struct Atom {
  std::string folded;
  Shape shape = Shape::other;
};

// Appends the atoms of one token or one name. Hyphens and spaces part atoms, "'s" is one of its own, a comma stands
// alone.
void split_atoms(std::string_view text, std::vector<Atom>& atoms);

// Lower case without diacritics; anything that is no Latin letter stays as it is.
[[nodiscard]] std::string fold(std::string_view text);

[[nodiscard]] Shape shape_of(std::string_view text);

// True when a text word of shape `text` can be a table word of shape `name`.
[[nodiscard]] constexpr bool fits(Shape name, Shape text) {
  switch (name) {
    case Shape::lower:
      return true;
    case Shape::capital:
      return text == Shape::capital || text == Shape::caps;
    case Shape::caps:
      return text == Shape::caps;
    case Shape::other:
      return true;
  }
  return false;
}

}  // namespace readout::actors
