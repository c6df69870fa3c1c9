// The part of speech that each word mostly is, from treebanks.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace readout::train {

// The table that text::WordClasses looks into. Words seen less than `fewest` times are left out.
[[nodiscard]] std::string learn_word_classes(const std::vector<std::filesystem::path>& treebanks, int fewest);

}  // namespace readout::train
