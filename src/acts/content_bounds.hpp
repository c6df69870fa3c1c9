// Where what is said begins and ends in its sentence.
#pragma once

#include <vector>

#include "acts/content_frame.hpp"

namespace readout::acts {

class Bounds {
 public:
  Bounds(const Tree& tree, const std::vector<Quotation>& quotations, const Frame& frame)
      : tree_(tree), quotations_(quotations), frame_(frame), cue_(frame.cue()), sentence_(frame.sentence()) {}

  // A comma, colon or semicolon: stands between what is said and its frame.
  [[nodiscard]] bool frames(TokenId token) const;
  // [first, last) without what only frames it: leading comma or colon, final stop, comma before the cue. May be empty.
  [[nodiscard]] Span trimmed(TokenId first, TokenId last) const;
  // The cue's clause rules its sentence: what follows runs to the end; elsewhere only as far as the tree
  // reaches.
  [[nodiscard]] bool rules_sentence() const;
  // Where a content that begins at `from` ends: before another verb of the speaker, a participle by which he
  // goes on, or a frame that closes the sentence ("…, Xinhua reported").
  [[nodiscard]] TokenId end_of_content(TokenId from) const;
  // "that" as a conjunction, with nothing but the frame before it; else no_token.
  [[nodiscard]] TokenId that_behind(TokenId from) const;
  [[nodiscard]] TokenId end_of_that(TokenId that) const;
  // The head of the clause that is said; no_token when the tree has none.
  [[nodiscard]] TokenId complement() const;
  // «Ouellet said, “Why not?” Scicluna said, “…”»: the quotation that ends at `end` has its own verb before it.
  [[nodiscard]] bool is_said_by_another(TokenId end) const;
  // "As experts have pointed out, the law is old."
  [[nodiscard]] bool opens_with_as() const;
  // False for relative clauses, clauses with a conjunction and participles: they hang on their sentence and do
  // not say it.
  [[nodiscard]] bool may_close() const;
  // "At Monday's debate", "When asked": hangs on the cue and only tells where and when.
  [[nodiscard]] bool is_circumstance(TokenId first, TokenId last) const;
  [[nodiscard]] bool holds_quotation(TokenId first, TokenId last) const;
  // What stands behind a frame belongs to what was said where it opens a quotation or goes on with the clause.
  [[nodiscard]] bool goes_on(TokenId first, bool all_quoted_before) const;
  // A quotation of a whole clause.
  [[nodiscard]] bool holds_verb(const Quotation& q) const;
  // Without a finite verb that goes on with the cue: "urged the embassy to reconsider and spoke with …".
  [[nodiscard]] TokenId end_of_infinitive(TokenId verb, TokenId last) const;

 private:
  [[nodiscard]] TokenId closing_frame(TokenId from, TokenId end) const;
  [[nodiscard]] std::string_view word(TokenId token) const { return tree_.word(token); }

  const Tree& tree_;
  const std::vector<Quotation>& quotations_;
  const Frame& frame_;
  TokenId cue_;
  const Sentence& sentence_;
};

}  // namespace readout::acts
