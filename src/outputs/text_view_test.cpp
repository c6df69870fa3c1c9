// The view as a whole: what stands in it, that no line is too wide, that cuts are announced, that no control gets
// through.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/example_record.hpp"
#include "outputs/paragraph.hpp"
#include "outputs/wording.hpp"
#include "readout/outputs.hpp"

namespace readout {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string view_of(const Record& record, TextView how = {}) {
  std::string out;
  write_text(record, how, out);
  return out;
}

std::vector<std::string> lines_in(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = text.find('\n', at);
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

Record many_events(int count) {
  auto record = base::example_record("many");
  const auto one = record.acts[0];
  record.acts.clear();
  for (int i = 1; i <= count; ++i) {
    record.acts.push_back(one);
    record.acts.back().id = "e" + std::to_string(i);
  }
  return record;
}

TEST(TextView, SaysWhoDidWhatWhen) {
  const auto view = view_of(base::example_record("one"));
  EXPECT_THAT(view, HasSubstr("Wednesday, 4 Mar 2020 · The Example · GENEVA, March 4 (Agency)"));
  EXPECT_THAT(view, HasSubstr("  e1  Ada Roy ↔ Bo (anonymous): talk by telephone\n"));
  EXPECT_THAT(view, HasSubstr("4 Mar 2020 · 90 minutes · 2nd time · asked for by Ada Roy · CAMEO 041"));
  EXPECT_THAT(view, HasSubstr("      │ Ada phoned Bo (林).\n"));
  EXPECT_THAT(view, HasSubstr("  s1  Ada Roy — phoned, to Bo (anonymous)\n"));
  EXPECT_THAT(view, HasSubstr("Minister of Examples"));
  EXPECT_THAT(view, HasSubstr("! first\n"));
}

TEST(TextView, DirectedActsHaveAnArrowAndAnAccount) {
  auto record = base::example_record("one");
  record.acts[0].symmetric = false;
  record.acts[0].actor = {"a1"};
  record.acts[0].recipient = {"a2"};
  record.acts[0].status = "planned";
  record.acts[0].account = "k1";
  const auto view = view_of(record);
  EXPECT_THAT(view, HasSubstr("Ada Roy → Bo (anonymous): talk by telephone (planned)"));
  EXPECT_THAT(view, HasSubstr("according to Ada Roy"));
  EXPECT_THAT(view,
              Not(HasSubstr("s1  Ada Roy — phoned, to Bo (anonymous), according to")));  // a speaker needs no herald
}

TEST(TextView, WhoQuotesThemselvesIsNamedOnce) {
  auto record = base::example_record("one");
  record.accounts.push_back(record.accounts[1]);
  record.accounts.back().id = "k2";
  record.accounts.back().parent = "k1";
  record.acts[1].account = "k2";
  EXPECT_THAT(view_of(record), HasSubstr("  s1  Ada Roy — phoned, to Bo (anonymous)\n"));
}

TEST(TextView, ASourceStandsBehindAccordingTo) {
  auto record = base::example_record("one");
  record.text = "According to Ada all is well, so far.";
  record.acts[1].cue = Span{0, 12};
  record.acts[1].addressee.clear();
  EXPECT_THAT(view_of(record), HasSubstr("  s1  according to Ada Roy\n"));
}

TEST(TextView, OnlyDaysThatTellSomethingStandBehindStatements) {
  auto record = base::example_record("one");
  record.acts[1].when_latest = record.document.date;
  EXPECT_THAT(view_of(record), HasSubstr("phoned, to Bo (anonymous)\n"));
  record.acts[1].when_earliest = record.document.date;
  EXPECT_THAT(view_of(record), HasSubstr("phoned, to Bo (anonymous), 4 Mar 2020\n"));
}

TEST(TextView, ANameMadeOfPathAndLineIsNotTold) {
  auto record = base::example_record("where:12");
  EXPECT_THAT(view_of(record), HasSubstr("some/where.jsonl:12\n"));
  record.document.name = "its own";
  EXPECT_THAT(view_of(record), HasSubstr("some/where.jsonl:12 · its own\n"));
}

TEST(TextView, NothingFoundIsSaid) {
  Record record;
  record.document.title = "Empty";
  const auto view = view_of(record);
  EXPECT_THAT(view, HasSubstr("No events found in this report."));
  EXPECT_THAT(view, HasSubstr("No statements found in this report."));
  EXPECT_THAT(view, HasSubstr("no date"));
}

TEST(TextView, CutsAreAnnounced) {
  EXPECT_THAT(view_of(many_events(25)), HasSubstr("  … 5 more events; --all shows them\n"));
  EXPECT_THAT(view_of(many_events(21)), HasSubstr("  … 1 more event; --all shows them\n"));
  EXPECT_THAT(view_of(many_events(20)), Not(HasSubstr("--all")));
  const auto all = view_of(many_events(25), {.acts = 0});
  EXPECT_THAT(all, Not(HasSubstr("--all")));
  EXPECT_THAT(all, HasSubstr("  e25 "));
}

TEST(TextView, NoLineIsWiderThanTheScreen) {
  auto record = many_events(3);
  record.document.title = std::string(300, 'w') + " 林太郎林太郎林太郎林太郎林太郎林太郎林太郎林太郎";
  record.actors[0].name = std::string(90, 'n');
  record.actors[0].office = std::string(90, 'o') + " and more";
  record.actors[0].code = std::string(40, 'C');
  for (const unsigned width : {1U, 40U, 60U, 80U, 120U, 500U}) {
    for (const auto& line : lines_in(view_of(record, {.width = width}))) {
      EXPECT_LE(outputs::Paragraph().add(line).columns(), std::clamp(width, 40U, 120U)) << line;
    }
  }
}

TEST(TextView, WithoutColorThereIsNoEscape) {
  auto record = base::example_record("one");
  record.document.title = "red \x1b[31m alert \a";
  record.actors[0].name = "Ada\x1b]0;title\x07";
  record.text[4] = '\x1b';
  EXPECT_THAT(view_of(record), Not(HasSubstr("\x1b")));
  EXPECT_THAT(view_of(record), Not(HasSubstr("\a")));
  const auto colored = view_of(record, {.color = true});
  EXPECT_THAT(colored, Not(HasSubstr("\x1b[31m alert")));
  EXPECT_THAT(colored, Not(HasSubstr("\x1b]")));
  EXPECT_THAT(colored, HasSubstr("\x1b[1;4m"));
}

TEST(TextView, ColorChangesNothingElse) {
  const auto record = base::example_record("one");
  auto colored = view_of(record, {.color = true});
  for (auto at = colored.find('\x1b'); at != std::string::npos; at = colored.find('\x1b')) {
    colored.erase(at, colored.find('m', at) - at + 1);
  }
  EXPECT_EQ(colored, view_of(record));
}

TEST(Wording, DaysAndRanges) {
  EXPECT_EQ(outputs::day_in_words("2021-09-09"), "9 Sep 2021");
  EXPECT_EQ(outputs::day_in_words("2021-09-11", true), "Saturday, 11 Sep 2021");
  EXPECT_EQ(outputs::day_in_words("soon"), "soon");
  const auto when = [](const char* value, const char* from, const char* to) {
    ActRow act;
    act.when_value = value;
    act.when_earliest = from;
    act.when_latest = to;
    return outputs::when_in_words(act);
  };
  EXPECT_EQ(when("2021-09-09", "2021-09-09", "2021-09-09"), "9 Sep 2021");
  EXPECT_EQ(when("2021-09", "2021-09-01", "2021-09-30"), "Sep 2021");
  EXPECT_EQ(when("2021", "2021-01-01", "2021-12-31"), "2021");
  EXPECT_EQ(when("", "2021-05-11", "2021-09-11"), "11 May – 11 Sep 2021");
  EXPECT_EQ(when("", "2020-05-11", "2021-09-11"), "11 May 2020 – 11 Sep 2021");
  EXPECT_EQ(when("/2021-09-11", "", "2021-09-11"), "by 11 Sep 2021");
  EXPECT_EQ(when("FUTURE_REF", "", ""), "later");
  EXPECT_EQ(when("", "", ""), "");
}

TEST(Wording, DurationsAndOrdinals) {
  EXPECT_EQ(outputs::duration_in_words("PT90M"), "90 minutes");
  EXPECT_EQ(outputs::duration_in_words("P1D"), "1 day");
  EXPECT_EQ(outputs::duration_in_words("P3M"), "3 months");
  EXPECT_EQ(outputs::duration_in_words("PXM"), "PXM");
  EXPECT_EQ(outputs::duration_in_words("PT"), "PT");
  EXPECT_EQ(outputs::duration_in_words(""), "");
  EXPECT_EQ(outputs::ordinal_in_words(1), "1st");
  EXPECT_EQ(outputs::ordinal_in_words(12), "12th");
  EXPECT_EQ(outputs::ordinal_in_words(22), "22nd");
}

}  // namespace
}  // namespace readout
