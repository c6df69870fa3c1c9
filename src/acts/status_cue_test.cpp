// The word behind each status.
#include "acts/status_cue.hpp"

#include <gtest/gtest.h>

#include "acts/status.hpp"
#include "tests/parsed.hpp"

namespace readout::acts {
namespace {

// The cue's word, for the status that the sentence gives the act.
std::string cue(std::string_view lines, std::string_view trigger, ActStatus expected, bool headline = false) {
  static const Rules rules = [] {
    Rules loaded;
    loaded.lists["@plans"] = {"plan"};
    loaded.lists["@requests"] = {"urge"};
    loaded.lists["@refusals"] = {"refuse"};
    loaded.lists["@denials"] = {"deny"};
    loaded.lists["@failures"] = {"fail"};
    loaded.lists["@future"] = {"upcoming"};
    return loaded;
  }();
  const Document d = tests::parsed(lines);
  const Tree tree(d, rules);
  const TokenId at = tests::token_of(d, trigger);
  EXPECT_EQ(status_of(tree, at, headline), expected);
  const StatusCue found = cue_of_status(tree, at, expected, headline);
  return found.word == no_token ? std::string() : std::string(tree.word(found.word));
}

TEST(StatusCue, TenseIsTheVerbsOrItsAuxiliarys) {
  EXPECT_EQ(cue("Iran Iran PROPN NNP 2 nsubj\nattacked attack VERB VBD 0 root\n", "attacked", ActStatus::happened),
            "attacked");
  EXPECT_EQ(cue("Iran Iran PROPN NNP 3 nsubj\nhas have AUX VBZ 3 aux\nattacked attack VERB VBN 0 root\n", "attacked",
                ActStatus::happened),
            "has");
  EXPECT_EQ(cue("Iran Iran PROPN NNP 3 nsubj\nis be AUX VBZ 3 aux\nattacking attack VERB VBG 0 root\n", "attacking",
                ActStatus::ongoing),
            "is");
  EXPECT_EQ(cue("Iran Iran PROPN NNP 2 nsubj\nattacks attack VERB VBZ 0 root\n", "attacks", ActStatus::happened, true),
            "attacks");
}

TEST(StatusCue, ModalAndNegation) {
  EXPECT_EQ(cue("Iran Iran PROPN NNP 3 nsubj\nmay may AUX MD 3 aux\nattack attack VERB VB 0 root\n", "attack",
                ActStatus::conditional),
            "may");
  EXPECT_EQ(
      cue("Iran Iran PROPN NNP 4 nsubj\ndid do AUX VBD 4 aux\nnot not PART RB 4 advmod\nattack attack VERB VB 0 root\n",
          "attack", ActStatus::denied),
      "not");
}

TEST(StatusCue, WhatGoverns) {
  const auto governed = [](std::string_view verb, std::string_view lemma) {
    return "Iran Iran PROPN NNP 2 nsubj\n" + std::string(verb) + " " + std::string(lemma) +
           " VERB VBD 0 root\nto to PART TO 4 mark\nattack attack VERB VB 2 xcomp\n";
  };
  EXPECT_EQ(cue(governed("planned", "plan"), "attack", ActStatus::planned), "planned");
  EXPECT_EQ(cue(governed("refused", "refuse"), "attack", ActStatus::denied), "refused");
  EXPECT_EQ(cue(governed("failed", "fail"), "attack", ActStatus::failed), "failed");
  EXPECT_EQ(cue(governed("began", "begin"), "attack", ActStatus::happened), "began");
}

TEST(StatusCue, NounsAreToldByWhatStandsBeforeThem) {
  EXPECT_EQ(cue("The the DET DT 3 det\nupcoming upcoming ADJ JJ 3 amod\ntalks talk NOUN NNS 4 nsubj\n"
                "matter matter VERB VBP 0 root\n",
                "talks", ActStatus::planned),
            "upcoming");
}

}  // namespace
}  // namespace readout::acts
