#include "actors/knowledge.hpp"

#include <gmock/gmock.h>

#include "actors/tables.hpp"
#include "actors/testing.hpp"

namespace readout::actors {
namespace {

const char* const offices = R"(
  fra.president; country; FRA
  fra.president; type; president
  fra.president; title; President of France
  fra.president; rank; head of state)";

TEST(Knowledge, TellsTheHolderOfTheDay) {
  const TestTables tables(
      {{"states.tsv", "FRA; name; France"},
       {"offices.tsv", offices},
       {"holders.tsv", "fra.president; holder; a; 2012-05-15; 2017-05-14\nfra.president; holder; b; 2017-05-14"},
       {"persons.tsv", "a; name; Anne Ancien\nb; name; Bruno Bon"}});
  const Knowledge known = load_or_fail(tables.data());
  const EntryId office = known.office("FRA", "president");
  ASSERT_NE(office, no_entry);
  EXPECT_EQ(known.holder(office, parse_day("2016-01-01")), known.find(EntryKind::person, "a"));
  EXPECT_EQ(known.holder(office, parse_day("2017-05-14")), known.find(EntryKind::person, "b"));  // the newcomer
  EXPECT_EQ(known.holder(office, parse_day("2011-01-01")), no_entry);
  EXPECT_EQ(known.holder(office, std::nullopt), no_entry);
  EXPECT_EQ(known.office("FRA", "king"), no_entry);
}

TEST(Knowledge, FactsHoldInTheirTerm) {
  const TestTables tables(
      {{"organizations.tsv", "x; name; X\nx; sector; REB; ; 2021-08-14\nx; sector; GOV; 2021-08-15"}});
  const Knowledge known = load_or_fail(tables.data());
  const EntryId x = known.find(EntryKind::organization, "x");
  EXPECT_EQ(known.value(x, Attribute::sector, parse_day("2021-08-14")), "REB");
  EXPECT_EQ(known.value(x, Attribute::sector, parse_day("2021-08-15")), "GOV");
  EXPECT_EQ(known.value(x, Attribute::sector, std::nullopt), "GOV");
  EXPECT_EQ(known.value(x, Attribute::country, std::nullopt), "");
}

TEST(Knowledge, RejectsRowsThatItCannotRead) {
  const TestTables relation({{"states.tsv", "FRA; demonym; French"}});
  const auto unknown = load(relation.data());
  ASSERT_FALSE(unknown.has_value());
  EXPECT_EQ(unknown.error().line, 2U);
  EXPECT_THAT(unknown.error().message, testing::HasSubstr("demonym"));
  const TestTables term({{"persons.tsv", "a; name; A B; 2020-13-01"}});
  EXPECT_FALSE(load(term.data()).has_value());
}

TEST(Knowledge, BoundsOfTermsMayBeMonthsAndYears) {
  EXPECT_EQ(to_iso(*bound_of_term("2020", false)), "2020-01-01");
  EXPECT_EQ(to_iso(*bound_of_term("2020", true)), "2020-12-31");
  EXPECT_EQ(to_iso(*bound_of_term("2020-02", true)), "2020-02-29");
  EXPECT_FALSE(bound_of_term("2020-2", true).has_value());
  EXPECT_FALSE(bound_of_term("spring", false).has_value());
}

TEST(Symbols, KeepEachStringOnce) {
  Symbols symbols;
  const Symbol first = symbols.intern("Paris");
  for (int i = 0; i < 1000; ++i) {
    symbols.intern("word" + std::to_string(i));
  }
  EXPECT_EQ(symbols.intern("Paris"), first);
  EXPECT_EQ(symbols.view(symbols.find("word999")), "word999");
  EXPECT_EQ(symbols.find("never"), no_symbol);
  EXPECT_EQ(symbols.size(), 1002U);
}

// --- lint: each test breaks one thing

std::string problems(const TestTables& tables) {
  std::string out;
  for (const Error& error : lint(tables.data())) {
    out += to_string(error) + "\n";
  }
  return out;
}

TEST(Lint, PassesGoodTables) {
  const TestTables tables(
      {{"states.tsv", "FRA; name; France\nFRA; kind; state"},
       {"offices.tsv", offices},
       {"holders.tsv", "fra.president; holder; a; 2012-05-15; 2017-05-14\nfra.president; holder; b; 2017-05-14"},
       {"persons.tsv", "a; name; Anne Ancien\nb; name; Bruno Bon\nb; country; FRA"}});
  EXPECT_EQ(problems(tables), "");
}

TEST(Lint, FindsUnknownIdsAndRelations) {
  const TestTables tables({{"persons.tsv", "a; name; A B\na; country; FRX\na; shoe; 43"},
                           {"offices.tsv", "x.y; title; Z\nx.y; organization; nobody"}});
  const std::string found = problems(tables);
  EXPECT_THAT(found, testing::HasSubstr("\"FRX\" is no known country"));
  EXPECT_THAT(found, testing::HasSubstr("\"shoe\" is no relation"));
  EXPECT_THAT(found, testing::HasSubstr("\"nobody\" is no known organization"));
}

TEST(Lint, FindsHoldersWithoutPersonOrOffice) {
  const TestTables tables({{"holders.tsv", "no.office; holder; nobody; 2020-01-01"}});
  const std::string found = problems(tables);
  EXPECT_THAT(found, testing::HasSubstr("no.office is not in offices.tsv"));
  EXPECT_THAT(found, testing::HasSubstr("nobody is not in persons.tsv"));
}

TEST(Lint, FindsOverlapsDuplicatesAndBadDays) {
  const TestTables tables(
      {{"states.tsv", "FRA; name; France\nFRA; name; France\nFRX; name; France\nFRA; alias; Gaul; 2020-02-30"},
       {"offices.tsv", offices},
       {"holders.tsv", "fra.president; holder; a; 2012-05-15; 2018-05-14\nfra.president; holder; b; 2017-05-14"},
       {"persons.tsv", "a; name; A B\nb; name; B C\nb; sector; Gov"}});
  const std::string found = problems(tables);
  EXPECT_THAT(found, testing::HasSubstr("before the term of a ends"));
  EXPECT_THAT(found, testing::HasSubstr("says again"));
  EXPECT_THAT(found, testing::HasSubstr("already names FRA"));
  EXPECT_THAT(found, testing::HasSubstr("\"2020-02-30\" is no day"));
  EXPECT_THAT(found, testing::HasSubstr("\"Gov\" is no CAMEO sector"));
}

// The shipped tables, when they are there: no problem, and quick to load.
TEST(ShippedTables, HaveNoProblem) {
  const auto data = std::filesystem::path(READOUT_SOURCE_DIR) / "data";
  if (!std::filesystem::exists(data / "actors" / "persons.tsv")) {
    GTEST_SKIP() << "tables are missing";
  }
  for (const Error& error : lint(data)) {
    ADD_FAILURE() << to_string(error);
  }
}

}  // namespace
}  // namespace readout::actors
