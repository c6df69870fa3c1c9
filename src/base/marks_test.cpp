#include "base/marks.hpp"

#include <gtest/gtest.h>

namespace readout::base {
namespace {

TEST(Marks, AreTakenOutAndRemembered) {
  const auto marked = unmark("<s>Iran</s> condemned <t>a US court</t>.");
  ASSERT_TRUE(marked);
  EXPECT_EQ(marked->text, "Iran condemned a US court.");
  EXPECT_EQ(slice(marked->text, marked->marks.at('s')), "Iran");
  EXPECT_EQ(slice(marked->text, marked->marks.at('t')), "a US court");
}

TEST(Marks, FirstOfALetterCountsAndMarksMayNest) {
  const auto marked = unmark("<s><t>Iraqi</t> fighters</s> met <s>others</s>");
  ASSERT_TRUE(marked);
  EXPECT_EQ(slice(marked->text, marked->marks.at('s')), "Iraqi fighters");
  EXPECT_EQ(slice(marked->text, marked->marks.at('t')), "Iraqi");
}

TEST(Marks, WhatIsNoMarkStays) {
  const auto marked = unmark("a < b, <br> and <T>");
  ASSERT_TRUE(marked);
  EXPECT_EQ(marked->text, "a < b, <br> and <T>");
}

TEST(Marks, AClosingMarkAloneIsAnError) {
  EXPECT_FALSE(unmark("Iran</s> condemned"));
}

}  // namespace
}  // namespace readout::base
