// What the user named, made a list of files: folders give what is readable below them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "readout/result.hpp"

namespace readout::source {

struct Entry {
  std::string path;
  std::optional<std::uint64_t> size;  // none for standard input, pipes and devices
  std::optional<Error> error;         // why this place has nothing to read
};

// In the order of `inputs`; a folder's files in the order of their names, each real folder once. An input that cannot
// be read stays in its place as an error.
[[nodiscard]] std::vector<Entry> list_files(const std::vector<std::string>& inputs);

}  // namespace readout::source
