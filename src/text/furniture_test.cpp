// Lines about the report against sentences that begin alike.
#include "text/furniture.hpp"

#include <gtest/gtest.h>

#include "text/testing.hpp"

namespace readout::text {
namespace {

const Lexicon& lexicon() {
  return shipped_lexicon();
}

TEST(Byline, NamesItsWriters) {
  for (const char* line : {"By Jane Doe", "By JANE DOE and John Roe, Associated Press", "By Jane Doe, staff writer",
                           "By Reuters", "By Jane M. Doe in Geneva", "By Jean-Luc de la Cour | AFP", "BY JANE DOE",
                           "By Jane Doe, John Roe and Ann Poe"}) {
    EXPECT_TRUE(is_byline(line, lexicon())) << line;
  }
}

TEST(Byline, IsNoSentence) {
  for (const char* line : {"By Thursday the two sides had agreed", "By Thursday the two sides had agreed.", "By Monday",
                           "By the time Xi came", "By Election Day the talks were over", "By Jane Doe.", "By 2021",
                           "By Joe Biden's account, the call was candid", "By Xi Jinping standards it was mild"}) {
    EXPECT_FALSE(is_byline(line, lexicon())) << line;
  }
}

TEST(BareByline, StandsWithoutBy) {
  for (const char* line :
       {"Jane Doe in Geneva", "Jane Doe in Geneva and John Roe in Washington", "Staff writer, with CNA",
        "Jane Doe, Reuters", "Jane Doe, staff writer", "Jane Doe, Diplomatic Correspondent"}) {
    EXPECT_TRUE(is_bare_byline(line, "the talks went on", lexicon())) << line;
  }
}

TEST(BareByline, IsNoHeading) {
  const char* body = "The mass protests went on. A trade war looms.";
  for (const char* line : {"Mass Protests in Geneva", "Trade War, Editor", "Talks in Geneva", "Xi Jinping",
                           "Staff writers protest", "Jane Doe in trouble"}) {
    EXPECT_FALSE(is_bare_byline(line, body, lexicon())) << line;
  }
}

TEST(Credit, IsKnownByItsCue) {
  for (const char* line : {"Additional reporting by Jane Doe", "(Reporting by Jane Doe in Geneva; Editing by John Roe)",
                           "© 2021 Reuters", "All rights reserved.", "Source: Xinhua", "Photo: AFP", "Image: Jane Doe.",
                           "Read more: Talks go on", "The Associated Press contributed to this report.",
                           "Translated by Jane Doe", "Copyright 2021 AFP. All rights reserved."}) {
    EXPECT_TRUE(is_credit(line, lexicon())) << line;
  }
}

TEST(Credit, IsNoSentence) {
  for (const char* line : {"Reporting by the ministry was late, officials said.", "Sources said the talks went on.",
                           "Photos showed the damage.", "Written by a committee, the text pleased nobody.",
                           "Images of the summit were shared.", "Source of the leak was the ministry.",
                           "Video showed him leaving.", "Edited by John Roe, the book criticised China."}) {
    EXPECT_FALSE(is_credit(line, lexicon())) << line;
  }
}

TEST(Caption, IsKnownByItsCue) {
  for (const char* line : {"A man walks by the ministry. (AP Photo/Jane Doe)", "File photo: Xi in Moscow", "—Jane Doe",
                           "Xi meets Putin. [Photo/Xinhua]", "Biden speaks on Friday (Jane Doe/Reuters)"}) {
    EXPECT_TRUE(is_caption(line, lexicon())) << line;
  }
  for (const char* line : {"A photo of the talks was shown.", "— We will go, he said.", "He signed the file."}) {
    EXPECT_FALSE(is_caption(line, lexicon())) << line;
  }
}

TEST(ListMark, IsMeasuredWithItsBlanks) {
  EXPECT_EQ(list_mark("- one"), 2U);
  EXPECT_EQ(list_mark("\u2022\tone"), 4U);
  EXPECT_EQ(list_mark("1. one"), 3U);
  EXPECT_EQ(list_mark("12) one"), 4U);
  EXPECT_EQ(list_mark("(a) one"), 4U);
  EXPECT_EQ(list_mark("2019. one"), 0U);
  EXPECT_EQ(list_mark("-one"), 0U);
  EXPECT_EQ(list_mark("-- one"), 0U);
  EXPECT_EQ(list_mark("1.5 million"), 0U);
  EXPECT_EQ(list_mark("I. one"), 0U);
  EXPECT_EQ(list_mark("- "), 0U);
}

TEST(SectionHead, IsTheWholeLine) {
  EXPECT_TRUE(is_section_head("Sources", lexicon()));
  EXPECT_TRUE(is_section_head("External links:", lexicon()));
  EXPECT_FALSE(is_section_head("Sources said so", lexicon()));
}

}  // namespace
}  // namespace readout::text
