// A file that is one report: its head line, its bytes, its faults.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "source/temporary_folder.hpp"

namespace readout::source {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Taken plain(std::string_view bytes, SourceLimits limits = {}) {
  return take_bytes(Form::plain_text, bytes, limits);
}

TEST(PlainText, TakesDateAndTitleFromTheHeadLine) {
  const std::string text = " date 2021-09-11 France calls Germany\n\nParis spoke.\n";
  const Taken taken = plain(text);
  ASSERT_EQ(taken.order, "r");
  const Report& report = taken.reports[0];
  EXPECT_EQ(report.name, "day");
  EXPECT_EQ(report.path, "day.x");
  EXPECT_EQ(report.line, 0U);
  EXPECT_EQ(report.text, text);
  EXPECT_EQ(to_iso(*report.date), "2021-09-11");
  EXPECT_EQ(report.title, "France calls Germany");
  EXPECT_EQ(slice(report.text, report.title_span), "France calls Germany");
  EXPECT_EQ(report.text.substr(report.body_begin), "Paris spoke.\n");
  EXPECT_EQ(report.body_end, text.size());
  EXPECT_EQ(report.span_base, "file");
  EXPECT_EQ(report.input_sha256, "");
  EXPECT_THAT(report.warnings, IsEmpty());
}

TEST(PlainText, KeepsByteOrderMarkAndCarriageReturns) {
  const std::string text =
      "\xEF\xBB\xBF"
      "date 2021-09-11  A “title” \r\n\r\n  Body.\r\n";
  const Report report = plain(text).reports.at(0);
  EXPECT_EQ(report.text, text);
  EXPECT_EQ(report.title, "A “title”");
  EXPECT_EQ(slice(report.text, report.title_span), "A “title”");
  EXPECT_EQ(report.text.substr(report.body_begin), "  Body.\r\n");
}

TEST(PlainText, IsReadWithoutAHeadLine) {
  const Report report = plain("\xEF\xBB\xBFParis spoke.\nBerlin heard.").reports.at(0);
  EXPECT_FALSE(report.date);
  EXPECT_EQ(report.title, "");
  EXPECT_TRUE(report.title_span.empty());
  EXPECT_EQ(report.body_begin, 3U);
  EXPECT_THAT(report.warnings, ElementsAre("no date: relative times stay unresolved (begin the file with ' date "
                                           "YYYY-MM-DD TITLE')"));
}

TEST(PlainText, TakesNoDateThatIsNone) {
  const std::string text = " date 2021-02-30 France calls\n\nParis spoke.";
  const Report report = plain(text).reports.at(0);
  EXPECT_FALSE(report.date);
  EXPECT_EQ(report.title, "");
  EXPECT_EQ(report.body_begin, 0U);
  EXPECT_THAT(report.warnings, ElementsAre(HasSubstr("\"2021-02-30\" in the first line is not a date")));
  EXPECT_FALSE(plain("date 2021-09-11x title\nBody.").reports.at(0).date);
  EXPECT_FALSE(plain("dated 2021-09-11 title\nBody.").reports.at(0).date);
  EXPECT_FALSE(plain("The date 2021-09-11 came.\nBody.").reports.at(0).date);
  EXPECT_FALSE(plain("date\n2021-09-11 came.\nBody.").reports.at(0).date);
}

TEST(PlainText, DateAloneAndTitleAloneAreEnough) {
  const Report dated = plain(" date 2021-09-11\nBody.").reports.at(0);
  EXPECT_TRUE(dated.date);
  EXPECT_EQ(dated.title, "");
  EXPECT_TRUE(dated.title_span.empty());
  EXPECT_EQ(dated.text.substr(dated.body_begin), "Body.");
  const Report titled = plain(" date 2021-09-11 Only a title").reports.at(0);
  EXPECT_EQ(titled.title, "Only a title");
  EXPECT_EQ(titled.body_begin, titled.text.size());
  EXPECT_THAT(titled.warnings, ElementsAre("no text after the first line"));
}

TEST(PlainText, AReportOnTheHeadLineIsNoTitle) {
  const Report report = plain(" date 2021-09-11 " + std::string(5000, 'a')).reports.at(0);
  EXPECT_TRUE(report.date);
  EXPECT_EQ(report.title, "");
  EXPECT_EQ(report.body_end - report.body_begin, 5000U);
}

TEST(PlainText, EmptyAndBlankFilesAreErrors) {
  EXPECT_EQ(plain("").errors.at(0).message, "is empty");
  EXPECT_EQ(plain("\xEF\xBB\xBF").errors.at(0).message, "is empty");
  EXPECT_EQ(plain(" \r\n\t\n").errors.at(0).message, "holds nothing but blanks");
  EXPECT_EQ(plain("").errors.at(0).file, "day.x");
}

TEST(PlainText, KeepsAndCountsBytesThatAreNotUtf8) {
  const std::string text = " date 2021-09-11 T\n\nM\xFCnchen, K\xF6ln.";
  const Report report = plain(text).reports.at(0);
  EXPECT_EQ(report.text, text);
  EXPECT_THAT(report.warnings, ElementsAre("2 bytes are not UTF-8; first at byte 21"));
  EXPECT_THAT(plain(" date 2021-09-11 T\n\nM\xFCnchen").reports.at(0).warnings,
              ElementsAre("1 byte is not UTF-8; at byte 21"));
}

TEST(PlainText, KeepsNulBytes) {
  const std::string text = " date 2021-09-11 T\n\nParis" + std::string(1, '\0') + "spoke" + std::string(1, '\0') + ".";
  const Report report = plain(text).reports.at(0);
  EXPECT_EQ(report.text, text);
  EXPECT_THAT(report.warnings, ElementsAre("2 NUL bytes; first at byte 25"));
}

TEST(PlainText, ReadsNoMoreThanTheLimitAndKeepsAll) {
  SourceLimits limits;
  limits.text_bytes = 20;
  const std::string head = " date 2021-09-11 T\n\n";
  const Report lines = plain(head + "0123456789\n0123456789\n0123456789", limits).reports.at(0);
  EXPECT_EQ(lines.text.size(), head.size() + 32);
  EXPECT_EQ(lines.body_end - lines.body_begin, 11U) << "cut after a line";
  EXPECT_THAT(lines.warnings, ElementsAre("32 bytes of text: only the first 11 are read"));
  const Report words = plain(head + "0123456789 0123456789 0123456789", limits).reports.at(0);
  EXPECT_EQ(words.body_end - words.body_begin, 11U) << "cut after a blank";
  std::string chinese;
  for (int i = 0; i < 20; ++i) {
    chinese += "習";
  }
  const Report run = plain(head + chinese, limits).reports.at(0);
  EXPECT_EQ(run.body_end - run.body_begin, 18U) << "cut between characters";
  EXPECT_THAT(plain(head + std::string(20, 'a'), limits).reports.at(0).warnings, IsEmpty());
}

TEST(PlainText, LongerThanARowMayBeIsAnError) {
  SourceLimits limits;
  limits.row_bytes = 100;
  const Taken taken = plain(std::string(101, 'a'), limits);
  ASSERT_EQ(taken.order, "e");
  EXPECT_EQ(to_string(taken.errors[0]), "day.x: is longer than 100 bytes (split it into one file a report)");
  EXPECT_EQ(plain(std::string(100, 'a'), limits).order, "r");
}

TEST(PlainText, PiecesOfAnySizeGiveTheSame) {
  const std::string text = "\xEF\xBB\xBF date 2021-09-11 習近平 speaks\r\n\r\n" + std::string(500, 'x') + "\nend";
  for (const std::size_t most : {1U, 2U, 3U, 7U, 64U}) {
    const Taken taken = take_bytes(Form::plain_text, text, {}, "day.x", most);
    ASSERT_EQ(taken.order, "r");
    EXPECT_EQ(taken.reports[0].text, text);
    EXPECT_EQ(taken.reports[0].title, "習近平 speaks");
  }
}

}  // namespace
}  // namespace readout::source
