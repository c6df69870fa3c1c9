// Quotations: what stands between quotation marks, over as many sentences and paragraphs as it takes.
#pragma once

#include <vector>

#include "readout/document.hpp"

namespace readout::acts {

struct Quotation {
  Span span;          // with its marks; an unclosed one ends with its paragraph
  TokenId first = 0;  // the opening mark
  TokenId last = 0;   // one past the closing mark
  std::uint32_t first_sentence = 0;
  std::uint32_t last_sentence = 0;
};

// In text order, outermost only, not overlapping. Marks: “…”, "…", «…», „…“, 「…」, and ‘…’ where it is no apostrophe.
// A paragraph that opens with a mark after one that was not closed goes on with the same quotation.
[[nodiscard]] std::vector<Quotation> find_quotations(const Document& document);

}  // namespace readout::acts
