// Time expressions and their values against a report of Saturday, 11 September 2021.
#include "times/find.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "times/calendar.hpp"

namespace readout::times {
namespace {

// Words by blanks; the first verb given as VERB:form heads the sentence, "will" is its helper.
struct Reading {
  Report report;
  Layout layout;
  Tokens tokens;
  Syntax syntax;
};

Reading reading(const std::string& sentence) {
  Reading r;
  r.report.date = parse_day("2021-09-11");
  std::istringstream in(sentence);
  std::vector<std::string> words;
  for (std::string word; in >> word;) {
    words.push_back(word);
  }
  TokenId verb = 0;
  for (TokenId i = 0; i < words.size(); ++i) {
    if (words[i].starts_with("VERB:")) {
      verb = i;
      words[i] = words[i].substr(5);
    }
  }
  for (TokenId i = 0; i < words.size(); ++i) {
    const auto begin = static_cast<std::uint32_t>(r.report.text.size());
    r.report.text += words[i];
    r.tokens.span.push_back({begin, static_cast<std::uint32_t>(r.report.text.size())});
    const bool hyphen = words[i] == "-" || (i + 1 < words.size() && words[i + 1] == "-");
    r.report.text += hyphen ? "" : " ";
    const bool helper = words[i] == "will";
    r.syntax.upos.push_back(i == verb                ? Upos::verb
                            : helper                 ? Upos::aux
                            : words[i] == "recently" ? Upos::adv
                                                     : Upos::noun);
    r.syntax.xpos.push_back(Xpos::nn);
    r.syntax.head.push_back(i == verb ? no_token : verb);
    r.syntax.relation.push_back(i == verb ? Relation::root : helper ? Relation::aux : Relation::obl);
    const auto at = static_cast<std::uint32_t>(r.syntax.lemma_text.size());
    r.syntax.lemma_text += words[i];
    r.syntax.lemma_span.push_back({at, static_cast<std::uint32_t>(r.syntax.lemma_text.size())});
  }
  r.tokens.sentences.push_back({0, r.tokens.size(), {0, r.tokens.span.back().end}, 0});
  r.layout.blocks.push_back({{0, r.tokens.span.back().end}, BlockKind::paragraph});
  index_children(r.syntax);
  return r;
}

// "words=value[earliest..latest]" of each expression.
std::string times(const std::string& sentence, bool dated = true) {
  static const Lexicon lexicon = [] {
    auto loaded = load(READOUT_SOURCE_DIR "/data");
    EXPECT_TRUE(loaded) << to_string(loaded.error());
    return std::move(*loaded);
  }();
  Reading r = reading(sentence);
  if (!dated) {
    r.report.date.reset();
  }
  std::string out;
  for (const Time& time : find(r.report, r.layout, r.tokens, r.syntax, lexicon).times) {
    out += (out.empty() ? "" : " | ") + std::string(slice(r.report.text, time.span)) + "=" + time.value;
    if (time.earliest || time.latest) {
      out +=
          "[" + (time.earliest ? to_iso(*time.earliest) : "") + ".." + (time.latest ? to_iso(*time.latest) : "") + "]";
    }
  }
  return out;
}

TEST(Times, WeekdaysAreTheLatestOnOrBefore) {
  EXPECT_EQ(times("Biden VERB:met Xi on Thursday ."), "Thursday=2021-09-09[2021-09-09..2021-09-09]");
  EXPECT_EQ(times("Biden VERB:met Xi on Saturday ."), "Saturday=2021-09-11[2021-09-11..2021-09-11]");
  EXPECT_EQ(times("Biden VERB:met Xi last Saturday ."), "last Saturday=2021-09-04[2021-09-04..2021-09-04]");
}

TEST(Times, AFutureVerbLooksAhead) {
  EXPECT_EQ(times("Biden will VERB:meet Xi on Thursday ."), "Thursday=2021-09-16[2021-09-16..2021-09-16]");
}

TEST(Times, CalendarDays) {
  EXPECT_EQ(times("They VERB:met on September 9 , 2020 ."), "September 9 , 2020=2020-09-09[2020-09-09..2020-09-09]");
  EXPECT_EQ(times("They VERB:met on 9 September ."), "9 September=2021-09-09[2021-09-09..2021-09-09]");
  EXPECT_EQ(times("They VERB:met on Dec. 24 ."), "Dec. 24=2020-12-24[2020-12-24..2020-12-24]");
  EXPECT_EQ(times("They VERB:met on 2021-02-28 ."), "2021-02-28=2021-02-28[2021-02-28..2021-02-28]");
  EXPECT_EQ(times("They VERB:met in May 2019 ."), "May 2019=2019-05[2019-05-01..2019-05-31]");
}

TEST(Times, MonthsNeedAWordThatAsks) {
  EXPECT_EQ(times("They VERB:met in March ."), "March=2021-03[2021-03-01..2021-03-31]");
  EXPECT_EQ(times("They VERB:met in November ."), "November=2020-11[2020-11-01..2020-11-30]");
  EXPECT_EQ(times("Theresa May VERB:met them ."), "");
}

TEST(Times, Steps) {
  EXPECT_EQ(times("They VERB:met last week ."), "last week=2021-W35[2021-08-30..2021-09-05]");
  EXPECT_EQ(times("They VERB:met last year ."), "last year=2020[2020-01-01..2020-12-31]");
  EXPECT_EQ(times("They VERB:met this month ."), "this month=2021-09[2021-09-01..2021-09-30]");
}

TEST(Times, SpansEndToday) {
  EXPECT_EQ(times("They VERB:met in the past few months ."), "past few months=PXM[2021-05-11..2021-09-11]");
  EXPECT_EQ(times("They VERB:met in the last two years ."), "last two years=P2Y[2019-09-11..2021-09-11]");
}

TEST(Times, Counted) {
  EXPECT_EQ(times("They VERB:met three days ago ."), "three days ago=2021-09-08[2021-09-08..2021-09-08]");
  EXPECT_EQ(times("The 90 - minute talk VERB:ended ."), "90-minute=PT90M");
  EXPECT_EQ(times("They VERB:talked for two hours ."), "two hours=PT2H");
  EXPECT_EQ(times("An 11 year old VERB:spoke ."), "");
}

TEST(Times, YearsAndDecades) {
  EXPECT_EQ(times("They VERB:met in 2014 ."), "2014=2014[2014-01-01..2014-12-31]");
  EXPECT_EQ(times("They VERB:sold 2014 cars ."), "");
  EXPECT_EQ(times("They VERB:met in the 1990s ."), "1990s=199[1990-01-01..1999-12-31]");
}

TEST(Times, WithoutAReportsDayNothingIsGuessed) {
  EXPECT_EQ(times("They VERB:met on Thursday .", false), "Thursday=XXXX-WXX-4");
  EXPECT_EQ(times("They VERB:met yesterday .", false), "yesterday=PAST_REF");
}

TEST(Calendar, MonthsCarryOver) {
  EXPECT_EQ(month_extent(2021, 0).value, "2020-12");
  EXPECT_EQ(to_iso(add_months(*parse_day("2021-03-31"), -1)), "2021-02-28");
  EXPECT_EQ(week_extent(*parse_day("2021-01-01"), 0).value, "2020-W53");
}

}  // namespace
}  // namespace readout::times
