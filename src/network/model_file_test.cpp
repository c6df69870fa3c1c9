// The file that ships opens; files that are cut, altered or none at all give errors, never a crash.
#include "network/model_file.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <random>

namespace readout::network {
namespace {

const std::string shipped = READOUT_SOURCE_DIR "/models/english.model";

std::string bytes_of_model() {
  std::ifstream in(shipped, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(ModelFile, OpensWhatShips) {
  const auto file = ModelFile::map(shipped);
  ASSERT_TRUE(file) << to_string(file.error());
  EXPECT_FALSE(file->bytes("tags.text").empty());
  EXPECT_TRUE(file->bytes("no such array").empty());
  EXPECT_FALSE(file->numbers<float>("no such array"));
  EXPECT_FALSE(file->numbers<float>("types.norm.gain", 7));
}

TEST(ModelFile, RefusesCutFiles) {
  const auto bytes = bytes_of_model();
  ASSERT_TRUE(ModelFile::view(bytes, "m"));
  for (std::size_t cut = 0; cut < bytes.size(); cut = cut < 100 ? cut + 7 : cut * 3) {
    EXPECT_FALSE(ModelFile::view(std::string_view(bytes).substr(0, cut), "m")) << cut;
  }
  EXPECT_FALSE(ModelFile::view(bytes + "12345678", "m"));
}

TEST(ModelFile, RefusesAlteredFiles) {
  auto bytes = bytes_of_model();
  std::mt19937 random(5);
  for (int round = 0; round < 40; ++round) {
    const auto at = round < 20 ? random() % 32 : random() % bytes.size();
    const auto before = bytes[at];
    bytes[at] = static_cast<char>(before ^ static_cast<char>(1U << (random() % 8)));
    EXPECT_FALSE(ModelFile::view(bytes, "m")) << at;
    bytes[at] = before;
  }
}

TEST(ModelFile, ErrorsNameTheFile) {
  const auto missing = ModelFile::map("no/such.model");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().file, "no/such.model");
  EXPECT_FALSE(missing.error().remedy.empty());
  EXPECT_FALSE(ModelFile::map(READOUT_SOURCE_DIR "/models"));
  EXPECT_FALSE(ModelFile::map(READOUT_SOURCE_DIR "/CMakeLists.txt"));
}

}  // namespace
}  // namespace readout::network
