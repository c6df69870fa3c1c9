// The model's bytes: what is written is read again, what is cut or altered is an error.
#include "text/boundary_model.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace readout::text {
namespace {

std::string small_model(std::int32_t threshold) {
  std::vector<std::int8_t> weights(256, 1);
  weights[255] = -100;
  return BoundaryModel::to_bytes(weights, std::string(WordClasses::bytes, '\x21'), threshold);
}

TEST(BoundaryModel, IsReadAsWritten) {
  const std::string bytes = small_model(10);
  const auto model = BoundaryModel::from_bytes(bytes, "m");
  ASSERT_TRUE(model) << to_string(model.error());
  BoundaryFeatures features{};
  EXPECT_TRUE(model->ends(features));
  features[0] = 0xFFFFFFFFU;
  EXPECT_FALSE(model->ends(features));
  for (std::uint32_t form = 0; form < 20; ++form) {  // 0x21: a 1 in every even slot, a 2 in every odd one
    EXPECT_EQ(model->classes().of(form), WordClasses::slot_of(form) % 2 == 0 ? 1 : 2);
  }
}

TEST(BoundaryModel, IsLookedAtBeforeItIsTrusted) {
  const std::string whole = small_model(0);
  EXPECT_FALSE(BoundaryModel::from_bytes("", "m"));
  EXPECT_FALSE(BoundaryModel::from_bytes(std::string(40, 'x'), "m"));
  EXPECT_FALSE(BoundaryModel::from_bytes(std::string_view(whole).substr(0, whole.size() - 1), "m"));
  for (std::size_t at = 0; at < whole.size(); at += at < 40 ? 1 : 9001) {
    std::string altered = whole;
    altered[at] = static_cast<char>(altered[at] ^ 4);
    const auto model = BoundaryModel::from_bytes(altered, "m");
    ASSERT_FALSE(model) << at;
    EXPECT_EQ(model.error().file, "m");
    EXPECT_FALSE(model.error().remedy.empty());
  }
}

}  // namespace
}  // namespace readout::text
