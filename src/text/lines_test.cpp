// Lines and the paragraphs that they are joined to.
#include "text/lines.hpp"

#include <gtest/gtest.h>

#include <string>

namespace readout::text {
namespace {

std::vector<Piece> pieces_of(const std::string& text) {
  return join_lines(text, find_lines(text, {0, static_cast<std::uint32_t>(text.size())}));
}

TEST(Lines, AreTrimmedAndKnowTheGapBefore) {
  const std::string text = "  one \r\n\r\n\ttwo\u00A0\nthree";
  const auto lines = find_lines(text, {0, static_cast<std::uint32_t>(text.size())});
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(slice(text, lines[0].span), "one");
  EXPECT_EQ(slice(text, lines[1].span), "two");
  EXPECT_TRUE(lines[1].blank_before);
  EXPECT_FALSE(lines[2].blank_before);
  EXPECT_EQ(lines[2].width, 5U);
}

TEST(Lines, ShortOnesAreNotJoined) {
  EXPECT_EQ(pieces_of("one\ntwo\nthree").size(), 3U);
}

TEST(Lines, WrappedOnesAre) {
  const std::string text =
      "A line that was broken since its next word would not have fitted\n"
      "into the page is joined to the line below, and what then follows\n"
      "is too.\nA new paragraph begins behind a short line, even without a gap.";
  const auto pieces = pieces_of(text);
  ASSERT_EQ(pieces.size(), 2U);
  EXPECT_TRUE(slice(text, pieces[0].span).ends_with("is too."));
  EXPECT_FALSE(pieces[0].one_line);
}

TEST(Lines, StandingApartAreNeverJoined) {
  const std::string text =
      "A line that was broken since its next word would not have fitted\n"
      "into the page is joined to the line below, and what then follows";
  auto lines = find_lines(text, {0, static_cast<std::uint32_t>(text.size())});
  lines[1].apart = true;
  EXPECT_EQ(join_lines(text, lines).size(), 2U);
}

}  // namespace
}  // namespace readout::text
