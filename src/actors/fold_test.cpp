#include "actors/fold.hpp"

#include <gtest/gtest.h>

namespace readout::actors {
namespace {

std::string atoms_of(std::string_view text) {
  std::vector<Atom> atoms;
  split_atoms(text, atoms);
  std::string out;
  for (const Atom& atom : atoms) {
    out += (out.empty() ? "" : " ") + atom.folded;
  }
  return out;
}

TEST(Fold, DropsDiacriticsAndCase) {
  EXPECT_EQ(fold("Erdoğan"), "erdogan");
  EXPECT_EQ(fold("Łukasz Škrtel"), "lukasz skrtel");
  EXPECT_EQ(fold("Nguyễn Phú Trọng"), "nguyen phu trong");
  EXPECT_EQ(fold("Ærø Straße"), "aero strasse");
  EXPECT_EQ(fold("習近平"), "習近平");
}

TEST(Fold, KeepsBrokenBytes) {
  EXPECT_EQ(fold("a\xFFz"), "a\xFFz");
}

TEST(Atoms, StopsAndApostrophesVanishHyphensPart) {
  EXPECT_EQ(atoms_of("U.S."), "us");
  EXPECT_EQ(atoms_of("Al-Qaeda"), "al qaeda");
  EXPECT_EQ(atoms_of("People's Republic"), "people s republic");
  EXPECT_EQ(atoms_of("Cote d'Ivoire"), "cote divoire");
  EXPECT_EQ(atoms_of("Foreign Affairs, Trade"), "foreign affairs , trade");
  EXPECT_EQ(atoms_of("’s"), "s");
  EXPECT_EQ(atoms_of("-"), "");
}

TEST(Shapes, TellCapitalsFromWords) {
  EXPECT_EQ(shape_of("us"), Shape::lower);
  EXPECT_EQ(shape_of("US"), Shape::caps);
  EXPECT_EQ(shape_of("U.S."), Shape::caps);
  EXPECT_EQ(shape_of("Beijing"), Shape::capital);
  EXPECT_EQ(shape_of("Şahin"), Shape::capital);
  EXPECT_EQ(shape_of("2021"), Shape::other);
}

TEST(Shapes, NamesFitTextThatIsWrittenAlikeOrLouder) {
  EXPECT_FALSE(fits(Shape::caps, Shape::lower));
  EXPECT_FALSE(fits(Shape::caps, Shape::capital));
  EXPECT_TRUE(fits(Shape::capital, Shape::caps));
  EXPECT_FALSE(fits(Shape::capital, Shape::lower));
  EXPECT_TRUE(fits(Shape::lower, Shape::caps));
}

}  // namespace
}  // namespace readout::actors
