// A line that is too long is thrown away as it comes, up to its end.
#include "source/lines.hpp"

#include <utility>

namespace readout::source {

std::optional<Result<Line>> Lines::next() {
  if (ended_) {
    return std::nullopt;
  }
  if (number_++ == 0) {
    if (const Status marked = window_.skip_mark(); !marked) {
      ended_ = true;
      return marked.error();
    }
  }
  window_.take(std::exchange(given_, 0));
  std::size_t seen = 0;
  bool too_long = false;
  for (;;) {
    const std::string_view ready = window_.ready();
    const std::size_t at = ready.find('\n', seen);
    const bool found = at != std::string_view::npos;
    const std::size_t length = found ? at : ready.size();
    too_long = too_long || length > limit_;
    if (found) {
      given_ = at + 1;
      return Line{too_long ? std::string_view() : ready.substr(0, at), number_, too_long};
    }
    if (too_long) {
      window_.take(length);
    }
    seen = too_long ? 0 : length;
    const auto grown = window_.more();
    if (!grown) {
      ended_ = true;
      return grown.error();
    }
    if (!*grown) {
      ended_ = true;
      if (seen == 0 && !too_long) {
        return std::nullopt;
      }
      return Line{window_.ready(), number_, too_long};
    }
  }
}

}  // namespace readout::source
