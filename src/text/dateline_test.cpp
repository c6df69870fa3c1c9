// Datelines of many agencies, and sentences that only look like one.
#include "text/dateline.hpp"

#include <gtest/gtest.h>

#include <string>

#include "text/testing.hpp"

namespace readout::text {
namespace {

const std::optional<Day> report_day = parse_day("2021-09-11");

std::optional<Dateline> read(std::string_view text) {
  return dateline_at(text, {0, static_cast<std::uint32_t>(text.size())}, report_day, shipped_lexicon());
}

struct Good {
  const char* dateline;
  const char* place;
  const char* agency;
  const char* date;
};

class DatelineCase : public testing::TestWithParam<Good> {};

TEST_P(DatelineCase, IsRead) {
  const Good& good = GetParam();
  const std::string text = std::string(good.dateline) + " The ministers met on Friday.";
  const auto found = read(text);
  ASSERT_TRUE(found);
  EXPECT_EQ(slice(text, found->span), good.dateline);
  EXPECT_EQ(slice(text, found->place), good.place);
  EXPECT_EQ(slice(text, found->agency), good.agency);
  EXPECT_EQ(found->date ? to_iso(*found->date) : "", good.date);
}

INSTANTIATE_TEST_SUITE_P(
    Agencies, DatelineCase,
    testing::Values(
        Good{"BEIJING, Sept 10 (Xinhua) —", "BEIJING", "Xinhua", "2021-09-10"},
        Good{"WASHINGTON (AP) —", "WASHINGTON", "AP", ""},
        Good{"MOSCOW, January 5. /TASS/.", "MOSCOW", "TASS", "2021-01-05"}, Good{"GENEVA —", "GENEVA", "", ""},
        Good{"Geneva –", "Geneva", "", ""}, Good{"PARIS (Reuters) -", "PARIS", "Reuters", ""},
        Good{"Seoul, Sept. 10 (Yonhap) --", "Seoul", "Yonhap", "2021-09-10"},
        Good{"WASHINGTON/BEIJING, Sept 9 (Reuters) -", "WASHINGTON/BEIJING", "Reuters", "2021-09-09"},
        Good{"(Reuters) -", "", "Reuters", ""}, Good{"NEW DELHI, Dec 30 (PTI) -", "NEW DELHI", "PTI", "2020-12-30"},
        Good{"HARTFORD, Conn. (AP) —", "HARTFORD", "AP", ""},
        Good{"RAMALLAH, West Bank, 10 September 2021 (AFP) —", "RAMALLAH", "AFP", "2021-09-10"},
        Good{"KYIV, Ukraine —", "KYIV", "", ""},
        Good{"ST. PETERSBURG, June 4 (TASS) —", "ST. PETERSBURG", "TASS", "2021-06-04"},
        Good{"TEHRAN, Oct. 2 (IRNA) –", "TEHRAN", "IRNA", "2021-10-02"}, Good{"NEW DELHI:", "NEW DELHI", "", ""}));

class NoDateline : public testing::TestWithParam<const char*> {};

TEST_P(NoDateline, IsLeftAlone) {
  EXPECT_FALSE(read(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(Sentences, NoDateline,
                         testing::Values("Biden — in his first year — said so.", "BREAKING — The talks ended.",
                                         "The U.S. (and China) - both - met.", "Xi: we will cooperate.",
                                         "On Sept 10 the ministers met.", "Washington said on Friday that it would go.",
                                         "US-China talks ended.", "TALKS END — BOTH SIDES LEAVE",
                                         "Beijing, Sept 10 was a day of talks.",
                                         "NATO (North Atlantic Treaty Organization) was founded in 1949.", ""));

TEST(DateLine, IsTheWholeLine) {
  const auto day = [](std::string_view text) {
    const auto found = date_line(text, {0, static_cast<std::uint32_t>(text.size())}, report_day, shipped_lexicon());
    return found && found->date ? to_iso(*found->date) : "";
  };
  EXPECT_EQ(day("Friday, January 4, 2019"), "2019-01-04");
  EXPECT_EQ(day("10 September 2021"), "2021-09-10");
  EXPECT_EQ(day("Published: 2021-09-10"), "2021-09-10");
  EXPECT_EQ(day("Last updated: Sept. 10th"), "2021-09-10");
  EXPECT_EQ(day("Friday, January 4, 2019 was cold"), "");
  EXPECT_EQ(day("Friday"), "");
  EXPECT_EQ(day("February 31, 2019"), "");
}

TEST(DateLine, KnowsNoYearWithoutOne) {
  const std::string_view text = "BEIJING, Sept 10 (Xinhua) — The";
  const auto found = dateline_at(text, {0, static_cast<std::uint32_t>(text.size())}, std::nullopt, shipped_lexicon());
  ASSERT_TRUE(found);
  EXPECT_FALSE(found->date);
  EXPECT_EQ(slice(text, found->date_span), "Sept 10");
}

}  // namespace
}  // namespace readout::text
