// A report's rows out of the tables of a store.
#pragma once

#include <functional>

#include "readout/record.hpp"
#include "record/database.hpp"

namespace readout::record {

// Every record in the order of its place; stops at the first error that `take` or the file gives.
Status read_records(const Database& database, const std::function<Status(const Record&)>& take);

}  // namespace readout::record
