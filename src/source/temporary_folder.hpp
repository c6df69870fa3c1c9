// For tests: a folder that is gone when the test ends, and everything that a reader gives.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "readout/source.hpp"
#include "source/readers.hpp"

namespace readout::source {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = testing::TempDir() + "/readout_source_XXXXXX";
    path_ = ::mkdtemp(name.data());
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  // Writes a file and returns its path.
  std::string put(const std::string& name, std::string_view bytes) const {
    const std::filesystem::path file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
    return file.string();
  }
  [[nodiscard]] std::string operator/(const std::string& name) const { return (path_ / name).string(); }
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

// What came, sorted into two lists.
struct Taken {
  std::vector<Report> reports;
  std::vector<Error> errors;
  std::string order;  // 'r' and 'e' in the order in which they came
};

template <typename Reader>
Taken take_from(Reader& reader) {
  Taken taken;
  while (auto next = reader.next()) {
    if (*next) {
      const Report& report = **next;
      EXPECT_LE(report.body_begin, report.body_end);
      EXPECT_LE(report.body_end, report.text.size());
      for (const std::size_t at :
           {report.title_span.begin, report.title_span.end, report.body_begin, report.body_end}) {
        EXPECT_TRUE(base::is_boundary(report.text, at)) << at;
      }
      taken.reports.push_back(std::move(**next));
      taken.order += 'r';
    } else {
      taken.errors.push_back(next->error());
      taken.order += 'e';
    }
  }
  return taken;
}

// Bytes as a file PATH of that form; they come `most` at a time, which must never matter.
inline Taken take_bytes(Form form, std::string_view bytes, SourceLimits limits = {}, const std::string& path = "day.x",
                        std::size_t most = 1U << 20U) {
  const auto reader = make_reader(form, origin_of(path), Window(std::make_unique<MemoryStream>(bytes, most)), limits);
  return take_from(*reader);
}

inline Taken take_inputs(std::vector<std::string> inputs, SourceLimits limits = {}) {
  Reports reports(std::move(inputs), limits);
  return take_from(reports);
}

}  // namespace readout::source
