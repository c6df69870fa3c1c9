// Which field of a row stands in which column of its table: said once, for writing and for reading. A span takes two
// columns, NAME_begin and NAME_end; the lists of a row have tables of their own.
#pragma once

#include <type_traits>

#include "readout/record.hpp"

namespace readout::record {

template <typename Row, typename Kind>
concept Is = std::is_same_v<std::remove_const_t<Row>, Kind>;

template <Is<DocumentRow> Row, typename Visit>
void columns_of(Row& row, Visit&& visit) {
  visit("id", row.id), visit("name", row.name), visit("sha256", row.sha256), visit("path", row.path);
  visit("line", row.line), visit("url", row.url), visit("title", row.title), visit("date", row.date);
  visit("outlet", row.outlet), visit("agency", row.agency), visit("byline", row.byline);
  visit("publisher", row.publisher), visit("dateline", row.dateline), visit("dateline_date", row.dateline_date);
  visit("language", row.language), visit("bytes", row.bytes), visit("span_base", row.span_base);
  visit("input_sha256", row.input_sha256), visit("title", row.title_span), visit("byline", row.byline_span);
  visit("dateline", row.dateline_span), visit("publisher", row.publisher_span);
}

template <Is<ActorRow> Row, typename Visit>
void columns_of(Row& row, Visit&& visit) {
  visit("id", row.id), visit("kind", row.kind), visit("entity", row.entity), visit("name", row.name);
  visit("native_name", row.native_name);
  visit("country", row.country), visit("sector", row.sector), visit("code", row.code), visit("office", row.office);
  visit("rank", row.rank), visit("anonymous", row.anonymous), visit("on_behalf_of", row.on_behalf_of);
}

template <Is<TimeRow> Row, typename Visit>
void columns_of(Row& row, Visit&& visit) {
  visit("id", row.id), visit("byte", row.span), visit("kind", row.kind), visit("value", row.value);
  visit("earliest", row.earliest), visit("latest", row.latest), visit("anchor", row.anchor);
}

template <Is<AccountRow> Row, typename Visit>
void columns_of(Row& row, Visit&& visit) {
  visit("id", row.id), visit("parent", row.parent), visit("source", row.source), visit("channel", row.channel);
  visit("addressee", row.addressee), visit("on_behalf_of", row.on_behalf_of), visit("cue", row.cue);
  visit("anonymous", row.anonymous);
}

template <Is<ActRow> Row, typename Visit>
void columns_of(Row& row, Visit&& visit) {
  visit("id", row.id), visit("kind", row.kind), visit("account", row.account), visit("channel", row.channel);
  visit("rule", row.rule), visit("when_value", row.when_value), visit("when_earliest", row.when_earliest);
  visit("when_latest", row.when_latest), visit("when_time", row.when_time), visit("sentence", row.sentence);
  visit("confidence", row.confidence), visit("cameo", row.cameo), visit("cameo_name", row.cameo_name);
  visit("plover_type", row.plover_type), visit("plover_mode", row.plover_mode), visit("quad", row.quad);
  visit("goldstein", row.goldstein), visit("status", row.status), visit("duration", row.duration);
  visit("ordinal", row.ordinal), visit("symmetric", row.symmetric), visit("place", row.place);
  visit("speaker", row.speaker), visit("form", row.form), visit("addressee", row.addressee), visit("cue", row.cue);
}

template <Is<IssueRow> Row, typename Visit>
void columns_of(Row& row, Visit&& visit) {
  visit("id", row.id), visit("code", row.code), visit("label", row.label), visit("parent", row.parent);
  visit("iptc", row.iptc);
}

template <Is<StanceRow> Row, typename Visit>
void columns_of(Row& row, Visit&& visit) {
  visit("id", row.id), visit("holder", row.holder), visit("issue", row.issue), visit("issue_id", row.issue_id);
  visit("toward", row.toward), visit("polarity", row.polarity), visit("tone", row.tone);
  visit("account", row.account), visit("act", row.act), visit("rule", row.rule), visit("condition", row.condition);
  visit("sentence", row.sentence), visit("confidence", row.confidence);
}

template <Is<ClaimRow> Row, typename Visit>
void columns_of(Row& row, Visit&& visit) {
  visit("id", row.id), visit("subject", row.subject), visit("subject_text", row.subject_text);
  visit("predicate", row.predicate), visit("object", row.object), visit("account", row.account);
  visit("sentence", row.sentence);
}

}  // namespace readout::record
