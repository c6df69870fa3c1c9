// From the columns of a document to the rows that are kept of it.
#pragma once

#include <string_view>

#include "base/codes.hpp"
#include "readout/document.hpp"
#include "readout/record.hpp"

namespace readout::record {

// Total: ids and indexes that lead nowhere are left out. Actors that are neither mentioned nor needed by another row
// are not kept.
[[nodiscard]] Record to_rows(const Document& document, std::string_view id, const base::Codes& codes);

}  // namespace readout::record
