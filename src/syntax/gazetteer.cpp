// The same as gazetteer_bits in train/english/words.py.
#include "syntax/gazetteer.hpp"

#include <algorithm>

#include "network/words.hpp"

namespace readout::syntax {

namespace {

constexpr std::size_t longest = 8;       // words
constexpr std::uint32_t kinds = 0x3F;    // four kinds of name, first names, last names
constexpr std::uint32_t goes_on = 0x80;  // a longer name begins like this

std::uint16_t mask_of(std::uint32_t found, bool first) {
  std::uint32_t mask = (found >> 4U & 3U) << 8U;
  for (std::uint32_t kind = 0; kind < 4; ++kind) {
    if ((found >> kind & 1U) != 0) {
      mask |= 1U << (2 * kind + (first ? 0 : 1));
    }
  }
  return static_cast<std::uint16_t>(mask);
}

}  // namespace

void match_names(const network::Index& names, std::string_view text, std::span<const Span> words,
                 std::span<const std::string_view> plain, std::vector<std::uint16_t>& masks) {
  masks.assign(words.size(), 0);
  for (std::size_t at = 0; at < words.size();) {
    std::size_t best = 0;
    std::uint32_t what = 0;
    if (network::has_early_capital(slice(text, words[at]))) {
      std::uint32_t hash = network::fnv_start;
      for (std::size_t end = at; end < std::min(words.size(), at + longest); ++end) {
        hash = network::fnv(" ", network::fnv(plain[end], hash));
        const std::uint32_t found = names.find(network::mix(hash));
        if (found == network::Index::none) {
          break;
        }
        if ((found & kinds) != 0) {
          best = end + 1 - at;
          what = found & kinds;
        }
        if ((found & goes_on) == 0) {
          break;
        }
      }
    }
    for (std::size_t i = 0; i < best; ++i) {
      masks[at + i] = mask_of(what, i == 0);
    }
    at += std::max<std::size_t>(1, best);
  }
}

}  // namespace readout::syntax
