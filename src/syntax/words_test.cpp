#include "syntax/words.hpp"

#include <gtest/gtest.h>

#include <string>

namespace readout::syntax {
namespace {

std::vector<Word> words_of(std::string_view text, const SeenNames& names = {}) {
  std::vector<Span> spans;
  for (std::uint32_t at = 0; at < text.size();) {
    const auto end = static_cast<std::uint32_t>(std::min(text.find(' ', at), text.size()));
    spans.push_back({at, end});
    at = end + 1;
  }
  std::vector<Word> words;
  read_words(text, spans, names, words);
  return words;
}

TEST(ReadWords, EvensOutCapitalsDigitsAndQuotes) {
  const auto words = words_of("The the 1999 2024 \" \u201C n't n\u2019t \u00C9tat \u00E9tat");
  for (std::size_t n = 0; n < words.size(); n += 2) {
    EXPECT_EQ(words[n].form, words[n + 1].form) << n;
    EXPECT_EQ(words[n].suffix, words[n + 1].suffix) << n;
  }
  EXPECT_NE(words[0].form, words[2].form);
  EXPECT_NE(words[0].shape, words[1].shape);
}

TEST(ReadWords, KnowsSentencesInCapitals) {
  const auto loud = words_of("XI MEETS BIDEN IN BALI");
  const auto said = words_of("Then XI meets Biden in Bali");
  EXPECT_EQ(loud[0].form, said[1].form);
  EXPECT_NE(loud[1].cap, said[3].cap);
  EXPECT_EQ(loud[1].shape, loud[2].shape);
}

TEST(ReadWords, KnowsNamesByTheRestOfTheReport) {
  const std::string_view report = "He said Mokha had fallen";
  const std::vector<Span> spans{{0, 2}, {3, 7}, {8, 13}, {14, 17}, {18, 24}};
  SeenNames names;
  note_names(report, spans, names);
  EXPECT_NE(words_of("Mokha fell", names)[0].cap, words_of("Mokha fell")[0].cap);
  EXPECT_EQ(words_of("Said he", names)[0].cap, words_of("Said he")[0].cap);
  EXPECT_EQ(words_of("In Mokha", names)[1].cap, words_of("In Mokha")[1].cap);
  for (std::uint32_t n = 1; n < 5000; ++n) {
    names.insert(n);
  }
  EXPECT_TRUE(names.contains(4999));
  EXPECT_FALSE(names.contains(5001));
  names.clear();
  EXPECT_FALSE(names.contains(4999));
}

TEST(ReadWords, TakesAnyBytes) {
  const std::string text =
      std::string(1000, '\xE2') + " \xC3 \x80\x80 " + std::string(100000, 'a') + std::string(1, '\0');
  const auto words = words_of(text);
  EXPECT_EQ(words.size(), 4U);
  const std::vector<Span> outside{{5, 3}, {400000, 400010}};
  std::vector<Word> none;
  read_words(text, outside, {}, none);
  EXPECT_EQ(none.size(), 2U);
}

}  // namespace
}  // namespace readout::syntax
