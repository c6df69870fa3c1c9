#include "actors/lexis.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "actors/testing.hpp"

namespace readout::actors {
namespace {

void write(const TestTables& tables, const std::string& file, const std::string& text) {
  std::ofstream(tables.data() / "actors" / file) << text;
}

TEST(Lexis, NounsAndGivenNames) {
  const TestTables tables({{"persons.tsv",
                            "a; name; Runa Berg\na; gender; f\nb; name; Kim Berg\nb; gender; f\n"
                            "c; name; Kim Dahl\nc; gender; m"}});
  write(tables, "nouns.tsv", "noun\tclass\tgender\naunt\tperson\tf\ncrew\tpeople\t\n");
  write(tables, "given_names.tsv", "name\tgender\nZoë\tf\n");
  const auto known = load(tables.data());
  ASSERT_TRUE(known) << to_string(known.error());
  EXPECT_EQ(known->lexis.noun("aunt").gender, 'f');
  EXPECT_EQ(known->lexis.noun("crew").sort, Sort::people);
  EXPECT_EQ(known->lexis.noun("stone").sort, Sort::thing);
  EXPECT_EQ(known->lexis.gender_of("zoe"), 'f');
  EXPECT_EQ(known->lexis.gender_of("runa"), 'f');
  EXPECT_EQ(known->lexis.gender_of("kim"), 0);  // of both
}

TEST(Lexis, ErrorsPointAtTheLine) {
  const TestTables tables{};
  write(tables, "nouns.tsv", "noun\tclass\tgender\naunt\tperson\tf\naunt\tperson\tf\n");
  Lexis twice;
  const auto status = twice.read(tables.data() / "actors");
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().line, 3U);
  write(tables, "nouns.tsv", "noun\tclass\tgender\naunt\twoman\tf\n");
  EXPECT_FALSE(Lexis().read(tables.data() / "actors"));
}

}  // namespace
}  // namespace readout::actors
