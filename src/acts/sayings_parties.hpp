// Who speaks, to whom, and who passes it on.
#pragma once

#include <vector>

#include "acts/content_frame.hpp"
#include "acts/sayings.hpp"

namespace readout::acts {

// Of the sayings of one sentence.
class Parties {
 public:
  Parties(const Tree& tree, const ActorsAt& actors, Speakers& speakers, std::uint32_t sentence)
      : tree_(tree),
        actors_(actors),
        speakers_(speakers),
        index_(sentence),
        sentence_(tree.document().tokens.sentences[sentence]) {}

  // Each fills its field of `saying`; `said` are the sayings before it in the sentence. False where the subject is
  // nobody who could speak.
  [[nodiscard]] bool find_speaker(Saying& saying, const Rule& rule, const Frame& frame,
                                  const std::vector<Saying>& said) const;
  void find_addressee(Saying& saying, const Rule& rule, const Frame& frame) const;
  // "Xinhua cited Xi as saying", "Reuters, citing two officials, reported"
  void find_outlet(Saying& saying, const Rule& rule, TokenId cue) const;

 private:
  [[nodiscard]] bool is_passive(TokenId cue) const;
  [[nodiscard]] std::vector<TokenId> last_of_subjects(const Frame& frame) const;
  [[nodiscard]] bool with_mark(TokenId cue) const;
  [[nodiscard]] std::vector<TokenId> speaker_heads(const Rule& rule, const Frame& frame) const;
  [[nodiscard]] static bool goes_on(const Frame& frame, const std::vector<Saying>& said);
  [[nodiscard]] ActorId state_of(ActorId id) const;
  [[nodiscard]] std::vector<TokenId> source_of(TokenId cue) const;
  [[nodiscard]] bool skipped(TokenId token) const;
  [[nodiscard]] TokenId left_of(TokenId cue) const;
  [[nodiscard]] TokenId right_of(TokenId cue) const;
  [[nodiscard]] bool behind_words(TokenId cue) const;
  [[nodiscard]] ActorId mention_beside(TokenId cue) const;
  [[nodiscard]] std::vector<TokenId> phrase_beside(TokenId cue) const;

  const Tree& tree_;
  const ActorsAt& actors_;
  Speakers& speakers_;
  std::uint32_t index_;
  const Sentence& sentence_;
};

}  // namespace readout::acts
