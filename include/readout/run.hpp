// Many reports through the pipeline on several threads, their records in the order of the reports: the same bytes for
// any number of threads.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>

#include "readout/reader.hpp"
#include "readout/source.hpp"

namespace readout {

struct RunOptions {
  unsigned threads = 1;
  const std::atomic<bool>* stop = nullptr;  // when it turns true, reports under way are finished and no more are begun
};

struct RunSummary {
  std::uint64_t reports = 0;
  std::uint64_t skipped = 0;  // inputs and rows that could not be read
  bool stopped = false;
};

// Calls `take` with each record and `skip` with each error, both on one thread at a time and in input order. Ends early
// with the error when `take` gives one (a full disk, a closed pipe).
Result<RunSummary> read_all(Reports& reports, const Knowledge& knowledge, const RunOptions& options,
                            const std::function<Status(Record)>& take, const std::function<void(const Error&)>& skip);

// The same for those who want what stands beneath the record.
Result<RunSummary> analyze_all(Reports& reports, const Knowledge& knowledge, const RunOptions& options,
                               const std::function<Status(Document)>& take,
                               const std::function<void(const Error&)>& skip);

// And for those who want the grammar alone, of every word (Reader::parse).
Result<RunSummary> parse_all(Reports& reports, const Knowledge& knowledge, const RunOptions& options,
                             const std::function<Status(Document)>& take,
                             const std::function<void(const Error&)>& skip);

}  // namespace readout
