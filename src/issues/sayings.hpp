// Who says the words at a place: the innermost statement, and the account that it opens.
#pragma once

#include "readout/document.hpp"

namespace readout::issues {

class Sayings {
 public:
  explicit Sayings(const Document& document) : document_(document) {}

  // The statement with the shortest content around the words; no_act when the report itself speaks.
  [[nodiscard]] std::uint32_t around(Span words) const;
  [[nodiscard]] AccountId account_at(Span words) const;
  [[nodiscard]] ActorId speaker_at(Span words) const;
  // The part of a content that the words stand in; empty when the report itself speaks.
  [[nodiscard]] Span content_around(Span words) const;

 private:
  const Document& document_;
};

}  // namespace readout::issues
