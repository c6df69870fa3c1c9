// The dictionaries of other coders, line by line.
#include "actors/dictionary.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace readout::actors {
namespace {

using ::testing::HasSubstr;

std::string described(const Dictionary& dictionary) {
  std::string out;
  for (const DictionaryEntry& entry : dictionary.entries) {
    out += entry.agent ? "~" : "";
    for (const DictionaryName& name : entry.names) {
      out += name.text + "; ";
    }
    for (const std::string& plural : entry.plurals) {
      out += "{" + plural + "} ";
    }
    out += entry.no_plural ? "{} " : "";
    for (const DatedCode& code : entry.codes) {
      out += "[" + code.code + " " + code.from + "–" + code.to + "]";
    }
    out += "\n";
  }
  return out;
}

TEST(Dictionary, ReadsNamesSynonymsAndDatedCodes) {
  const auto read = read_dictionary(
      "# head\n"
      "HAMID_KARZAI_  # CountryInfo.txt\n"
      "+PRESIDENT_KARZAI_ \n"
      "\t[AFGELI 750101-000101]\n"
      "\t[AFGGOV >011222] [AFGOPP <19991231]\n"
      "    [AFGELI 19990101 - 20011231]\n"
      "\n"
      "ETA_ [ESPREB] ;jap 4/17/01\n",
      "a.txt");
  EXPECT_EQ(described(read),
            "Hamid Karzai; President Karzai; [AFGELI 1975-01-01–2000-01-01][AFGGOV 2001-12-22–]"
            "[AFGOPP –1999-12-31][AFGELI 1999-01-01–2001-12-31]\n"
            "Eta; [ESPREB –]\n");
  EXPECT_TRUE(read.problems.empty());
}

TEST(Dictionary, ReadsAgentsPluralsAndSets) {
  const auto read = read_dictionary(
      "!PERSON! = MAN, MEN\n"
      "FISHER!PERSON! [~AGR]\n"
      "CHAMBER_OF_COMMERCE {CHAMBERS_OF_COMMERCE} [~BUS]\n"
      "POLICE {}[COP~]\n",
      "a.txt");
  EXPECT_EQ(described(read),
            "~fisherman; fishermen; [AGR –]\n"
            "~chamber of commerce; {chambers of commerce} [BUS –]\n"
            "~police; {} [COP –]\n");
  EXPECT_TRUE(read.problems.empty());
}

TEST(Dictionary, BracketedAbbreviationsAreNamesToo) {
  const auto read = read_dictionary("KURDISTAN_WORKERS'_PARTY_(PKK)_ [TURREB] # kkl\n+KADEK_\n", "a.txt");
  EXPECT_EQ(described(read), "Kurdistan Workers' Party; PKK; Kadek; [TURREB –]\n");
}

TEST(Dictionary, TellsEveryLineThatItDoesNotUnderstand) {
  const auto read = read_dictionary(
      "[AFGGOV]\n"                         // 1: no name
      "+LOST_\n"                           // 2: no name
      "LONELY_\n"                          // 3: no code
      "OPEN_ [~ENV}\n"                     // 4: no end
      "SMALL_ [afg]\n"                     // 5: no code
      "DAY_ [AFGGOV 20010931-20011031]\n"  // 6: no day
      "BACK_ [AFGGOV 2002-01-01]\n"        // 7: no term
      "TURN_ [AFGGOV >]\n"                 // 8: no day
      "<NOUN>\n"                           // 9: a section
      "WHERE_(GREECE_AND_ITALY)_ [GRC]\n"  // 10
      "SET_!NONE! [GRC]\n"                 // 11
      "39649_ [GRC]\n"                     // 12
      "A+B [GRC]\n"                        // 13
      "<!-- all\nof this -->\n"
      "LATE_ [AFGGOV 020101-010101]\n",  // 16
      "a.txt");
  std::string lines;
  for (const Error& problem : read.problems) {
    EXPECT_EQ(problem.file, "a.txt");
    EXPECT_NE(problem.remedy, "") << problem.message;
    lines += std::to_string(problem.line) + " ";
  }
  EXPECT_EQ(lines, "1 2 3 4 5 6 7 8 9 10 11 12 13 16 ");
  EXPECT_EQ(described(read), "");
}

TEST(Dictionary, TablesNameTheirColumns) {
  const auto read = read_dictionary(
      "# mine\n"
      "code\tname\tto\tnote\n"
      "FRAGOV\tJean d'Arc\t2001\tx\n"
      "FRAELI\tJean d'Arc\n"
      "~AGR\tbeekeeper\n"
      "FRA?\tNobody\n"
      "\tNobody\n"
      "FRA\t\n"
      "FRA\tA\tspring\n",
      "a.tsv");
  EXPECT_EQ(described(read), "Jean d'Arc; [FRAGOV –2001-12-31][FRAELI –]\n~beekeeper; [AGR –]\n");
  ASSERT_EQ(read.problems.size(), 5U);
  EXPECT_THAT(read.problems.front().message, HasSubstr("note"));
  EXPECT_EQ(read.problems.back().line, 9U);
}

TEST(Dictionary, TakesNothingThatATableCouldNotHold) {
  const auto read =
      read_dictionary("W\xf6RNER_ [FRAGOV]\nA\x01_ [FRAGOV]\nLOCK_SMITH {LOCK\tSMITHES} [~BUS]\n", "a.txt");
  EXPECT_EQ(read.problems.size(), 2U);
  EXPECT_EQ(described(read), "~lock smith; {lock smithes} [BUS –]\n");
}

TEST(Dictionary, AnyBytesAreRead) {
  for (const std::string_view text :
       {"[", "+", "!", "{", "A{", "A(", "A!", "\xff[\xff]", "name\tcode\n\xff\tFRA", "<!--"}) {
    EXPECT_LE(read_dictionary(text, "a").entries.size(), 1U) << text;
  }
}

TEST(Capitals, AreThoseOfPeople) {
  EXPECT_EQ(in_ordinary_capitals("ARMY_OF_GOD_"), "Army of God");
  EXPECT_EQ(in_ordinary_capitals("RAVAN_A.G._FARHADI_"), "Ravan A.G. Farhadi");
  EXPECT_EQ(in_ordinary_capitals("MAZAR-E-SHARIF"), "Mazar-e-Sharif");
  EXPECT_EQ(in_ordinary_capitals("JOHN_PAUL_II_"), "John Paul II");
  EXPECT_EQ(in_ordinary_capitals("MANFRED_WÖRNER_"), "Manfred Wörner");
  EXPECT_EQ(in_ordinary_capitals("ŁUKASZ_ŽIŽEK_"), "Łukasz Žižek");
  EXPECT_EQ(in_ordinary_capitals("O'NEILL"), "O'Neill");
  EXPECT_EQ(in_ordinary_capitals("THE_PKK_"), "The PKK");
}

TEST(Days, ComeInThreeForms) {
  EXPECT_EQ(iso_day("300101"), "2030-01-01");
  EXPECT_EQ(iso_day("310101"), "1931-01-01");
  EXPECT_EQ(iso_day("20120229"), "2012-02-29");
  EXPECT_EQ(iso_day("20110229"), "");
  EXPECT_EQ(iso_day("2012-02-29"), "2012-02-29");
  EXPECT_EQ(iso_day(""), "");
}

}  // namespace
}  // namespace readout::actors
