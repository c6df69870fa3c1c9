// Ids are given in the order of the columns, so that the same document gives the same bytes: a1… by first mention, t1…
// in text order, k0… from the report's own voice down, e1… and s1… in the order of telling.
#include "record/rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/sha256.hpp"

namespace readout::record {

namespace {

std::optional<Span> known(Span span) {
  return span.empty() ? std::nullopt : std::optional(span);
}
std::string iso(const std::optional<Day>& day) {
  return day ? to_iso(*day) : std::string();
}
// Four digits: more would be noise, and would print a float's tail.
double rounded(float confidence) {
  return std::isfinite(confidence) ? std::round(static_cast<double>(std::clamp(confidence, 0.0F, 1.0F)) * 1e4) / 1e4
                                   : 0;
}

std::string_view name_of(TimeKind kind) {
  switch (kind) {
    case TimeKind::clock:
      return "clock";
    case TimeKind::duration:
      return "duration";
    case TimeKind::set:
      return "set";
    case TimeKind::date:
      break;
  }
  return "date";
}

std::vector<Span> in_text_order(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end());
  spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
  return spans;
}

// Which actors are kept, and their ids.
class ActorIds {
 public:
  explicit ActorIds(const Document& document) : actors_(document.actors.actors), kept_(actors_.size(), false) {
    for (const auto& mention : document.actors.mentions) {
      keep(mention.actor);
    }
    for (const auto& account : document.acts.accounts) {
      keep(account.source), keep(account.addressee), keep(account.on_behalf_of);
    }
    for (const auto& event : document.acts.events) {
      keep(event.initiator), keep(event.actor), keep(event.recipient);
    }
    for (const auto& statement : document.acts.statements) {
      keep(statement.speaker), keep(statement.addressee);
    }
    for (const auto& stance : document.issues.stances) {
      keep(stance.holder), keep(stance.toward);
    }
    for (const auto& claim : document.issues.claims) {
      keep(claim.actor);
    }
    keep_what_the_kept_need();
    ids_.resize(actors_.size());
    std::size_t next = 1;
    for (std::size_t i = 0; i < actors_.size(); ++i) {
      if (kept_[i]) {
        ids_[i] = fmt::format("a{}", next++);
      }
    }
  }

  // Empty for no actor.
  [[nodiscard]] std::string of(ActorId actor) const { return actor < ids_.size() ? ids_[actor] : std::string(); }

  [[nodiscard]] std::vector<std::string> of(const std::vector<ActorId>& actors) const {
    std::vector<std::string> ids;
    for (const ActorId actor : actors) {
      auto id = of(actor);
      if (!id.empty() && std::find(ids.begin(), ids.end(), id) == ids.end()) {
        ids.push_back(std::move(id));
      }
    }
    return ids;
  }

 private:
  void keep(ActorId actor) {
    if (actor < kept_.size() && !kept_[actor]) {
      kept_[actor] = true;
      fresh_.push_back(actor);
    }
  }
  void keep(const std::vector<ActorId>& actors) {
    for (const ActorId actor : actors) {
      keep(actor);
    }
  }
  void keep_what_the_kept_need() {
    while (!fresh_.empty()) {
      const Actor& actor = actors_[fresh_.back()];
      fresh_.pop_back();
      keep(actor.members);
      keep(actor.affiliation);
    }
  }

