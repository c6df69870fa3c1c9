// Entries of a dictionary as rows of our tables: what kind of actor each is, which id it gets, what its code says.
#pragma once

#include "actors/dictionary.hpp"
#include "actors/knowledge.hpp"
#include "readout/own_tables.hpp"

namespace readout::actors {

// Persons where the first word is a given name of our tables, roles for agents, names of states for the bare code of a
// state; else organizations. Names and roles that our tables have already with the same meaning are counted, not
// written.
[[nodiscard]] OwnTables rows_of(const Dictionary& dictionary, const std::string& file, const Knowledge& knowledge);

}  // namespace readout::actors
