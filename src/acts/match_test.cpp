// What a rule makes of a sentence: its conditions, its parties, which telling stays.
#include "acts/match.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "acts/code.hpp"
#include "tests/parsed.hpp"

namespace readout::acts {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// A sentence in which these words name actors.
Document told(std::string_view lines, const std::vector<std::pair<std::string, ActorKind>>& names) {
  Document d = tests::parsed(lines);
  for (const auto& [name, kind] : names) {
    const TokenId token = tests::token_of(d, name);
    Actor actor;
    actor.kind = kind;
    actor.name = name;
    actor.sector = kind == ActorKind::outlet ? "MED" : "GOV";
    d.actors.mentions.push_back({d.tokens.span[token], token, token + 1, token,
                                 static_cast<ActorId>(d.actors.actors.size()), MentionForm::name});
    d.actors.actors.push_back(std::move(actor));
  }
  return d;
}

struct Match : testing::Test {
  Rules rules;

  void SetUp() override {
    auto codes = base::Codes::load(READOUT_SOURCE_DIR "/data");
    ASSERT_TRUE(codes);
    rules.codes = *codes;
    rules.lists["@charges"] = {"accuse"};
  }

  // "CODE STATUS ACTORS > RECIPIENTS" of each event.
  std::vector<std::string> events(const std::string& text, Document document) {
    const auto status = parse_rules(text, "t.rules", rules);
    EXPECT_TRUE(status);
    rules.events_by_lemma.clear();
    for (std::uint32_t id = 0; id < rules.rules.size(); ++id) {
      for (const auto& trigger : rules.rules[id].triggers) {
        rules.events_by_lemma[trigger.lemma].push_back(id);
      }
    }
    std::vector<std::string> out;
    code(document, rules, OpinionModel{});
    for (const Event& event : document.acts.events) {
      std::string line = event.cameo + " " + std::string(name_of(event.status));
      for (const ActorId id : event.actor) {
        line += " " + document.actors.actors[id].name;
      }
      line += " >";
      for (const ActorId id : event.recipient) {
        line += " " + document.actors.actors[id].name;
      }
      out.push_back(line);
    }
    return out;
  }
};

constexpr std::string_view refusal =
    "Serbia Serbia PROPN NNP 4 nsubj\nwill will AUX MD 4 aux\nnot not PART RB 4 advmod\n"
    "recognise recognise VERB VB 0 root\nKosovo Kosovo PROPN NNP 4 obj\n";

TEST_F(Match, ANegationMayBeTheAct) {
  const auto document = told(refusal, {{"Serbia", ActorKind::state}, {"Kosovo", ActorKind::state}});
  EXPECT_THAT(events("no.rule\n  verb recognise\n  when negated\n  source subject\n  target object\n  code 120\n"
                     "  hit Serbia will not recognise Kosovo.\n",
                     document),
              ElementsAre("120 happened Serbia > Kosovo"));
}

TEST_F(Match, UnlessNegated) {
  const auto document = told(refusal, {{"Serbia", ActorKind::state}, {"Kosovo", ActorKind::state}});
  EXPECT_THAT(events("yes.rule\n  verb recognise\n  unless negated\n  source subject\n  target object\n  code 054\n"
                     "  hit Serbia recognised Kosovo.\n",
                     document),
              IsEmpty());
}

TEST_F(Match, KindsAndSectorsOfActors) {
  const auto document =
      told("Reuters Reuters PROPN NNP 2 nsubj\nmet meet VERB VBD 0 root\nPutin Putin PROPN NNP 2 obj\n",
           {{"Reuters", ActorKind::outlet}, {"Putin", ActorKind::person}});
  EXPECT_THAT(
      events("a.rule\n  verb meet\n  unless actor subject MED\n  both subject | object\n  code 040\n  hit x\n"
             "b.rule\n  verb meet\n  when actor subject outlet\n  when actor object GOV\n  both subject | object\n"
             "  code 046\n  hit x\n",
             document),
      ElementsAre("046 happened Reuters Putin >"));
}

TEST_F(Match, AnAllegedActIsNotDone) {
  const auto document = told(
      "Ukraine Ukraine PROPN NNP 2 nsubj\naccused accuse VERB VBD 0 root\nRussia Russia PROPN NNP 2 obj\n"
      "of of SCONJ IN 5 mark\nattacking attack VERB VBG 2 advcl\nSyria Syria PROPN NNP 5 obj\n",
      {{"Ukraine", ActorKind::state}, {"Russia", ActorKind::state}, {"Syria", ActorKind::state}});
  EXPECT_THAT(events("a.rule\n  verb attack\n  source subject\n  target object\n  code 190\n  hit x\n", document),
              ElementsAre("190 conditional Russia > Syria"));
}

TEST_F(Match, ANounWithBothSidesIsAnActOfItsOwn) {
  const auto document = told(
      "Beirut Beirut PROPN NNP 2 nsubj\nrejected reject VERB VBD 0 root\nSaudi Saudi PROPN NNP 4 compound\n"
      "accusations accusation NOUN NNS 2 obj\nagainst against ADP IN 6 case\nLebanon Lebanon PROPN NNP 4 nmod\n",
      {{"Beirut", ActorKind::state}, {"Saudi", ActorKind::state}, {"Lebanon", ActorKind::state}});
  EXPECT_THAT(events("a.rule\n  verb reject\n  when object accusation\n  source subject\n  code 120\n  hit x\n"
                     "b.rule\n  noun accusation\n  source modifier\n  target against\n  code 112\n  hit x\n",
                     document),
              ElementsAre("120 happened Beirut >", "112 presupposed Saudi > Lebanon"));
}

TEST_F(Match, ActsToComeArePromisesAndThreats) {
  rules.intents = {{"04", "036"}};
  rules.threats = {{"19", "138"}};
  const std::vector<std::pair<std::string, ActorKind>> both{{"Iran", ActorKind::state}, {"Iraq", ActorKind::state}};
  const std::string will = "Iran Iran PROPN NNP 3 nsubj\nwill will AUX MD 3 aux\n";
  const std::string text =
      "a.rule\n  verb meet\n  both subject | object\n  code 040\n  hit x\n"
      "b.rule\n  verb attack\n  source subject\n  target object\n  code 190\n  hit x\n";
  EXPECT_THAT(events(text, told(will + "meet meet VERB VB 0 root\nIraq Iraq PROPN NNP 3 obj\n", both)),
              ElementsAre("036 planned Iran Iraq >"));
  EXPECT_THAT(events("", told(will + "attack attack VERB VB 0 root\nIraq Iraq PROPN NNP 3 obj\nif if SCONJ IN 7 mark\n"
                                     "it it PRON PRP 7 nsubj\nattacks attack VERB VBZ 3 advcl\n",
                              both)),
              ElementsAre("138 happened Iran > Iraq"));
  EXPECT_THAT(events("", told(will + "attack attack VERB VB 0 root\nIraq Iraq PROPN NNP 3 obj\n", both)),
              ElementsAre("190 planned Iran > Iraq"));
}

TEST_F(Match, WhatIsOnlyAskedForIsToldByTheWordsThatAsk) {
  const auto document = told(
      "Iran Iran PROPN NNP 2 nsubj\nrefused refuse VERB VBD 0 root\nto to PART TO 4 mark\n"
      "attack attack VERB VB 2 xcomp\nIraq Iraq PROPN NNP 4 obj\n",
      {{"Iran", ActorKind::state}, {"Iraq", ActorKind::state}});
  EXPECT_THAT(events("a.rule\n  verb refuse\n  source subject\n  code 120\n  hit x\n"
                     "b.rule\n  verb attack\n  source subject\n  target object\n  code 190\n  hit x\n",
                     document),
              ElementsAre("120 happened Iran >"));
}

TEST_F(Match, AgentsStandForTheirParties) {
  rules.lists["@agents"] = {"negotiator"};
  const auto document = told(
      "British British ADJ JJ 4 amod\nand and CCONJ CC 3 cc\nEU EU PROPN NNP 1 conj\n"
      "negotiators negotiator NOUN NNS 5 nsubj\nmet meet VERB VBD 0 root\n",
      {{"British", ActorKind::state}, {"EU", ActorKind::organization}});
  EXPECT_THAT(events("a.rule\n  verb meet\n  both subject | object\n  code 040\n  hit x\n", document),
              ElementsAre("040 happened British EU >"));
}

TEST_F(Match, AnAppositionIsNoFurtherParty) {
  const auto document = told(
      "group group NOUN NN 3 nsubj\nHamas Hamas PROPN NNP 1 appos\nmet meet VERB VBD 0 root\n"
      "Putin Putin PROPN NNP 3 obj\n",
      {{"group", ActorKind::group}, {"Hamas", ActorKind::organization}, {"Putin", ActorKind::person}});
  EXPECT_THAT(events("a.rule\n  verb meet\n  both subject | object\n  code 040\n  hit x\n", document),
              ElementsAre("040 happened Hamas Putin >"));
}

}  // namespace
}  // namespace readout::acts
