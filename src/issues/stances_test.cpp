#include "issues/stances.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/parsed.hpp"

namespace readout::issues {
namespace {

// One issue, "sanctions", and one rule: "X backs …".
Knowledge knowledge(bool problem = false) {
  Knowledge known;
  TableIssue entry;
  entry.issue.code = "sanctions";
  entry.issue.label = "sanctions";
  entry.problem = problem;
  known.entries.push_back(entry);
  known.phrases.add({"sanction"}, 0);
  known.lists["undoing"] = {"end", "refuse"};
  const auto status = parse_rules(
      "for\n  verb back\n  holder subject | speaker\n  about object\n  toward object\n  polarity 1\n  tone warm\n"
      "  hit X backs sanctions.\n",
      "x.rules", known);
  EXPECT_TRUE(status);
  return known;
}

// The first token is a state that is the actor 0.
Document with_state(const char* parse) {
  Document document = tests::parsed(parse);
  document.actors.actors.emplace_back().kind = ActorKind::state;
  document.actors.actors.back().country = "FRA";
  document.actors.mentions.push_back({document.tokens.span[0], 0, 1, 0, 0, MentionForm::name});
  document.actors.mention_at.assign(document.tokens.size(), no_mention);
  document.actors.mention_at[0] = 0;
  return document;
}

std::vector<Stance> stances(const Document& document, const Knowledge& known) {
  const Tree tree(document);
  const Sayings sayings(document);
  return find_stances(tree, sayings, find_mentions(document, known), known);
}

TEST(Stances, NegationAndUndoingTurnTheSign) {
  const auto known = knowledge();
  const auto plain = with_state(
      "France France PROPN NNP 2 nsubj\n"
      "backs back VERB VBZ 0 root\n"
      "sanctions sanction NOUN NNS 2 obj\n");
  ASSERT_EQ(stances(plain, known).size(), 1U);
  EXPECT_EQ(stances(plain, known)[0].polarity, 1);
  EXPECT_EQ(stances(plain, known)[0].holder, 0U);
  EXPECT_EQ(stances(plain, known)[0].tone, "warm");

  const auto negated = with_state(
      "France France PROPN NNP 4 nsubj\n"
      "does do AUX VBZ 4 aux\n"
      "not not PART RB 4 advmod\n"
      "back back VERB VB 0 root\n"
      "sanctions sanction NOUN NNS 4 obj\n");
  EXPECT_EQ(stances(negated, known).at(0).polarity, -1);

  const auto undone = with_state(
      "France France PROPN NNP 2 nsubj\n"
      "backs back VERB VBZ 0 root\n"
      "an a DET DT 4 det\n"
      "end end NOUN NN 2 obj\n"
      "to to ADP IN 6 case\n"
      "sanctions sanction NOUN NNS 4 nmod\n");
  EXPECT_EQ(stances(undone, known).at(0).polarity, -1);
  EXPECT_EQ(stances(undone, knowledge(true)).at(0).polarity, 1) << "to end a problem is to be for the matter";

  const auto refused = with_state(
      "France France PROPN NNP 2 nsubj\n"
      "refuses refuse VERB VBZ 0 root\n"
      "to to PART TO 4 mark\n"
      "back back VERB VB 2 xcomp\n"
      "sanctions sanction NOUN NNS 4 obj\n");
  EXPECT_EQ(stances(refused, known).at(0).polarity, -1);
}

TEST(Stances, NobodyUnknownHoldsOne) {
  const auto known = knowledge();
  auto document = with_state(
      "France France PROPN NNP 2 nsubj\n"
      "slept sleep VERB VBD 0 root\n"
      "\n"
      "Somebody somebody PRON NN 2 nsubj\n"
      "backs back VERB VBZ 0 root\n"
      "sanctions sanction NOUN NNS 2 obj\n");
  EXPECT_THAT(stances(document, known), testing::IsEmpty());
}

TEST(Stances, AConditionIsKept) {
  const auto known = knowledge();
  const auto document = with_state(
      "France France PROPN NNP 3 nsubj\n"
      "will will AUX MD 3 aux\n"
      "back back VERB VB 0 root\n"
      "sanctions sanction NOUN NNS 3 obj\n"
      "until until SCONJ IN 7 mark\n"
      "talks talk NOUN NNS 7 nsubj\n"
      "begin begin VERB VBP 3 advcl\n");
  const auto found = stances(document, known);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(slice(document.report.text, found[0].condition), "until talks begin");
  EXPECT_EQ(found[0].tone, "conditional");
}

}  // namespace
}  // namespace readout::issues
