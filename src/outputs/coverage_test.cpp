#include <gtest/gtest.h>

#include "readout/coverage.hpp"

namespace readout {
namespace {

CoverageRow row() {
  return {.lemma = "welcome",
          .kind = "verb",
          .count = 12,
          .reports = 1,
          .rules = {"praise.welcome"},
          .report = "r1",
          .sentence = "Trump welcomed\x1b Abe.",
          .word = {6, 14}};
}

TEST(WriteCoverage, ALineAWordAndItsFirstPlace) {
  std::string out;
  write_text({row()}, {}, out);
  EXPECT_EQ(out,
            "12×  welcome (verb), in 1 report; did not hold: praise.welcome\n"
            "     │ Trump welcomed\uFFFD Abe.\n");
}

TEST(WriteCoverage, SaysSoWhenThereIsNothing) {
  std::string out;
  write_text(std::vector<CoverageRow>(), {}, out);
  EXPECT_EQ(out, "Every verb and noun between two known actors was taken.\n");
}

TEST(WriteCoverage, OneObjectALine) {
  std::string out;
  write_jsonl(std::vector<CoverageRow>{row()}, out);
  EXPECT_EQ(out,
            "{\"record\":\"untaken\",\"lemma\":\"welcome\",\"kind\":\"verb\",\"count\":12,\"reports\":1,"
            "\"rules\":[\"praise.welcome\"],\"example\":{\"report\":\"r1\",\"sentence\":\"Trump welcomed\\u001b Abe.\","
            "\"word\":[6,14]}}\n");
}

}  // namespace
}  // namespace readout
