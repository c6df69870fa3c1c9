// What a user types, as an FTS5 query that says just that.
#pragma once

#include <string>
#include <string_view>

namespace readout::desk {

// Words stand for themselves whatever marks they have; words in quotation marks stand together; a word that ends in "*"
// is a beginning. All must be there. Empty when nothing is left that could be found.
[[nodiscard]] std::string fts_query(std::string_view words);

}  // namespace readout::desk
