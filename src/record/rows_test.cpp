// From a hand-made document to its rows: which actors are kept, how ids are given, what is unknown.
#include "record/rows.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace readout::record {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const base::Codes& codes() {
  static const auto loaded = base::Codes::load(std::filesystem::path(READOUT_SOURCE_DIR) / "data");
  return *loaded;
}

//                        0         1         2         3         4         5
//                        0123456789012345678901234567890123456789012345678901234567
constexpr auto* words = "Ada Roy phoned Bo Lim on Monday. \"We agree,\" said Ms Roy.";

Actor person(std::string name) {
  Actor actor;
  actor.name = std::move(name);
  return actor;
}

Document example() {
  Document d;
  d.report.name = "one";
  d.report.path = "one.txt";
  d.report.text = words;
  d.report.date = parse_day("2020-03-04");
  d.report.outlet = "The Example";
  d.layout.dateline_agency = {0, 3};  // any words will do
  d.layout.blocks = {{{0, 57}, BlockKind::title}};
  d.actors.actors = {person("Ada Roy"), person("nobody"), person("Bo Lim"), person("Office")};
  d.actors.actors[0].affiliation = 3;
  d.actors.actors[2].affiliation_name = "a firm";
  d.actors.mentions = {{.span = {50, 56}, .actor = 0}, {.span = {15, 21}, .actor = 2}, {.span = {0, 7}, .actor = 0}};
  Time monday;
  monday.span = {25, 31};
  monday.value = "2020-03-02";
  monday.earliest = monday.latest = parse_day("2020-03-02");
  monday.anchor = TimeAnchor::document;
  d.times.times = {monday};
  d.acts.accounts.resize(2);
  d.acts.accounts[1].source = 0;
  d.acts.accounts[1].cue = {45, 49};
  Event call;
  call.cameo = "041";
  call.plover_type = "CONSULT";
  call.actor = {0, 2, 0};
  call.initiator = {0, 77};
  call.symmetric = true;
  call.when.time = 0;
  call.sentence = {0, 32};
  call.evidence = {{8, 14}};
  call.confidence = 0.93F;
  d.acts.events = {call};
  Statement said;
  said.speaker = 0;
  said.form = StatementForm::direct;
  said.content = {{33, 44}};
  said.cue = {45, 49};
  said.account = 1;
  said.sentence = {33, 57};
  d.acts.statements = {said};
  return d;
}

TEST(Rows, KeepPassTheCheck) {
  const Record record = to_rows(example(), "d7", codes());
  const auto checked = check_spans(record);
  EXPECT_TRUE(checked) << to_string(checked.error());
}

TEST(Rows, DocumentSaysWhereItIsFrom) {
  const DocumentRow row = to_rows(example(), "d7", codes()).document;
  EXPECT_EQ(row.id, "d7");
  EXPECT_EQ(row.sha256.size(), 64U);
  EXPECT_EQ(row.date, "2020-03-04");
  EXPECT_EQ(row.outlet, "The Example");
  EXPECT_EQ(row.agency, "Ada");
  EXPECT_EQ(row.title, words);  // no title of its own: the title block's words
  EXPECT_EQ(row.title_span, (Span{0, 57}));
  EXPECT_EQ(row.bytes, 57U);
  EXPECT_EQ(row.byline_span, std::nullopt);
}

TEST(Rows, FingerprintIsOfTheText) {
  Document d;
  d.report.text = "abc";
  EXPECT_EQ(to_rows(d, "d1", codes()).document.sha256,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Rows, KeepActorsThatAreMentionedOrNeeded) {
  const Record record = to_rows(example(), "d1", codes());
  ASSERT_THAT(record.actors, SizeIs(3));  // "nobody" is gone, "Office" is whom Ada Roy works for
  EXPECT_EQ(record.actors[0].id, "a1");
  EXPECT_EQ(record.actors[0].on_behalf_of, "a3");
  EXPECT_THAT(record.actors[0].mentions, ElementsAre(Span{0, 7}, Span{50, 56}));
  EXPECT_EQ(record.actors[1].name, "Bo Lim");
  EXPECT_EQ(record.actors[1].on_behalf_of, "a firm");
  EXPECT_EQ(record.actors[2].name, "Office");
}

TEST(Rows, ActsReferById) {
  const Record record = to_rows(example(), "d1", codes());
  ASSERT_THAT(record.acts, SizeIs(2));
  const ActRow& call = record.acts[0];
  EXPECT_EQ(call.id, "e1");
  EXPECT_EQ(call.cameo_name, "talk by telephone");
  EXPECT_THAT(call.actor, ElementsAre("a1", "a2"));  // named twice, kept once
  EXPECT_THAT(call.initiator, ElementsAre("a1"));    // 77 leads nowhere
  EXPECT_EQ(call.when_time, "t1");
  EXPECT_EQ(call.account, "k0");
  EXPECT_EQ(call.confidence, 0.93);  // not 0.9300000071525574
  const ActRow& said = record.acts[1];
  EXPECT_EQ(said.id, "s1");
  EXPECT_EQ(said.speaker, "a1");
  EXPECT_EQ(said.form, "direct");
  EXPECT_EQ(said.account, "k1");
  EXPECT_EQ(record.accounts[1].parent, "k0");
}

TEST(Rows, AnEmptyDocumentGivesItsOwnVoice) {
  const Record record = to_rows(Document{}, "d1", codes());
  ASSERT_THAT(record.accounts, SizeIs(1));
  EXPECT_EQ(record.accounts[0].id, "k0");
  EXPECT_THAT(record.acts, IsEmpty());
  EXPECT_TRUE(check_spans(record));
}

TEST(Rows, IdsThatLeadNowhereAreLeftOut) {
  Document d = example();
  d.acts.accounts[1].parent = 9;
  d.acts.statements[0].account = 9;
  d.acts.events[0].when.time = 9;
  d.actors.mentions.push_back({.span = {0, 3}, .actor = 99});
  const Record record = to_rows(d, "d1", codes());
  EXPECT_EQ(record.accounts[1].parent, "k0");
  EXPECT_EQ(record.acts[1].account, "k0");
  EXPECT_EQ(record.acts[0].when_time, "");
  EXPECT_TRUE(check_spans(record));
}

}  // namespace
}  // namespace readout::record
