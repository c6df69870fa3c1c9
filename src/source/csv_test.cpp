// CSV as RFC 4180 has it, and as people write it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "source/temporary_folder.hpp"

namespace readout::source {
namespace {

using testing::HasSubstr;

const std::string header = "date,title,text\n";

Taken csv(std::string_view bytes, SourceLimits limits = {}) {
  return take_bytes(Form::csv, bytes, limits);
}

TEST(Csv, FillsAllFieldsInAnyOrderAndCase) {
  const Taken taken =
      csv("\xEF\xBB\xBF Text ,OUTLET,id,extra,Url,\"Date\",Title,language\r\nBody,Xinhua,a1,x,u,2021-09-11,T,en\r\n");
  ASSERT_EQ(taken.order, "r");
  const Report& report = taken.reports[0];
  EXPECT_EQ(report.text, "Body");
  EXPECT_EQ(report.outlet, "Xinhua");
  EXPECT_EQ(report.name, "a1");
  EXPECT_EQ(report.url, "u");
  EXPECT_EQ(to_iso(*report.date), "2021-09-11");
  EXPECT_EQ(report.title, "T");
  EXPECT_EQ(report.language, "en");
  EXPECT_EQ(report.line, 2U);
  EXPECT_EQ(report.span_base, "text field");
  EXPECT_TRUE(report.title_span.empty());
}

TEST(Csv, ReadsQuotesAndLinesInCells) {
  const Taken taken =
      csv(header + "2021-09-11,\"A, \"\"B\"\"\",\"one\r\n\r\ntwo\" \r\n\n2021-09-12,5\" guns,\"\"\"x\"\"\"");
  ASSERT_EQ(taken.order, "rr");
  EXPECT_EQ(taken.reports[0].title, "A, \"B\"");
  EXPECT_EQ(taken.reports[0].text, "one\r\n\r\ntwo");
  EXPECT_EQ(taken.reports[0].line, 2U);
  EXPECT_EQ(taken.reports[0].name, "day:2");
  EXPECT_EQ(taken.reports[1].title, "5\" guns");
  EXPECT_EQ(taken.reports[1].text, "\"x\"");
  EXPECT_EQ(taken.reports[1].line, 6U);
}

TEST(Csv, RaggedRowsAreNamedAndTheRestGoesOn) {
  const Taken taken =
      csv(header + "2021-09-11,a\n2021-09-11,a,b\n2021-09-11,a,b,c\n2021-09-11,a,\n2021-09-11,\"a\"x,b\n,,d\n");
  ASSERT_EQ(taken.order, "ereeer");
  EXPECT_EQ(taken.errors[0].line, 2U);
  EXPECT_EQ(taken.errors[0].message, "the row's cells are 2, the header's 3");
  EXPECT_EQ(taken.errors[1].line, 4U);
  EXPECT_EQ(taken.errors[2].message, "has no text");
  EXPECT_EQ(taken.errors[3].line, 6U);
  EXPECT_EQ(taken.errors[3].message, "text follows a closing quote");
  EXPECT_EQ(taken.reports[1].text, "d");
  EXPECT_FALSE(taken.reports[1].date);
}

TEST(Csv, AQuoteThatIsNeverClosedNamesItsFirstLine) {
  const Taken taken = csv(header + "2021-09-11,a,b\n2021-09-11,\"a,b\n2021-09-11,a,b\n");
  ASSERT_EQ(taken.order, "re");
  EXPECT_EQ(taken.errors[0].line, 3U);
  EXPECT_THAT(taken.errors[0].message, HasSubstr("not closed"));
}

TEST(Csv, HeadersThatCannotServeAreErrors) {
  const Taken missing = csv("date,headline,body\n1,2,3\n");
  ASSERT_EQ(missing.order, "e");
  EXPECT_EQ(missing.errors[0].message, "has no column \"text\"; its columns: date, headline, body");
  EXPECT_EQ(missing.errors[0].line, 1U);
  EXPECT_THAT(csv("text,date,TEXT\na,b,c\n").errors.at(0).message, HasSubstr("stands twice"));
  EXPECT_EQ(csv("").errors.at(0).message, "is empty");
  EXPECT_EQ(csv("\n\n").errors.at(0).message, "is empty");
  EXPECT_EQ(csv(header).errors.at(0).message, "has a header and no rows");
  EXPECT_EQ(csv("date,\"text").order, "e");
}

TEST(Csv, ARowBeyondTheLimitCostsOnlyItself) {
  SourceLimits limits;
  limits.row_bytes = 1000;
  const std::string big(500000, 'a');
  const Taken taken = csv(header + "1,2,\"" + big + "\n" + big + "\"\n1,2,ok\n1,2," + big + "\n1,2,ok\n", limits);
  ASSERT_EQ(taken.order, "erer");
  EXPECT_EQ(taken.errors[0].line, 2U);
  EXPECT_THAT(taken.errors[0].message, HasSubstr("longer than 1000 bytes"));
  EXPECT_EQ(taken.reports[0].line, 4U);
  EXPECT_EQ(taken.errors[1].line, 5U);
}

TEST(Csv, PiecesOfAnySizeGiveTheSame) {
  const std::string bytes =
      "\xEF\xBB\xBF" + header + "2021-09-11,習近平,\"a \"\"b\"\"\r\nc\"\r\n\r\n2021-09-12,x,\"y\"\"\"";
  for (const std::size_t most : {1U, 2U, 3U, 7U, 64U}) {
    const Taken taken = take_bytes(Form::csv, bytes, {}, "day.x", most);
    ASSERT_EQ(taken.order, "rr");
    EXPECT_EQ(taken.reports[0].text, "a \"b\"\r\nc");
    EXPECT_EQ(taken.reports[1].text, "y\"");
    EXPECT_EQ(taken.reports[1].line, 5U);
  }
}

TEST(Csv, ReadsTheWikinewsReports) {
  const std::string file = READOUT_SOURCE_DIR "/../shared/data/news/wikinews_2019.csv";
  if (!std::filesystem::exists(file)) {
    GTEST_SKIP() << "the Wikinews reports are not there";
  }
  const Taken taken = take_inputs({file});
  EXPECT_EQ(taken.reports.size(), 171U);
  EXPECT_TRUE(taken.errors.empty());
  std::set<std::string> names;
  for (const Report& report : taken.reports) {
    EXPECT_TRUE(report.date);
    EXPECT_FALSE(report.title.empty());
    EXPECT_TRUE(report.url.starts_with("https://en.wikinews.org/"));
    EXPECT_EQ(report.name, "wikinews_2019:" + std::to_string(report.line));
    EXPECT_TRUE(report.warnings.empty());
    names.insert(report.name);
  }
  EXPECT_EQ(names.size(), 171U);
}

}  // namespace
}  // namespace readout::source
