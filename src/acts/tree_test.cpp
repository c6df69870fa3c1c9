// Deep roles through the constructions that hide them.
#include "acts/tree.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/parsed.hpp"

namespace readout::acts {
namespace {

using testing::ElementsAre;
using tests::parsed;
using tests::token_of;

struct Roles {
  Document document;
  Rules rules;

  explicit Roles(std::string_view lines) : document(parsed(lines)) { rules.lists["@support"] = {"launch", "hold"}; }

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
};

TEST(Tree, ActiveAndCoordination) {
  const Roles r(
      "Russia Russia PROPN NNP 4 nsubj\nand and CCONJ CC 3 cc\nIran Iran PROPN NNP 1 conj\n"
      "met meet VERB VBD 0 root\nTurkey Turkey PROPN NNP 4 obj\nand and CCONJ CC 7 cc\n"
      "praised praise VERB VBD 4 conj\nEgypt Egypt PROPN NNP 7 obj\n");
  EXPECT_THAT(r.subjects("met"), ElementsAre("Russia", "Iran"));
  EXPECT_THAT(r.objects("met"), ElementsAre("Turkey"));
  EXPECT_THAT(r.subjects("praised"), ElementsAre("Russia", "Iran"));
  EXPECT_THAT(r.objects("praised"), ElementsAre("Egypt"));
}

TEST(Tree, Passive) {
  const Roles r(
      "Protesters protester NOUN NNS 3 nsubj:pass\nwere be AUX VBD 3 aux:pass\narrested arrest VERB VBN 0 root\n"
      "by by ADP IN 5 case\npolice police NOUN NNS 3 obl:agent\n");
  EXPECT_THAT(r.subjects("arrested"), ElementsAre("police"));
  EXPECT_THAT(r.objects("arrested"), ElementsAre("Protesters"));
}

TEST(Tree, ReducedRelative) {
  const Roles r(
      "ships ship NOUN NNS 0 root\nseized seize VERB VBN 1 acl\nby by ADP IN 4 case\nIran Iran PROPN NNP 2 obl\n");
  EXPECT_THAT(r.subjects("seized"), ElementsAre("Iran"));
  EXPECT_THAT(r.objects("seized"), ElementsAre("ships"));
}

TEST(Tree, RelativePronounStandsForItsNoun) {
  const Roles r(
      "Merkel Merkel PROPN NNP 5 nsubj\nwho who PRON WP 3 nsubj\nmet meet VERB VBD 1 acl:relcl\n"
      "Putin Putin PROPN NNP 3 obj\nleft leave VERB VBD 0 root\n");
  EXPECT_THAT(r.subjects("met"), ElementsAre("Merkel"));
}

TEST(Tree, ControlBySubjectAndByObject) {
  const Roles agreed(
      "Iran Iran PROPN NNP 2 nsubj\nagreed agree VERB VBD 0 root\nto to PART TO 4 mark\nmeet meet VERB VB 2 xcomp\n"
      "Iraq Iraq PROPN NNP 4 obj\n");
  EXPECT_THAT(agreed.subjects("meet"), ElementsAre("Iran"));
  const Roles urged(
      "France France PROPN NNP 2 nsubj\nurged urge VERB VBD 0 root\nIran Iran PROPN NNP 2 obj\n"
      "to to PART TO 5 mark\nstop stop VERB VB 2 xcomp\n");
  EXPECT_THAT(urged.subjects("stop"), ElementsAre("Iran"));
}

TEST(Tree, SupportVerbLendsItsSubject) {
  const Roles r(
      "Turkey Turkey PROPN NNP 2 nsubj\nlaunched launch VERB VBD 0 root\nan a DET DT 4 det\nattack attack NOUN NN 2 "
      "obj\n"
      "on on ADP IN 6 case\nSyria Syria PROPN NNP 4 nmod\n");
  EXPECT_THAT(r.subjects("attack"), ElementsAre("Turkey"));
  const Tree tree(r.document, r.rules);
  EXPECT_THAT(r.words(tree.follow(token_of(r.document, "attack"), {{StepKind::preposition, "on"}})),
              ElementsAre("Syria"));
  EXPECT_THAT(r.words(tree.follow(token_of(r.document, "launched"), {{StepKind::preposition, "on"}})),
              ElementsAre("Syria"));
}

TEST(Tree, Negation) {
  const Roles r(
      "Iran Iran PROPN NNP 4 nsubj\ndid do AUX VBD 4 aux\nnot not PART RB 4 advmod\nattack attack VERB VB 0 root\n");
  EXPECT_TRUE(Tree(r.document, r.rules).is_negated(token_of(r.document, "attack")));
  EXPECT_FALSE(Tree(r.document, r.rules).is_negated(token_of(r.document, "Iran")));
}

}  // namespace
}  // namespace readout::acts
