// What read and parse share: the inputs, the knowledge, the messages on standard error and the exit code.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "arguments.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "readout/reader.hpp"
#include "readout/run.hpp"
#include "readout/source.hpp"

namespace readout::cli {

class Session {
 public:
  // Of the operands, those from `first` on are the inputs.
  explicit Session(const Arguments& arguments, std::size_t first = 0);

  // The knowledge that --data names, and that of --with and --rules; complains and gives nothing when it cannot be
  // loaded.
  [[nodiscard]] std::optional<Knowledge> load();
  // The same, only as far as parsing needs it.
  [[nodiscard]] std::optional<Knowledge> load_grammar();

  // Where that knowledge comes from.
  [[nodiscard]] std::filesystem::path data_folder() const;
  [[nodiscard]] const OwnKnowledge& own() const { return own_; }

  [[nodiscard]] Reports& reports() { return reports_; }
  [[nodiscard]] RunOptions options();
  [[nodiscard]] Output& output() { return output_; }
  [[nodiscard]] bool quiet() const { return quiet_; }

  // An input that could not be read.
  void skip(const Error& error);
  // A report is done: its warnings, and the progress so far.
  void done_with(const std::string& name, const std::vector<std::string>& warnings);

  // Writes what is left; the exit code of the run.
  [[nodiscard]] int finish(const Result<RunSummary>& run);

 private:
  [[nodiscard]] std::optional<Knowledge> loaded(Result<Knowledge> knowledge);

  std::string data_;
  OwnKnowledge own_;
  bool quiet_;
  unsigned threads_;
  Reports reports_;
  Output output_;
  Progress progress_;
  std::uint64_t reports_done_ = 0;
};

}  // namespace readout::cli
