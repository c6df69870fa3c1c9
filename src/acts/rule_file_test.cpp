// What a rule file may say, and how its faults are told.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <algorithm>

#include "acts/rules.hpp"

namespace readout::acts {
namespace {

struct RuleFile : testing::Test {
  Rules rules;

  void SetUp() override {
    auto codes = base::Codes::load(READOUT_SOURCE_DIR "/data");
    ASSERT_TRUE(codes) << to_string(codes.error());
    rules.codes = *codes;
  }

  std::string fault(const std::string& text) {
    const auto status = parse_rules(text, "t.rules", rules);
    return status ? "" : to_string(status.error());
  }
};

TEST_F(RuleFile, ReadsAnEventRule) {
  ASSERT_EQ(fault("meet.rule   # who met whom\n"
                  "  verb    meet | walk out\n"
                  "  both    subject | object.with\n"
                  "  when    object talk | meeting\n"
                  "  unless  clause\n"
                  "  code    040\n"
                  "  hit     A met B. => USA CHN\n"
                  "  miss    A met no. 5 #1.\n"),
            "");
  ASSERT_EQ(rules.rules.size(), 1U);
  const Rule& rule = rules.rules.front();
  EXPECT_EQ(rule.name, "meet.rule");
  EXPECT_EQ(rule.line, 1U);
  ASSERT_EQ(rule.triggers.size(), 2U);
  EXPECT_EQ(rule.triggers[1].lemma, "walk");
  EXPECT_EQ(rule.triggers[1].particle, "out");
  ASSERT_EQ(rule.both.size(), 2U);
  ASSERT_EQ(rule.both[1].size(), 2U);
  EXPECT_EQ(rule.both[1][1].word, "with");
  ASSERT_EQ(rule.conditions.size(), 2U);
  EXPECT_EQ(rule.conditions[0].words, (std::vector<std::string>{"talk", "meeting"}));
  EXPECT_FALSE(rule.conditions[1].wanted);
  EXPECT_EQ(rule.needs, static_cast<unsigned>(Need::both));
  ASSERT_EQ(rule.proofs.size(), 2U);
  EXPECT_EQ(rule.proofs[0].codes, "USA CHN");
  EXPECT_EQ(rule.proofs[1].sentence, "A met no. 5 #1.");
  EXPECT_FALSE(rule.is_statement());
}

TEST_F(RuleFile, ReadsAStatementRuleAndLists) {
  ASSERT_EQ(fault("@say  say | tell\n"
                  "  add\n"
                  "say.rule\n  verb @say\n  speaker subject\n  content clause | quote\n  hit A said so.\n"),
            "");
  EXPECT_TRUE(rules.in_list("@say", "add"));
  EXPECT_FALSE(rules.in_list("@say", "sing"));
  EXPECT_TRUE(rules.rules.front().is_statement());
  EXPECT_EQ(rules.rules.front().triggers.size(), 3U);
}

TEST_F(RuleFile, NeedOverridesWhatTheRolesImply) {
  ASSERT_EQ(
      fault(
          "a.rule\n  verb arrest\n  need target\n  source subject\n  target object\n  code 173\n  hit A arrested B.\n"),
      "");
  EXPECT_EQ(rules.rules.front().needs, static_cast<unsigned>(Need::target));
}

TEST_F(RuleFile, AsksForNegationAndKindsOfActors) {
  ASSERT_EQ(
      fault("a.rule\n  verb accept\n  when negated\n  unless actor subject,by MED | outlet\n  when opener behind\n"
            "  source governor.subject\n  code 120\n  hit A will not accept B.\n"),
      "");
  const auto& conditions = rules.rules.front().conditions;
  ASSERT_EQ(conditions.size(), 3U);
  EXPECT_EQ(conditions[0].ask, Ask::negated);
  EXPECT_EQ(conditions[1].ask, Ask::actor);
  EXPECT_EQ(conditions[1].paths.size(), 2U);
  EXPECT_EQ(conditions[1].words, (std::vector<std::string>{"MED", "outlet"}));
  EXPECT_EQ(conditions[2].ask, Ask::words);
  EXPECT_TRUE(rules.rules.front().wants_negation());
  EXPECT_EQ(fault("b.rule\n  verb meet\n  when actor subject\n"),
            "t.rules:3: “actor” lacks a path or the kinds of actor (write it as: unless actor subject MED | outlet)");
}

TEST_F(RuleFile, ListsOfTriggersMayHoldParticles) {
  ASSERT_EQ(fault("@yield  bow | give in\na.rule\n  verb @yield\n  source subject\n  code 120\n  hit A gave in.\n"),
            "");
  const auto& triggers = rules.rules.front().triggers;
  ASSERT_EQ(triggers.size(), 2U);
  EXPECT_EQ(triggers[1].lemma, "give");
  EXPECT_EQ(triggers[1].particle, "in");
}

TEST_F(RuleFile, FaultsNameFileLineAndRemedy) {
  EXPECT_EQ(fault("  verb meet\n"),
            "t.rules:1: a field stands outside of a rule (begin the rule with its name at the margin)");
  EXPECT_EQ(fault("a.rule\n  code 040\n  both subject\n  hit A met B.\n"),
            "t.rules:1: the rule a.rule has no trigger (add a line: verb …, noun …, adjective … or preposition …)");
  EXPECT_EQ(fault("b.rule\n  verb meet\n  both subject\n  code 999\n  hit A met B.\n"),
            "t.rules:1: the rule b.rule has the code 999, which CAMEO does not know (see data/codes/cameo.tsv)");
  EXPECT_EQ(fault("c.rule\n  verb meet\n  both uncle\n"),
            "t.rules:3: “uncle” is no path through the tree (see the list of steps in docs/rules.md)");
  EXPECT_EQ(fault("d.rule\n  verb meet\n  both subject\n  code 040\n"),
            "t.rules:1: the rule d.rule has no sentence that it hits (add a line: hit …)");
  EXPECT_EQ(fault("e.rule\n  verb @nothing\n"),
            "t.rules:2: there is no list @nothing (define it above: @name word | word)");
  EXPECT_EQ(fault("f.rule\n  colour red\n"), "t.rules:2: there is no field “colour” (see docs/rules.md)");
  EXPECT_EQ(fault("g.rule\n  verb meet\n  both subject\n  code 040\n  hit A met.\ng.rule\n"),
            "t.rules:6: the rule g.rule is there already (see t.rules:1)");
}

TEST(Rules, TheShippedFilesLoad) {
  auto codes = base::Codes::load(READOUT_SOURCE_DIR "/data");
  ASSERT_TRUE(codes);
  const auto rules = load(READOUT_SOURCE_DIR "/data", *codes);
  ASSERT_TRUE(rules) << to_string(rules.error());
  EXPECT_GT(rules->rules.size(), 80U);
}

TEST(Rules, TheMostDemandingRuleComesFirst) {
  auto codes = base::Codes::load(READOUT_SOURCE_DIR "/data");
  const auto rules = load(READOUT_SOURCE_DIR "/data", *codes);
  ASSERT_TRUE(rules);
  const auto& threaten = rules->events_by_lemma.at("threaten");
  ASSERT_GE(threaten.size(), 3U);
  const auto wanted = [&](std::uint32_t id) {
    const auto& conditions = rules->rules[id].conditions;
    return std::count_if(conditions.begin(), conditions.end(), [](const Condition& c) { return c.wanted; });
  };
  EXPECT_GT(wanted(threaten.front()), wanted(threaten.back()));
}

TEST(Rules, OwnRulesReplaceOursAndListsGrow) {
  const auto folder = std::filesystem::temp_directory_path() / ("readout_rules_" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder / "acts");
  const auto write = [](const std::filesystem::path& file, std::string_view text) { std::ofstream(file) << text; };
  write(folder / "acts" / "own.rules",
        "@support frobnicate | hold\n"
        "consult.meet\n  verb confer\n  both subject | object\n  code 040\n  hit X conferred with Y.\n");
  auto codes = base::Codes::load(READOUT_SOURCE_DIR "/data");
  const auto ours = load(READOUT_SOURCE_DIR "/data", *codes);
  const auto both = load(READOUT_SOURCE_DIR "/data", *codes, folder);
  ASSERT_TRUE(ours);
  ASSERT_TRUE(both) << to_string(both.error());
  EXPECT_EQ(both->rules.size(), ours->rules.size());
  EXPECT_TRUE(both->in_list("@support", "frobnicate"));
  EXPECT_TRUE(both->in_list("@support", "hold"));
  const auto named = [](const Rule& rule) { return rule.name == "consult.meet"; };
  const auto rule = std::find_if(both->rules.begin(), both->rules.end(), named);
  ASSERT_NE(rule, both->rules.end());
  EXPECT_TRUE(rule->own);
  EXPECT_EQ(rule - both->rules.begin(),
            std::find_if(ours->rules.begin(), ours->rules.end(), named) - ours->rules.begin());
  // The same name twice in own files is a slip all the same.
  write(folder / "twice.rules",
        "a.b\n  verb confer\n  both subject\n  code 040\n  hit X.\na.b\n  verb confer\n  both subject\n  code 040\n  "
        "hit X.\n");
  const auto twice = load(READOUT_SOURCE_DIR "/data", *codes, {}, {folder / "twice.rules"});
  ASSERT_FALSE(twice);
  EXPECT_EQ(twice.error().line, 6U);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace readout::acts
