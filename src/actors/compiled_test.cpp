// What the compiled tables give is what the tables give; anything else than a fitting file is none.
#include "actors/compiled.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace readout::actors {
namespace {

namespace fs = std::filesystem;
const fs::path data = READOUT_SOURCE_DIR "/data";

class Compiled : public testing::Test {
 protected:
  void SetUp() override {
    const auto bytes = compile(data);
    ASSERT_TRUE(bytes);
    bytes_ = *bytes;
  }
  void TearDown() override { fs::remove(file_); }
  void write(std::string_view bytes) { std::ofstream(file_, std::ios::binary) << bytes; }

  std::string bytes_;
  fs::path file_ = fs::path(testing::TempDir()) / fmt::format("actors.{}.compiled", ::getpid());
};

TEST_F(Compiled, GivesWhatTheTablesGive) {
  write(bytes_);
  const auto tables = checksum_of_tables(data);
  auto known = read_compiled(file_, tables);
  ASSERT_TRUE(known);
  EXPECT_EQ(bytes_of(*known, tables), bytes_);
  const auto state = known->find(EntryKind::state, "FRA");
  ASSERT_NE(state, no_entry);
  EXPECT_EQ(known->value(state, Attribute::name, {}), "France");
}

TEST_F(Compiled, IsTakenOnlyForTheTablesThatItWasMadeOf) {
  write(bytes_);
  EXPECT_FALSE(read_compiled(file_, checksum_of_tables(data) + 1));
  EXPECT_NE(checksum_of_tables(data), checksum_of_tables(data / "acts"));
}

TEST_F(Compiled, IsNotTakenWhenBroken) {
  const auto tables = checksum_of_tables(data);
  write(std::string_view(bytes_).substr(0, bytes_.size() / 2));
  EXPECT_FALSE(read_compiled(file_, tables));
  bytes_[bytes_.size() / 2] ^= 1;
  write(bytes_);
  EXPECT_FALSE(read_compiled(file_, tables));
  fs::remove(file_);
  EXPECT_FALSE(read_compiled(file_, tables));
}

}  // namespace
}  // namespace readout::actors
