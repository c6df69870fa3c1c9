// The frame of a saying: the words that only say that something is said, as against what is said: "Xi told reporters in
// Geneva on Monday", "according to Xinhua".
#pragma once

#include <string_view>
#include <vector>

#include "acts/quotes.hpp"
#include "acts/tree.hpp"

namespace readout::acts {

class Frame {
 public:
  Frame(const Tree& tree, const std::vector<Quotation>& quotations, const Rule& rule, TokenId cue,
        std::uint32_t sentence);

  // Tokens [first, last) around the cue: subject, helpers, addressee, place, time, channel.
  [[nodiscard]] TokenId first() const { return first_; }
  [[nodiscard]] TokenId last() const { return last_; }
  [[nodiscard]] const Sentence& sentence() const { return sentence_; }
  [[nodiscard]] std::uint32_t sentence_index() const { return sentence_index_; }
  [[nodiscard]] TokenId cue() const { return cue_; }
  // "Smith told NPR Hamza would leave": the one told where the tree takes him into what is said; else no_token.
  [[nodiscard]] TokenId told() const { return told_; }

  // The noun or pronoun right before the cue where the tree has another subject or none: Obama in "Climate change,
  // Obama says, is …"; else no_token.
  [[nodiscard]] TokenId subject_beside() const { return beside_; }

  [[nodiscard]] bool is_stop(TokenId token) const;
  [[nodiscard]] bool is_comma(TokenId token) const;
  [[nodiscard]] bool is_closing(TokenId token) const;
  [[nodiscard]] bool is_colon(TokenId token) const { return tree_.word(token) == ":"; }
  [[nodiscard]] const Quotation* quotation_at(TokenId token) const;
  // A participle by which the speaker goes on: "…, adding that …", "“…,” further saying, “…”".
  [[nodiscard]] bool is_speakers_participle(TokenId token) const;
  // Set off at both ends: "…, he said, …", "“…,” he said."
  [[nodiscard]] bool is_set_off() const;
  // Words before the frame that end in a comma or closing mark, and the frame ends its sentence.
  [[nodiscard]] bool closes_sentence() const;

 private:
  void around_verb();
  void around_preposition();
  void take_subject_beside();
  void take_subject_behind();
  [[nodiscard]] TokenId end_of_source(TokenId noun) const;
  void take_the_told();
  void take_times();
  [[nodiscard]] bool ends_phrase(TokenId at) const;
  [[nodiscard]] bool belongs(TokenId child) const;

  const Tree& tree_;
  const std::vector<Quotation>& quotations_;
  const Rule& rule_;
  TokenId cue_;
  std::uint32_t sentence_index_;
  Sentence sentence_;
  TokenId first_;
  TokenId last_;
  TokenId told_ = no_token;
  TokenId beside_ = no_token;
};

// The noun that carries a name or compound which `token` is part of.
[[nodiscard]] TokenId nominal_head(const Tree& tree, TokenId token);

[[nodiscard]] inline bool is_verb(const Rule& rule) {
  return rule.triggers.front().kind == TriggerKind::verb;
}
[[nodiscard]] inline bool is_preposition(const Rule& rule) {
  return rule.triggers.front().kind == TriggerKind::preposition;
}
[[nodiscard]] inline bool wants(const Rule& rule, ContentKind kind) {
  return (rule.content & static_cast<unsigned>(kind)) != 0;
}

}  // namespace readout::acts
