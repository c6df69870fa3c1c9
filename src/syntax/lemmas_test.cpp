#include "syntax/lemmas.hpp"

#include <gtest/gtest.h>

namespace readout::syntax {
namespace {

TEST(LemmaScript, MakesTheLemmaItWasMadeFrom) {
  const std::pair<std::string, std::string> pairs[] = {
      {"Countries", "country"}, {"stopped", "stop"}, {"were", "be"},   {"Biden", "Biden"},  {"I", "I"},
      {"SAYS", "say"},          {"me", "I"},         {"2019", "2019"}, {"States", "State"}, {"\u2019s", "be"}};
  for (const auto& [form, lemma] : pairs) {
    std::string out = "x";
    apply(script_between(form, lemma), form, out);
    EXPECT_EQ(out, "x" + lemma);
  }
}

TEST(LemmaScript, CarriesOverToOtherWords) {
  std::string out;
  apply(script_between("parties", "party"), "Ministries", out);
  EXPECT_EQ(out, "ministry");
  out.clear();
  apply(LemmaScript{false, 9, "x"}, "abc", out);  // longer than the word
  EXPECT_EQ(out, "x");
}

TEST(Lemmas, LeaveUnknownWordsAsTheyAre) {
  const TableBuilder empty(0);
  const Lemmas lemmas(Table(empty.slots.data(), empty.slot_count, empty.entries.data(), 0), {});
  std::string out;
  lemmas.append("Whatever", Word{}, Xpos::nn, out);
  EXPECT_EQ(out, "Whatever");
}

}  // namespace
}  // namespace readout::syntax
