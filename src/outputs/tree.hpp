// One sentence's tree, with words of ours behind some of its words.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "readout/document.hpp"

namespace readout::outputs {

using TreeMarks = std::map<TokenId, std::string>;

// A word a line, each behind `indent`; marks stand at the line's end. Nothing for a document that was not parsed.
void write_tree(const Document& document, const Sentence& sentence, const TreeMarks& marks, bool color,
                std::string_view indent, std::string& out);

}  // namespace readout::outputs
