// Which kernels this processor runs.
#include "network/kernels.hpp"

#include <array>
#include <cstdlib>
#include <string_view>

namespace readout::network {

namespace {

struct Found {
  std::array<const Kernels*, 3> kinds{};
  std::size_t count = 0;

  Found() {
    for (const Kernels* kind : {&scalar_kernels(), avx2_kernels(), vnni_kernels()}) {
      if (kind != nullptr) {
        kinds[count++] = kind;
      }
    }
  }
};

const Found& found() {
  static const Found kinds;
  return kinds;
}

}  // namespace

std::span<const Kernels* const> all_kernels() {
  return std::span(found().kinds).first(found().count);
}

const Kernels& best_kernels() {
  const auto kinds = all_kernels();
  if (const char* wanted = std::getenv("READOUT_KERNELS"); wanted != nullptr) {
    for (const Kernels* kind : kinds) {
      if (kind->name == std::string_view(wanted)) {
        return *kind;
      }
    }
  }
  return *kinds.back();
}

}  // namespace readout::network
