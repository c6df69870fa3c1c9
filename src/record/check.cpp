// The promise of every record, checked: tests and fuzzers run it on whatever the stages made of their input.
#include <fmt/format.h>

#include <initializer_list>
#include <set>
#include <string_view>

#include "base/utf8.hpp"
#include "readout/record.hpp"

namespace readout {

namespace {

// Gathers the first fault; the rest is not looked at.
class Checker {
 public:
  explicit Checker(const Record& record) : record_(record) {}

  void span(std::string_view row, std::string_view field, Span span) {
    const std::string_view text = record_.text;
    if (span.begin >= span.end) {
      fail(row, field, fmt::format("[{}, {}) is empty", span.begin, span.end));
    } else if (span.end > text.size()) {
      fail(row, field, fmt::format("[{}, {}) ends beyond the text of {} bytes", span.begin, span.end, text.size()));
    } else if (!base::is_boundary(text, span.begin) || !base::is_boundary(text, span.end)) {
      fail(row, field, fmt::format("[{}, {}) cuts a code point", span.begin, span.end));
    }
  }
  void span(std::string_view row, std::string_view field, const std::optional<Span>& maybe) {
    if (maybe) {
      span(row, field, *maybe);
    }
  }
  void span(std::string_view row, std::string_view field, const std::vector<Span>& spans) {
    for (const Span one : spans) {
      span(row, field, one);
    }
  }

  void id(const std::string& id, char kind) {
    if (id.size() < 2 || id.front() != kind) {
      fail(id, "id", fmt::format("does not begin with '{}'", kind));
    } else if (!ids_.insert(id).second) {
      fail(id, "id", "stands twice");
    }
  }
  // Unknown (empty) is fine; what is named must stand before.
  void refers(std::string_view row, std::string_view field, const std::string& id, char kind) {
    if (!id.empty() && (id.front() != kind || !ids_.contains(id))) {
      fail(row, field, fmt::format("refers to '{}', which is not there", id));
    }
  }
  void refers(std::string_view row, std::string_view field, const std::vector<std::string>& ids, char kind) {
    for (const auto& one : ids) {
      refers(row, field, one, kind);
    }
  }
  void days(std::string_view row, const std::string& earliest, const std::string& latest) {
    if (!earliest.empty() && !latest.empty() && earliest > latest) {
      fail(row, "earliest", fmt::format("{} is after the latest day, {}", earliest, latest));
    }
  }
  void require(bool good, std::string_view row, std::string_view field, std::string_view fault) {
    if (!good) {
      fail(row, field, fault);
    }
  }

  [[nodiscard]] Status result() const {
    return fault_.empty() ? ok() : Status(Error{record_.document.path, record_.document.line, fault_, ""});
  }

 private:
  void fail(std::string_view row, std::string_view field, std::string_view fault) {
    if (fault_.empty()) {
      fault_ = fmt::format("record '{}', row {}, {}: {}", record_.document.name, row, field, fault);
    }
  }

