// Whole reports in small: every block by its kind, and the parts that are no blocks.
#include "text/layout.hpp"

#include <gtest/gtest.h>

#include <string>

#include "text/testing.hpp"

namespace readout::text {
namespace {

Report report_of(std::string text) {
  Report report;
  report.text = std::move(text);
  report.body_end = static_cast<std::uint32_t>(report.text.size());
  report.date = parse_day("2021-09-11");
  return report;
}

// "paragraph: words", a line each; dateline, byline and publisher behind.
std::string drawn(const Report& report) {
  constexpr const char* names[] = {"title", "heading", "paragraph", "list_item", "caption", "credit"};
  const Layout layout = lay_out(report, shipped_lexicon());
  std::string out;
  const auto line = [&](const char* name, Span span) {
    if (!span.empty()) {
      out += name;
      out += ": ";
      out += slice(report.text, span);
      out += '\n';
    }
  };
  for (const Block& block : layout.blocks) {
    line(names[static_cast<int>(block.kind)], block.span);
  }
  line("DATELINE", layout.dateline);
  line("BYLINE", layout.byline);
  line("PUBLISHER", layout.publisher);
  return out;
}

std::string drawn(const std::string& text) {
  return drawn(report_of(text));
}

TEST(Layout, TakesAReportApart) {
  EXPECT_EQ(
      drawn("Ministers meet in Geneva\n\nBy Jane Doe\n\nGENEVA, Sept 10 (AFP) — The ministers met.\n\nThey left.\n\n"
            "What comes next\n\nThe next talks are in May. Nobody knows more.\n\n- One item\n- Another item\n\n"
            "Xi in Moscow (AP Photo/J. Doe)\n\nAdditional reporting by John Roe"),
      "title: Ministers meet in Geneva\nparagraph: The ministers met.\nparagraph: They left.\nheading: What comes "
      "next\n"
      "paragraph: The next talks are in May. Nobody knows more.\nlist_item: One item\nlist_item: Another item\n"
      "caption: Xi in Moscow (AP Photo/J. Doe)\ncredit: Additional reporting by John Roe\n"
      "DATELINE: GENEVA, Sept 10 (AFP) —\nBYLINE: By Jane Doe\n");
}

TEST(Layout, TakesADateLineAndWhatFollowsIt) {
  EXPECT_EQ(drawn("Friday, March 29, 2019\u00A0\nThe fair opened. It was full."),
            "paragraph: The fair opened. It was full.\nDATELINE: Friday, March 29, 2019\n");
}

TEST(Layout, LetsADatelineFollowADateLine) {
  const auto report = report_of("September 10, 2021\n\nGENEVA (AP) — They met.");
  const auto layout = lay_out(report, shipped_lexicon());
  EXPECT_EQ(slice(report.text, layout.dateline_place), "GENEVA");
  EXPECT_EQ(layout.blocks.size(), 1U);
}

TEST(Layout, JoinsWrappedLines) {
  const std::string wrapped =
      "The ministers of both countries met in Geneva on Friday for talks that\n"
      "lasted nine hours, and they agreed to meet again in the spring of next\n"
      "year.\n"
      "\n"
      "They left.";
  EXPECT_EQ(lay_out(report_of(wrapped), shipped_lexicon()).blocks.size(), 2U);
}

TEST(Layout, KeepsOneParagraphALine) {
  const std::string lines =
      "The ministers of both countries met in Geneva on Friday for talks that lasted nine hours, and they agreed to "
      "meet again.\n"
      "They left on Saturday for the capital of the other country, where nobody awaited them, as a spokesman for the "
      "ministry said.\n"
      "Nobody knows more.";
  EXPECT_EQ(lay_out(report_of(lines), shipped_lexicon()).blocks.size(), 3U);
}

TEST(Layout, ReadsCarriageReturnsAndStrangeLineEnds) {
  const std::string expected = "paragraph: One.\nparagraph: Two.\n";
  EXPECT_EQ(drawn("One.\r\n\r\nTwo.\r\n"), expected);
  EXPECT_EQ(drawn("\uFEFFOne.\u2029\u200B Two.\t "), expected);
  EXPECT_EQ(drawn("One.\u2028\u2028Two."), expected);
  EXPECT_EQ(drawn("One.\r\rTwo."), expected);
}

TEST(Layout, PutsSourcesAndLinksAside) {
  EXPECT_EQ(drawn("They met. They left.\n\nSources\n\nJane Doe. \"They met\" — AFP, January 4, 2019\n\nAnother source"),
            "paragraph: They met. They left.\ncredit: Sources\ncredit: Jane Doe. \"They met\" — AFP, January 4, 2019\n"
            "credit: Another source\n");
}

TEST(Layout, TakesTheTitleFromTheReport) {
  auto report = report_of("The title\n\nThe body.");
  report.title = "The title";
  report.title_span = {0, 9};
  report.body_begin = 9;
  EXPECT_EQ(drawn(report), "title: The title\nparagraph: The body.\n");
  report.title_span = {};
  report.body_begin = 0;
  EXPECT_EQ(drawn(report), "title: The title\nparagraph: The body.\n");  // the text repeats the field
}

TEST(Layout, TakesNoSentenceForATitle) {
  EXPECT_EQ(drawn("They met.\n\nThey left."), "paragraph: They met.\nparagraph: They left.\n");
  EXPECT_EQ(drawn("They met"), "paragraph: They met\n");
  EXPECT_EQ(drawn("By Thursday the two sides had agreed\n\nThey left."),
            "title: By Thursday the two sides had agreed\nparagraph: They left.\n");
}

TEST(Layout, KnowsThePublisher) {
  auto report = report_of("Taipei Times\n\nStaff writer, with CNA\n\nThey met. They left.");
  report.title = "Talks";
  report.outlet = "Taipei Times";
  EXPECT_EQ(drawn(report),
            "paragraph: They met. They left.\nBYLINE: Staff writer, with CNA\nPUBLISHER: Taipei Times\n");
}

TEST(Layout, TakesALegendWithItsCredit) {
  EXPECT_EQ(drawn("They met. They left.\n\nTwo ministers\nImage: Jane Doe.\n\nThey left again."),
            "paragraph: They met. They left.\ncaption: Two ministers\ncredit: Image: Jane Doe.\nparagraph: They left "
            "again.\n");
}

TEST(Layout, SurvivesSpansThatDoNotFit) {
  auto report = report_of("習近平 met.");
  report.body_begin = 1;
  report.body_end = 900;
  report.title_span = {2, 5};
  const auto layout = lay_out(report, shipped_lexicon());
  ASSERT_EQ(layout.blocks.size(), 1U);
  EXPECT_EQ(slice(report.text, layout.blocks[0].span), "近平 met.");
  EXPECT_TRUE(lay_out(report_of(""), shipped_lexicon()).blocks.empty());
}

TEST(WholeLayout, LeavesNoWordOut) {
  const std::string text =
      "Taipei Times\n\nSeptember 10, 2021\n\nBy Jane Doe\n\nGENEVA (AP) — They met. They left.\n\n1. One item here "
      "is.\n- Another.\n\nSources\n\nhttps://example.com\n\nAdditional reporting by John Roe";
  const auto report = report_of(text);
  std::string again;
  for (const Block& block : lay_out_whole(report, shipped_lexicon()).blocks) {
    again += again.empty() ? "" : "|";
    again += slice(text, block.span);
  }
  EXPECT_EQ(again,
            "Taipei Times|September 10, 2021|By Jane Doe|GENEVA (AP) — They met. They left.|1. One item here "
            "is.|- Another.|Sources|https://example.com|Additional reporting by John Roe");
}

TEST(WholeLayout, TakesTheHeadLineBeforeTheTitle) {
  auto report = report_of(" date 2021-09-11 Talks fail\n\nThey met.");
  report.title = "Talks fail";
  report.title_span = {17, 27};
  report.body_begin = 29;
  const auto layout = lay_out_whole(report, shipped_lexicon());
  ASSERT_EQ(layout.blocks.size(), 3U);
  EXPECT_EQ(slice(report.text, layout.blocks[0].span), "date 2021-09-11");
  EXPECT_EQ(slice(report.text, layout.blocks[1].span), "Talks fail");
  EXPECT_EQ(slice(report.text, layout.blocks[2].span), "They met.");
}

TEST(Layout, IsLinearInTheNumberOfLines) {
  for (const std::string_view unit :
       {"Abc (d\n", "BEIJING, Sept 10 (\n\n", "By Jane\n", "- \n", "Photo\r", "— a\n\n", "a\u2028", "1.\n"}) {
    EXPECT_TRUE(is_linear(unit, [](const std::string& text) {
      EXPECT_FALSE(lay_out(report_of(text), shipped_lexicon()).blocks.empty());
    })) << unit;
  }
}

}  // namespace
}  // namespace readout::text
