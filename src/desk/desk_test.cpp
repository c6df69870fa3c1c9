// Questions to a store of a few made-up reports, in which every answer can be counted by hand.
#include "readout/desk.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "desk/state.hpp"
#include "readout/store.hpp"

namespace readout {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// A report that grows act by act, a sentence for each.
class Told {
 public:
  Told(const std::string& name, const std::string& date) {
    record_.document.id = "d1";
    record_.document.name = name;
    record_.document.sha256 = name;
    record_.document.date = date;
    record_.document.title = "Title of " + name;
    record_.document.outlet = "The Example";
    record_.accounts.resize(1);
    record_.accounts[0].id = "k0";
    actor("Ann Low", "USA", "person", "Secretary of State");
    actor("Bo Ling", "CHN", "person", "Foreign Minister");
    actor("Daily", "USA", "outlet", "");
  }

  Told& event(const std::string& words, const std::string& plover, const std::string& from, const std::string& to,
              const std::string& day, const std::string& status = "happened", const std::string& account = "k0") {
    ActRow act = at(words, "e", ++events_, day);
    act.cameo = plover == "CONSULT" ? "041" : plover == "ACCUSE" ? "112" : "163";
    act.cameo_name = plover;
    act.plover_type = plover;
    act.quad = plover == "CONSULT" ? "verbal cooperation" : "verbal conflict";
    act.goldstein = plover == "CONSULT" ? 1 : -2;
    act.status = status;
    act.account = account;
    act.symmetric = plover == "CONSULT";
    act.actor = act.symmetric ? std::vector{from, to} : std::vector{from};
    act.recipient = act.symmetric ? std::vector<std::string>() : std::vector{to};
    act.evidence = {act.sentence};
    record_.acts.insert(record_.acts.begin() + events_ - 1, act);
    return *this;
  }
  // What is said names the second actor.
  Told& statement(const std::string& words, const std::string& speaker, const std::string& about,
                  const std::string& cue) {
    ActRow act = at(words, "s", ++statements_, record_.document.date);
    act.kind = ActKind::statement;
    act.speaker = speaker;
    act.content = {act.sentence};
    const auto begin = act.sentence.begin + static_cast<std::uint32_t>(words.find(cue));
    act.cue = Span{begin, begin + static_cast<std::uint32_t>(cue.size())};
    AccountRow account;
    account.id = act.account = fmt::format("k{}", record_.accounts.size());
    account.parent = "k0";
    account.source = speaker;
    record_.accounts.push_back(account);
    for (auto& row : record_.actors) {
      if (row.id == about) {
        row.mentions.push_back({act.sentence.begin, act.sentence.begin + 1});
      }
    }
    record_.acts.push_back(act);
    return *this;
  }
  operator Record() const {  // NOLINT(google-explicit-constructor): reads as the record that it is
    Record record = record_;
    record.document.bytes = record.text.size();
    return record;
  }

 private:
  void actor(const std::string& name, const std::string& country, const std::string& kind, const std::string& office) {
    ActorRow row;
    row.id = fmt::format("a{}", record_.actors.size() + 1);
    row.name = name;
    row.country = country;
    row.kind = kind;
    row.office = office;
    const auto begin = static_cast<std::uint32_t>(record_.text.size());
    record_.text += name + " is there. ";
    row.mentions = {{begin, begin + static_cast<std::uint32_t>(name.size())}};
    record_.actors.push_back(row);
  }
  ActRow at(const std::string& words, const char* kind, int number, const std::string& day) {
    ActRow act;
    act.id = fmt::format("{}{}", kind, number);
    act.account = "k0";
    act.when_value = act.when_earliest = act.when_latest = day;
    act.sentence.begin = static_cast<std::uint32_t>(record_.text.size());
    record_.text += words + " ";
    act.sentence.end = static_cast<std::uint32_t>(record_.text.size() - 1);
    return act;
  }

