// Answers for programs and for people; what reports hold steers neither.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "readout/outputs.hpp"

namespace readout {
namespace {

using testing::HasSubstr;
using testing::Not;

Answer example() {
  Answer answer;
  answer.title = "USA and CHN";
  answer.sections = {"What happened", "First contacts"};
  Line line;
  line.section = "What happened";
  line.day = line.earliest = line.latest = line.when = "2021-09-09";
  line.source = "USA";
  line.target = "CHN";
  line.who = "Ann Low";
  line.whom = "Bo Ling";
  line.what = "accuse";
  line.status = "denied";
  line.account = "Agency › Ann Low";
  line.sentence = "=1+1, <script>alert(\"x\")</script> *bold* \x1b[31m";
  line.title = "A [title](http://x)";
  line.date = "2021-09-10";
  line.url = "https://www.example.org/1";
  line.report = "r1";
  line.act = "e1";
  line.cameo = "112";
  line.tellings = 3;
  answer.lines = {line};
  return answer;
}

TEST(Answer, JsonIsAnArrayOfObjects) {
  std::string out;
  write_json(example(), out);
  EXPECT_THAT(out, testing::StartsWith("[\n{\"section\":\"What happened\",\"day\":\"2021-09-09\""));
  EXPECT_THAT(out, HasSubstr("\"outlet\":null"));
  EXPECT_THAT(out, HasSubstr("\"tellings\":3}\n]\n"));
  out.clear();
  write_json(Answer(), out);
  EXPECT_EQ(out, "[]\n");
}

TEST(Answer, CsvQuotesAndDisarms) {
  std::string out;
  write_csv(example(), out);
  EXPECT_THAT(out, testing::StartsWith("section,day,when,"));
  EXPECT_THAT(out, HasSubstr("\"'=1+1, <script>alert(\"\"x\"\")</script>"));
  out.clear();
  write_csv(std::vector<PanelRow>{{"USA", "CHN", "2021-09", 1, 1, 0, 0, 0, -2.5, 4}}, out);
  EXPECT_EQ(out,
            "source,target,month,events,verbal_cooperation,material_cooperation,verbal_conflict,material_conflict,"
            "goldstein,statements\r\nUSA,CHN,2021-09,1,1,0,0,0,-2.5,4\r\n");
}

TEST(Answer, TextHasDaySourceAccountAndSentence) {
  std::string out;
  write_text(example(), TextView{false, 100, 20}, out);
  EXPECT_THAT(out, HasSubstr("  9 Sep 2021  Ann Low → Bo Ling: accuse (denied)\n"));
  EXPECT_THAT(out, HasSubstr("according to Agency › Ann Low · A [title](http://x), example.org, 10 Sep 2021"));
  EXPECT_THAT(out, HasSubstr("told by 3\n"));
  EXPECT_THAT(out, HasSubstr("First contacts 0\n  None found."));
  EXPECT_THAT(out, Not(HasSubstr("\x1b")));
}

TEST(Answer, PagesEscapeTheReport) {
  std::string page;
  write_html(example(), page);
  EXPECT_THAT(page, HasSubstr("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;"));
  EXPECT_THAT(page, HasSubstr("<a href=\"https://www.example.org/1\">"));
  EXPECT_THAT(page, HasSubstr("<time datetime=\"2021-09-09\">9 Sep 2021</time>"));
  std::string markdown;
  write_markdown(example(), markdown);
  EXPECT_THAT(markdown, HasSubstr("\\<script\\>"));
  EXPECT_THAT(markdown, HasSubstr("\\*bold\\*"));
  EXPECT_THAT(markdown, HasSubstr("[A \\[title\\](http://x), example.org"));
  EXPECT_THAT(markdown, HasSubstr("](<https://www.example.org/1>)"));
  auto answer = example();
  answer.lines[0].url = "javascript:alert(1)";
  page.clear();
  write_html(answer, page);
  EXPECT_THAT(page, Not(HasSubstr("javascript")));
}

}  // namespace
}  // namespace readout
