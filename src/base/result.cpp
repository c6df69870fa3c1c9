// How errors read.
#include "readout/result.hpp"

#include <fmt/format.h>

namespace readout {

std::string to_string(const Error& error) {
  std::string out;
  if (!error.file.empty()) {
    out = error.line > 0 ? fmt::format("{}:{}: ", error.file, error.line) : fmt::format("{}: ", error.file);
  }
  out += error.message;
  if (!error.remedy.empty()) {
    out += fmt::format(" ({})", error.remedy);
  }
  return out;
}

}  // namespace readout
