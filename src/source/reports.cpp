// The inputs one after the other, each opened when its turn comes and closed when it ends.
#include <algorithm>
#include <atomic>
#include <exception>
#include <utility>

#include "readout/source.hpp"
#include "source/inputs.hpp"
#include "source/readers.hpp"

namespace readout {

struct Reports::State {
  std::vector<std::string> inputs;
  SourceLimits limits;
  std::vector<source::Entry> entries;
  std::size_t next_entry = 0;
  bool listed = false;
  std::unique_ptr<source::FormReader> reader;
  std::string path;  // of the reader
  // Read by who shows the progress while another thread reads.
  std::atomic<std::uint64_t> read{0};
  std::atomic<std::uint64_t> total{0};
  std::uint64_t read_after = 0;  // what `read` must be at the end of the present input, read to its end or not

  void list();
  std::optional<Error> open(const source::Entry& entry);
  std::optional<Result<Report>> step();
};

void Reports::State::list() {
  listed = true;
  entries = source::list_files(inputs);
  std::uint64_t sum = 0;
  for (const source::Entry& entry : entries) {
    if (!entry.size && !entry.error) {
      return;  // no saying how much a pipe will give
    }
    sum += entry.size.value_or(0);
  }
  total = sum;
}

std::optional<Error> Reports::State::open(const source::Entry& entry) {
  read_after = read + entry.size.value_or(0);
  path = entry.path;
  auto file = source::open_file(entry.path, read);
  if (!file) {
    return file.error();
  }
  source::Form form = source::form_of_name(entry.path);
  if (form == source::Form::plain_text && file->size) {
    if (*file->size > limits.row_bytes) {
      // Nothing of it need be read to know.
      return Error{entry.path, 0, "is longer than " + std::to_string(limits.row_bytes) + " bytes",
                   "split it into one file a report"};
    }
  }
  source::Window window(std::move(file->stream));
  if (form == source::Form::plain_text && file->size) {
    window.expect(*file->size);
  } else if (form == source::Form::plain_text) {
    const auto told = source::form_of_stream(window);
    if (!told) {
      Error error = told.error();
      error.file = entry.path;
      return error;
    }
    form = *told;
  }
  reader = source::make_reader(form, source::origin_of(entry.path), std::move(window), limits);
  return std::nullopt;
}

std::optional<Result<Report>> Reports::State::step() {
  if (!listed) {
    list();
  }
  for (;;) {
    if (reader != nullptr) {
      if (auto report = reader->next()) {
        return report;
      }
      reader.reset();
      read = std::max(read.load(), read_after);
    }
    if (next_entry >= entries.size()) {
      return std::nullopt;
    }
    const source::Entry& entry = entries[next_entry++];
    if (entry.error) {
      return *entry.error;
    }
    if (auto error = open(entry)) {
      read = std::max(read.load(), read_after);
      return *std::move(error);
    }
  }
}

Reports::Reports(std::vector<std::string> inputs, SourceLimits limits) : state_(std::make_unique<State>()) {
  state_->inputs = std::move(inputs);
  // Spans are 32 bits wide, and UTF-16 may grow by half.
  constexpr std::uint64_t most = 1U << 30U;
  state_->limits = {std::min(limits.text_bytes, most), std::min(limits.row_bytes, most)};
}

Reports::~Reports() = default;
Reports::Reports(Reports&&) noexcept = default;
Reports& Reports::operator=(Reports&&) noexcept = default;

std::optional<Result<Report>> Reports::next() {
  try {
    return state_->step();
  } catch (const std::exception& error) {  // out of memory: this input is given up, the others go on
    state_->reader.reset();
    return Error{state_->path, 0, std::string("cannot be read: ") + error.what(), "split it into smaller files"};
  }
}

std::uint64_t Reports::bytes_read() const {
  return state_->read.load(std::memory_order_relaxed);
}

std::uint64_t Reports::bytes_total() const {
  return state_->total.load(std::memory_order_relaxed);
}

}  // namespace readout
