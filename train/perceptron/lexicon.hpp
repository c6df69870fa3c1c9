// Verb forms by the book: train/lexicon/verbs.tsv as lessons for the lemma table, beside what the treebanks hold.
#pragma once

#include <filesystem>
#include <vector>

#include "readout/result.hpp"
#include "syntax/treebank.hpp"

namespace readout::train {

// One sentence of loose words a verb. They teach lemmas and nothing else.
[[nodiscard]] Result<std::vector<syntax::GoldSentence>> read_lexicon(const std::filesystem::path& verbs);

}  // namespace readout::train
