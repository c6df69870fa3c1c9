#include "session.hpp"

#include <algorithm>
#include <cstdio>
#include <thread>

#include <fmt/format.h>

#include "commands.hpp"
#include "interrupt.hpp"

namespace readout::cli {

namespace {

OwnKnowledge own_of(const Arguments& arguments) {
  OwnKnowledge own{arguments.value("--with"), {}};
  if (arguments.has("--rules")) {
    own.rules.emplace_back(arguments.value("--rules"));
  }
  return own;
}

}  // namespace

Session::Session(const Arguments& arguments, std::size_t first)
    : data_(arguments.value("--data")),
      own_(own_of(arguments)),
      quiet_(arguments.has("--quiet")),
      threads_(arguments.count("--threads", std::clamp(std::thread::hardware_concurrency(), 1U, most_threads))),
      reports_({arguments.operands().begin() + static_cast<std::ptrdiff_t>(first), arguments.operands().end()}),
      progress_(!quiet_) {}

std::filesystem::path Session::data_folder() const {
  return data_.empty() ? default_data() : std::filesystem::path(data_);
}

std::optional<Knowledge> Session::load() {
  return loaded(Knowledge::load(data_folder(), own_));
}

std::optional<Knowledge> Session::load_grammar() {
  return loaded(Knowledge::load_grammar(data_folder()));
}

std::optional<Knowledge> Session::loaded(Result<Knowledge> knowledge) {
  if (!knowledge) {
    complain(knowledge.error());
    return std::nullopt;
  }
  return std::move(*knowledge);
}

RunOptions Session::options() {
  return {threads_, &stop_asked()};
}

void Session::skip(const Error& error) {
  progress_.clear();
  complain(fmt::format("skipped {}", to_string(error)));
}

void Session::done_with(const std::string& name, const std::vector<std::string>& warnings) {
  ++reports_done_;
  if (!quiet_ && !warnings.empty()) {
    progress_.clear();
    for (const std::string& warning : warnings) {
      std::fputs(fmt::format("warning: {}: {}\n", name, warning).c_str(), stderr);
    }
  }
  progress_.tell(reports_done_, reports_.bytes_read(), reports_.bytes_total());
}

int Session::finish(const Result<RunSummary>& run) {
  progress_.clear();
  const Status flushed = output_.flush();
  if (!run || !flushed) {
    complain(run ? flushed.error() : run.error());
    return failed;
  }
  return exit_code_after_signal(run->skipped > 0 ? inputs_skipped : done);
}

}  // namespace readout::cli
