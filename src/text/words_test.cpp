// Tokens after Universal Dependencies English: each case is a text and its words separated by blanks.
#include "text/words.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "text/testing.hpp"

namespace readout::text {
namespace {

class WordCase : public testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(WordCase, IsSplit) {
  EXPECT_EQ(spaced(GetParam().first), GetParam().second);
}

using Case = std::pair<const char*, const char*>;

INSTANTIATE_TEST_SUITE_P(
    Clitics, WordCase,
    testing::Values(Case{"I don't, can’t and won't.", "I do n't , ca n’t and wo n't ."},
                    Case{"Beijing’s and Xi's", "Beijing ’s and Xi 's"},
                    Case{"the leaders’ advisers' talks", "the leaders ’ advisers ' talks"},
                    Case{"We're you've he'd she'll I'm", "We 're you 've he 'd she 'll I 'm"},
                    Case{"They shouldn't've", "They should n't 've"},
                    Case{"He cannot; they're gonna", "He can not ; they 're gon na"},
                    Case{"Cannot DON'T", "Can not DO N'T"},
                    Case{"O'Rourke of d'Alembert at 5 o'clock", "O'Rourke of d'Alembert at 5 o'clock"},
                    Case{"the 1960's and '90s in ’71", "the 1960's and '90s in ’71"},
                    Case{"2019's budget", "2019 's budget"}, Case{"the state (USI)'s", "the state ( USI ) 's"},
                    Case{"'Stop' he said", "' Stop ' he said"}));

INSTANTIATE_TEST_SUITE_P(
    Hyphens, WordCase,
    testing::Values(Case{"a high-level 90-minute call", "a high - level 90 - minute call"},
                    Case{"anti-American pro-Beijing e-mail co-founder", "anti-American pro-Beijing e-mail co-founder"},
                    Case{"non-proliferation mid-1980s re-elected", "non-proliferation mid-1980s re-elected"},
                    Case{"F-16 COVID-19 2019-20 al-Assad", "F - 16 COVID - 19 2019 - 20 al - Assad"},
                    Case{"the U.S.-China and Chinese-US ties", "the U.S. - China and Chinese - US ties"},
                    Case{"call 713-853-3989 or 555-1234", "call 713-853-3989 or 555-1234"},
                    Case{"on 2021-09-11", "on 2021-09-11"}, Case{"a 30-year-old man", "a 30 - year - old man"},
                    Case{"mid- and long-term", "mid - and long - term"}, Case{"th- the t- two", "th- the t- two"},
                    Case{"call 3-5213", "call 3-5213"},
                    Case{"peace—or war – or -- both", "peace — or war – or -- both"}));

INSTANTIATE_TEST_SUITE_P(Numbers, WordCase,
                         testing::Values(Case{"$5bn, US$1,000.50 and €3m", "$ 5 bn , US$ 1,000.50 and € 3 m"},
                                         Case{"5% of 3.2 million", "5 % of 3.2 million"},
                                         Case{"at 10:30am on 10/09/2021", "at 10:30 am on 10/09/2021"},
                                         Case{"9/11 and 1/2 and/or he/she", "9/11 and 1/2 and / or he / she"},
                                         Case{"the 1960s, 21st, 5G, 2D", "the 1960s , 21st , 5G , 2D"},
                                         Case{"6p.m. or 6 a.m.", "6 p.m. or 6 a.m."},
                                         Case{"No.5 and p.12", "No. 5 and p. 12"},
                                         Case{"about .04 of +44 20", "about .04 of +44 20"}));

INSTANTIATE_TEST_SUITE_P(
    Names, WordCase,
    testing::Values(Case{"Xi Jinping (習近平) met", "Xi Jinping ( 習近平 ) met"},
                    Case{"Abe (安倍晋三), Kim (김정은)", "Abe ( 安倍晋三 ) , Kim ( 김정은 )"},
                    Case{"Putin (Путин) Assad (الأسد)", "Putin ( Путин ) Assad ( الأسد )"},
                    Case{"弗拉基米尔·普京说", "弗拉基米尔·普京说"}, Case{"AT&T, R&D and PG&E", "AT&T , R&D and PG&E"},
                    Case{"Dr. Erdoğan, Ph.D., of Apple Inc.", "Dr. Erdoğan , Ph.D. , of Apple Inc."},
                    Case{"left the room.Then he", "left the room . Then he"}));

INSTANTIATE_TEST_SUITE_P(
    Signs, WordCase,
    testing::Values(Case{"“Yes,” he said.", "“ Yes , ” he said ."}, Case{"He said \"no\"?!", "He said \" no \" ?!"},
                    Case{"Well... [...] end…", "Well ... [ ... ] end …"},
                    Case{"(see https://example.com/a_(b)?c=1).", "( see https://example.com/a_(b)?c=1 ) ."},
                    Case{"example.com/page, a.b@c.org; @handle #tag", "example.com/page , a.b@c.org ; @handle #tag"},
                    Case{"good 👍🏽 👨‍👩‍👧 🇹🇼🇺🇸 :-)",
                         "good 👍🏽 👨‍👩‍👧 🇹🇼 🇺🇸 :-)"},
                    Case{"*** ---- === ---==", "*** ---- === ---=="},
                    Case{"item #1 of #tags ‘’yes", "item # 1 of #tags ‘’ yes"}));

TEST(Words, PassOverControlAndZeroWidthCharacters) {
  EXPECT_EQ(spaced(std::string_view("a\0b\x01 c", 6)), "a b c");
  EXPECT_EQ(spaced("Bei\u200Cjing\uFEFF \u200BXi"), "Bei\u200Cjing Xi");
  EXPECT_EQ(spaced("Tai\u00A0pei\u2028x"), "Tai pei x");
  EXPECT_EQ(spaced(" \t\n\u00A0\u200B"), "");
}

TEST(Words, KeepInvalidBytesInTheirWord) {
  EXPECT_EQ(spaced("caf\xE9 \xFF\xFE bar"), "caf\xE9 \xFF\xFE bar");
}

TEST(Words, AreLinearInTextsWithoutABlank) {
  for (const std::string_view unit : {"a-", "a.", "a@",    "1-", "x/", "'",    "(",    "A.",   "\"", "[1]",    "a&",
                                      "1,", ")",  "www.)", "#",  ".)", ".[1]", "?\" ", "A. (", "习", "😀\u200D"}) {
    EXPECT_TRUE(is_linear(unit, [](const std::string& text) { EXPECT_FALSE(tokens_of(text).sentences.empty()); }))
        << unit;
  }
}

}  // namespace
}  // namespace readout::text
