// `readout read`: the main job. Reports come in, their record goes to standard output, into a store, or to both.
#include <chrono>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "commands.hpp"
#include "readout/outputs.hpp"
#include "readout/store.hpp"
#include "session.hpp"
#include "terminal.hpp"

namespace readout::cli {

namespace {

// What one run does with each record.
class Keeping {
 public:
  Keeping(Session& session, const Arguments& arguments, std::optional<Store> store)
      : session_(session),
        store_(std::move(store)),
        printing_(!store_ || arguments.has("--format")),
        as_text_(wants_text(arguments)),
        view_(text_view(arguments)) {}

  Status take(const Record& record) {
    acts_ += record.acts.size();
    if (Status kept = keep(record); !kept) {
      return kept;
    }
    if (Status printed = print_row(record); !printed) {
      return printed;
    }
    session_.done_with(record.document.name, record.document.warnings);
    return ok();
  }

  // An input that could not be read is remembered too; a store that fails in that will fail in the next report.
  void skip(const Error& error) {
    session_.skip(error);
    if (store_) {
      (void)store_->put_unread(error);
    }
  }

  Status commit() { return store_ ? store_->commit() : ok(); }

  [[nodiscard]] bool printing() const { return printing_; }
  [[nodiscard]] bool storing() const { return store_.has_value(); }
  // Nobody is left to read or to keep what comes.
  [[nodiscard]] bool pointless() const { return session_.output().closed() && !store_; }
  [[nodiscard]] std::uint64_t acts() const { return acts_; }

 private:
  Status keep(const Record& record) {
    if (!store_) {
      return ok();
    }
    Status kept = store_->put(record);
    // So that little is lost when the machine or the program ends without a word.
    if (const auto now = Clock::now(); kept && now >= next_commit_) {
      kept = store_->commit();
      next_commit_ = now + std::chrono::seconds(1);
    }
    return kept;
  }

  Status print_row(const Record& record) {
    if (!printing_ || session_.output().closed()) {
      return ok();
    }
    if (as_text_) {
      write_text(record, view_, text_);
    } else {
      write_jsonl(record, text_);
    }
    if (Status printed = session_.output().take(text_); !printed) {
      return printed;
    }
    return pointless() ? Error{"standard output", 0, "was closed", {}} : ok();
  }

  using Clock = std::chrono::steady_clock;
  Session& session_;
  std::optional<Store> store_;
  bool printing_;
  bool as_text_;
  TextView view_;
  std::string text_;
  std::uint64_t acts_ = 0;
  Clock::time_point next_commit_ = Clock::now() + std::chrono::seconds(1);
};

std::string counted(std::uint64_t n, std::string_view noun) {
  return fmt::format("{} {}{}", n, noun, n == 1 ? "" : "s");
}

std::string summary(const RunSummary& run, std::uint64_t acts, const std::string& file) {
  const std::string skipped = run.skipped == 0 ? "" : fmt::format(", {} skipped", counted(run.skipped, "input"));
  return fmt::format("{} with {} kept in {}{}{}\n", counted(run.reports, "report"), counted(acts, "act"), file, skipped,
                     run.stopped ? "; stopped before the end" : "");
}

}  // namespace

int run_read(const Arguments& arguments) {
  Session session(arguments);
  const auto knowledge = session.load();
  if (!knowledge) {
    return failed;
  }
  std::optional<Store> store;
  const std::string file = arguments.value("--into");
  if (arguments.has("--into")) {
    auto opened = Store::open(file);
    if (!opened) {
      complain(opened.error());
      return failed;
    }
    store = std::move(*opened);
  }
  Keeping keeping(session, arguments, std::move(store));
  Result<RunSummary> run = read_all(
      session.reports(), *knowledge, session.options(), [&](const Record& record) { return keeping.take(record); },
      [&](const Error& error) { keeping.skip(error); });
  // What was put is kept, also when something went wrong after it.
  if (Status kept = keeping.commit(); !kept && run) {
    run = kept.error();
  }
  if (keeping.pointless()) {
    return done;
  }
  if (run && keeping.storing() && !session.quiet()) {
    std::string told = summary(*run, keeping.acts(), file);
    if (keeping.printing()) {
      std::fputs(told.c_str(), stderr);
    } else if (Status printed = session.output().take(told); !printed) {
      run = printed.error();
    }
  }
  return session.finish(run);
}

}  // namespace readout::cli
