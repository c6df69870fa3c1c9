// Sayings: every place where somebody is said to say, write, think or hope something, with the words that hold it.
#pragma once

#include <string>
#include <vector>

#include "acts/match.hpp"
#include "acts/quotes.hpp"
#include "acts/speakers.hpp"

namespace readout::acts {

struct Saying {
  const Rule* rule = nullptr;
  TokenId cue = no_token;
  std::uint32_t sentence = 0;
  ActorId speaker = no_actor;
  ActorId addressee = no_actor;
  ActorId outlet = no_actor;  // who passes it on: Xinhua in "Xinhua cited Xi as saying"
  bool unnamed = false;       // held by nobody in particular: "frustration in Washington"
  bool first_person = false;  // "I think": whoever says these words
  Span cue_span;
  std::vector<Span> content;  // in text order
  std::string channel;
  std::string place;
};

// In text order of their cues. Contents that go on over later sentences of the same quotation are whole. Speakers whom
// the document does not know are made.
[[nodiscard]] std::vector<Saying> find_sayings(const Tree& tree, const ActorsAt& actors,
                                               const std::vector<Quotation>& quotations, Speakers& speakers);

}  // namespace readout::acts
