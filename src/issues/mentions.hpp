// Which issues the words of a report name, and which acts are about them.
#pragma once

#include "issues/knowledge.hpp"
#include "issues/tree.hpp"
#include "readout/document.hpp"

namespace readout::issues {

// The table's entry of each issue of the report, beside what the report keeps of it.
struct Found {
  Issues issues;
  std::vector<Entry> entry_of;  // [issues]
};

[[nodiscard]] Found find_mentions(const Document& document, const Knowledge& known);

// Fills of_event and of_statement.
void tie_to_acts(const Tree& tree, Issues& issues);

}  // namespace readout::issues
