#include "issues/mentions.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/parsed.hpp"

namespace readout::issues {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Knowledge known_with(const std::vector<std::pair<std::string, std::vector<std::string>>>& issues) {
  Knowledge known;
  for (const auto& [code, phrases] : issues) {
    TableIssue entry;
    entry.issue.code = code;
    entry.issue.label = code;
    const auto id = static_cast<Entry>(known.entries.size());
    known.entries.push_back(entry);
    for (const auto& phrase : phrases) {
      std::vector<std::string> words;
      std::istringstream in(phrase);
      for (std::string word; in >> word;) {
        words.push_back(word);
      }
      EXPECT_EQ(known.phrases.add(words, id), no_entry) << phrase;
    }
  }
  return known;
}

std::vector<std::string> found_in(const Document& document, const Knowledge& known) {
  std::vector<std::string> out;
  const Found found = find_mentions(document, known);
  for (const auto& mention : found.issues.mentions) {
    out.push_back(found.issues.issues[mention.issue].code + ":" +
                  std::string(slice(document.report.text, mention.span)));
  }
  return out;
}

TEST(Mentions, LongestPhraseInAnyFormWins) {
  const auto known = known_with({{"trade", {"trade"}}, {"trade.war", {"trade war"}}, {"cyber", {"cyber attack"}}});
  const auto document = tests::parsed(
      "Trade trade NOUN NN 2 compound\n"
      "wars war NOUN NNS 3 nsubj\n"
      "hurt hurt VERB VBP 0 root\n"
      "trade trade NOUN NN 3 obj\n"
      "\n"
      "Cyber cyber NOUN NN 3 compound\n"
      "~- - PUNCT HYPH 1 punct\n"
      "~attacks attack NOUN NNS 4 nsubj\n"
      "grew grow VERB VBD 0 root\n");
  EXPECT_THAT(found_in(document, known), ElementsAre("trade.war:Trade wars", "trade:trade", "cyber:Cyber-attacks"));
}

TEST(Mentions, ASingleWordMustBeANounAndANameStandAsWritten) {
  const auto known = known_with({{"trade", {"trade"}}, {"who", {"WHO"}}});
  const auto document = tests::parsed(
      "They they PRON PRP 2 nsubj\n"
      "trade trade VERB VBP 0 root\n"
      "blows blow NOUN NNS 2 obj\n"
      "\n"
      "who who PRON WP 2 nsubj\n"
      "knows know VERB VBZ 0 root\n");
  EXPECT_THAT(found_in(document, known), IsEmpty());
}

TEST(Mentions, SomebodysNameIsNoIssue) {
  const auto known = known_with({{"rights", {"human rights"}}});
  auto document = tests::parsed(
      "Human human PROPN NNP 3 compound\n"
      "Rights Rights PROPN NNPS 3 compound\n"
      "Watch Watch PROPN NNP 4 nsubj\n"
      "met meet VERB VBD 0 root\n");
  EXPECT_THAT(found_in(document, known), ElementsAre("rights:Human Rights"));
  document.actors.actors.emplace_back().kind = ActorKind::organization;
  document.actors.mentions.push_back({{0, 18}, 0, 3, 2, 0, MentionForm::name});
  EXPECT_THAT(found_in(document, known), IsEmpty());
}

TEST(Mentions, APlaceNearMakesTheChildOfAnIssue) {
  auto known = known_with({{"nuclear", {"nuclear test"}}, {"nuclear.korea", {"six party talk"}}});
  known.entries[1].parent = 0;
  known.place_entries = {{1}};
  known.places.add({"Pyongyang"}, 0);
  const auto document = tests::parsed(
      "Pyongyang Pyongyang PROPN NNP 2 nsubj\n"
      "plans plan VERB VBZ 0 root\n"
      "nuclear nuclear ADJ JJ 4 amod\n"
      "tests test NOUN NNS 2 obj\n"
      "\n"
      "Nuclear nuclear ADJ JJ 2 amod\n"
      "tests test NOUN NNS 3 nsubj\n"
      "ended end VERB VBD 0 root\n");
  EXPECT_THAT(found_in(document, known), ElementsAre("nuclear.korea:nuclear tests", "nuclear:Nuclear tests"));
}

TEST(Mentions, AnActIsAboutWhatHangsOnItsWords) {
  const auto known = known_with({{"trade", {"trade"}}, {"climate", {"climate change"}}});
  auto document = tests::parsed(
      "Leaders leader NOUN NNS 2 nsubj\n"
      "discussed discuss VERB VBD 0 root\n"
      "trade trade NOUN NN 2 obj\n"
      "while while SCONJ IN 6 mark\n"
      "others other NOUN NNS 6 nsubj\n"
      "feared fear VERB VBD 2 advcl\n"
      "climate climate NOUN NN 8 compound\n"
      "change change NOUN NN 6 obj\n");
  Event event;
  event.evidence = {document.tokens.span[1]};
  document.acts.events.push_back(event);
  auto found = find_mentions(document, known);
  tie_to_acts(Tree(document), found.issues);
  ASSERT_EQ(found.issues.of_event.size(), 1U);
  EXPECT_THAT(found.issues.of_event[0], ElementsAre(0U));
}

}  // namespace
}  // namespace readout::issues