  Record record_;
  int events_ = 0, statements_ = 0;
};

class DeskTest : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::remove(path_);
    auto store = Store::open(path_);
    ASSERT_TRUE(store);
    const std::vector<Record> records = {
        Told("old", "2021-05-02").event("Low blacklisted Chinese firms.", "SANCTION", "a1", "a2", "2021-05-01"),
        Told("call", "2021-09-10")
            .event("Low called Ling on Thursday.", "CONSULT", "a1", "a2", "2021-09-09")
            .event("Low blacklisted more firms.", "SANCTION", "a1", "a2", "2021-09-09")
            .statement("The U.S. wants US-China trade, Low said.", "a1", "a2", "said"),
        Told("again", "2021-09-11")
            .event("Low and Ling spoke by phone on Thursday.", "CONSULT", "a1", "a2", "2021-09-09")
            .event("Low accused Beijing of theft.", "ACCUSE", "a1", "a2", "2021-09-10")
            .event("Low will meet Ling.", "CONSULT", "a1", "a2", "2021-11-01", "planned")
            .event("In 1972 they met.", "CONSULT", "a1", "a2", "1972-02-21")
            .statement("Ling denied that the U.S. was robbed.", "a2", "a1", "denied"),
        Told("silent", "2021-09-12"),
        Told("press", "2021-09-12").statement("China grows, the Daily wrote.", "a3", "a2", "wrote"),
    };
    for (const Record& record : records) {
      const auto sound = check_spans(record);
      ASSERT_TRUE(sound) << sound.error().message;
      ASSERT_TRUE(store->put(record));
    }
    ASSERT_TRUE(store->put_unread({"broken.jsonl", 3, "is no JSON", ""}));
  }
  void TearDown() override { std::filesystem::remove(path_); }

  [[nodiscard]] Desk desk() const {
    auto desk = Desk::open(path_);
    EXPECT_TRUE(desk) << to_string(desk.error());
    return std::move(*desk);
  }
  static std::vector<std::string> sentences(const Result<Answer>& answer, const std::string& section = {}) {
    std::vector<std::string> found;
    EXPECT_TRUE(answer) << to_string(answer.error());
    for (const Line& line : answer ? answer->lines : std::vector<Line>()) {
      if (section.empty() || line.section == section) {
        found.push_back(line.sentence);
      }
    }
    return found;
  }

 private:
  std::string path_ = fmt::format("{}/desk.{}.db", testing::TempDir(), ::getpid());
};

TEST_F(DeskTest, KnowsPartiesByCodeInAnyCase) {
  EXPECT_EQ(*desk().party("usa"), "USA");
  EXPECT_EQ(*desk().party("CHN"), "CHN");
  const auto nobody = desk().party("Atlantis");
  ASSERT_FALSE(nobody);
  EXPECT_THAT(nobody.error().message, HasSubstr("Atlantis"));
}

TEST_F(DeskTest, SearchFindsMarkedWordsInStatementsAndReports) {
  for (const char* words : {"U.S. wants", "US-China", "trade us", "\"US China trade\"", "tra* said"}) {
    const auto answer = desk().search(words, {}, 20);
    EXPECT_THAT(sentences(answer, "Statements"), ElementsAre("The U.S. wants US-China trade, Low said.")) << words;
    EXPECT_EQ(sentences(answer, "Reports").size(), 1U) << words;
  }
  EXPECT_THAT(sentences(desk().search("\"trade China\"", {}, 20)), IsEmpty());
  EXPECT_FALSE(desk().search("—", {}, 20));
  const auto cut = desk().search("Low", {}, 2);
  EXPECT_EQ(sentences(cut, "Reports").size(), 2U);
  EXPECT_EQ(cut->notes.size(), 1U);
  EXPECT_THAT(sentences(desk().search("U.S.", {"2021-09-11", ""}, 20), "Statements"),
              ElementsAre("Ling denied that the U.S. was robbed."));
}

TEST_F(DeskTest, TimelineGoesDayByDay) {
  EXPECT_THAT(sentences(desk().timeline("CHN", "USA", "", {"2021-09-01", "2021-09-30"})),
              ElementsAre("Low called Ling on Thursday.", "Low blacklisted more firms.",
                          "Low and Ling spoke by phone on Thursday.", "The U.S. wants US-China trade, Low said.",
                          "Low accused Beijing of theft.", "Ling denied that the U.S. was robbed."));
  EXPECT_THAT(sentences(desk().timeline("USA", "CHN", "trade", {})),
              ElementsAre("The U.S. wants US-China trade, Low said."));
}

