// The tables of actors as the arrays that they are loaded into: copying these costs a
// fraction of reading 125,000 rows (docs/measurements.md). Made when Readout is built; whoever changes a table without
// building again gets the tables read.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "actors/knowledge.hpp"
#include "readout/result.hpp"

namespace readout::actors {

// Of the bytes of the tables in data_dir/actors that load() reads.
[[nodiscard]] std::uint64_t checksum_of_tables(const std::filesystem::path& data_dir);

// The bytes of a compiled file.
[[nodiscard]] std::string bytes_of(Knowledge& knowledge, std::uint64_t tables);
[[nodiscard]] Result<std::string> compile(const std::filesystem::path& data_dir);

// Nothing when the file is not there, is broken, or was made of other tables or by another build's shapes.
[[nodiscard]] std::optional<Knowledge> read_compiled(const std::filesystem::path& file, std::uint64_t tables);

}  // namespace readout::actors
