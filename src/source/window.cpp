// The window's bytes lie in one string that is reused; a row that made it large does not keep it large.
#include "source/window.hpp"

#include <algorithm>
#include <cstring>

#include "source/foreign.hpp"

namespace readout::source {

namespace {

constexpr std::size_t chunk = 64U << 10U;
constexpr std::size_t large = 4U << 20U;

}  // namespace

void Window::make_room(std::size_t count) {
  const std::size_t kept = end_ - begin_;
  if (begin_ > 0) {
    if (bytes_.capacity() > large && kept + count < large / 4) {
      std::string small(kept + count + padding, '\0');
      std::memcpy(small.data(), bytes_.data() + begin_, kept);
      bytes_ = std::move(small);
    } else {
      std::memmove(bytes_.data(), bytes_.data() + begin_, kept);
    }
    begin_ = 0;
    end_ = kept;
  }
  const std::size_t needed = end_ + count + padding;
  if (expected_ > 0) {
    bytes_.reserve(std::max<std::size_t>(needed, expected_ + 1 + padding));
    expected_ = 0;
  }
  if (bytes_.size() < needed) {
    bytes_.resize(needed);
  }
}

Result<std::size_t> Window::read_in(std::size_t most) {
  // Within what is reserved first: a file of known size then never makes the string grow.
  const std::size_t reserved = bytes_.capacity() > end_ + padding ? bytes_.capacity() - end_ - padding : 0;
  make_room(reserved > 0 && begin_ == 0 ? std::min(most, reserved) : most);
  Result<std::size_t> count = stream_->read(std::span(bytes_).subspan(end_, bytes_.size() - end_ - padding));
  if (count) {
    end_ += *count;
  }
  return count;
}

Result<bool> Window::detect() {
  detected_ = true;
  // How much is looked at depends on the bytes alone, never on the pieces in which a pipe delivers them.
  std::size_t seen = 0;
  for (;;) {
    const std::size_t line = ready().find('\n');
    seen = std::max(line == std::string_view::npos ? head_most : line + 1, head_least);
    seen = std::min(seen, head_most);
    if (ready().size() >= seen) {
      break;
    }
    const auto count = read_in(chunk);
    if (!count) {
      return count.error();
    }
    if (*count == 0) {
      ended_ = true;
      break;
    }
  }
  const std::string_view head = ready().substr(0, seen);
  if (auto foreign = foreign_kind(head)) {
    return *std::move(foreign);
  }
  encoding_ = detect_encoding(head);
  if (encoding_ == Encoding::utf32) {
    return Error{{}, 0, "is in UTF-32", "convert it first: iconv -f UTF-32 -t UTF-8"};
  }
  if (encoding_ == Encoding::utf8) {
    if (auto error = not_text(head)) {
      return *std::move(error);
    }
    return !ready().empty();
  }
  decoder_.emplace(encoding_ == Encoding::utf16be);
  hash_.emplace();
  return convert();
}

// All that is ready is still UTF-16, and is made UTF-8.
Result<bool> Window::convert() {
  const std::string raw(ready());
  std::string decoded;
  hash_->add(raw);
  decoder_->decode(raw, decoded);
  if (ended_) {
    decoder_->finish(decoded);
  }
  end_ = begin_ = 0;
  make_room(decoded.size());
  std::memcpy(bytes_.data(), decoded.data(), decoded.size());
  end_ = decoded.size();
  if (decoded.empty() && !ended_) {
    return more();
  }
  return !decoded.empty();
}

Result<bool> Window::more() {
  if (!detected_) {
    return detect();
  }
  if (ended_) {
    return false;
  }
  if (!decoder_) {
    const auto count = read_in(chunk);
    if (!count) {
      return count.error();
    }
    ended_ = *count == 0;
    return !ended_;
  }
  std::string raw(chunk, '\0');
  std::string decoded;
  while (decoded.empty() && !ended_) {
    const auto count = stream_->read(raw);
    if (!count) {
      return count.error();
    }
    hash_->add(std::string_view(raw).substr(0, *count));
    decoder_->decode(std::string_view(raw).substr(0, *count), decoded);
    if (*count == 0) {
      ended_ = true;
      decoder_->finish(decoded);
    }
  }
  make_room(decoded.size());
  std::memcpy(bytes_.data() + end_, decoded.data(), decoded.size());
  end_ += decoded.size();
  return !decoded.empty();
}

std::string Window::take_all() {
  std::string all;
  // A much larger buffer is not kept alive for a small text.
  if (begin_ == 0 && bytes_.capacity() < end_ + end_ / 4 + 4096) {
    bytes_.resize(end_);
    all = std::move(bytes_);
  } else {
    all = std::string(ready());
  }
  bytes_.clear();
  begin_ = end_ = 0;
  return all;
}

Result<bool> Window::want(std::size_t count) {
  while (ready().size() < count) {
    auto grown = more();
    if (!grown || !*grown) {
      return grown;
    }
  }
  return true;
}

Status Window::skip_mark() {
  const auto enough = want(utf8_mark.size());
  if (!enough) {
    return enough.error();
  }
  if (encoding_ == Encoding::utf8 && ready().starts_with(utf8_mark)) {
    take(utf8_mark.size());
  }
  return ok();
}

}  // namespace readout::source
