// Where sentences end: each case is a text with | at its boundaries.
#include "text/sentences.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "text/testing.hpp"

namespace readout::text {
namespace {

class SentenceCase : public testing::TestWithParam<const char*> {};

TEST_P(SentenceCase, IsCutAtTheBars) {
  const std::string expected = GetParam();
  std::string text = expected;
  std::erase(text, '|');
  EXPECT_EQ(barred(text), expected);
}

INSTANTIATE_TEST_SUITE_P(Plain, SentenceCase,
                         testing::Values("The talks ended. |Both sides left.", "The talks ended.|Both sides left.",
                                         "It costs 1.5 million. |Version 2.0 came later.", "No final stop here",
                                         "First; second; third: fourth. |Fifth",
                                         "The minister said: \"We will go.\" |He went.",
                                         "He left - then came back - and stayed. |She did not.",
                                         "They met at 10:30 a.m. on Monday. |It rained.",
                                         "THE TALKS ENDED. |BOTH SIDES LEFT THE U.S. CAPITAL.",
                                         "See https://example.com/a.b?c=d. |Then write to press@un.org. |Thanks.",
                                         "Follow @StateDept. |#Ukraine is trending.",
                                         "The firm makes phones. |iPhone sales fell.",
                                         "Read it at Znak.com, he said."));

INSTANTIATE_TEST_SUITE_P(Abbreviations, SentenceCase,
                         testing::Values("The U.S. Senate voted. |The U.S. President signed.",
                                         "He lives in the U.S. |He said so.",
                                         "He lives in the U.S. |“We stay,” he said.",
                                         "Gen. Mark Milley met Lt. Col. Vindman. |They spoke.",
                                         "On Jan. 5 the U.N. met in Washington, D.C. |The vote failed.",
                                         "George W. Bush and J. K. Rowling met H. R. McMaster. |Nobody knew.",
                                         "Apple Inc. reported. |Apple Inc. |The company fell.",
                                         "Resolution No. 242 passed. |He said no. |She agreed.",
                                         "St. Petersburg is cold. |Mt. Everest is high.",
                                         "Trade, energy, etc. were discussed. |Trade, energy, etc. |Nothing else was.",
                                         "Some tools, e.g. Sanctions, help; i.e. They hurt.",
                                         "He arrived at 6 p.m. Monday. |He left at 9 p.m. |The talks went on.",
                                         "Martin Luther King Jr. Day is a holiday. |He is John Roe Jr. |He left.",
                                         "It ended World War I. |Germany lost.", "He chose Plan B. |The plan failed.",
                                         "Sens. Graham and Menendez, Rep. Smith and Gov. Ivey came.",
                                         "Prof. Dr. Angela Kane said so. |Mrs. May did not."));

INSTANTIATE_TEST_SUITE_P(QuotesAndMarks, SentenceCase,
                         testing::Values("“We will not yield. |We must not,” he said.",
                                         "“We will not yield.” |He left.", "\"We will not yield.\" |He left.",
                                         "“Why now?” Biden asked. |“Why not?” |Nobody knew.", "“Stop!” he said. |“Go!”",
                                         "(He left. |She stayed.) |They met.", "What?! |No answer came.",
                                         "He paused… |Then he spoke. |He paused... and spoke.",
                                         "We waited [...] for years. |“We [...] told President Smith.”",
                                         "It was known.[3] |The map shows it. |Again. [12] |He left.",
                                         "He said ‘no.’ |She said ‘yes.’", "Yahoo! said so.",
                                         "«Мы готовы.» |Путин уехал.", "他說。|我們走了！|好",
                                         "1. The parties agree. |2 more were added."));

// What rules cannot see: ends without a stop, smileys, forms of address; and what must not be cut by them.
INSTANTIATE_TEST_SUITE_P(
    Learnt, SentenceCase,
    testing::Values("We loved it :) |Thanks again!!! |Will be back",
                    "great food!!! |the staff was very friendly. |we will go again",
                    "THIS PLACE IS GREAT!!! |I WILL BE BACK.",
                    "The World Trade Organization (WTO) Director-General met U.S. Trade Representative Katherine Tai.",
                    "Escherichia coli, or E. coli, was found.",
                    "BERLIN (Reuters) - German Chancellor Angela Merkel met President Xi Jinping. |They spoke.",
                    "TRUMP MEETS KIM IN HANOI"));

TEST(Sentences, EndByRuleWithoutAModel) {
  Lexicon tables = shipped_lexicon();
  tables.boundaries.reset();
  const std::string text = "They met. They left. and so on";
  Layout layout;
  layout.blocks = {{{0, static_cast<std::uint32_t>(text.size())}}};
  EXPECT_EQ(tokenize(text, layout, tables).sentences.size(), 2U);
}

TEST(Sentences, AreCutWhenTheyNeverEnd) {
  std::string text;
  for (int i = 0; i < 2000; ++i) {
    text += i % 450 == 449 ? "word, " : "word ";
  }
  const auto tokens = tokens_of(text);
  ASSERT_GT(tokens.sentences.size(), 3U);
  EXPECT_EQ(tokens.sentences.front().size(), 451U);  // at the comma after 400
  for (const Sentence& sentence : tokens.sentences) {
    EXPECT_LE(sentence.size(), 512U);
  }
}

TEST(Sentences, DoNotDependOnTheBlocksAround) {
  const std::string text = "He lives in the U.S.\n\nHe said so.";
  Layout layout;
  layout.blocks = {{{0, 20}}, {{22, 33}}};
  const auto tokens = tokenize(text, layout, shipped_lexicon());
  ASSERT_EQ(tokens.sentences.size(), 2U);
  EXPECT_EQ(tokens.sentences[1].block, 1U);
  EXPECT_EQ(slice(text, tokens.sentences[1].span), "He said so.");
}

}  // namespace
}  // namespace readout::text
