// SHA-256 of bytes, as lower-case hexadecimal: how a document is known by its content.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace readout::base {

// For bytes that come piece by piece.
class Sha256 {
 public:
  Sha256();
  void add(std::string_view bytes);
  // Of all bytes added. Nothing may be added afterwards.
  [[nodiscard]] std::string hex();

 private:
  struct Free {
    void operator()(void* context) const;
  };
  std::unique_ptr<void, Free> context_;
};

[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace readout::base
