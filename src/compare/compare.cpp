// Issues stand in the order of how much both have to say of them; lines in the order of the reports.
#include "readout/compare.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "compare/sides.hpp"

namespace readout {

namespace {

using comparing::Side;
using comparing::Sides;

class Comparer {
 public:
  Comparer(std::string_view first, std::string_view second) {
    out_.first = first;
    out_.second = second;
  }

  void take(const Record& record);
  Comparison finish();

 private:
  [[nodiscard]] ComparedLine line(const Record& record, std::string id, Span sentence,
                                  const std::vector<Span>& evidence) const;
  void stance(const Record& record, const Sides& sides, const StanceRow& row);
  void statement(const Record& record, const Sides& sides, const ActRow& row);
  void event(const Record& record, const Sides& sides, const ActRow& row);

  Comparison out_;
  std::map<std::string, ComparedIssue> issues_;    // by code
  std::map<std::string, ComparedMatter> matters_;  // by key
};

ComparedLine Comparer::line(const Record& record, std::string id, Span sentence,
                            const std::vector<Span>& evidence) const {
  ComparedLine out;
  out.document = record.document.name;
  out.id = std::move(id);
  out.span = sentence;
  out.sentence = slice(record.text, sentence);
  for (const Span words : evidence) {
    if (sentence.contains(words)) {
      out.evidence.push_back({words.begin - sentence.begin, words.end - sentence.begin});
    }
  }
  return out;
}

template <typename Matter>
std::vector<ComparedLine>& lines_of(Matter& matter, Side side) {
  return side == Side::first ? matter.first : matter.second;
}

void Comparer::stance(const Record& record, const Sides& sides, const StanceRow& row) {
  const Side side = sides.of_actor(row.holder);
  if (side == Side::none) {
    return;
  }
  const Side other = side == Side::first ? Side::second : Side::first;
  ComparedLine out = line(record, row.id, row.sentence, row.evidence);
  out.holder = sides.name(row.holder);
  out.account = sides.chain(row.account, row.holder);
  out.toward = sides.name(row.toward);
  out.tone = row.tone;
  out.polarity = static_cast<int>(row.polarity);
  out.against_other = sides.of_actor(row.toward) == other;
  if (row.condition) {
    out.condition = slice(record.text, *row.condition);
  }
  const auto issue = std::find_if(record.issues.begin(), record.issues.end(),
                                  [&](const IssueRow& candidate) { return candidate.id == row.issue_id; });
  if (issue == record.issues.end()) {
    if (out.against_other) {
      (side == Side::first ? out_.first_to_other : out_.second_to_other).push_back(std::move(out));
    }
    return;
  }
  ComparedIssue& kept = issues_[issue->code];
  kept.code = issue->code;
  kept.label = issue->label;
  lines_of(kept, side).push_back(std::move(out));
}

void Comparer::statement(const Record& record, const Sides& sides, const ActRow& row) {
  const Side side = sides.of_account(row.account);
  if (side == Side::none) {
    return;
  }
  // An outlet that passes a statement on says nothing of its own.
  if (sides.is_outlet(row.speaker) && std::any_of(record.acts.begin(), record.acts.end(), [&](const ActRow& other) {
        return other.kind == ActKind::statement && other.sentence == row.sentence && !sides.is_outlet(other.speaker);
      })) {
    return;
  }
  ComparedLine out = line(record, row.id, row.sentence, row.content);
  out.holder = sides.name(row.speaker);
  out.account = sides.chain(row.account, row.speaker);
  out.toward = sides.name(row.addressee);
  const auto put = [&](const std::string& key, const std::string& label) {
    ComparedMatter& matter = matters_[key];
    matter.label = label;
    auto& lines = lines_of(matter, side);
    // An outlet that passes a statement on says the same words again.
    const bool told = std::any_of(lines.begin(), lines.end(), [&](const ComparedLine& old) {
      return old.document == out.document && old.span == out.span && old.evidence == out.evidence;
    });
    if (!told) {
      lines.push_back(out);
    }
  };
  if (row.issues.empty()) {
    put(side == Side::first ? "~1" : "~2", "other matters");
  }
  for (const auto& id : row.issues) {
    const auto issue = std::find_if(record.issues.begin(), record.issues.end(),
                                    [&](const IssueRow& candidate) { return candidate.id == id; });
    if (issue != record.issues.end()) {
      put("i" + issue->code, issue->label);
    }
  }
}

// Events that a party tells; the report's own voice is neither's.
void Comparer::event(const Record& record, const Sides& sides, const ActRow& row) {
  const Side side = sides.of_account(row.account);
  if (side == Side::none) {
    return;
  }
  std::vector<std::string> who;
  std::vector<std::string> whom;
  for (const auto& id : row.actor) {
    who.push_back(sides.name(id));
  }
  for (const auto& id : row.recipient) {
    whom.push_back(sides.name(id));
  }
  if (row.symmetric) {
    std::sort(who.begin(), who.end());
  }
  std::string label;
  for (const auto& name : who) {
    label += (label.empty() ? "" : row.symmetric ? " ↔ " : ", ") + name;
  }
  std::string others;
  for (const auto& name : whom) {
    others += (others.empty() ? "" : ", ") + name;
  }
  label += (others.empty() ? "" : " → ") + others + ": " + (row.cameo_name.empty() ? row.cameo : row.cameo_name);
  ComparedLine out = line(record, row.id, row.sentence, row.evidence);
  out.what = row.cameo_name;
  out.holder = sides.source(row.account);
  out.account = sides.chain(row.account, sides.source_id(row.account));
  ComparedMatter& matter = matters_["e" + label];
  matter.label = label;
  lines_of(matter, side).push_back(std::move(out));
}

void Comparer::take(const Record& record) {
  const Sides sides(record, out_.first, out_.second);
  ++out_.reports;
  for (const auto& row : record.stances) {
    stance(record, sides, row);
  }
  for (const auto& row : record.acts) {
    row.kind == ActKind::statement ? statement(record, sides, row) : event(record, sides, row);
  }
}

struct Signs {
  bool for_it = false, against = false, against_other = false;
};

Signs signs_of(const std::vector<ComparedLine>& lines) {
  Signs out;
  for (const auto& one : lines) {
    out.for_it = out.for_it || one.polarity > 0;
    out.against = out.against || one.polarity < 0;
    out.against_other = out.against_other || (one.polarity < 0 && one.against_other);
  }
  return out;
}

Alignment alignment_of(const ComparedIssue& issue) {
  const Signs first = signs_of(issue.first);
  const Signs second = signs_of(issue.second);
  if (issue.first.empty() || issue.second.empty()) {
    // What one holds against the other divides them, whatever the other says.
    const Signs& one = issue.first.empty() ? second : first;
    return one.against_other     ? Alignment::diverges
           : issue.first.empty() ? Alignment::second_only
                                 : Alignment::first_only;
  }
  if ((first.for_it && first.against) || (second.for_it && second.against)) {
    return Alignment::mixed;
  }
  if (first.for_it != second.for_it || first.against_other || second.against_other) {
    return Alignment::diverges;
  }
  return Alignment::converges;
}

Comparison Comparer::finish() {
  for (auto& [code, issue] : issues_) {
    issue.alignment = alignment_of(issue);
    out_.issues.push_back(std::move(issue));
  }
  // Where they meet, where they clash, what only one brings up; in each the most told first.
  std::stable_sort(out_.issues.begin(), out_.issues.end(), [](const ComparedIssue& a, const ComparedIssue& b) {
    const auto count = [](const ComparedIssue& issue) { return issue.first.size() + issue.second.size(); };
    return std::tuple(a.alignment, count(b)) < std::tuple(b.alignment, count(a));
  });
  for (auto& [key, matter] : matters_) {
    auto& list = matter.first.empty() ? out_.second_only : matter.second.empty() ? out_.first_only : out_.both;
    list.push_back(std::move(matter));
  }
  return std::move(out_);
}

}  // namespace

Comparison compare(const std::vector<Record>& records, std::string_view first, std::string_view second) {
  Comparer comparer(first, second);
  for (const Record& record : records) {
    comparer.take(record);
  }
  return comparer.finish();
}

}  // namespace readout
