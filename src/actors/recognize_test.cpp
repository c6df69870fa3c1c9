// The stage on documents made by hand, with tables of their own: what must hold whatever the parser says.
#include "actors/recognize.hpp"

#include <gmock/gmock.h>

#include <chrono>
#include <random>

#include "actors/testing.hpp"

namespace readout::actors {
namespace {

const Knowledge& small_world() {
  static const TestTables tables({
      {"states.tsv",
       "FRA; name; France\nFRA; adjective; French\nFRA; capital; Paris\nUSA; name; United States\nUSA; alias; US\nUSA; "
       "adjective; "
       "US\nJOR; name; Jordan\nJOR; ambiguous; Jordan"},
      {"roles.tsv",
       "president; kind; person\npresident; noun; president\npresident; sector; GOV\npresident; office; president\n"
       "official; kind; person\nofficial; noun; official\nofficial; sector; GOV\nofficial; rank; official\n"
       "ministry; kind; institution\nministry; noun; ministry\nministry; sector; GOV"},
      {"offices.tsv",
       "fra.president; country; FRA\nfra.president; type; president\nfra.president; title; President of France\n"
       "fra.president; sector; GOV\nfra.president; rank; head of state"},
      {"holders.tsv", "fra.president; holder; bon; 2017-05-14"},
      {"persons.tsv", "bon; name; Bruno Bon\nbon; gender; m\nbon; country; FRA"},
  });
  static const Knowledge known = load_or_fail(tables.data());
  return known;
}

Actors recognized(const Document& d) {
  return recognize(d.report, d.layout, d.tokens, d.syntax, small_world());
}

TEST(Recognize, TitleAndNameAreOneMention) {
  const Document d = document_of(
      "French ADJ 2 amod\nPresident PROPN 3 nmod:desc\nBruno PROPN 5 nsubj\nBon PROPN 3 flat\nspoke VERB 0 root\n");
  EXPECT_EQ(described(d, recognized(d)),
            "French President Bruno Bon => Bruno Bon | FRAGOV | name\nFrench => France | FRA | adjective\n");
}

TEST(Recognize, WithoutADayTheTitleTells) {
  Document d = document_of(
      "French ADJ 2 amod\nPresident PROPN 3 nmod:desc\nBruno PROPN 5 nsubj\nBon PROPN 3 flat\nspoke VERB 0 root\n");
  d.report.date.reset();
  const Actors actors = recognized(d);
  ASSERT_FALSE(actors.actors.empty());
  EXPECT_EQ(actors.actors[0].code, "FRAGOV");
  EXPECT_EQ(actors.actors[0].office, "");
}

TEST(Recognize, ActorsStandInOrderOfFirstMention) {
  const Document d = document_of("US PROPN 2 compound\nofficials NOUN 3 nsubj\nmet VERB 0 root\nBon PROPN 3 obj\n");
  const Actors actors = recognized(d);
  ASSERT_EQ(actors.actors.size(), 3U);
  EXPECT_EQ(actors.actors[0].name, "US officials");
  EXPECT_EQ(actors.actors[1].code, "USA");
  EXPECT_EQ(actors.actors[2].name, "Bruno Bon");
  ASSERT_EQ(actors.mention_at.size(), d.tokens.size());
  EXPECT_EQ(actors.mentions[actors.mention_at[1]].actor, 0U);
  EXPECT_EQ(actors.mention_at[2], no_mention);
}

TEST(Recognize, CreditsAreNotRead) {
  Document d = document_of("Bruno PROPN 3 nsubj\nBon PROPN 1 flat\nreported VERB 0 root\n");
  d.layout.blocks[0].kind = BlockKind::credit;
  EXPECT_TRUE(recognized(d).mentions.empty());
}

TEST(Recognize, ACountryInsideANameIsNoCountry) {
  const Document d = document_of("Jordan PROPN 3 nsubj\nPeterson PROPN 1 flat\nsaid VERB 0 root\n");
  EXPECT_EQ(described(d, recognized(d)), "Jordan Peterson => Jordan Peterson |  | name\n");
}

TEST(Recognize, HidingWordsAreEvidence) {
  const Document d = document_of(
      "A DET 3 det\nUS PROPN 3 compound\nofficial NOUN 4 nsubj\nsaid VERB 0 root\nso ADV 4 advmod\non ADP 7 "
      "case\ncondition NOUN 4 obl\n"
      "of ADP 9 case\nanonymity NOUN 7 nmod\n");
  const Actors actors = recognized(d);
  ASSERT_FALSE(actors.actors.empty());
  EXPECT_TRUE(actors.actors[0].anonymous);
  ASSERT_EQ(actors.actors[0].evidence.size(), 2U);
  EXPECT_EQ(slice(d.report.text, actors.actors[0].evidence[1]), "on condition of anonymity");
}

TEST(Recognize, EmptyReportsHaveNoActors) {
  const Document d = document_of("");
  EXPECT_TRUE(recognized(d).actors.empty());
}

// Words in any order with heads that make no sense: every span lies on tokens, every id is good.
TEST(Recognize, IsTotal) {
  const std::vector<std::string> words = {
      "Bruno",  "Bon", "French", "US",   "president", "officials", "the",   "of",  "'s",
      "(",      ")",   ",",      "and",  "two",       "countries", "he",    "who", "\xFF\xFE",
      "習近平", "-",   "\"",     "said", "ministry",  "Mr",        "Paris", "in"};
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    std::string columns;
    const auto length = static_cast<unsigned>(1 + random() % 40);
    for (unsigned i = 0; i < length; ++i) {
      const auto upos = static_cast<Upos>(random() % 17);
      const auto relation = static_cast<Relation>(random() % 53);
      columns += words[random() % words.size()] + " " + std::string(name_of(upos)) + " " +
                 std::to_string(random() % (length + 1)) + " " + std::string(name_of(relation)) + "\n" +
                 (random() % 9 == 0 && i + 1 < length ? "" : "");
    }
    const Document d = document_of(columns);
    const Actors actors = recognized(d);
    for (const Mention& m : actors.mentions) {
      ASSERT_LT(m.actor, actors.actors.size());
      ASSERT_LT(m.first, m.last);
      ASSERT_LE(m.last, d.tokens.size());
      ASSERT_TRUE(m.first <= m.head && m.head < m.last);
      ASSERT_EQ(m.span.begin, d.tokens.span[m.first].begin);
      ASSERT_EQ(m.span.end, d.tokens.span[m.last - 1].end);
    }
    for (const Actor& actor : actors.actors) {
      for (const ActorId member : actor.members) {
        ASSERT_LT(member, actors.actors.size());
      }
      ASSERT_TRUE(actor.affiliation == no_actor || actor.affiliation < actors.actors.size());
    }
  }
}

double seconds_for(int repeats) {
  std::string columns;
  for (int i = 0; i < repeats; ++i) {
    columns +=
        "French ADJ 2 amod\nPresident PROPN 3 nmod:desc\nBruno PROPN 5 nsubj\nBon PROPN 3 flat\ntold VERB 0 root\n"
        "him PRON 5 obj\nof ADP 8 case\nministry NOUN 5 obl\nof ADP 10 case\nministry NOUN 8 nmod\nthat SCONJ 13 "
        "mark\nhe PRON 13 nsubj\n"
        "left VERB 5 ccomp\nboth DET 15 det\ncountries NOUN 13 obj\n\n";
  }
  const Document d = document_of(columns);
  const auto start = std::chrono::steady_clock::now();
  EXPECT_FALSE(recognized(d).actors.empty());
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// Ten times the text takes about ten times as long, even when one name stands everywhere.
TEST(Recognize, TakesLinearTime) {
  seconds_for(200);
  const double small = seconds_for(1000);
  const double large = seconds_for(10000);
  EXPECT_LT(large, 40 * small + 0.05);
}

}  // namespace
}  // namespace readout::actors
