// Bytes one after the other: from a file, a pipe or memory. What reads them needs not know from which.
#pragma once

#include <atomic>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "readout/result.hpp"

namespace readout::source {

class ByteStream {
 public:
  ByteStream() = default;
  ByteStream(const ByteStream&) = delete;
  ByteStream& operator=(const ByteStream&) = delete;
  virtual ~ByteStream() = default;

  // Puts at least one byte into `into` and says how many; 0 only at the end. Errors do not name the file.
  virtual Result<std::size_t> read(std::span<char> into) = 0;
};

// The caller keeps the bytes alive. `most` bytes are given at a time, so that tests can cut anywhere.
class MemoryStream final : public ByteStream {
 public:
  explicit MemoryStream(std::string_view bytes, std::size_t most = std::numeric_limits<std::size_t>::max())
      : rest_(bytes), most_(most) {}
  Result<std::size_t> read(std::span<char> into) override;

 private:
  std::string_view rest_;
  std::size_t most_;
};

class FileStream final : public ByteStream {
 public:
  // Closes `descriptor` at the end when it is `owned`; adds what it reads to `counter` as it goes.
  FileStream(int descriptor, bool owned, std::atomic<std::uint64_t>& counter)
      : descriptor_(descriptor), owned_(owned), counter_(counter) {}
  ~FileStream() override;
  Result<std::size_t> read(std::span<char> into) override;

 private:
  int descriptor_;
  bool owned_;
  std::atomic<std::uint64_t>& counter_;
};

struct OpenFile {
  std::unique_ptr<ByteStream> stream;
  std::optional<std::uint64_t> size;  // none for pipes and devices, which end when they end
};

// Opens a file, pipe or character device; "-" is standard input.
Result<OpenFile> open_file(const std::string& path, std::atomic<std::uint64_t>& counter);

// "cannot be read: WHY", with a remedy where there is a plain one.
[[nodiscard]] Error unreadable(const std::string& path, int error_number);

}  // namespace readout::source
