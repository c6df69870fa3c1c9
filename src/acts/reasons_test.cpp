// Paths as rule files write them, and the way from an event back to its rule's word and its actors' places.
#include "acts/reasons.hpp"

#include <gtest/gtest.h>

#include "tests/parsed.hpp"

namespace readout::acts {
namespace {

constexpr std::string_view sentence =
    "France France PROPN NNP 2 nsubj\ncriticized criticize VERB VBD 0 root\na a DET DT 5 det\nUS US PROPN NNP 5 "
    "compound\n"
    "convoy convoy NOUN NN 2 obj\n";

Rule criticize() {
  Rule rule;
  rule.name = "criticize";
  rule.triggers = {{TriggerKind::verb, "criticize", {}}};
  rule.source = {{{StepKind::subject, {}}}};
  rule.target = {{{StepKind::preposition, "with"}}, {{StepKind::object, {}}}};
  return rule;
}

Document france_and_us() {
  Document d = tests::parsed(sentence);
  d.actors.actors.resize(3);
  d.actors.mentions = {{d.tokens.span[0], 0, 1, 0, 0, MentionForm::name},
                       {d.tokens.span[3], 3, 4, 3, 1, MentionForm::adjective}};
  return d;
}

TEST(Reasons, PathsAreWrittenAsInRuleFiles) {
  EXPECT_EQ(path_text({{StepKind::object, {}}, {StepKind::preposition, "with"}}), "object.with");
  EXPECT_EQ(path_text({}), "");
}

TEST(Reasons, TheTriggerIsWhereTheRuleHolds) {
  const Document d = france_and_us();
  const Rules rules;
  const Tree tree(d, rules);
  const ActorsAt actors(d.actors);
  const Rule rule = criticize();
  EXPECT_EQ(trigger_of(tree, actors, &rule, {d.tokens.span[4], d.tokens.span[1]}), 1U);
  EXPECT_EQ(trigger_of(tree, actors, nullptr, {d.tokens.span[4], d.tokens.span[1]}), 4U);
  EXPECT_EQ(trigger_of(tree, actors, &rule, {}), no_token);
}

TEST(Reasons, EachRoleNamesThePathThatLedToItsActor) {
  const Document d = france_and_us();
  const Rules rules;
  const Tree tree(d, rules);
  const ActorsAt actors(d.actors);
  const Rule rule = criticize();
  Event event;
  event.actor = {0};
  event.recipient = {1, 2};
  const auto roles = roles_of(tree, actors, &rule, 1, event);
  ASSERT_EQ(roles.size(), 3U);
  EXPECT_EQ(roles[0].role, "source");
  EXPECT_EQ(roles[0].path, "subject");
  EXPECT_EQ(roles[0].at, 0U);
  EXPECT_FALSE(roles[0].whose);
  EXPECT_EQ(roles[1].path, "object");
  EXPECT_EQ(roles[1].at, 3U);
  EXPECT_TRUE(roles[1].whose);
  EXPECT_EQ(roles[2].path, "");  // stands nowhere in the sentence
  EXPECT_EQ(roles[2].at, no_token);
}

TEST(Reasons, WithoutARuleAnActorIsWhereItStands) {
  const Document d = france_and_us();
  const Rules rules;
  const Tree tree(d, rules);
  const ActorsAt actors(d.actors);
  Event event;
  event.actor = {0};
  const auto roles = roles_of(tree, actors, nullptr, 1, event);
  ASSERT_EQ(roles.size(), 1U);
  EXPECT_EQ(roles[0].at, 0U);
  EXPECT_EQ(roles[0].path, "");
}

}  // namespace
}  // namespace readout::acts
