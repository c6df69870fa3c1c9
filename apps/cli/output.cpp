#include "output.hpp"

#include <unistd.h>

#include <cerrno>
#include <system_error>

#include <fmt/format.h>

#include "commands.hpp"
#include "terminal.hpp"

namespace readout::cli {

namespace {

constexpr std::size_t enough = 256U << 10U;

std::string_view remedy_for(int error) {
  return error == ENOSPC || error == EDQUOT ? "make room, or write to another disk" : "";
}

}  // namespace

Output::Output() : at_once_(is_terminal(Stream::out)) {}

Status Output::take(std::string& text) {
  pending_ += text;
  text.clear();
  return at_once_ || pending_.size() >= enough ? flush() : ok();
}

Status Output::flush() {
  std::size_t written = 0;
  while (!closed_ && written < pending_.size()) {
    const ssize_t n = ::write(STDOUT_FILENO, pending_.data() + written, pending_.size() - written);
    if (n >= 0) {
      written += static_cast<std::size_t>(n);
    } else if (errno == EPIPE) {
      closed_ = true;
    } else if (errno != EINTR) {
      const int error = errno;
      pending_.clear();
      return Error{"standard output", 0, fmt::format("cannot be written: {}", std::generic_category().message(error)),
                   std::string(remedy_for(error))};
    }
  }
  pending_.clear();
  return ok();
}

int print(const std::string& text) {
  Output output;
  std::string rest = text;
  Status status = output.take(rest);
  if (status) {
    status = output.flush();
  }
  if (!status) {
    complain(status.error());
    return failed;
  }
  return done;
}

void complain(const std::string& message) {
  const std::string line = fmt::format("readout: {}\n", message);
  // Where standard error itself is gone there is nobody left to tell.
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, line.data(), line.size());
}

void complain(const Error& error) {
  complain(to_string(error));
}

}  // namespace readout::cli
