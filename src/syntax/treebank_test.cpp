#include "syntax/treebank.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace readout::syntax {
namespace {

std::filesystem::path write(const std::string& text) {
  const auto file = std::filesystem::path(testing::TempDir()) / "treebank_test.conllu";
  std::ofstream(file, std::ios::binary) << text;
  return file;
}

TEST(ReadTreebank, GivesSyntacticWordsAndBlanks) {
  const auto documents =
      read_treebank(write("# newdoc id = a\n# text = He can't.\n"
                          "1\tHe\the\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n"
                          "2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
                          "2\tca\tcan\tAUX\tMD\t_\t0\troot\t_\t_\n"
                          "3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\t_\n"
                          "3.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\t_\n"
                          "4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n"));
  ASSERT_TRUE(documents) << to_string(documents.error());
  ASSERT_EQ(documents->size(), 1U);
  const auto& sentences = documents->front();
  ASSERT_EQ(sentences.size(), 1U);
  std::string text;
  std::vector<Span> spans;
  write_text(sentences.front(), text, spans);
  EXPECT_EQ(text, "He can't. ");
  EXPECT_EQ(spans.size(), 4U);
  EXPECT_EQ(sentences.front()[1].head, GoldWord::no_head);
  EXPECT_EQ(sentences.front()[2].head, 1U);
  EXPECT_EQ(sentences.front()[2].lemma, "not");
}

TEST(ReadTreebank, RefusesWhatIsNone) {
  EXPECT_FALSE(read_treebank(write("1\tHe\n\n")));
  EXPECT_FALSE(read_treebank(write("1\tHe\the\tPRON\tPRP\t_\t9\tnsubj\t_\t_\n\n")));
  EXPECT_FALSE(read_treebank("no/such/file"));
}

}  // namespace
}  // namespace readout::syntax
