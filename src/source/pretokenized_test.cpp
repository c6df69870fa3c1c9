// CoNLL-U in: what is kept, and what is an error on which line.
#include "readout/pretokenized.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace readout {
namespace {

// A line of ten columns.
std::string row(const std::string& id, const std::string& form, const std::string& misc = "_") {
  return id + "\t" + form + "\t_\t_\t_\t_\t_\t_\t_\t" + misc + "\n";
}

TEST(Pretokenized, KeepsSentencesTokensAndLines) {
  const std::string bytes = "# newdoc id = a\n# sent_id = a-1\n" + row("1-2", "Don't", "SpaceAfter=No") +
                            row("1", "Do") + row("2", "n't") + row("2.1", "go") + row("3", "!", "X=1|SpaceAfter=No") +
                            "\n# newpar\n" + row("1", "No") + row("2", ".");
  const auto given = parse_pretokenized(bytes, "a.conllu");
  ASSERT_TRUE(given) << to_string(given.error());
  EXPECT_EQ(given->text, "Don't!No . ");
  ASSERT_EQ(given->tokens.sentences.size(), 2U);
  EXPECT_EQ(given->tokens.sentences[0].size(), 3U);
  EXPECT_EQ(given->tokens.sentences[0].block, 0U);
  EXPECT_EQ(given->tokens.sentences[1].block, 1U);
  std::string again;
  for (const auto& line : given->lines) {
    again += line.text + "\n";
  }
  EXPECT_EQ(again, bytes + "\n");  // the blank line behind the last sentence
}

TEST(Pretokenized, TakesCarriageReturnsAndAMark) {
  const auto given = parse_pretokenized("\xEF\xBB\xBF# text = A\r\n1\tA\t_\t_\t_\t_\t_\t_\t_\t_\r\n\r\n", "a");
  ASSERT_TRUE(given);
  EXPECT_EQ(given->lines[1].text, "1\tA\t_\t_\t_\t_\t_\t_\t_\t_");
}

class Broken : public testing::TestWithParam<std::pair<std::string, const char*>> {};

TEST_P(Broken, IsToldWithItsLine) {
  const auto given = parse_pretokenized(GetParam().first, "a.conllu");
  ASSERT_FALSE(given);
  EXPECT_TRUE(to_string(given.error()).starts_with(GetParam().second)) << to_string(given.error());
}

INSTANTIATE_TEST_SUITE_P(
    All, Broken,
    testing::Values(std::pair{std::string(), "a.conllu: holds no token"},
                    std::pair{std::string("# a\n\n"), "a.conllu: holds no"},
                    std::pair{std::string("# a\n1\tA\n"), "a.conllu:2: has 2 columns instead of 10"},
                    std::pair{row("1", "A") + row("3", "B"), "a.conllu:2: has the id '3' where 2 is due"},
                    std::pair{row("x", "A"), "a.conllu:1: has the id 'x'"},
                    std::pair{row("1", ""), "a.conllu:1: has no form"},
                    std::pair{row("2-3", "A"), "a.conllu:1: the range 2-3 does not stand"},
                    std::pair{row("1-2", "A") + row("1", "A") + "\n", "a.conllu:3: the sentence ends before word 2"},
                    std::pair{row("2-1", "A"), "a.conllu:1: '2-1' is no range"},
                    std::pair{row("1-2", "A") + row("1-3", "A"), "a.conllu:2: the range 1-3 does not stand"},
                    std::pair{row("1.1", "A"), "a.conllu:1: the empty node 1.1 does not stand"},
                    std::pair{row("1", "A") + "# b\n", "a.conllu:2: a comment stands inside"}));

TEST(Pretokenized, NamesAFileThatIsMissing) {
  const auto given = read_pretokenized("/nowhere/a.conllu");
  ASSERT_FALSE(given);
  EXPECT_EQ(given.error().file, "/nowhere/a.conllu");
}

}  // namespace
}  // namespace readout
