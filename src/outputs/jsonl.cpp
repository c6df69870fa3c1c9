// One row a line, in the order document, actors, times, accounts, issues, events, statements, stances, claims. Every
// row of a kind has the same keys in the same order, so that tables can be made of them without looking ahead: what is
// unknown is null, a list without entries [].
#include <string>
#include <string_view>

#include "outputs/json_text.hpp"
#include "readout/outputs.hpp"

namespace readout {

namespace {

using outputs::JsonObject;

JsonObject begin_row(std::string& out, std::string_view kind, const std::string& doc, const std::string& id) {
  JsonObject row(out);
  row.text("record", kind);
  if (kind != "document") {
    row.text("doc", doc);
  }
  row.text("id", id);
  return row;
}

void end_row(JsonObject& row, std::string& out) {
  row.close();
  out += '\n';
}

void write(const DocumentRow& document, std::string& out) {
  auto row = begin_row(out, "document", document.id, document.id);
  row.text("name", document.name);
  row.text("sha256", document.sha256);
  row.text("path", document.path);
  row.count("line", document.line);
  row.text("url", document.url);
  row.text("title", document.title);
  row.text("date", document.date);
  row.text("outlet", document.outlet);
  row.text("agency", document.agency);
  row.text("byline", document.byline);
  row.text("publisher", document.publisher);
  row.text("dateline", document.dateline);
  row.text("dateline_date", document.dateline_date);
  row.text("language", document.language);
  row.number("bytes", document.bytes);
  row.text("span_base", document.span_base);
  row.text("input_sha256", document.input_sha256);
  row.span("title_span", document.title_span);
  row.span("byline_span", document.byline_span);
  row.span("dateline_span", document.dateline_span);
  row.span("publisher_span", document.publisher_span);
  row.texts("warnings", document.warnings);
  end_row(row, out);
}

void write(const ActorRow& actor, const std::string& doc, std::string& out) {
  auto row = begin_row(out, "actor", doc, actor.id);
  row.text("kind", actor.kind);
  row.text("entity", actor.entity);
  row.text("name", actor.name);
  row.text("native_name", actor.native_name);
  row.text("country", actor.country);
  row.text("sector", actor.sector);
  row.text("code", actor.code);
  row.text("office", actor.office);
  row.text("rank", actor.rank);
  row.flag("anonymous", actor.anonymous);
  row.text("on_behalf_of", actor.on_behalf_of);
  row.texts("members", actor.members);
  row.spans("mentions", actor.mentions);
  row.spans("evidence", actor.evidence);
  end_row(row, out);
}

void write(const TimeRow& time, const std::string& doc, std::string& out) {
  auto row = begin_row(out, "time", doc, time.id);
  row.span("span", time.span);
  row.text("kind", time.kind);
  row.text("value", time.value);
  row.text("earliest", time.earliest);
  row.text("latest", time.latest);
  row.text("anchor", time.anchor);
  end_row(row, out);
}

void write(const AccountRow& account, const std::string& doc, std::string& out) {
  auto row = begin_row(out, "account", doc, account.id);
  row.text("parent", account.parent);
  row.text("source", account.source);
  row.text("channel", account.channel);
  row.span("cue", account.cue);
  row.text("addressee", account.addressee);
  row.flag("anonymous", account.anonymous);
  row.text("on_behalf_of", account.on_behalf_of);
  row.spans("evidence", account.evidence);
  end_row(row, out);
}

void write_when(const ActRow& act, JsonObject& row) {
  auto when = row.object("when");
  when.text("value", act.when_value);
  when.text("earliest", act.when_earliest);
  when.text("latest", act.when_latest);
  when.text("time", act.when_time);
  when.close();
}

void write_event(const ActRow& act, const std::string& doc, std::string& out) {
  auto row = begin_row(out, "act", doc, act.id);
  row.text("kind", "event");
  row.text("cameo", act.cameo);
  row.text("cameo_name", act.cameo_name);
  auto plover = row.object("plover");
  plover.text("type", act.plover_type);
  plover.text("mode", act.plover_mode);
  plover.texts("context", act.plover_context);
  plover.close();
  row.text("quad", act.quad);
  row.real("goldstein", act.goldstein);
  row.text("status", act.status);
  write_when(act, row);
  row.text("duration", act.duration);
  row.count("ordinal", act.ordinal);
  row.text("channel", act.channel);
  row.text("place", act.place);
  auto roles = row.object("roles");
  roles.texts("initiator", act.initiator);
  roles.texts("actor", act.actor);
  roles.texts("recipient", act.recipient);
  roles.close();
  row.flag("symmetric", act.symmetric);
  row.texts("issues", act.issues);
  row.text("account", act.account);
  row.span("sentence", act.sentence);
  row.spans("evidence", act.evidence);
  row.text("rule", act.rule);
  row.real("confidence", act.confidence);
  end_row(row, out);
}

void write_statement(const ActRow& act, const std::string& doc, std::string& out) {
  auto row = begin_row(out, "act", doc, act.id);
  row.text("kind", "statement");
  row.text("speaker", act.speaker);
  row.text("form", act.form);
  row.span("cue", act.cue);
  row.spans("content", act.content);
  row.text("addressee", act.addressee);
  row.text("channel", act.channel);
  row.text("place", act.place);
  write_when(act, row);
  row.texts("issues", act.issues);
  row.text("account", act.account);
  row.span("sentence", act.sentence);
  row.text("rule", act.rule);
  row.real("confidence", act.confidence);
  end_row(row, out);
}

void write(const IssueRow& issue, const std::string& doc, std::string& out) {
  auto row = begin_row(out, "issue", doc, issue.id);
  row.text("code", issue.code);
  row.text("label", issue.label);
  row.text("parent", issue.parent);
  row.text("iptc", issue.iptc);
  row.texts("plover", issue.plover);
  row.spans("mentions", issue.mentions);
  end_row(row, out);
}

void write(const StanceRow& stance, const std::string& doc, std::string& out) {
  auto row = begin_row(out, "stance", doc, stance.id);
  row.text("holder", stance.holder);
  row.text("issue", stance.issue);
  row.text("issue_id", stance.issue_id);
  row.text("toward", stance.toward);
  row.integer("polarity", stance.polarity);
  row.text("tone", stance.tone);
  row.span("condition", stance.condition);
  row.text("account", stance.account);
  row.text("act", stance.act);
  row.span("sentence", stance.sentence);
  row.spans("evidence", stance.evidence);
  row.text("rule", stance.rule);
  row.real("confidence", stance.confidence);
  end_row(row, out);
}

void write(const ClaimRow& claim, const std::string& doc, std::string& out) {
  auto row = begin_row(out, "claim", doc, claim.id);
  row.text("subject", claim.subject);
  row.text("subject_text", claim.subject_text);
  row.text("predicate", claim.predicate);
  row.text("object", claim.object);
  row.text("account", claim.account);
  row.span("sentence", claim.sentence);
  row.spans("evidence", claim.evidence);
  end_row(row, out);
}

}  // namespace

void write_jsonl(const Record& record, std::string& out) {
  const std::string& doc = record.document.id;
  write(record.document, out);
  for (const auto& actor : record.actors) {
    write(actor, doc, out);
  }
  for (const auto& time : record.times) {
    write(time, doc, out);
  }
  for (const auto& account : record.accounts) {
    write(account, doc, out);
  }
  for (const auto& issue : record.issues) {
    write(issue, doc, out);
  }
  for (const auto& act : record.acts) {
    act.kind == ActKind::event ? write_event(act, doc, out) : write_statement(act, doc, out);
  }
  for (const auto& stance : record.stances) {
    write(stance, doc, out);
  }
  for (const auto& claim : record.claims) {
    write(claim, doc, out);
  }
}

}  // namespace readout
