// A store's file made ready: its tables made, or brought up from an older version.
#pragma once

#include <string>

#include "readout/result.hpp"
#include "record/database.hpp"

namespace readout::record {

// Makes the file where there is none. A store of an older version is copied to FILE.v1 (its version), then changed in
// one transaction. Refuses, unchanged, a file that is no Readout store or comes from a newer version.
Result<Database> open_to_write(const std::string& path);

// An older store is not changed: it is read from a copy in memory.
Result<Database> open_to_read(const std::string& path);

}  // namespace readout::record
