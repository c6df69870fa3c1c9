// Imported entries as rows, and own tables over ours.
#include "actors/import.hpp"

#include <gmock/gmock.h>

#include "actors/testing.hpp"

namespace readout::actors {
namespace {

const TestTables& ours() {
  static const TestTables tables(
      {{"states.tsv", "FRA; name; France\nFRA; adjective; French\nJOR; name; Jordan"},
       {"roles.tsv",
        "farmer; kind; person\nfarmer; sector; AGR\nfarmer; noun; farmer\n"
        "foreign_minister; kind; person\nforeign_minister; noun; foreign minister\nforeign_minister; sector; GOV\n"
        "king; kind; person\nking; noun; king"},
       {"organizations.tsv", "un; code; UNO\nun; kind; igo\nun; name; United Nations\nun; alias; UN"},
       {"persons.tsv", "a; name; Anne Novak\na; country; FRA\nj; name; Jordan Smith\nb; name; Boris Novak"},
       {"offices.tsv",
        "fra.president; country; FRA\nfra.president; type; president\nfra.president; title; President of France"},
       {"holders.tsv", "fra.president; holder; a; 2012-05-15"}});
  return tables;
}

std::string rows(std::string_view dictionary) {
  const Knowledge known = load_or_fail(ours().data());
  const OwnTables tables = rows_of(read_dictionary(dictionary, "d.txt"), "d.txt", known);
  std::string out;
  for (const auto& [file, facts] : tables.rows) {
    for (const OwnRow& row : facts) {
      out += file.substr(0, 3) + " " + row.id + " " + row.relation + " " + row.text +
             (row.from.empty() && row.to.empty() ? "" : " " + row.from + "–" + row.to) + "\n";
    }
  }
  for (const Error& problem : tables.problems) {
    out += to_string(problem) + "\n";
  }
  return out + (tables.known > 0 ? std::to_string(tables.known) + " known\n" : "");
}

TEST(Import, PersonsAreToldByGivenNames) {
  EXPECT_EQ(rows("KING_ANNE_OF_CLEVES_ [FRAGOV 19990101-20000101]\n\t[FRAELI]\n"),
            "per own.king_anne_of_cleves name King Anne of Cleves\n"
            "per own.king_anne_of_cleves country FRA\n"
            "per own.king_anne_of_cleves sector GOV 1999-01-01–2000-01-01\n"
            "per own.king_anne_of_cleves sector ELI\n");
  EXPECT_THAT(rows("XAVER_UNHEARD_ [FRAGOV >19990101]"), testing::StartsWith("per own.xaver_unheard name"));
  EXPECT_THAT(rows("XAVER_UNHEARD_ [FRAREB >19990101]"), testing::StartsWith("org own.xaver_unheard name"));
  EXPECT_THAT(rows("JORDAN_VALLEY_ [JORREB]"), testing::StartsWith("org own.jordan_valley name"));
  EXPECT_THAT(rows("ANNE_LIBERATION_FRONT_ [FRAREB]"), testing::StartsWith("org own.anne_liberation_front name"));
}

TEST(Import, CodesOfNoCountryStayWhole) {
  EXPECT_EQ(rows("FROG_SOCIETY_ [NGOFRG]"),
            "org own.frog_society name Frog Society\norg own.frog_society code NGOFRG\n");
  EXPECT_THAT(rows("X_SOCIETY_ [KKLREB]"), testing::HasSubstr("d.txt:1: KKLREB begins with KKL"));
}

TEST(Import, BodiesKnownWithTheirCodeAreLeftToOurTables) {
  EXPECT_EQ(rows("THE_UN_ [IGOUNO]\n+UNO_\n"), "org un alias Uno\n1 known\n");
  EXPECT_THAT(rows("THE_UN_ [IGOUNODEV]"), testing::StartsWith("org own.the_un name The Un"));
  EXPECT_THAT(rows("ANNE_UNHEARD_ [IGOUNO 630901-730831][ELI]"),
              testing::HasSubstr("per own.anne_unheard sector UNO 1963"));
}

TEST(Import, BareCountryCodesNameTheState) {
  EXPECT_EQ(rows("FRANCE_ [FRA]\n+FRENCH_\n+GAUL_\n"), "sta FRA alias Gaul\n2 known\n");
}

TEST(Import, KnownRolesKeepWhatOurTablesSayOfThem) {
  EXPECT_EQ(rows("FARMER [~AGR]"), "1 known\n");
  EXPECT_EQ(rows("FOREIGN_MINISTER [~GOVDIP]"), "rol foreign_minister sector GOVDIP\n");
  EXPECT_EQ(rows("POLICE {} [~COP]"),
            "rol own.police kind group\nrol own.police noun police\nrol own.police sector COP\n");
  EXPECT_THAT(rows("ENVOY_TO {} [~GOV]"), testing::HasSubstr("midst of a phrase"));
}

TEST(Import, NamesakesOfTwoCountriesAreTwo) {
  EXPECT_EQ(
      rows("ANNE_KHAN_ [FRAGOV]\nANNE_KHAN_ [JORGOV]\n"),
      "per own.anne_khan name Anne Khan\nper own.anne_khan country FRA\nper own.anne_khan sector GOV\n"
      "per own.anne_khan_jor name Anne Khan\nper own.anne_khan_jor country JOR\nper own.anne_khan_jor sector GOV\n");
}

// --- own tables over ours

// The entries that a name leads to.
std::string meant(const Knowledge& known, std::initializer_list<std::string_view> words) {
  std::uint32_t node = 0;
  for (const auto word : words) {
    node = known.trie.step(node, known.words.find(word));
  }
  std::string out;
  for (std::uint32_t n = node == 0 ? no_name : known.trie.first_name(node); n != no_name; n = known.names[n].next) {
    out += std::string(known.text(known.entries[known.facts[known.names[n].fact].entry].id)) + " ";
  }
  return out;
}

TEST(OwnTables, TheirNamesWin) {
  const TestTables own({{"persons.tsv", "own.anne; name; Anne Novak\nown.anne; country; JOR"},
                        {"organizations.tsv", "own.france; name; France\nown.france; country; JOR"}});
  const auto known = load(ours().data(), own.data());
  ASSERT_TRUE(known);
  EXPECT_EQ(meant(*known, {"anne", "novak"}), "own.anne ");
  EXPECT_EQ(meant(*known, {"novak"}), "own.anne b ");  // other Novaks keep their surname
  EXPECT_EQ(meant(*known, {"france"}), "own.france ");
  EXPECT_EQ(meant(*known, {"french"}), "FRA ");
  EXPECT_EQ(meant(*known, {"jordan"}), "JOR ");
}

TEST(OwnTables, TheirFactsGoBeforeOursOfTheSameEntry) {
  const TestTables own({{"roles.tsv", "farmer; sector; BUS"},
                        {"persons.tsv", "c; name; Carla Bon"},
                        {"holders.tsv", "fra.president; holder; c; 2012-05-15"}});
  const auto known = load(ours().data(), own.data());
  ASSERT_TRUE(known);
  EXPECT_EQ(known->value(known->find(EntryKind::role, "farmer"), Attribute::sector, {}), "BUS");
  EXPECT_EQ(known->value(known->find(EntryKind::role, "farmer"), Attribute::kind, {}), "person");
  EXPECT_EQ(known->holder(known->office("FRA", "president"), parse_day("2013-01-01")),
            known->find(EntryKind::person, "c"));
}

TEST(OwnTables, AreLintedBesideOurs) {
  const TestTables own(
      {{"persons.tsv", "own.x; name; Anne Novak\nown.x; country; FRA\nown.y; name; Y Z\nown.y; country; QQQ"},
       {"holders.tsv", "fra.president; holder; own.x; 2014-01-01"}});
  const auto problems = lint(ours().data(), own.data());
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_THAT(problems.front().message, testing::HasSubstr("QQQ"));
}

TEST(OwnTables, OfAnotherNameAreAnError) {
  const TestTables own({{"person.tsv", "own.x; name; X Y"}});
  const auto known = load(ours().data(), own.data());
  ASSERT_FALSE(known);
  EXPECT_THAT(to_string(known.error()), testing::HasSubstr("person.tsv: is no table that Readout knows"));
}

}  // namespace
}  // namespace readout::actors
