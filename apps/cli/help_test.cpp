// Help, manual and completions leave nothing of the table out, and every example is one that is understood.
#include "help.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>

#include "arguments.hpp"

namespace readout::cli {
namespace {

using ::testing::HasSubstr;

TEST(Help, EveryFlagIsInItsPageTheManualAndTheCompletions) {
  const std::string manual = manual_page();
  for (const Command& command : commands()) {
    const std::string page = help_page(&command, 80);
    for (const Flag& flag : command.flags) {
      EXPECT_THAT(page, HasSubstr(flag.name));
      std::string escaped(flag.name);
      escaped.replace(0, 2, "\\-\\-");
      EXPECT_THAT(manual, HasSubstr(escaped));
      EXPECT_THAT(completion_script("bash"), HasSubstr(flag.name));
      EXPECT_THAT(completion_script("zsh"), HasSubstr(flag.name));
      EXPECT_THAT(completion_script("fish"), HasSubstr("-l " + std::string(flag.name.substr(2))));
    }
    EXPECT_FALSE(command.examples.empty()) << command.name;
    EXPECT_NE(command.run, nullptr) << command.name;
  }
}

TEST(Help, LinesKeepWithinTheWidth) {
  for (const unsigned width : {60U, 80U, 120U}) {
    std::istringstream page(help_page(nullptr, width));
    for (std::string line; std::getline(page, line);) {
      EXPECT_LE(std::ranges::count_if(line, [](char c) { return (c & '\xC0') != '\x80'; }), std::max(width, 80U))
          << line;
    }
  }
}

TEST(Help, WrapsBetweenWords) {
  EXPECT_EQ(wrap("one two three", 7, 0), "one two\nthree");
  EXPECT_EQ(wrap("one two three", 9, 2), "one two\n  three");
  EXPECT_EQ(wrap("incomprehensibilities", 5, 0), "incomprehensibilities");
  EXPECT_EQ(wrap("", 5, 0), "");
}

// "cat x | readout read -" and "readout read x > y": the words after `readout`, up to what belongs to the shell.
std::vector<std::string> words_of(std::string_view line) {
  std::istringstream in{std::string(line.substr(line.find("readout ")))};
  std::vector<std::string> out;
  std::string word;
  in >> word;
  while (in >> word && word != ">" && word != "|") {
    if (word.ends_with(')')) {
      word.pop_back();
    }
    out.push_back(word);
  }
  return out;
}

TEST(Help, EveryExampleIsUnderstood) {
  for (const Command& command : commands()) {
    for (const Example& example : command.examples) {
      const Parsed parsed = parse_arguments(words_of(example.line));
      EXPECT_TRUE(std::holds_alternative<Invocation>(parsed)) << example.line;
    }
  }
}

TEST(Help, UnknownShellHasNoScript) {
  EXPECT_EQ(completion_script("tcsh"), "");
}

}  // namespace
}  // namespace readout::cli
