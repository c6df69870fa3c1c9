// Files by POSIX descriptors: interrupted calls are made again, and every failure says why.
#include "source/stream.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace readout::source {

Result<std::size_t> MemoryStream::read(std::span<char> into) {
  const std::size_t count = std::min({rest_.size(), into.size(), most_});
  std::copy_n(rest_.data(), count, into.data());
  rest_.remove_prefix(count);
  return count;
}

FileStream::~FileStream() {
  if (owned_) {
    ::close(descriptor_);
  }
}

Result<std::size_t> FileStream::read(std::span<char> into) {
  for (;;) {
    const ssize_t count = ::read(descriptor_, into.data(), into.size());
    if (count >= 0) {
      counter_.fetch_add(static_cast<std::uint64_t>(count), std::memory_order_relaxed);
      return static_cast<std::size_t>(count);
    }
    if (errno != EINTR) {
      return unreadable({}, errno);
    }
  }
}

Error unreadable(const std::string& path, int error_number) {
  std::string remedy;
  if (error_number == ENOENT) {
    remedy = "check the name";
  } else if (error_number == EACCES || error_number == EPERM) {
    remedy = "ask for permission to read it, or give it: chmod u+r";
  } else if (error_number == ELOOP) {
    remedy = "its symbolic links lead in a circle";
  } else if (error_number == EISDIR) {
    remedy = "name the folder itself";
  } else if (error_number == EBADF) {
    remedy = "standard input is closed";
  }
  return {path, 0, "cannot be read: " + std::generic_category().message(error_number), std::move(remedy)};
}

Result<OpenFile> open_file(const std::string& path, std::atomic<std::uint64_t>& counter) {
  const bool standard_input = path == "-";
  int descriptor = STDIN_FILENO;
  if (!standard_input) {
    do {
      descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
    } while (descriptor < 0 && errno == EINTR);
    if (descriptor < 0) {
      return unreadable(path, errno);
    }
  }
  OpenFile file{std::make_unique<FileStream>(descriptor, !standard_input, counter), {}};
  struct stat facts {};
  if (::fstat(descriptor, &facts) != 0) {
    return unreadable(path, errno);
  }
  if (S_ISDIR(facts.st_mode)) {
    return unreadable(path, EISDIR);
  }
  if (S_ISBLK(facts.st_mode)) {
    return Error{path, 0, "is a disk, not a file of reports", "name the files on it"};
  }
  // Files of /proc say that their size is 0 and are none the less read to their end.
  if (S_ISREG(facts.st_mode) && facts.st_size > 0) {
    file.size = static_cast<std::uint64_t>(facts.st_size);
  }
  return file;
}

}  // namespace readout::source