  const Record& record_;
  std::set<std::string, std::less<>> ids_;
  std::string fault_;
};

void check_document(const Record& record, Checker& check) {
  const DocumentRow& row = record.document;
  check.require(row.bytes == record.text.size(), row.id, "bytes", "is not the size of the text");
  check.span(row.id, "title_span", row.title_span);
  check.span(row.id, "byline_span", row.byline_span);
  check.span(row.id, "dateline_span", row.dateline_span);
  check.span(row.id, "publisher_span", row.publisher_span);
}

void check_actors(const Record& record, Checker& check) {
  for (const auto& row : record.actors) {
    check.id(row.id, 'a');
  }
  for (const auto& row : record.actors) {
    check.refers(row.id, "members", row.members, 'a');
    check.span(row.id, "mentions", row.mentions);
    check.span(row.id, "evidence", row.evidence);
  }
}

void check_times(const Record& record, Checker& check) {
  for (const auto& row : record.times) {
    check.id(row.id, 't');
    check.span(row.id, "span", row.span);
    check.days(row.id, row.earliest, row.latest);
  }
}

void check_accounts(const Record& record, Checker& check) {
  check.require(!record.accounts.empty() && record.accounts.front().id == "k0", "k0", "id", "is not the first account");
  for (const auto& row : record.accounts) {
    check.require((row.id == "k0") == row.parent.empty(), row.id, "parent", "k0 alone has no parent");
    check.refers(row.id, "parent", row.parent, 'k');
    check.id(row.id, 'k');
    check.refers(row.id, "source", row.source, 'a');
    check.refers(row.id, "addressee", row.addressee, 'a');
    check.refers(row.id, "on_behalf_of", row.on_behalf_of, 'a');
    check.span(row.id, "cue", row.cue);
    check.span(row.id, "evidence", row.evidence);
  }
}

void check_act(const ActRow& row, Checker& check) {
  check.require(!row.account.empty(), row.id, "account", "is missing");
  check.refers(row.id, "account", row.account, 'k');
  check.refers(row.id, "when.time", row.when_time, 't');
  check.days(row.id, row.when_earliest, row.when_latest);
  check.span(row.id, "sentence", row.sentence);
  check.require(row.confidence >= 0 && row.confidence <= 1, row.id, "confidence", "is not between 0 and 1");
  for (const auto* role : {&row.initiator, &row.actor, &row.recipient}) {
    check.refers(row.id, "roles", *role, 'a');
  }
  check.refers(row.id, "speaker", row.speaker, 'a');
  check.refers(row.id, "addressee", row.addressee, 'a');
  check.span(row.id, "evidence", row.evidence);
  check.span(row.id, "cue", row.cue);
  check.span(row.id, "content", row.content);
  const bool told = row.kind == ActKind::event ? !row.evidence.empty() : !row.content.empty();
  check.require(told, row.id, row.kind == ActKind::event ? "evidence" : "content", "is missing");
}

void check_issues(const Record& record, Checker& check) {
  for (const auto& row : record.issues) {
    check.id(row.id, 'i');
    check.span(row.id, "mentions", row.mentions);
    check.require(!row.code.empty() && !row.label.empty(), row.id, "code", "or its label is missing");
  }
}

void check_stance(const StanceRow& row, Checker& check) {
  check.id(row.id, 'p');
  check.require(!row.holder.empty(), row.id, "holder", "is missing");
  check.require(!row.issue_id.empty() || !row.toward.empty(), row.id, "issue", "is missing, and toward is too");
  check.require(row.polarity >= -2 && row.polarity <= 2, row.id, "polarity", "is not between -2 and 2");
  check.refers(row.id, "holder", row.holder, 'a');
  check.refers(row.id, "toward", row.toward, 'a');
  check.refers(row.id, "issue_id", row.issue_id, 'i');
  check.refers(row.id, "account", row.account, 'k');
  check.refers(row.id, "act", row.act, 's');
  check.span(row.id, "condition", row.condition);
  check.span(row.id, "sentence", row.sentence);
  check.span(row.id, "evidence", row.evidence);
  check.require(!row.evidence.empty(), row.id, "evidence", "is missing");
}

void check_claim(const ClaimRow& row, Checker& check) {
  check.id(row.id, 'c');
  check.require(!row.subject.empty() || !row.subject_text.empty(), row.id, "subject", "is missing");
  check.refers(row.id, "subject", row.subject, row.subject.starts_with('e') ? 'e' : 'a');
  check.refers(row.id, "account", row.account, 'k');
  check.span(row.id, "sentence", row.sentence);
  check.span(row.id, "evidence", row.evidence);
  check.require(!row.evidence.empty(), row.id, "evidence", "is missing");
}

}  // namespace

Status check_spans(const Record& record) {
  Checker check(record);
  check_document(record, check);
  check_actors(record, check);
  check_times(record, check);
  check_accounts(record, check);
  check_issues(record, check);
  bool statements = false;
  for (const auto& row : record.acts) {
    check.id(row.id, row.kind == ActKind::event ? 'e' : 's');
    check.require(row.kind == ActKind::statement || !statements, row.id, "kind", "an event stands after a statement");
    statements = statements || row.kind == ActKind::statement;
    check_act(row, check);
    check.refers(row.id, "issues", row.issues, 'i');
  }
  for (const auto& row : record.stances) {
    check_stance(row, check);
  }
  for (const auto& row : record.claims) {
    check_claim(row, check);
  }
  return check.result();
}

}  // namespace readout
