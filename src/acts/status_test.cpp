// One verb, many statuses.
#include "acts/status.hpp"

#include <gtest/gtest.h>

#include "tests/parsed.hpp"

namespace readout::acts {
namespace {

ActStatus status(std::string_view lines, std::string_view trigger, bool headline = false, bool verbal = false) {
  static const Rules rules = [] {
    Rules loaded;
    loaded.lists["@plans"] = {"plan"};
    loaded.lists["@requests"] = {"urge"};
    loaded.lists["@refusals"] = {"refuse"};
    loaded.lists["@denials"] = {"deny"};
    loaded.lists["@failures"] = {"fail"};
    loaded.lists["@doubts"] = {"threaten"};
    loaded.lists["@future"] = {"planned"};
    loaded.lists["@charges"] = {"accuse"};
    loaded.lists["@judgements"] = {"praise"};
    loaded.lists["@often"] = {"often"};
    return loaded;
  }();
  const Document d = tests::parsed(lines);
  return status_of(Tree(d, rules), tests::token_of(d, trigger), headline, verbal);
}

TEST(Status, Tense) {
  EXPECT_EQ(status("Iran Iran PROPN NNP 2 nsubj\nattacked attack VERB VBD 0 root\n", "attacked"), ActStatus::happened);
  EXPECT_EQ(status("Iran Iran PROPN NNP 2 nsubj\nattacks attack VERB VBZ 0 root\n", "attacks"), ActStatus::habitual);
  EXPECT_EQ(status("Iran Iran PROPN NNP 2 nsubj\nattacks attack VERB VBZ 0 root\n", "attacks", true),
            ActStatus::happened);
  EXPECT_EQ(status("Iran Iran PROPN NNP 3 nsubj\nis be AUX VBZ 3 aux\nattacking attack VERB VBG 0 root\n", "attacking"),
            ActStatus::ongoing);
  EXPECT_EQ(
      status("Iran Iran PROPN NNP 3 nsubj\nhas have AUX VBZ 3 aux\nattacked attack VERB VBN 0 root\n", "attacked"),
      ActStatus::happened);
}

TEST(Status, ModalsAndNegation) {
  EXPECT_EQ(status("Iran Iran PROPN NNP 3 nsubj\nwill will AUX MD 3 aux\nattack attack VERB VB 0 root\n", "attack"),
            ActStatus::planned);
  EXPECT_EQ(status("Iran Iran PROPN NNP 3 nsubj\nmay may AUX MD 3 aux\nattack attack VERB VB 0 root\n", "attack"),
            ActStatus::conditional);
  EXPECT_EQ(
      status(
          "Iran Iran PROPN NNP 4 nsubj\ndid do AUX VBD 4 aux\nnot not PART RB 4 advmod\nattack attack VERB VB 0 root\n",
          "attack"),
      ActStatus::denied);
}

TEST(Status, WhatGovernsAnInfinitive) {
  const auto with = [](const std::string& verb, const std::string& lemma) {
    return status("Iran Iran PROPN NNP 2 nsubj\n" + verb + " " + lemma +
                      " VERB VBD 0 root\nto to PART TO 4 mark\nattack attack VERB VB 2 xcomp\n",
                  "attack");
  };
  EXPECT_EQ(with("planned", "plan"), ActStatus::planned);
  EXPECT_EQ(with("refused", "refuse"), ActStatus::denied);
  EXPECT_EQ(with("failed", "fail"), ActStatus::failed);
  EXPECT_EQ(with("threatened", "threaten"), ActStatus::conditional);
  EXPECT_EQ(with("began", "begin"), ActStatus::happened);
}

TEST(Status, AGerundBehindToIsNoInfinitive) {
  EXPECT_EQ(status("He he PRON PRP 2 nsubj\nconfessed confess VERB VBD 0 root\nto to SCONJ IN 4 mark\n"
                   "attacking attack VERB VBG 2 advcl\n",
                   "attacking"),
            ActStatus::happened);
}

TEST(Status, Conditionals) {
  EXPECT_EQ(
      status(
          "Iran Iran PROPN NNP 2 nsubj\nstrikes strike VERB VBZ 0 root\nif if SCONJ IN 5 mark\nit it PRON PRP 5 nsubj\n"
          "dares dare VERB VBZ 2 advcl\n",
          "strikes"),
      ActStatus::conditional);
}

TEST(Status, ToSayItIsToDoIt) {
  constexpr auto rejects = "China China PROPN NNP 2 nsubj\nrejects reject VERB VBZ 0 root\n";
  EXPECT_EQ(status(rejects, "rejects", false, true), ActStatus::happened);
  EXPECT_EQ(status(rejects, "rejects"), ActStatus::habitual);
  EXPECT_EQ(status("China China PROPN NNP 3 nsubj\noften often ADV RB 3 advmod\nrejects reject VERB VBZ 0 root\n",
                   "rejects", false, true),
            ActStatus::habitual);
}

TEST(Status, WhatJudgingVerbsSayOfAGerund) {
  const auto with = [](const std::string& verb, const std::string& lemma, const std::string& preposition) {
    return status("Iran Iran PROPN NNP 2 nsubj\n" + verb + " " + lemma +
                      " VERB VBD 0 root\nIraq Iraq PROPN NNP 2 obj\n" + preposition + " " + preposition +
                      " SCONJ IN 5 mark\nattacking attack VERB VBG 2 advcl\n",
                  "attacking");
  };
  EXPECT_EQ(with("accused", "accuse", "of"), ActStatus::conditional);
  EXPECT_EQ(with("praised", "praise", "for"), ActStatus::presupposed);
}

TEST(Status, WhoRejectsADemandHasHeardIt) {
  constexpr auto refused =
      "Iran Iran PROPN NNP 2 nsubj\nrefused refuse VERB VBD 0 root\nthe the DET DT 4 det\ndemand demand NOUN NN 2 "
      "obj\n";
  EXPECT_EQ(status(refused, "demand", false, true), ActStatus::presupposed);
  EXPECT_EQ(status(refused, "demand"), ActStatus::denied);
}

TEST(Status, WhatIsAnnounced) {
  const auto announced = [](std::string_view lines, std::string_view verb) {
    Rules rules;
    rules.lists["@decisions"] = {"decide"};
    const Document d = tests::parsed(lines);
    return is_announced(Tree(d, rules), tests::token_of(d, verb));
  };
  EXPECT_TRUE(announced("Xi Xi PROPN NNP 3 nsubj\nwill will AUX MD 3 aux\nmeet meet VERB VB 0 root\n", "meet"));
  EXPECT_TRUE(announced("Xi Xi PROPN NNP 3 nsubj\nto to PART TO 3 mark\nmeet meet VERB VB 0 root\n", "meet"));
  EXPECT_TRUE(
      announced("Xi Xi PROPN NNP 2 nsubj\nplans plan VERB VBZ 0 root\nto to PART TO 4 mark\n"
                "meet meet VERB VB 2 xcomp\n",
                "meet"));
  EXPECT_FALSE(
      announced("Xi Xi PROPN NNP 2 nsubj\ndecided decide VERB VBD 0 root\nto to PART TO 4 mark\n"
                "meet meet VERB VB 2 xcomp\n",
                "meet"));
  EXPECT_FALSE(
      announced("Xi Xi PROPN NNP 2 nsubj\nflew fly VERB VBD 0 root\nto to PART TO 4 mark\n"
                "meet meet VERB VB 2 advcl\n",
                "meet"));
}

TEST(Status, Nouns) {
  EXPECT_EQ(status("A a DET DT 3 det\nplanned planned ADJ JJ 3 amod\nvisit visit NOUN NN 0 root\n", "visit"),
            ActStatus::planned);
  EXPECT_EQ(status("Iran Iran PROPN NNP 2 nsubj\ndenied deny VERB VBD 0 root\nthe the DET DT 4 det\nattack attack NOUN "
                   "NN 2 obj\n",
                   "attack"),
            ActStatus::denied);
}

}  // namespace
}  // namespace readout::acts