TEST_F(DeskTest, WhoGathersAPersonOverReports) {
  for (const char* name : {"Bo Ling", "bo ling", "Ling", "o Li"}) {
    const auto answer = desk().who(name, {});
    ASSERT_TRUE(answer) << name;
    ASSERT_EQ(sentences(answer, "Offices"), std::vector<std::string>{"Bo Ling is there."});
    EXPECT_EQ(answer->lines[0].what, "Foreign Minister");
    EXPECT_EQ(answer->lines[0].tellings, 5U);
    EXPECT_THAT(sentences(answer, "Statements"), ElementsAre("Ling denied that the U.S. was robbed."));
    EXPECT_EQ(sentences(answer, "Contacts").size(), 4U);
  }
  EXPECT_FALSE(desk().who("Nobody", {}));
}

TEST_F(DeskTest, BriefTellsEachThingOnceAndWhatIsNew) {
  const auto answer = desk().brief("USA", "CHN", {"2021-09-01", ""});
  EXPECT_THAT(
      sentences(answer, "What happened"),
      ElementsAre("Low called Ling on Thursday.", "Low blacklisted more firms.", "Low accused Beijing of theft."));
  EXPECT_EQ(answer->lines[0].tellings, 2U);
  EXPECT_THAT(sentences(answer, "Planned, asked for, denied"), ElementsAre("Low will meet Ling."));
  EXPECT_THAT(sentences(answer, "Who said what, by whose account"),
              ElementsAre("The U.S. wants US-China trade, Low said.", "Ling denied that the U.S. was robbed."));
  EXPECT_THAT(sentences(answer, "New positions"), ElementsAre("Low accused Beijing of theft."));
  EXPECT_THAT(sentences(answer, "First contacts"), IsEmpty());  // they met in 1972
  EXPECT_THAT(sentences(answer, "Contradictions between accounts"),
              ElementsAre("Low accused Beijing of theft.", "Ling denied that the U.S. was robbed."));
  std::vector<std::string> gaps;
  for (const Line& line : answer->lines) {
    if (line.section == "What could not be read") {
      gaps.push_back(line.report + ": " + line.what);
    }
  }
  EXPECT_THAT(gaps, ElementsAre("broken.jsonl:3: input that could not be read: is no JSON",
                                "silent: names both, but nothing between the two was found in it",
                                "press: names both, but nothing between the two was found in it"));
  for (const Line& line : answer->lines) {
    EXPECT_TRUE(line.section == "What could not be read" || (!line.sentence.empty() && !line.date.empty()));
  }
}

TEST_F(DeskTest, BriefKeepsThePastApart) {
  EXPECT_THAT(sentences(desk().brief("USA", "CHN", {}), "Told of earlier times"), ElementsAre("In 1972 they met."));
}

TEST_F(DeskTest, PanelIsDenseAndCountsWhatHappened) {
  const auto panel = desk().panel({});
  ASSERT_TRUE(panel);
  ASSERT_EQ(panel->size(), 10U);  // two directions, May to September
  EXPECT_EQ((*panel)[0], (PanelRow{"CHN", "USA", "2021-05", 0, 0, 0, 0, 0, 0, 0}));
  EXPECT_EQ((*panel)[4], (PanelRow{"CHN", "USA", "2021-09", 2, 2, 0, 0, 0, 2, 1}));
  EXPECT_EQ((*panel)[5], (PanelRow{"USA", "CHN", "2021-05", 1, 0, 0, 1, 0, -2, 0}));
  EXPECT_EQ((*panel)[6], (PanelRow{"USA", "CHN", "2021-06", 0, 0, 0, 0, 0, 0, 0}));
  EXPECT_EQ((*panel)[9], (PanelRow{"USA", "CHN", "2021-09", 4, 2, 0, 2, 0, -2, 1}));
}

TEST(SentenceAround, EndsAtMarksAndLinesAndCutsNoLetter) {
  const std::string text = "One.\n\"Two is here.\" Three é goes on";
  EXPECT_EQ(slice(text, desk::sentence_around(text, {6, 9})), "\"Two is here.\"");
  EXPECT_EQ(slice(text, desk::sentence_around(text, {0, 1})), "One.");
  EXPECT_EQ(slice(text, desk::sentence_around(text, {22, 24})), "Three é goes on");
  EXPECT_EQ(slice(text, desk::sentence_around(text, {900, 901})).size(), 15U + 1U);
}

}  // namespace
}  // namespace readout
