// Sayings without a verb: "Macron: Europe must act", "Europe must act: Macron", «"Europe must act." — Emmanuel Macron».
#pragma once

#include <optional>

#include "acts/sayings.hpp"

namespace readout::acts {

[[nodiscard]] std::optional<Saying> find_label(const Tree& tree, const ActorsAt& actors,
                                               const std::vector<Quotation>& quotations, std::uint32_t sentence);

// A quotation that no saying of its sentence claims, behind a comma or colon: whoever does what the sentence tells says
// it: "The palace issued a statement: “…”", "Graham spoke on Fox News, “…”".
[[nodiscard]] std::optional<Saying> find_introduced(const Tree& tree, const std::vector<Saying>& claimed,
                                                    const std::vector<Quotation>& quotations, std::uint32_t sentence,
                                                    Speakers& speakers);

}  // namespace readout::acts
