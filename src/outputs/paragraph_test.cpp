// Columns, lines and what of the input may reach a terminal.
#include "outputs/paragraph.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace readout::outputs {
namespace {

using testing::ElementsAre;

std::string line_of(std::string_view text) {
  const auto lines = Paragraph().add(text).lines(1000, false);
  return lines.empty() ? std::string() : lines[0];
}

TEST(Paragraph, MeasuresWideAndCombiningLetters) {
  EXPECT_EQ(Paragraph().add("abc").columns(), 3U);
  EXPECT_EQ(Paragraph().add("林太郎").columns(), 6U);
  EXPECT_EQ(Paragraph().add("e\xCC\x81").columns(), 1U);  // e and a combining acute
  EXPECT_EQ(Paragraph().add("“—…”").columns(), 4U);
  EXPECT_EQ(Paragraph().add("ｆｕｌｌ").columns(), 8U);
}

TEST(Paragraph, BreaksAtBlanks) {
  EXPECT_THAT(Paragraph().add("one two  three\nfour").lines(9, false), ElementsAre("one two", "three", "four"));
  EXPECT_THAT(Paragraph().add("exactly 10").lines(10, false), ElementsAre("exactly 10"));
}

TEST(Paragraph, CutsWordsLongerThanALine) {
  EXPECT_THAT(Paragraph().add("abcdefgh ij").lines(5, false), ElementsAre("abcde", "fgh", "ij"));
}

TEST(Paragraph, BreaksBetweenWideLettersButNotBeforeAStop) {
  EXPECT_THAT(Paragraph().add("林太郎林").lines(6, false), ElementsAre("林太郎", "林"));
  EXPECT_THAT(Paragraph().add("林太郎。").lines(6, false), ElementsAre("林太", "郎。"));
}

TEST(Paragraph, SaysWhenLinesAreLeftOut) {
  EXPECT_THAT(Paragraph().add("one two three four").lines(9, false, 2), ElementsAre("one two", "three …"));
  EXPECT_THAT(Paragraph().add("one two").lines(9, false, 1), ElementsAre("one two"));
}

TEST(Paragraph, KeepsTogetherWhatShouldNotBreak) {
  Paragraph paragraph;
  paragraph.add("on ").add("9 Sep 2021", Style::plain, Breaks::none);
  EXPECT_THAT(paragraph.lines(11, false), ElementsAre("on", "9 Sep 2021"));
}

TEST(Paragraph, NothingOfTheInputSteersTheTerminal) {
  EXPECT_EQ(line_of("a\x1b[31mb"), "a\xEF\xBF\xBD[31mb");
  EXPECT_EQ(line_of(std::string("a\0b", 3)),
            "a\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(line_of("a\xC2\x9B"
                    "31mb"),
            "a\xEF\xBF\xBD"
            "31mb");  // the control sequence introducer in one code point
  EXPECT_EQ(line_of("a\x9B"
                    "b"),
            "a\xEF\xBF\xBD"
            "b");  // and as a raw byte
  EXPECT_EQ(line_of("a\xE2\x80\xAE"
                    "b"),
            "ab");  // right-to-left override
  EXPECT_EQ(line_of("a\rb\tc\xE2\x80\xA8"
                    "d"),
            "a b c d");
}

TEST(Paragraph, ColorsOpenAndCloseOnEveryLine) {
  EXPECT_THAT(Paragraph().add("one two", Style::strong).lines(4, true),
              ElementsAre("\x1b[1mone\x1b[0m", "\x1b[1mtwo\x1b[0m"));
}

TEST(Paragraph, MarksDoNotPileUp) {
  std::string tower = "e";
  for (int i = 0; i < 1000; ++i) {
    tower += "\xCC\x81";
  }
  EXPECT_LT(line_of(tower).size(), 20U);
}

}  // namespace
}  // namespace readout::outputs
