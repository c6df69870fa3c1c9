#include "syntax/table.hpp"

#include <gtest/gtest.h>

#include <array>

#include "syntax/hash.hpp"
#include "syntax/weights.hpp"

namespace readout::syntax {
namespace {

Table over(const TableBuilder& builder) {
  return {builder.slots.data(), builder.slot_count, builder.entries.data(),
          static_cast<std::uint32_t>(builder.entries.size())};
}

TEST(Table, FindsWhatWasPutIn) {
  TableBuilder builder(5000);
  for (std::uint16_t n = 0; n < 5000; ++n) {
    builder.add(key(1, n), std::array{n, static_cast<std::uint16_t>(n + 1)});
  }
  const Table table = over(builder);
  ASSERT_TRUE(table.is_sound());
  int mistaken = 0;  // neighbours whose 16 bits of check agree
  for (std::uint16_t n = 0; n < 5000; ++n) {
    const auto found = table.find(key(1, n));
    ASSERT_EQ(found.size(), 2U);
    mistaken += found[0] == n ? 0 : 1;
  }
  EXPECT_LT(mistaken, 5);
  int strangers = 0;
  for (std::uint16_t n = 0; n < 5000; ++n) {
    strangers += table.find(key(2, n)).empty() ? 0 : 1;
  }
  EXPECT_LT(strangers, 10);
}

TEST(Table, IsUnsoundWhenASlotPointsOutsideOrNoneIsFree) {
  TableBuilder builder(3);
  builder.add(key(1, 1), std::array<std::uint16_t, 2>{7, 8});
  EXPECT_TRUE(over(builder).is_sound());
  const Table cut(builder.slots.data(), builder.slot_count, builder.entries.data(), 1);
  EXPECT_FALSE(cut.is_sound());
  std::fill(builder.slots.begin(), builder.slots.end(), static_cast<unsigned char>(2));
  EXPECT_FALSE(over(builder).is_sound());
  EXPECT_FALSE(Table(builder.slots.data(), 0, builder.entries.data(), 0).is_sound());
}

TEST(Weights, KeepLabelAndSignedWeight) {
  for (const int weight : {-256, -255, -1, 0, 1, 255}) {
    for (const unsigned label : {0U, 5U, 127U}) {
      EXPECT_EQ(label_in(pack_weight(label, weight)), label);
      EXPECT_EQ(weight_in(pack_weight(label, weight)), weight);
    }
  }
}

TEST(Weights, SumTheFeaturesThatAreKnown) {
  TableBuilder builder(2);
  builder.add(key(1, 1), std::array{pack_weight(3, -5), pack_weight(4, 9)});
  builder.add(key(1, 2), std::array{pack_weight(3, 2)});
  Features features;
  features.add(key(1, 1));
  features.add(key(1, 2));
  features.add(key(1, 3));
  Scores scores;
  Weights(over(builder)).score(features, scores);
  EXPECT_EQ(scores[3], -3);
  EXPECT_EQ(scores[4], 9);
  EXPECT_EQ(scores[0], 0);
}

}  // namespace
}  // namespace readout::syntax
