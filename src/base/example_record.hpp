// A record with something in every field, for tests.
#pragma once

#include <string>

#include "readout/record.hpp"

namespace readout::base {

inline Record example_record(const std::string& name) {
  Record record;
  using namespace std::string_literals;
  record.text = "Ada phoned Bo (\xE6\x9E\x97). \"We agree.\" \xFF end\0tail"s;
  DocumentRow& d = record.document;
  d.id = "d1";
  d.name = name;
  d.sha256 = "00ff";
  d.path = "some/where.jsonl";
  d.url = "https://example.org/1";
  d.title = "A \"title\" \xFF";
  d.date = "2020-03-04";
  d.outlet = "The Example";
  d.agency = "Agency";
  d.dateline = "GENEVA, March 4 (Agency) —";
  d.dateline_date = "2020-03-04";
  d.language = "en";
  d.line = 12;
  d.bytes = record.text.size();
  d.span_base = "text field";
  d.title_span = Span{0, 3};
  d.warnings = {"first", "second \x01"};
  record.actors.resize(2);
  record.actors[0].id = "a1";
  record.actors[0].kind = "person";
  record.actors[0].name = "Ada Roy";
  record.actors[0].native_name = "愛";
  record.actors[0].office = "Minister of Examples";
  record.actors[0].code = "CHEGOV";
  record.actors[0].on_behalf_of = "a2";
  record.actors[0].mentions = {{0, 3}, {4, 10}};
  record.actors[1].id = "a2";
  record.actors[1].kind = "group";
  record.actors[1].name = "Bo";
  record.actors[1].anonymous = true;
  record.actors[1].members = {"a1", "a2"};
  record.actors[1].mentions = {{11, 13}};
  record.actors[1].evidence = {{11, 13}};
  record.times.push_back({"t1", {4, 10}, "date", "2020-03-04", "2020-03-04", "2020-03-04", "document"});
  record.accounts.resize(2);
  record.accounts[0].id = "k0";
  record.accounts[1].id = "k1";
  record.accounts[1].parent = "k0";
  record.accounts[1].source = "a1";
  record.accounts[1].channel = "statement";
  record.accounts[1].cue = Span{4, 10};
  record.accounts[1].evidence = {{4, 10}};
  record.acts.resize(2);
  ActRow& call = record.acts[0];
  call.id = "e1";
  call.account = "k0";
  call.channel = "call";
  call.rule = "consult.call";
  call.when_value = "2020-03-04";
  call.when_earliest = call.when_latest = "2020-03-04";
  call.when_time = "t1";
  call.sentence = {0, 20};
  call.confidence = 0.93;
  call.issues = {"i1", "i2"};
  call.cameo = "041";
  call.cameo_name = "talk by telephone";
  call.plover_type = "CONSULT";
  call.plover_mode = "phone";
  call.plover_context = {"diplomatic"};
  call.quad = "verbal cooperation";
  call.goldstein = 1;
  call.status = "happened";
  call.duration = "PT90M";
  call.ordinal = 2;
  call.symmetric = true;
  call.initiator = {"a1"};
  call.actor = {"a1", "a2"};
  call.evidence = {{4, 10}, {0, 3}};
  ActRow& said = record.acts[1];
  said.id = "s1";
  said.kind = ActKind::statement;
  said.account = "k1";
  said.sentence = {21, 32};
  said.confidence = 0.5;
  said.speaker = "a1";
  said.form = "direct";
  said.addressee = "a2";
  said.cue = Span{4, 10};
  said.content = {{21, 24}, {25, 31}};
  record.issues.resize(2);
  record.issues[0] = {
      "i1", "environment.climate", "climate change", "environment", "medtop:20000418", {"environment"}, {{4, 10}}};
  record.issues[1].id = "i2";
  record.issues[1].code = record.issues[1].label = "trade";
  StanceRow& stance = record.stances.emplace_back();
  stance.id = "p1";
  stance.holder = "a1";
  stance.toward = "a2";
  stance.issue = "climate change";
  stance.issue_id = "i1";
  stance.polarity = -2;
  stance.tone = "critical";
  stance.account = "k1";
  stance.act = "s1";
  stance.rule = "against.criticise";
  stance.condition = Span{0, 3};
  stance.sentence = {0, 20};
  stance.confidence = 0.7;
  stance.evidence = {{4, 10}};
  record.claims.push_back({"c1", "e1", "Ada", "ordinal", "2", "k0", {0, 20}, {{0, 3}}});
  return record;
}

}  // namespace readout::base
