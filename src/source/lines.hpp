// Lines of any length in bounded memory.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "readout/result.hpp"
#include "source/window.hpp"

namespace readout::source {

struct Line {
  std::string_view bytes;  // without the line feed; valid until the next line is asked for
  std::uint64_t number = 0;
  bool too_long = false;  // longer than the limit: `bytes` is empty
};

class Lines {
 public:
  Lines(Window window, std::uint64_t limit) : window_(std::move(window)), limit_(limit) {}

  // Nothing at the end. An error ends the lines.
  std::optional<Result<Line>> next();

 private:
  Window window_;
  std::uint64_t limit_;
  std::uint64_t number_ = 0;
  std::size_t given_ = 0;  // bytes of the line handed out last
  bool ended_ = false;
};

}  // namespace readout::source
