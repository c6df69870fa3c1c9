// JSON Lines: every broken line is named and costs only itself.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "source/temporary_folder.hpp"

namespace readout::source {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using namespace std::string_literals;

Taken lines(std::string_view bytes, SourceLimits limits = {}) {
  return take_bytes(Form::json_lines, bytes, limits);
}

// The broken line must be named as line 2, and the lines around it must come.
Error broken(const std::string& line, SourceLimits limits = {}) {
  const Taken taken = lines("{\"text\":\"before\"}\n" + line + "\n{\"text\":\"after\"}\n", limits);
  EXPECT_EQ(taken.order, "rer") << line.substr(0, 200);
  if (taken.errors.empty()) {
    return {};
  }
  EXPECT_EQ(taken.errors[0].line, 2U);
  EXPECT_EQ(taken.errors[0].file, "day.x");
  EXPECT_NE(taken.errors[0].remedy, "");
  return taken.errors[0];
}

TEST(JsonLines, FillsAllFields) {
  const Taken taken = lines(
      R"({"id":"a1","date":"2021-09-11","title":"Xi \u7fd2","text":"Line\nWith \ud842\udfb7","url":"https://e.org/",)"
      R"("outlet":"Xinhua","language":"en","other":{"x":[1,2]}})"
      "\n");
  ASSERT_EQ(taken.order, "r");
  const Report& report = taken.reports[0];
  EXPECT_EQ(report.name, "a1");
  EXPECT_EQ(report.line, 1U);
  EXPECT_EQ(to_iso(*report.date), "2021-09-11");
  EXPECT_EQ(report.title, "Xi 習");
  EXPECT_EQ(report.text, "Line\nWith 𠮷");
  EXPECT_EQ(report.url, "https://e.org/");
  EXPECT_EQ(report.outlet, "Xinhua");
  EXPECT_EQ(report.language, "en");
  EXPECT_EQ(report.span_base, "text field");
  EXPECT_TRUE(report.title_span.empty());
  EXPECT_EQ(report.body_begin, 0U);
  EXPECT_EQ(report.body_end, report.text.size());
  EXPECT_THAT(report.warnings, IsEmpty());
}

TEST(JsonLines, NamesRowsWithoutAnIdByTheirLine) {
  const Taken taken =
      lines("\xEF\xBB\xBF{\"text\":\"a\"}\r\n\r\n  \n{\"id\":17,\"text\":\"b\"}\r\n{\"id\":\"\",\"text\":\"c\"}");
  ASSERT_EQ(taken.order, "rrr");
  EXPECT_EQ(taken.reports[0].name, "day:1");
  EXPECT_EQ(taken.reports[1].name, "17");
  EXPECT_EQ(taken.reports[1].line, 4U);
  EXPECT_EQ(taken.reports[2].name, "day:5");
}

TEST(JsonLines, TakesTheDayOfATimestamp) {
  for (const char* date : {"2021-09-11", " 2021-09-11 ", "2021-09-11T08:00:00Z", "2021-09-11 08:00:00+02:00"}) {
    const Report report = lines("{\"text\":\"a\",\"date\":\""s + date + "\"}").reports.at(0);
    ASSERT_TRUE(report.date) << date;
    EXPECT_EQ(to_iso(*report.date), "2021-09-11");
  }
  for (const char* date : {"2021-13-01", "11 September", "2021-09-11th", "2021-09-11 or so"}) {
    const Report report = lines("{\"text\":\"a\",\"date\":\""s + date + "\"}").reports.at(0);
    EXPECT_FALSE(report.date);
    EXPECT_THAT(report.warnings, ElementsAre(HasSubstr("\""s + date + "\" is not a date"))) << date;
  }
  EXPECT_THAT(lines("{\"text\":\"a\"}").reports.at(0).warnings, ElementsAre(HasSubstr("give the row a date")));
}

TEST(JsonLines, TellsWhatIsWrongWithALine) {
  EXPECT_THAT(broken(R"({"text":"cut he)").message, HasSubstr("string is not closed"));
  EXPECT_THAT(broken(R"({"text":"a","title":"b")").message, HasSubstr("not closed"));
  EXPECT_THAT(broken(R"({"text":"\ud800 alone"})").message, HasSubstr("half of a surrogate pair: \\ud800"));
  EXPECT_THAT(broken(R"({"text":"\ud83d\ude00 \\udc00 \udC01"})").message, HasSubstr("pair: \\udC01"));
  EXPECT_THAT(broken(R"({"text":"\ud800 alone"})").remedy, HasSubstr(R"(both halves, as in \ud83d\ude00)"));
  EXPECT_THAT(broken(R"({"text":"bad \q"})").message, HasSubstr("bad escape"));
  EXPECT_THAT(broken(R"({"text":"bad \q"})").remedy, HasSubstr(R"(as \\)"));
  EXPECT_THAT(broken("{\"text\":\"a\tb\"}").remedy, HasSubstr(R"(a tab as \t)"));
  EXPECT_THAT(broken(R"({"text":"cut he)").remedy, HasSubstr("one whole JSON object"));
  EXPECT_THAT(broken("{\"text\":\"a\tb\"}").message, HasSubstr("control character"));
  EXPECT_THAT(broken(R"({"text":"a"} {"text":"b"})").message, HasSubstr("follows"));
  EXPECT_EQ(broken(R"({"title":"no text"})").message, "has no text");
  EXPECT_EQ(broken(R"({"text":" \n "})").message, "has no text");
  EXPECT_EQ(broken(R"({"text":null})").message, "has no text");
  EXPECT_EQ(broken(R"({"text":12})").message, "its text is not a string");
  EXPECT_EQ(broken(R"({"text":["a"]})").message, "its text is not a string");
  for (const char* line : {"{}", "[]", "12", "null", "\"text\"", "nonsense", "{\"text\" \"a\"}", "{\"text\":}",
                           "{\"text\":\"a\" \"b\":1}", "{", "}", "{\"text\":\"a\",}", "{text:\"a\"}", "\\", "\""}) {
    broken(line);
  }
}

TEST(JsonLines, CutLastLineIsAnError) {
  const Taken taken = lines("{\"text\":\"a\"}\n{\"text\":\"b");
  EXPECT_EQ(taken.order, "re");
  EXPECT_EQ(taken.errors[0].line, 2U);
}

TEST(JsonLines, StandsDepthBombsAndHugeNumbers) {
  broken("{\"x\":" + std::string(200000, '[') + ",\"text\":\"a\"}");
  broken(std::string(200000, '{'));
  const std::string deep = std::string(200000, '[') + std::string(200000, ']');
  EXPECT_EQ(lines("{\"text\":\"a\",\"x\":" + deep + "}").order.size(), 1U);
  EXPECT_EQ(lines("{\"text\":\"a\",\"x\":1e400,\"id\":-1e400}").reports.at(0).name, "-1e400");
}

TEST(JsonLines, PassesOverFieldsOfAnotherKind) {
  const Report report = lines(R"({"text":"a","date":20210911,"title":["x"],"url":null,"id":true})").reports.at(0);
  EXPECT_EQ(report.title, "");
  EXPECT_EQ(report.name, "day:1");
  EXPECT_EQ(report.warnings.size(), 4U);
}

TEST(JsonLines, MendsBytesThatAreNotUtf8) {
  const Report report = lines("{\"text\":\"M\xFCnchen\",\"date\":\"2021-09-11\"}\n").reports.at(0);
  EXPECT_EQ(report.text, "M\uFFFDnchen");
  EXPECT_THAT(report.warnings, ElementsAre(HasSubstr("U+FFFD")));
}

TEST(JsonLines, KeepsNulInText) {
  const Report report = lines(R"({"text":"a\u0000b","date":"2021-09-11"})").reports.at(0);
  EXPECT_EQ(report.text, "a\0b"s);
  EXPECT_THAT(report.warnings, ElementsAre("1 NUL byte; at byte 1"));
}

TEST(JsonLines, ALineBeyondTheLimitCostsOnlyItself) {
  SourceLimits limits;
  limits.row_bytes = 1000;
  EXPECT_EQ(broken("{\"text\":\"" + std::string(500000, 'a') + "\"}", limits).message, "is longer than 1000 bytes");
  const std::string last = "{\"text\":\"a\"}\n{\"text\":\"" + std::string(500000, 'a');
  for (const std::size_t most : {100U, 1000000U}) {
    EXPECT_EQ(take_bytes(Form::json_lines, last, limits, "day.x", most).order, "re");
  }
}

TEST(JsonLines, OtherJsonIsOneErrorWithARemedy) {
  const Taken list = lines("[\n{\"text\":\"a\"},\n{\"text\":\"b\"}\n]\n");
  EXPECT_EQ(list.order, "e");
  EXPECT_THAT(list.errors[0].remedy, HasSubstr("jq -c '.[]'"));
  EXPECT_EQ(lines("{\n  \"text\": \"a\"\n}\n").order, "e");
  EXPECT_EQ(lines("\n \n").errors.at(0).message, "is empty");
}

TEST(JsonLines, PiecesOfAnySizeGiveTheSame) {
  const std::string bytes = "\xEF\xBB\xBF{\"text\":\"習近平\"}\r\n\n{\"text\":\"cut\n{\"text\":\"b\"}";
  for (const std::size_t most : {1U, 2U, 3U, 7U, 64U}) {
    const Taken taken = take_bytes(Form::json_lines, bytes, {}, "day.x", most);
    ASSERT_EQ(taken.order, "rer");
    EXPECT_EQ(taken.reports[0].text, "習近平");
    EXPECT_EQ(taken.errors[0].line, 3U);
    EXPECT_EQ(taken.reports[1].line, 4U);
  }
}

}  // namespace
}  // namespace readout::source
