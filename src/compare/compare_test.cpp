#include "readout/compare.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace readout {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

// Two states, each with an account of its own, and one issue.
Record record() {
  Record out;
  out.document.name = "one";
  out.text = "France backs the treaty. Japan backs the treaty.";
  for (const char* code : {"FRA", "JPN"}) {
    ActorRow actor;
    actor.id = "a" + std::to_string(out.actors.size() + 1);
    actor.kind = "state";
    actor.name = code;
    actor.country = code;
    actor.code = code;
    out.actors.push_back(actor);
  }
  out.accounts.resize(3);
  out.accounts[0].id = "k0";
  for (std::size_t i = 1; i < 3; ++i) {
    out.accounts[i].id = "k" + std::to_string(i);
    out.accounts[i].parent = "k0";
    out.accounts[i].source = "a" + std::to_string(i);
  }
  IssueRow issue;
  issue.id = "i1";
  issue.code = "treaty";
  issue.label = "the treaty";
  out.issues.push_back(issue);
  return out;
}

void add_stance(Record& record, const char* holder, int polarity, const char* toward = "", const char* issue = "i1") {
  StanceRow row;
  row.id = "p" + std::to_string(record.stances.size() + 1);
  row.holder = holder;
  row.toward = toward;
  row.issue_id = issue;
  row.polarity = polarity;
  row.account = "k0";
  row.sentence = {0, 24};
  row.evidence = {{7, 12}};
  record.stances.push_back(row);
}

Alignment alignment(const Record& record) {
  const auto comparison = compare({record}, "FRA", "JPN");
  return comparison.issues.size() == 1 ? comparison.issues[0].alignment : Alignment::mixed;
}

TEST(Compare, BothForItMeet) {
  auto r = record();
  add_stance(r, "a1", 1);
  EXPECT_EQ(alignment(r), Alignment::first_only);
  add_stance(r, "a2", 2);
  EXPECT_EQ(alignment(r), Alignment::converges);
  add_stance(r, "a2", -1);
  EXPECT_EQ(alignment(r), Alignment::mixed);
}

TEST(Compare, WhatOneHoldsAgainstTheOtherDivides) {
  auto r = record();
  add_stance(r, "a2", -1, "a1");
  EXPECT_EQ(alignment(r), Alignment::diverges);
  auto s = record();
  add_stance(s, "a1", -2);
  add_stance(s, "a2", -2);
  EXPECT_EQ(alignment(s), Alignment::converges) << "both are against it";
  auto t = record();
  add_stance(t, "a1", 1);
  add_stance(t, "a2", -2);
  EXPECT_EQ(alignment(t), Alignment::diverges);
}

TEST(Compare, StandsTowardTheOtherHaveALineOfTheirOwn) {
  auto r = record();
  add_stance(r, "a1", -1, "a2", "");
  const auto comparison = compare({r}, "FRA", "JPN");
  EXPECT_THAT(comparison.issues, IsEmpty());
  ASSERT_THAT(comparison.first_to_other, SizeIs(1));
  EXPECT_EQ(comparison.first_to_other[0].sentence, "France backs the treaty.");
}

TEST(Compare, TellsWhatBothSayAndWhatOneSays) {
  auto r = record();
  for (int i = 1; i < 3; ++i) {
    ActRow row;
    row.id = "s" + std::to_string(i);
    row.kind = ActKind::statement;
    row.speaker = "a" + std::to_string(i);
    row.account = "k" + std::to_string(i);
    row.issues = {"i1"};
    row.sentence = {0, 24};
    row.content = {{0, 6}};
    r.acts.push_back(row);
  }
  EXPECT_THAT(compare({r}, "FRA", "JPN").both, SizeIs(1));
  r.acts.pop_back();
  const auto comparison = compare({r}, "FRA", "JPN");
  EXPECT_THAT(comparison.both, IsEmpty());
  EXPECT_THAT(comparison.first_only, SizeIs(1));
}

}  // namespace
}  // namespace readout
