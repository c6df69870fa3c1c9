// Reports in, results out in the order of the reports: one reading stage in the middle of a TBB pipeline, with a Reader
// of its own for each thread. A document's number is given where reports are taken in, so that no thread can change it.
#include "readout/run.hpp"

#include <algorithm>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <oneapi/tbb/enumerable_thread_specific.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>

namespace readout {

namespace {

// One report on its way: what came in, and what became of it.
template <typename Product>
struct Item {
  std::optional<Report> report;
  std::optional<Product> product;
  std::optional<Error> error;
  std::uint64_t number = 0;  // 1-based among the reports that could be read
};

template <typename Product>
using ItemPtr = std::shared_ptr<Item<Product>>;  // TBB copies what it carries

Error lost_to(std::string path, std::uint64_t line, const char* what) {
  return {std::move(path), line, std::string("cannot be read: ") + what, "report this as a fault of Readout"};
}

// `work` makes a Product of (Reader&, Report, number); `take` and `skip` are those of run.hpp.
template <typename Product, typename Work>
class Run {
 public:
  Run(Reports& reports, const Knowledge& knowledge, const RunOptions& options, Work work,
      const std::function<Status(Product)>& take, const std::function<void(const Error&)>& skip)
      : reports_(reports), options_(options), work_(std::move(work)), take_(take), skip_(skip), readers_([knowledge] {
          return Reader(knowledge);
        }) {}

  Result<RunSummary> operator()() {
    const std::size_t threads = std::max(1U, options_.threads);
    // Some reports are a hundred times longer than others: a few in stock keep every thread busy.
    const std::size_t under_way = threads * 4;
    const oneapi::tbb::global_control limit(oneapi::tbb::global_control::max_allowed_parallelism, threads);
    namespace tbb = oneapi::tbb;
    try {
      tbb::parallel_pipeline(
          under_way,
          tbb::make_filter<void, ItemPtr<Product>>(tbb::filter_mode::serial_in_order,
                                                   [this](tbb::flow_control& flow) { return begin(flow); }) &
              tbb::make_filter<ItemPtr<Product>, ItemPtr<Product>>(
                  tbb::filter_mode::parallel, [this](ItemPtr<Product> item) { return work_on(std::move(item)); }) &
              tbb::make_filter<ItemPtr<Product>, void>(tbb::filter_mode::serial_in_order,
                                                       [this](ItemPtr<Product> item) { finish(std::move(item)); }));
    } catch (const std::exception& error) {  // out of memory, or a callback that threw
      return Error{{}, 0, error.what(), "read fewer inputs at once, or on fewer threads"};
    }
    if (failure_) {
      return *failure_;
    }
    return summary_;
  }

 private:
  ItemPtr<Product> begin(oneapi::tbb::flow_control& flow) {
    if (options_.stop != nullptr && options_.stop->load()) {
      summary_.stopped = true;
      flow.stop();
      return nullptr;
    }
    std::optional<Result<Report>> next = failed_.load() ? std::nullopt : reports_.next();
    if (!next) {
      flow.stop();
      return nullptr;
    }
    auto item = std::make_shared<Item<Product>>();
    if (*next) {
      item->report = std::move(**next);
      item->number = ++number_;
    } else {
      item->error = next->error();
    }
    return item;
  }

  ItemPtr<Product> work_on(ItemPtr<Product> item) {
    if (item->report && !failed_.load()) {
      std::string path = item->report->path;
      const std::uint64_t line = item->report->line;
      try {
        item->product = work_(readers_.local(), std::move(*item->report), item->number);
      } catch (const std::exception& error) {
        item->error = lost_to(std::move(path), line, error.what());
      }
    }
    item->report.reset();
    return item;
  }

  void finish(ItemPtr<Product> item) {
    if (failed_.load()) {
      return;
    }
    if (item->error) {
      ++summary_.skipped;
      skip_(*item->error);
      return;
    }
    if (Status taken = take_(std::move(*item->product)); !taken) {
      failure_ = taken.error();
      failed_.store(true);
      return;
    }
    ++summary_.reports;
  }

  Reports& reports_;
  const RunOptions& options_;
  Work work_;
  const std::function<Status(Product)>& take_;
  const std::function<void(const Error&)>& skip_;
  oneapi::tbb::enumerable_thread_specific<Reader> readers_;
  RunSummary summary_;
  std::uint64_t number_ = 0;
  std::atomic<bool> failed_{false};
  std::optional<Error> failure_;
};

}  // namespace

Result<RunSummary> read_all(Reports& reports, const Knowledge& knowledge, const RunOptions& options,
                            const std::function<Status(Record)>& take, const std::function<void(const Error&)>& skip) {
  const auto work = [](Reader& reader, Report report, std::uint64_t number) {
    return reader.read(std::move(report), fmt::format("d{}", number));
  };
  return Run<Record, decltype(work)>(reports, knowledge, options, work, take, skip)();
}

Result<RunSummary> analyze_all(Reports& reports, const Knowledge& knowledge, const RunOptions& options,
                               const std::function<Status(Document)>& take,
                               const std::function<void(const Error&)>& skip) {
  const auto work = [](Reader& reader, Report report, std::uint64_t) { return reader.analyze(std::move(report)); };
  return Run<Document, decltype(work)>(reports, knowledge, options, work, take, skip)();
}

Result<RunSummary> parse_all(Reports& reports, const Knowledge& knowledge, const RunOptions& options,
                             const std::function<Status(Document)>& take,
                             const std::function<void(const Error&)>& skip) {
  const auto work = [](Reader& reader, Report report, std::uint64_t) { return reader.parse(std::move(report)); };
  return Run<Document, decltype(work)>(reports, knowledge, options, work, take, skip)();
}

}  // namespace readout