  const std::vector<Actor>& actors_;
  std::vector<bool> kept_;
  std::vector<ActorId> fresh_;
  std::vector<std::string> ids_;
};

std::string title_of(const Document& document) {
  const Report& report = document.report;
  return report.title.empty() ? std::string(slice(report.text, report.title_span)) : report.title;
}

std::optional<Span> title_span_of(const Document& document) {
  if (!document.report.title_span.empty()) {
    return document.report.title_span;
  }
  for (const auto& block : document.layout.blocks) {
    if (block.kind == BlockKind::title) {
      return known(block.span);
    }
  }
  return std::nullopt;
}

DocumentRow document_row(const Document& document, std::string_view id) {
  const Report& report = document.report;
  const Layout& layout = document.layout;
  const auto words = [&](Span span) { return std::string(slice(report.text, span)); };
  DocumentRow row;
  row.id = id;
  row.name = report.name;
  row.sha256 = base::sha256_hex(report.text);
  row.path = report.path;
  row.url = report.url;
  row.title_span = title_span_of(document);
  row.title = title_of(document);
  if (row.title.empty() && row.title_span) {
    row.title = words(*row.title_span);
  }
  row.date = iso(report.date);
  row.outlet = report.outlet;
  row.agency = words(layout.dateline_agency);
  row.byline = words(layout.byline);
  row.publisher = words(layout.publisher);
  row.dateline = words(layout.dateline);
  row.dateline_date = iso(layout.dateline_date);
  row.language = report.language;
  row.line = report.line;
  row.bytes = report.text.size();
  row.span_base = report.span_base;
  row.input_sha256 = report.input_sha256;
  row.byline_span = known(layout.byline);
  row.dateline_span = known(layout.dateline);
  row.publisher_span = known(layout.publisher);
  row.warnings = report.warnings;
  return row;
}

std::vector<ActorRow> actor_rows(const Document& document, const ActorIds& ids) {
  const auto& actors = document.actors.actors;
  std::vector<std::vector<Span>> mentions(actors.size());
  for (const auto& mention : document.actors.mentions) {
    if (mention.actor < actors.size() && !mention.span.empty()) {
      mentions[mention.actor].push_back(mention.span);
    }
  }
  std::vector<ActorRow> rows;
  for (std::size_t i = 0; i < actors.size(); ++i) {
    const Actor& actor = actors[i];
    ActorRow row;
    row.id = ids.of(static_cast<ActorId>(i));
    if (row.id.empty()) {
      continue;
    }
    row.kind = readout::name_of(actor.kind);
    row.entity = actor.entity;
    row.name = actor.name;
    row.native_name = actor.native_name;
    row.country = actor.country;
    row.sector = actor.sector;
    row.code = actor.code;
    row.office = actor.office;
    row.rank = actor.rank;
    row.anonymous = actor.anonymous;
    row.on_behalf_of = ids.of(actor.affiliation);
    if (row.on_behalf_of.empty()) {
      row.on_behalf_of = actor.affiliation_name;
    }
    row.members = ids.of(actor.members);
    row.mentions = in_text_order(std::move(mentions[i]));
    row.evidence = actor.evidence;
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<TimeRow> time_rows(const Times& times) {
  std::vector<TimeRow> rows;
  for (const auto& time : times.times) {
    rows.push_back({fmt::format("t{}", rows.size() + 1), time.span, std::string(name_of(time.kind)), time.value,
                    iso(time.earliest), iso(time.latest), std::string(readout::name_of(time.anchor))});
  }
  return rows;
}

std::string account_id(const Acts& acts, AccountId account) {
  return fmt::format("k{}", account < acts.accounts.size() ? account : own_voice);
}

std::vector<AccountRow> account_rows(const Acts& acts, const ActorIds& ids) {
  std::vector<AccountRow> rows;
  for (const auto& account : acts.accounts) {
    const auto nr = rows.size();
    AccountRow row;
    row.id = fmt::format("k{}", nr);
    if (nr > 0) {
      row.parent = fmt::format("k{}", account.parent < nr ? account.parent : own_voice);
    }
    row.source = ids.of(account.source);
    row.channel = account.channel;
    row.addressee = ids.of(account.addressee);
    row.on_behalf_of = ids.of(account.on_behalf_of);
    row.cue = known(account.cue);
    row.anonymous = account.anonymous;
    row.evidence = account.evidence;
    rows.push_back(std::move(row));
  }
  if (rows.empty()) {
    rows.push_back({.id = "k0",
                    .parent = {},
                    .source = {},
                    .channel = {},
                    .addressee = {},
                    .on_behalf_of = {},
                    .cue = {},
                    .evidence = {}});
  }
  return rows;
}

void set_when(const When& when, const Document& document, ActRow& row) {
  row.when_value = when.value;
  row.when_earliest = iso(when.earliest);
  row.when_latest = iso(when.latest);
  if (when.time < document.times.times.size()) {
    row.when_time = fmt::format("t{}", when.time + 1);
  }
}

ActRow event_row(const Event& event, const Document& document, const ActorIds& ids, const base::Codes& codes) {
  ActRow row;
  row.kind = ActKind::event;
  row.account = account_id(document.acts, event.account);
  row.channel = event.channel;
  row.rule = event.rule;
  set_when(event.when, document, row);
  row.sentence = event.sentence;
  row.confidence = rounded(event.confidence);
  row.cameo = event.cameo;
  const base::Code* code = codes.find(event.cameo);
  row.cameo_name = code != nullptr ? code->name : std::string();
  row.plover_type = event.plover_type;
  row.plover_mode = event.plover_mode;
  row.plover_context = event.plover_context;
  row.quad = event.quad;
  row.goldstein = std::isfinite(event.goldstein) ? event.goldstein : 0;
  row.status = readout::name_of(event.status);
  row.duration = event.duration;
  row.ordinal = event.ordinal;
  row.place = event.place;
  row.symmetric = event.symmetric;
  row.initiator = ids.of(event.initiator);
  row.actor = ids.of(event.actor);
  row.recipient = ids.of(event.recipient);
  row.evidence = event.evidence;
  return row;
}

ActRow statement_row(const Statement& statement, const Document& document, const ActorIds& ids) {
  ActRow row;
  row.kind = ActKind::statement;
  row.account = account_id(document.acts, statement.account);
  row.channel = statement.channel;
  row.rule = statement.rule;
  set_when(statement.when, document, row);
  row.sentence = statement.sentence;
  row.confidence = rounded(statement.confidence);
  row.speaker = ids.of(statement.speaker);
  row.form = readout::name_of(statement.form);
  row.addressee = ids.of(statement.addressee);
  row.cue = known(statement.cue);
  row.content = statement.content;
  row.place = statement.place;
  return row;
}

std::vector<std::string> issue_ids(const std::vector<std::vector<IssueId>>& of_acts, std::size_t act,
                                   const Issues& issues) {
  std::vector<std::string> ids;
  if (act < of_acts.size()) {
    for (const IssueId issue : of_acts[act]) {
      if (issue < issues.issues.size()) {
        ids.push_back(fmt::format("i{}", issue + 1));
      }
    }
  }
  return ids;
}

std::vector<IssueRow> issue_rows(const Issues& issues) {
  std::vector<IssueRow> rows;
  for (const auto& issue : issues.issues) {
    IssueRow row;
    row.id = fmt::format("i{}", rows.size() + 1);
    row.code = issue.code;
    row.label = issue.label;
    row.parent = issue.code.substr(0, issue.code.find('.') == std::string::npos ? 0 : issue.code.rfind('.'));
    row.iptc = issue.iptc;
    row.plover = issue.plover;
    rows.push_back(std::move(row));
  }
  for (const auto& mention : issues.mentions) {
    if (mention.issue < rows.size()) {
      rows[mention.issue].mentions.push_back(mention.span);
    }
  }
  return rows;
}

std::vector<StanceRow> stance_rows(const Document& document, const ActorIds& ids) {
  const Issues& issues = document.issues;
  std::vector<StanceRow> rows;
  for (const auto& stance : issues.stances) {
    StanceRow row;
    row.id = fmt::format("p{}", rows.size() + 1);
    row.holder = ids.of(stance.holder);
    row.toward = ids.of(stance.toward);
    if (stance.issue < issues.issues.size()) {
      row.issue = issues.issues[stance.issue].label;
      row.issue_id = fmt::format("i{}", stance.issue + 1);
    }
    row.polarity = std::clamp(stance.polarity, -2, 2);
    row.tone = stance.tone;
    row.account = account_id(document.acts, stance.account);
    if (stance.statement < document.acts.statements.size()) {
      row.act = fmt::format("s{}", stance.statement + 1);
    }
    row.rule = stance.rule;
    row.condition = known(stance.condition);
    row.sentence = stance.sentence;
    row.confidence = rounded(stance.confidence);
    row.evidence = stance.evidence;
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<ClaimRow> claim_rows(const Document& document, const ActorIds& ids) {
  std::vector<ClaimRow> rows;
  for (const auto& claim : document.issues.claims) {
    ClaimRow row;
    row.id = fmt::format("c{}", rows.size() + 1);
    row.subject = claim.event < document.acts.events.size() ? fmt::format("e{}", claim.event + 1) : ids.of(claim.actor);
    row.subject_text = slice(document.report.text, claim.subject);
    row.predicate = claim.predicate;
    row.object = claim.object;
    row.account = account_id(document.acts, claim.account);
    row.sentence = claim.sentence;
    row.evidence = claim.evidence;
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

Record to_rows(const Document& document, std::string_view id, const base::Codes& codes) {
  const ActorIds ids(document);
  Record record;
  record.document = document_row(document, id);
  record.actors = actor_rows(document, ids);
  record.times = time_rows(document.times);
  record.accounts = account_rows(document.acts, ids);
  for (std::size_t i = 0; i < document.acts.events.size(); ++i) {
    record.acts.push_back(event_row(document.acts.events[i], document, ids, codes));
    record.acts.back().id = fmt::format("e{}", i + 1);
  }
  for (std::size_t i = 0; i < document.acts.statements.size(); ++i) {
    record.acts.push_back(statement_row(document.acts.statements[i], document, ids));
    record.acts.back().id = fmt::format("s{}", i + 1);
  }
  for (std::size_t i = 0; i < record.acts.size(); ++i) {
    const std::size_t events = document.acts.events.size();
    record.acts[i].issues = i < events ? issue_ids(document.issues.of_event, i, document.issues)
                                       : issue_ids(document.issues.of_statement, i - events, document.issues);
  }
  record.issues = issue_rows(document.issues);
  record.stances = stance_rows(document, ids);
  record.claims = claim_rows(document, ids);
  record.text = document.report.text;
  return record;
}

}  // namespace readout::record
