// Kinds of characters where a mistake would cut words: letters with marks, other scripts, zero-width signs.
#include "text/character.hpp"

#include <gtest/gtest.h>

namespace readout::text {
namespace {

TEST(Character, HasTheKindOfItsScript) {
  for (const char32_t c : {U'a', U'Z', U'é', U'Ł', U'Ж', U'ب', U'ʻ', U'\u0301', U'ª'}) {
    EXPECT_EQ(kind_of(c), CharKind::letter) << static_cast<unsigned>(c);
  }
  for (const char32_t c : {U'習', U'あ', U'ア', U'김', U'々', U'\U00020000'}) {
    EXPECT_EQ(kind_of(c), CharKind::ideograph) << static_cast<unsigned>(c);
  }
  for (const char32_t c : {U' ', U'\0', U'\u00A0', U'\u2028', U'\u200B', U'\u3000', U'\u0085'}) {
    EXPECT_EQ(kind_of(c), CharKind::blank) << static_cast<unsigned>(c);
  }
  for (const char32_t c : {U'\u200D', U'\uFEFF', U'\u00AD', U'\uFE0F'}) {
    EXPECT_EQ(kind_of(c), CharKind::ignorable) << static_cast<unsigned>(c);
  }
  for (const char32_t c : {U'.', U'—', U'“', U'€', U'。', U'（', U'§', U'×'}) {
    EXPECT_EQ(kind_of(c), CharKind::symbol) << static_cast<unsigned>(c);
  }
  EXPECT_EQ(kind_of(U'😀'), CharKind::emoji);
}

TEST(Character, HasACase) {
  for (const char32_t c : {U'A', U'É', U'Ł', U'Ğ', U'Ž', U'Ж', U'Ω'}) {
    EXPECT_TRUE(is_upper(c)) << static_cast<unsigned>(c);
    EXPECT_FALSE(is_lower(c)) << static_cast<unsigned>(c);
  }
  for (const char32_t c : {U'a', U'é', U'ł', U'ğ', U'ž', U'ж', U'ω', U'ß'}) {
    EXPECT_TRUE(is_lower(c)) << static_cast<unsigned>(c);
    EXPECT_FALSE(is_upper(c)) << static_cast<unsigned>(c);
  }
}

TEST(Character, IsTrimmedFromBothEnds) {
  EXPECT_EQ(trimmed("\uFEFF \t a b \u200B\n"), "a b");
  EXPECT_EQ(trimmed(" \u00A0 "), "");
}

}  // namespace
}  // namespace readout::text
