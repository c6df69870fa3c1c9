// Deep roles and steps where the tree alone does not show them: event nouns, gerunds, infinitives, appositions, titles.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "acts/tree.hpp"
#include "tests/parsed.hpp"

namespace readout::acts {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using tests::token_of;

struct Walk {
  Document document;
  Rules rules;

  explicit Walk(std::string_view lines) : document(tests::parsed(lines)) {
    rules.lists["@shared"] = {"visit", "talk"};
    rules.lists["@travel"] = {"arrive"};
    rules.lists["@charges"] = {"accuse", "accusation"};
    rules.lists["@requests"] = {"request"};
    rules.lists["@commits"] = {"threaten"};
    rules.lists["@naming"] = {"call"};
  }

  std::vector<std::string> words(const std::vector<TokenId>& tokens) const {
    std::vector<std::string> out;
    for (const TokenId token : tokens) {
      out.emplace_back(slice(document.report.text, document.tokens.span[token]));
    }
    return out;
  }
  std::vector<std::string> subjects(std::string_view form) const {
    return words(Tree(document, rules).subjects(token_of(document, form)));
  }
  std::vector<std::string> objects(std::string_view form) const {
    return words(Tree(document, rules).objects(token_of(document, form)));
  }
  std::vector<std::string> step(std::string_view form, StepKind kind, const std::string& word = {}) const {
    return words(Tree(document, rules).follow(token_of(document, form), {{kind, word}}));
  }
};

constexpr std::string_view during_a_visit =
    "During during ADP IN 3 case\na a DET DT 3 det\nvisit visit NOUN NN 7 obl\nto to ADP IN 5 case\n"
    "Moscow Moscow PROPN NNP 3 nmod\nJohnson Johnson PROPN NNP 7 nsubj\nmet meet VERB VBD 0 root\n"
    "Putin Putin PROPN NNP 7 obj\n";

TEST(TreeRoles, AnEventNounSharesTheSubjectOfItsClause) {
  EXPECT_THAT(Walk(during_a_visit).subjects("visit"), ElementsAre("Johnson"));
  const Walk there(
      "Johnson Johnson PROPN NNP 4 nsubj\nis be AUX VBZ 4 cop\nin in ADP IN 4 case\nParis Paris PROPN NNP 0 root\n"
      "for for ADP IN 6 case\ntalks talk NOUN NNS 4 obl\nwith with ADP IN 8 case\nMacron Macron PROPN NNP 6 nmod\n");
  EXPECT_THAT(there.subjects("talks"), ElementsAre("Johnson"));
}

TEST(TreeRoles, AnEventNounWithASideOfItsOwnSharesNothing) {
  const Walk r(
      "After after ADP IN 3 case\nFrench French ADJ JJ 3 amod\ntalks talk NOUN NNS 7 obl\nwith with ADP IN 5 case\n"
      "Iran Iran PROPN NNP 3 nmod\nTrump Trump PROPN NNP 7 nsubj\nspoke speak VERB VBD 0 root\n");
  EXPECT_THAT(r.subjects("talks"), IsEmpty());
}

TEST(TreeRoles, OnlyWhoGoesSomewhereGoesForTalks) {
  const Walk r(
      "Trump Trump PROPN NNP 2 nsubj\nscolded scold VERB VBD 0 root\nKerry Kerry PROPN NNP 2 obj\n"
      "for for ADP IN 5 case\ntalks talk NOUN NNS 2 obl\nwith with ADP IN 7 case\nIran Iran PROPN NNP 5 nmod\n");
  EXPECT_THAT(r.subjects("talks"), IsEmpty());
}

TEST(TreeRoles, Governor) {
  EXPECT_THAT(Walk(during_a_visit).step("visit", StepKind::governor), ElementsAre("met"));
  EXPECT_THAT(Walk(during_a_visit).step("Moscow", StepKind::governor), ElementsAre("met"));
  EXPECT_THAT(Walk(during_a_visit).step("visit", StepKind::opener), ElementsAre("During"));
}

TEST(TreeRoles, WhoIsAccusedOfAnActDidIt) {
  const Walk r(
      "Ukraine Ukraine PROPN NNP 2 nsubj\naccused accuse VERB VBD 0 root\nRussia Russia PROPN NNP 2 obj\n"
      "of of SCONJ IN 5 mark\nattacking attack VERB VBG 2 advcl\nSyria Syria PROPN NNP 5 obj\n");
  EXPECT_THAT(r.subjects("attacking"), ElementsAre("Russia"));
  EXPECT_THAT(r.step("accused", StepKind::preposition, "of"), ElementsAre("attacking"));
}

TEST(TreeRoles, AnAccusationNamesTheAccusedByAgainst) {
  const Walk r(
      "Saudi Saudi ADJ JJ 2 amod\naccusations accusation NOUN NNS 0 root\nagainst against ADP IN 4 case\n"
      "Iran Iran PROPN NNP 2 nmod\nof of SCONJ IN 6 mark\nattacking attack VERB VBG 2 acl\n");
  EXPECT_THAT(r.subjects("attacking"), ElementsAre("Iran"));
}

TEST(TreeRoles, AFiniteVerbGoesOnFromAFiniteOne) {
  const Walk r(
      "Iran Iran PROPN NNP 2 nsubj\naccused accuse VERB VBD 0 root\nIraq Iraq PROPN NNP 2 obj\nof of SCONJ IN 5 mark\n"
      "stalling stall VERB VBG 3 acl\nand and CCONJ CC 7 cc\nthreatened threaten VERB VBD 5 conj\n");
  EXPECT_THAT(r.subjects("threatened"), ElementsAre("Iran"));
}

TEST(TreeRoles, InfinitivesBelowNounsAndAcrossConditions) {
  const Walk threat(
      "Iran Iran PROPN NNP 3 nmod:poss\n~'s 's PART POS 1 case\nthreat threat NOUN NN 0 root\nto to PART TO 5 mark\n"
      "invade invade VERB VB 3 acl\nIsrael Israel PROPN NNP 5 obj\n");
  EXPECT_THAT(threat.step("threat", StepKind::infinitive), ElementsAre("invade"));
  EXPECT_THAT(threat.subjects("invade"), ElementsAre("Iran"));
  const Walk verb(
      "Iran Iran PROPN NNP 2 nsubj\nthreatened threaten VERB VBD 0 root\nif if SCONJ IN 4 mark\n"
      "attacked attack VERB VBN 2 advcl\nto to PART TO 6 mark\nstrike strike VERB VB 2 advcl\n");
  EXPECT_THAT(verb.step("threatened", StepKind::infinitive), ElementsAre("strike"));
}

TEST(TreeRoles, ARequestIsForTheOneWhoIsAskedToAct) {
  const Walk r(
      "Turkey Turkey PROPN NNP 3 nmod:poss\n~'s 's PART POS 1 case\nrequest request NOUN NN 0 root\nto to ADP IN 5 "
      "case\n"
      "Greece Greece PROPN NNP 3 nmod\nto to PART TO 7 mark\nextradite extradite VERB VB 3 acl\n");
  EXPECT_THAT(r.subjects("extradite"), ElementsAre("Greece"));
}

TEST(TreeRoles, APhraseBelowThePhraseThatNamesTheDoer) {
  const Walk r(
      "accusations accusation NOUN NNS 0 root\nby by ADP IN 3 case\nRussia Russia PROPN NNP 1 nmod\n"
      "against against ADP IN 5 case\nUkraine Ukraine PROPN NNP 3 nmod\n");
  EXPECT_THAT(r.step("accusations", StepKind::preposition, "against"), ElementsAre("Ukraine"));
}

TEST(TreeRoles, WhatSomebodyIsCalled) {
  const Walk named(
      "Turkey Turkey PROPN NNP 2 nsubj\ncalled call VERB VBD 0 root\nIsrael Israel PROPN NNP 2 iobj\n"
      "a a DET DT 5 det\nbully bully NOUN NN 2 obj\n");
  EXPECT_THAT(named.step("called", StepKind::complement), ElementsAre("bully"));
  EXPECT_THAT(named.objects("called"), ElementsAre("Israel"));
  const Walk quoted(
      "Merkel Merkel PROPN NNP 2 nsubj\ncalled call VERB VBD 0 root\nit it PRON PRP 2 obj\n' ' PUNCT `` 5 punct\n"
      "absurd absurd ADJ JJ 3 appos\n' ' PUNCT '' 5 punct\n");
  EXPECT_THAT(quoted.step("called", StepKind::complement), ElementsAre("absurd"));
}

TEST(TreeRoles, TitlesListWithCommas) {
  constexpr std::string_view title =
      "Merkel Merkel PROPN NNP 4 nsubj\n, , PUNCT , 1 punct\nMacron Macron PROPN NNP 1 appos\n"
      "hold hold VERB VBP 0 root\ntalks talk NOUN NNS 4 obj\n";
  EXPECT_THAT(Walk(title).subjects("hold"), ElementsAre("Merkel", "Macron"));
  EXPECT_THAT(Walk(std::string(title) + "~. . PUNCT . 4 punct\n").subjects("hold"), ElementsAre("Merkel"));
}

TEST(TreeRoles, WhatIsCountedCounts) {
  const Walk r(
      "Russia Russia PROPN NNP 2 nsubj\nwithdrew withdraw VERB VBD 0 root\nsome some DET DT 2 obj\nof of ADP IN 6 "
      "case\n"
      "its its PRON PRP$ 6 nmod:poss\ntroops troop NOUN NNS 3 nmod\n");
  EXPECT_THAT(r.objects("withdrew"), ElementsAre("some", "troops"));
}

TEST(TreeRoles, ANameBehindAVerbIsItsObject) {
  const Walk r(
      "Khan Khan PROPN NNP 2 nsubj\ncalled call VERB VBD 0 root\nErdogan Erdogan PROPN NNP 2 xcomp\non on ADP IN 5 "
      "case\n"
      "Friday Friday PROPN NNP 2 obl\n");
  EXPECT_THAT(r.objects("called"), ElementsAre("Erdogan"));
}

TEST(TreeRoles, ANameSaysWhoANounIs) {
  const Walk r(
      "factions faction NOUN NNS 5 nsubj\nHamas Hamas PROPN NNP 1 appos\nand and CCONJ CC 4 cc\n"
      "Fatah Fatah PROPN NNP 2 conj\nmet meet VERB VBD 0 root\n");
  EXPECT_THAT(r.subjects("met"), ElementsAre("factions", "Hamas", "Fatah"));
}

TEST(TreeRoles, HyphenatedParties) {
  const Walk r(
      "US US PROPN NNP 3 compound\n~- - PUNCT HYPH 1 punct\n~China China PROPN NNP 4 compound\n"
      "talks talk NOUN NNS 0 root\n");
  EXPECT_THAT(r.step("talks", StepKind::modifier), ElementsAre("US", "China"));
}

TEST(TreeRoles, TitleCaseMakesNoNames) {
  const Walk r(
      "Merkel Merkel PROPN NNP 2 nsubj\nHolds hold VERB VBZ 0 root\nPeace Peace PROPN NNP 4 compound\n"
      "Talks Talks PROPN NNPS 2 obj\n");
  const Tree tree(r.document, r.rules);
  EXPECT_EQ(tree.lemma(token_of(r.document, "Talks")), "talk");
  EXPECT_EQ(tree.lemma(token_of(r.document, "Peace")), "peace");
}

}  // namespace
}  // namespace readout::acts
