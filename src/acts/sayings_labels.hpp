// Sayings without a verb: "Macron: Europe must act", "Europe must act: Macron", «"Europe must act." — Emmanuel Macron».
#pragma once

#include <optional>

#include "acts/sayings.hpp"

namespace readout::acts {

[[nodiscard]] std::optional<Saying> find_label(const Tree& tree, const ActorsAt& actors,
                                               const std::vector<Quotation>& quotations, std::uint32_t sentence);

}  // namespace readout::acts
