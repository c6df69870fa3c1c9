// The checker must find what it is there to find: each test breaks one promise of a sound record.
#include <gtest/gtest.h>

#include "readout/record.hpp"

namespace readout {
namespace {

Record sound() {
  Record record;
  record.text = "é met ü.";  // é and ü take two bytes each
  record.document.id = "d1";
  record.document.bytes = record.text.size();
  record.actors.resize(2);
  record.actors[0].id = "a1";
  record.actors[0].mentions = {{0, 2}};
  record.actors[1].id = "a2";
  record.actors[1].mentions = {{7, 9}};
  record.accounts.resize(2);
  record.accounts[0].id = "k0";
  record.accounts[1].id = "k1";
  record.accounts[1].parent = "k0";
  record.accounts[1].source = "a1";
  record.acts.resize(1);
  ActRow& met = record.acts[0];
  met.id = "e1";
  met.account = "k1";
  met.sentence = {0, 10};
  met.evidence = {{3, 6}};
  met.actor = {"a1", "a2"};
  return record;
}

void expect_fault(const Record& record, const std::string& part) {
  const auto checked = check_spans(record);
  ASSERT_FALSE(checked) << part;
  EXPECT_NE(checked.error().message.find(part), std::string::npos) << checked.error().message;
}

TEST(CheckSpans, PassesASoundRecord) {
  EXPECT_TRUE(check_spans(sound()));
}

TEST(CheckSpans, FindsASpanInsideACodePoint) {
  auto record = sound();
  record.actors[0].mentions = {{0, 1}};
  expect_fault(record, "row a1, mentions: [0, 1) cuts a code point");
}

TEST(CheckSpans, FindsASpanBeyondTheText) {
  auto record = sound();
  record.acts[0].sentence = {0, 11};
  expect_fault(record, "row e1, sentence: [0, 11) ends beyond the text of 10 bytes");
}

TEST(CheckSpans, FindsEmptyAndMissingSpans) {
  auto record = sound();
  record.acts[0].cue = Span{3, 3};
  expect_fault(record, "row e1, cue: [3, 3) is empty");
  record = sound();
  record.acts[0].evidence.clear();
  expect_fault(record, "row e1, evidence: is missing");
}

TEST(CheckSpans, FindsIdsThatLeadNowhere) {
  auto record = sound();
  record.acts[0].actor = {"a3"};
  expect_fault(record, "refers to 'a3'");
  record = sound();
  record.acts[0].account = "k2";
  expect_fault(record, "refers to 'k2'");
  record = sound();
  record.acts[0].when_time = "a1";
  expect_fault(record, "refers to 'a1'");
}

TEST(CheckSpans, FindsAChildBeforeItsParent) {
  auto record = sound();
  record.accounts[1].parent = "k2";
  record.accounts.push_back(record.accounts[1]);
  record.accounts[2].id = "k2";
  record.accounts[2].parent = "k0";
  expect_fault(record, "row k1, parent");
}

TEST(CheckSpans, FindsIdsThatStandTwice) {
  auto record = sound();
  record.actors[1].id = "a1";
  expect_fault(record, "stands twice");
}

TEST(CheckSpans, FindsDaysInTheWrongOrder) {
  auto record = sound();
  record.acts[0].when_earliest = "2020-02-02";
  record.acts[0].when_latest = "2020-02-01";
  expect_fault(record, "after the latest day");
}

}  // namespace
}  // namespace readout
