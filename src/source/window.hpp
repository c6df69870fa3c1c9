// A sliding window over a stream: the bytes read and not yet taken, as UTF-8. Input in UTF-16 is converted on the way,
// so that no reader has to think of it; what is no text at all is an error here, before anything is made of it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/sha256.hpp"
#include "readout/result.hpp"
#include "source/encoding.hpp"
#include "source/stream.hpp"

namespace readout::source {

class Window {
 public:
  explicit Window(std::unique_ptr<ByteStream> stream) : stream_(std::move(stream)) {}

  // Stays valid until more(), take_all() or the end of the window. After it lie `padding` bytes that may be read.
  [[nodiscard]] std::string_view ready() const { return std::string_view(bytes_).substr(begin_, end_ - begin_); }

  // Reads on: true when ready() has grown, false at the end.
  Result<bool> more();

  // Precondition: count ≤ ready().size().
  void take(std::size_t count) { begin_ += count; }

  // Everything that is ready, moved out where it can be.
  [[nodiscard]] std::string take_all();

  // Reads until `count` bytes are ready or the input ends. False when the input ended before.
  Result<bool> want(std::size_t count);

  // Takes a UTF-8 byte order mark at the beginning.
  Status skip_mark();

  // Makes room for as many bytes at once: for a reader that keeps all of a file.
  void expect(std::uint64_t bytes) { expected_ = bytes; }

  // Known after the first more().
  [[nodiscard]] Encoding encoding() const { return encoding_; }
  // UTF-16 only: how many units were broken, and at the end the hash of the bytes before conversion.
  [[nodiscard]] std::uint64_t broken() const { return decoder_ ? decoder_->broken() : 0; }
  [[nodiscard]] std::string input_sha256() { return hash_ ? hash_->hex() : std::string(); }

  static constexpr std::size_t padding = 64;  // what simdjson may read beyond a line

 private:
  void make_room(std::size_t count);
  Result<std::size_t> read_in(std::size_t most);
  Result<bool> detect();
  Result<bool> convert();

  std::unique_ptr<ByteStream> stream_;
  std::string bytes_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::uint64_t expected_ = 0;
  bool detected_ = false;
  bool ended_ = false;
  Encoding encoding_ = Encoding::utf8;
  std::optional<Utf16Decoder> decoder_;
  std::optional<base::Sha256> hash_;
};

}  // namespace readout::source
