// Which sayings stand within which: words within words, and whose words they are.
#pragma once

#include <cstddef>
#include <vector>

#include "acts/sayings.hpp"

namespace readout::acts {

inline constexpr std::size_t no_saying = SIZE_MAX;
inline constexpr std::size_t look_around = 48;  // sayings; what nests stands close

struct Nest {
  std::vector<Saying> sayings;       // in text order
  std::vector<std::size_t> parents;  // [sayings] the one within whose words it stands; no_saying for none; no circles
};

// Drops what nobody says, joins two cues with the same words, gives each quotation without a cue to whoever spoke last,
// and cuts words to those they stand in.
[[nodiscard]] Nest nest(const Tree& tree, std::vector<Saying> sayings, const std::vector<Quotation>& quotations);

// The cue of `inner` stands in the words of `outer`.
[[nodiscard]] bool is_inside(const Saying& inner, const Saying& outer);

}  // namespace readout::acts
