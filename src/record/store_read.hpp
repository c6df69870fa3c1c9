// A report's rows out of the tables of a store.
#pragma once

#include <cstdint>
#include <functional>

#include "readout/record.hpp"
#include "record/database.hpp"

namespace readout::record {

// Every record, and its place, in the order of the places; stops at the first error that `take` or the file gives.
Status read_records(const Database& database, const std::function<Status(std::int64_t doc, const Record&)>& take);

}  // namespace readout::record
