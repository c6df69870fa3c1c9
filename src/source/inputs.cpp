// Folders are walked in the order of names as bytes, so that the same folder gives the same reports on every machine.
#include "source/inputs.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <set>
#include <string_view>
#include <utility>

#include "source/stream.hpp"

namespace readout::source {

namespace {

namespace fs = std::filesystem;

bool has_known_ending(const std::string& name) {
  std::string ending = fs::path(name).extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  constexpr std::array<std::string_view, 4> known = {".txt", ".jsonl", ".ndjson", ".csv"};
  return std::find(known.begin(), known.end(), ending) != known.end();
}

class Walk {
 public:
  explicit Walk(std::vector<Entry>& entries) : entries_(entries) {}

  void input(const std::string& path) {
    if (path == "-") {
      entries_.push_back({path, {}, {}});
      return;
    }
    struct stat facts {};
    if (::stat(path.c_str(), &facts) != 0) {
      fail(path, errno);
    } else if (S_ISDIR(facts.st_mode)) {
      const std::size_t before = entries_.size();
      seen_.clear();
      folder(path, facts);
      if (entries_.size() == before) {
        entries_.push_back({path,
                            {},
                            Error{path, 0, "holds no .txt, .jsonl, .ndjson or .csv file",
                                  "name files with other endings themselves"}});
      }
    } else {
      file(path, facts);
    }
  }

 private:
  void fail(const std::string& path, int error_number) {
    entries_.push_back({path, 0, unreadable(path, error_number)});
  }

  void file(const std::string& path, const struct stat& facts) {
    const bool regular = S_ISREG(facts.st_mode);
    entries_.push_back({path, regular ? std::optional(static_cast<std::uint64_t>(facts.st_size)) : std::nullopt, {}});
  }

  void folder(const std::string& path, const struct stat& facts) {
    // Symbolic links may lead back; each real folder is walked once.
    if (!seen_.emplace(facts.st_dev, facts.st_ino).second) {
      return;
    }
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator at(path, error), end; !error && at != end; at.increment(error)) {
      names.push_back(at->path().filename().string());
    }
    if (error) {
      fail(path, error.value());
      return;
    }
    std::sort(names.begin(), names.end());
    for (const std::string& name : names) {
      if (!name.starts_with('.')) {
        below(path, name);
      }
    }
  }

  void below(const std::string& path, const std::string& name) {
    const std::string inner = (fs::path(path) / name).string();
    struct stat facts {};
    if (::stat(inner.c_str(), &facts) != 0) {
      // Links to nowhere matter only when they look like reports.
      if (has_known_ending(name)) {
        fail(inner, errno);
      }
    } else if (S_ISDIR(facts.st_mode)) {
      folder(inner, facts);
    } else if (S_ISREG(facts.st_mode) && has_known_ending(name)) {
      file(inner, facts);  // a pipe in a folder would keep us waiting for who knows whom
    }
  }

  std::vector<Entry>& entries_;
  std::set<std::pair<dev_t, ino_t>> seen_;
};

}  // namespace

std::vector<Entry> list_files(const std::vector<std::string>& inputs) {
  std::vector<Entry> entries;
  Walk walk(entries);
  for (const std::string& input : inputs) {
    walk.input(input);
  }
  return entries;
}

}  // namespace readout::source
