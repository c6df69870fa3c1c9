// The tables of a store, and whether a file is one.
#pragma once

#include <cstdint>
#include <string>

#include "readout/result.hpp"
#include "record/database.hpp"

namespace readout::record {

inline constexpr std::uint32_t application_id = 0x52444F54;  // "RDOT"
inline constexpr std::uint32_t schema_version = 2;

enum class FileState : std::uint8_t { missing, empty, store };

// Looks at the file's first bytes and nothing else, so that a file of somebody else's is left as it is. An error when
// it is there and no store, or a newer one.
Result<FileState> look_at(const std::string& path);

// The version of the tables in an open file; 0 where there are none yet.
Result<std::int64_t> version_of(const Database& database);

// Makes the tables, or brings those of an older version up to this one; derived tables are left empty then. Both
// within the caller's transaction.
Status create_tables(Database& database);
Status upgrade_tables(Database& database, std::int64_t version);

}  // namespace readout::record
