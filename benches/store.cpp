// Speed of the store itself: reports of 9 KB with the rows that reading gives them, put one after the other.
// `store STORE.db` takes the rows of the reports in a store that `readout read --into` made; their texts are repeated
// to 9 KB. Prints reports a second of processor time and of the clock.
#include <fmt/format.h>

#include <chrono>
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

#include "readout/store.hpp"

namespace {

constexpr std::size_t text_bytes = 9000;
constexpr std::size_t reports = 3000;

int complain(const readout::Error& error) {
  fmt::print(stderr, "{}\n", readout::to_string(error));
  return 1;
}

// So many different contents, seen at as many places.
std::vector<readout::Record> many_of(const std::vector<readout::Record>& read) {
  std::vector<readout::Record> many;
  for (std::size_t i = 0; i < reports; ++i) {
    readout::Record record = read[i % read.size()];
    const std::string text = record.text.empty() ? " " : record.text;
    while (record.text.size() < text_bytes) {
      record.text += text.substr(0, text_bytes - record.text.size());
    }
    record.document.bytes = record.text.size();
    record.document.sha256 = fmt::format("{:064x}", i * 0x9E3779B97F4A7C15ULL);
    record.document.url = fmt::format("https://example.org/{}", i);
    many.push_back(std::move(record));
  }
  return many;
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) {
    fmt::print(stderr, "usage: store STORE.db\n");
    return 2;
  }
  std::vector<readout::Record> read;
  {
    const auto from = readout::Store::open_readonly(words[1]);
    if (!from) {
      return complain(from.error());
    }
    const auto taken = from->each([&](const readout::Record& record) {
      read.push_back(record);
      return readout::ok();
    });
    if (!taken || read.empty()) {
      return taken ? 2 : complain(taken.error());
    }
  }
  const auto records = many_of(read);
  const auto path = std::filesystem::temp_directory_path() / fmt::format("readout-bench.{}.db", std::clock());
  auto store = readout::Store::open(path.string());
  if (!store) {
    return complain(store.error());
  }
  const auto begin = std::chrono::steady_clock::now();
  const std::clock_t cpu = std::clock();
  for (const auto& record : records) {
    if (const auto put = store->put(record); !put) {
      return complain(put.error());
    }
  }
  if (const auto kept = store->commit(); !kept) {
    return complain(kept.error());
  }
  const double cpu_seconds = static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC;
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  fmt::print("{} reports of {} bytes: {:.0f} a second of one core, {:.0f} by the clock\n", reports, text_bytes,
             reports / cpu_seconds, reports / seconds.count());
  std::filesystem::remove(path);
  return 0;
}
