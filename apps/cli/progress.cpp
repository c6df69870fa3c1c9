#include "progress.hpp"

#include <unistd.h>

#include <algorithm>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "terminal.hpp"

namespace readout::cli {

namespace {

void write_out(std::string_view text) {
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
}

}  // namespace

Progress::Progress(bool wanted)
    : next_(begin_ + std::chrono::seconds(1)), wanted_(wanted && is_terminal(Stream::err)) {}

void Progress::tell(std::uint64_t reports, std::uint64_t bytes_read, std::uint64_t bytes_total) {
  if (!wanted_ || Clock::now() < next_) {
    return;
  }
  next_ = Clock::now() + std::chrono::milliseconds(100);
  const double seconds = std::chrono::duration<double>(Clock::now() - begin_).count();
  std::string line = fmt::format("\r{} reports, {:.0f} a second", reports, static_cast<double>(reports) / seconds);
  if (bytes_total > 0) {
    const std::uint64_t percent = std::min<std::uint64_t>(100, bytes_read * 100 / bytes_total);
    line += fmt::format(", {} % of {:.1f} MB", percent, static_cast<double>(bytes_total) / 1e6);
  }
  write_out(line + "\033[K");
  drawn_ = true;
}

void Progress::clear() {
  if (drawn_) {
    write_out("\r\033[K");
    drawn_ = false;
  }
}

}  // namespace readout::cli
