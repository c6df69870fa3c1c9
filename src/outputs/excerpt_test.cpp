// Excerpts keep the evidence, say where something is left out, and take long sentences in their stride.
#include "outputs/excerpt.hpp"

#include <gtest/gtest.h>

#include <string>

namespace readout::outputs {
namespace {

std::string excerpt_of(const std::string& text, const std::vector<Span>& evidence, std::size_t columns) {
  const auto lines = excerpt(text, {0, static_cast<std::uint32_t>(text.size())}, evidence, columns).lines(1000, false);
  return lines.empty() ? std::string() : lines[0];
}

const std::string sentence = "one two three four five six seven eight nine ten";

TEST(Excerpt, ShortSentencesStandWhole) {
  EXPECT_EQ(excerpt_of(sentence, {{14, 18}}, 48), sentence);
}

TEST(Excerpt, LongSentencesKeepTheWordsAroundTheEvidence) {
  EXPECT_EQ(excerpt_of(sentence, {{24, 27}}, 24), "… four five six seven …");
  EXPECT_EQ(excerpt_of(sentence, {{0, 3}}, 20), "one two three …");
  EXPECT_EQ(excerpt_of(sentence, {{45, 48}}, 20), "… eight nine ten");
}

TEST(Excerpt, TwoPiecesOfEvidenceBothStand) {
  EXPECT_EQ(excerpt_of(sentence, {{0, 3}, {45, 48}}, 22), "one two … nine ten");
}

TEST(Excerpt, MarksTheBytesOfEvidence) {
  const auto lines = excerpt("He met, then left.", {0, 18}, {{3, 6}}, 80).lines(80, true);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0], "He \x1b[1;4mmet\x1b[0m, then left.");
}

TEST(Excerpt, EvidenceElsewhereOrNoneGivesTheBeginning) {
  EXPECT_EQ(excerpt_of(sentence, {}, 20), "one two three …");
  EXPECT_EQ(excerpt_of(sentence, {{400, 410}}, 20), "one two three …");
}

TEST(Excerpt, AMegabyteIsNoWork) {
  std::string text(1U << 20U, 'x');
  for (std::size_t i = 7; i < text.size(); i += 8) {
    text[i] = ' ';
  }
  text.replace(500'000, 5, " met ");
  const auto cut = excerpt_of(text, {{500'001, 500'004}}, 100);
  EXPECT_NE(cut.find(" met "), std::string::npos);
  EXPECT_LE(cut.size(), 110U);
}

TEST(Excerpt, SpansBeyondTheTextAreHarmless) {
  EXPECT_EQ(excerpt("abc", {1, 900}, {{2, 800}}, 20).lines(80, false).at(0), "bc");
  EXPECT_TRUE(excerpt("", {5, 9}, {}, 20).empty());
}

}  // namespace
}  // namespace readout::outputs
