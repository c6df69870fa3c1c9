// Any bytes, in any form of input, through the whole of Readout: the record must keep to what check_spans() promises,
// and both ways of writing it must end. The first byte picks the form, the rest is the file.
#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>

#include "readout/compare.hpp"
#include "readout/outputs.hpp"
#include "readout/reader.hpp"
#include "readout/record.hpp"
#include "readout/source.hpp"

namespace {

constexpr std::array endings{".txt", ".jsonl", ".csv"};

[[noreturn]] void give_up(const readout::Error& error) {
  std::fprintf(stderr, "%s\n", readout::to_string(error).c_str());
  std::abort();
}

readout::Knowledge load() {
  auto knowledge = readout::Knowledge::load(READOUT_SOURCE_DIR "/data");
  if (!knowledge) {
    give_up(knowledge.error());
  }
  return std::move(*knowledge);
}

// The file that the inputs are laid in: forms are told by the file's ending too.
std::string place(std::size_t form) {
  static const std::string folder = [] {
    auto path = std::filesystem::temp_directory_path() / ("readout-fuzz-" + std::to_string(::getpid()));
    std::filesystem::create_directories(path);
    std::atexit([] {
      std::error_code ignored;
      std::filesystem::remove_all(
          std::filesystem::temp_directory_path() / ("readout-fuzz-" + std::to_string(::getpid())), ignored);
    });
    return path.string();
  }();
  return folder + "/input" + endings.at(form);
}

void read_through(readout::Reports& reports, readout::Reader& reader) {
  while (auto report = reports.next()) {
    if (!*report) {
      continue;  // told and passed over, as it should be
    }
    const readout::Record record = reader.read(std::move(**report));
    if (const auto status = readout::check_spans(record); !status) {
      give_up(status.error());
    }
    std::string out;
    const auto comparison = readout::compare({record}, "USA", "CHN");
    readout::write_json(comparison, out);
    readout::write_html(comparison, out);
    readout::write_text(comparison, {}, out);
    readout::write_jsonl(record, out);
    readout::write_text(record, {.color = true, .width = 80, .acts = 0}, out);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static readout::Reader reader(load());
  if (size == 0) {
    return 0;
  }
  const std::string path = place(data[0] % endings.size());
  std::ofstream(path, std::ios::binary | std::ios::trunc)
      .write(reinterpret_cast<const char*>(data + 1), static_cast<std::streamsize>(size - 1));
  readout::Reports reports({path}, {.text_bytes = 64U << 10U, .row_bytes = 256U << 10U});
  read_through(reports, reader);
  return 0;
}
