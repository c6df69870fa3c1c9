// `readout explain`: why an act is in the record.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "commands.hpp"
#include "interrupt.hpp"
#include "readout/explanation.hpp"
#include "session.hpp"
#include "terminal.hpp"

namespace readout::cli {

namespace {

// "e1", "e1,s2": as many as are named.
std::vector<std::string> ids_of(const std::string& value) {
  std::vector<std::string> ids;
  for (std::size_t at = 0; at < value.size();) {
    const auto end = std::min(value.find(',', at), value.size());
    if (end > at) {
      ids.push_back(value.substr(at, end - at));
    }
    at = end + 1;
  }
  return ids;
}

bool has_act(const ExplainedReport& report, const std::string& id) {
  return std::ranges::any_of(report.acts, [&](const Explanation& one) { return one.act.id == id; });
}

// "events e1 to e3, statements s1 to s5".
std::string acts_of(const Record& record) {
  const auto events = std::ranges::count(record.acts, ActKind::event, &ActRow::kind);
  const auto statements = static_cast<std::ptrdiff_t>(record.acts.size()) - events;
  const auto range = [](std::string_view noun, char letter, std::ptrdiff_t n) {
    return n == 0   ? fmt::format("no {}s", noun)
           : n == 1 ? fmt::format("one {}, {}1", noun, letter)
                    : fmt::format("{}s {}1 to {}{}", noun, letter, letter, n);
  };
  return range("event", 'e', events) + " and " + range("statement", 's', statements);
}

class Explaining {
 public:
  Explaining(const Arguments& arguments, Session& session, Knowledge knowledge)
      : session_(session),
        reader_(std::move(knowledge)),
        doc_(arguments.value("--doc")),
        ids_(ids_of(arguments.value("--act"))),
        form_(arguments.value("--format", wants_text(arguments) ? "text" : "jsonl")),
        view_(text_view(arguments)) {}

  int run() {
    std::optional<Report> waiting;  // the one report that --act may mean without --doc
    for (std::uint64_t number = 1; auto next = session_.reports().next(); ++number) {
      if (stop_asked() || session_.output().closed()) {
        break;
      }
      if (!*next) {
        session_.skip(next->error());
        ++summary_.skipped;
        --number;
        continue;
      }
      const std::string id = fmt::format("d{}", number);
      if (!doc_.empty() && doc_ != id && doc_ != (*next)->name) {
        continue;
      }
      if (doc_.empty() && !ids_.empty()) {
        if (waiting) {
          complain(fmt::format("--act {} could be of several reports: name one with --doc, as d1 (\"{}\")",
                               ids_.front(), waiting->name));
          return wrong_usage;
        }
        waiting = std::move(**next);
        continue;
      }
      if (!explain_one(std::move(**next), id)) {
        return failed;
      }
    }
    if (waiting && !explain_one(std::move(*waiting), "d1")) {
      return failed;
    }
    if (!doc_.empty() && summary_.reports == 0) {
      complain(fmt::format("no report is called \"{}\": take its name, or d1 for the first", doc_));
      return failed;
    }
    return session_.output().closed() ? static_cast<int>(done) : session_.finish(summary_);
  }

 private:
  bool explain_one(Report report, const std::string& id) {
    const std::string name = report.name;
    const auto explained = explain(reader_, std::move(report), id, session_.data_folder(), session_.own(), ids_);
    if (!explained) {
      complain(explained.error());
      return false;
    }
    for (const std::string& wanted : ids_) {
      if (!has_act(*explained, wanted)) {
        complain(fmt::format("{} has no act {}: it has {}", name, wanted, acts_of(explained->record)));
        return false;
      }
    }
    std::string text;
    if (form_ == "text") {
      write_text(*explained, view_, text);
    } else if (form_ == "rules") {
      write_rules(*explained, text);
    } else {
      write_jsonl(*explained, text);
    }
    const Status printed = session_.output().take(text);
    if (!printed) {
      complain(printed.error());
      return false;
    }
    session_.done_with(name, explained->record.document.warnings);
    ++summary_.reports;
    return true;
  }

  Session& session_;
  Reader reader_;
  std::string doc_;
  std::vector<std::string> ids_;
  std::string form_;
  TextView view_;
  RunSummary summary_;
};

}  // namespace

int run_explain(const Arguments& arguments) {
  Session session(arguments);
  auto knowledge = session.load();
  return knowledge ? Explaining(arguments, session, std::move(*knowledge)).run() : static_cast<int>(failed);
}

}  // namespace readout::cli
