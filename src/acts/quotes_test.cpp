// Quotations of every style, over sentences and paragraphs.
#include "acts/quotes.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace readout::acts {
namespace {

// Words by blanks, '|' ends a sentence, '¶' a paragraph; '~' joins a word to the one before.
Document words(const std::string& text) {
  Document d;
  d.layout.blocks.emplace_back();
  Sentence sentence;
  const auto close = [&] {
    sentence.last = d.tokens.size();
    d.tokens.sentences.push_back(sentence);
    sentence.first = sentence.last;
  };
  std::istringstream in(text);
  for (std::string word; in >> word;) {
    if (word == "|" || word == "¶") {
      close();
      if (word == "¶") {
        d.layout.blocks.emplace_back();
        ++sentence.block;
      }
      continue;
    }
    const bool joined = word.front() == '~';
    if (!joined && !d.report.text.empty() && d.report.text.back() != '"') {
      d.report.text += ' ';
    }
    const auto begin = static_cast<std::uint32_t>(d.report.text.size());
    d.report.text += joined ? word.substr(1) : word;
    d.tokens.span.push_back({begin, static_cast<std::uint32_t>(d.report.text.size())});
  }
  close();
  return d;
}

std::vector<std::string> quoted(const std::string& text) {
  const Document d = words(text);
  std::vector<std::string> out;
  for (const Quotation& q : find_quotations(d)) {
    out.emplace_back(slice(d.report.text, q.span));
  }
  return out;
}

TEST(Quotes, Styles) {
  EXPECT_EQ(quoted("He said “ peace ” ."), (std::vector<std::string>{"“ peace ”"}));
  EXPECT_EQ(quoted("He said \" ~peace ~\" ."), (std::vector<std::string>{"\"peace\""}));
  EXPECT_EQ(quoted("Er « Frieden » ."), (std::vector<std::string>{"« Frieden »"}));
}

TEST(Quotes, AnApostropheOpensNothing) {
  EXPECT_TRUE(quoted("the leaders ~’ top aides met").empty());
}

TEST(Quotes, OverSentences) {
  EXPECT_EQ(quoted("“ A b . | C d . ” He said ."), (std::vector<std::string>{"“ A b . C d . ”"}));
}

TEST(Quotes, ANewParagraphMayGoOn) {
  EXPECT_EQ(quoted("“ A b . ¶ “ C d . ” ¶ He left ."), (std::vector<std::string>{"“ A b . “ C d . ”"}));
}

TEST(Quotes, AnUnclosedOneEndsWithItsParagraph) {
  EXPECT_EQ(quoted("He said “ A b . ¶ They left ."), (std::vector<std::string>{"“ A b ."}));
}

TEST(Quotes, TwoInOneSentence) {
  EXPECT_EQ(quoted("“ A , ” he said , “ b ” ."), (std::vector<std::string>{"“ A , ”", "“ b ”"}));
}

}  // namespace
}  // namespace readout::acts
