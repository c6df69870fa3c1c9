// Marks, commas and the tree together: where what is said begins and ends, and what only frames it.
#include "acts/content_bounds.hpp"

#include <algorithm>
#include <string>

namespace readout::acts {

namespace {

constexpr TokenId that_reach = 24;  // how far behind its cue "that" may stand

}  // namespace

bool Bounds::frames(TokenId token) const {
  return frame_.is_comma(token) || word(token) == ":" || word(token) == ";";
}

Span Bounds::trimmed(TokenId first, TokenId last) const {
  if (first < last && word(first) == ";") {
    return {};  // "maintains a base; the base has …": a sentence of its own
  }
  while (first < last && (frames(first) || frame_.is_stop(first))) {
    ++first;
  }
  while (first < last && (frames(last - 1) || (frame_.is_stop(last - 1) && frame_.quotation_at(last - 1) == nullptr))) {
    --last;
  }
  // A full sentence in marks is all: «“We will go.” (In Spanish: …)».
  const Quotation* q = first < last ? frame_.quotation_at(first) : nullptr;
  if (q != nullptr && q->first == first && q->last < last && q->last - q->first > 2 && frame_.is_stop(q->last - 2)) {
    last = q->last;
  }
  // A mark whose partner is outside does not belong.
  if (first >= last || (last == first + 1 && tree_.upos(first) == Upos::punct)) {
    return {};
  }
  return {tree_.span(first).begin, tree_.span(last - 1).end};
}

// Where a cue rules its sentence, what follows runs to the sentence's end; elsewhere only as far as its tree reaches.
bool Bounds::rules_sentence() const {
  TokenId at = cue_;
  for (unsigned i = 0; i < 8; ++i) {
    const Relation r = tree_.relation(at);
    if (r == Relation::root || r == Relation::parataxis) {
      return true;
    }
    if (r != Relation::conj && r != Relation::ccomp && r != Relation::advcl && r != Relation::xcomp) {
      return false;
    }
    at = tree_.head(at);
    if (at == no_token) {
      return true;
    }
  }
  return false;
}

// What goes on after the content and is none of it: another verb ("said that …, and urged …"), a participle ("…,
// adding …"), or a frame that closes the sentence ("…, Xinhua reported").
TokenId Bounds::end_of_content(TokenId from) const {
  TokenId end = sentence_.last;
  for (const TokenId c : tree_.children(cue_)) {
    // What stands in other marks than the cue is said.
    if (c <= from || frame_.quotation_at(c) != frame_.quotation_at(cue_)) {
      continue;
    }
    const TokenId first = tree_.reach(c).first;
    const Relation r = tree_.relation(c);
    const bool after_comma = first > from && frame_.is_comma(first - 1);
    const bool like_cue = tree_.xpos(c) == tree_.xpos(cue_) || tree_.child(c, {Relation::nsubj}) != no_token;
    const bool goes_on = r == Relation::conj && like_cue && (tree_.upos(c) == Upos::verb || tree_.upos(c) == Upos::aux);
    const bool participle = r == Relation::advcl && after_comma && tree_.xpos(first) == Xpos::vbg;
    if (first > from && (goes_on || participle)) {
      end = std::min(end, first);
    }
  }
  for (TokenId token = from + 1; token < end; ++token) {
    if (frame_.is_speakers_participle(token)) {
      end = tree_.upos(token - 1) == Upos::adv ? token - 1 : token;
    }
  }
  return std::min(end, closing_frame(from, end));
}

// Where ", Xinhua reported" begins; `end` when nothing of the kind closes the content.
TokenId Bounds::closing_frame(TokenId from, TokenId end) const {
  for (TokenId token = from + 1; token < end; ++token) {
    if (tree_.relation(token) != Relation::parataxis || tree_.upos(token) != Upos::verb ||
        !tree_.rules().statements_by_lemma.contains(std::string(tree_.lemma(token)))) {
      continue;
    }
    const auto [first, last] = tree_.reach(token);
    if (first > from && frame_.is_comma(tree_.upos(first) == Upos::punct ? first : first - 1) &&
        last + 1 >= sentence_.last && frame_.quotation_at(token) == nullptr) {
      return first;
    }
  }
  return end;
}

// "that" as a conjunction behind the cue, with nothing but the frame before it.
TokenId Bounds::that_behind(TokenId from) const {
  const TokenId end = std::min(sentence_.last, from + that_reach);
  for (TokenId token = from; token < end; ++token) {
    const Xpos tag = tree_.xpos(token);
    if (word(token) == "that" && (tag == Xpos::in || tree_.relation(token) == Relation::mark)) {
      const bool joined = tree_.upos(token - 1) == Upos::cconj;  // "asked for talks, and that …"
      return !joined && frame_.quotation_at(token) == frame_.quotation_at(cue_) ? token : no_token;
    }
    const bool finite = tag == Xpos::vbd || tag == Xpos::vbz || tag == Xpos::vbp || tag == Xpos::md;
    const bool opens_clause = finite || tag == Xpos::to || tag == Xpos::wp || tag == Xpos::wdt || tag == Xpos::wrb ||
                              tree_.relation(token) == Relation::mark;
    if (opens_clause || frame_.is_colon(token) || word(token) == ";" || frame_.is_stop(token)) {
      return no_token;
    }
    if (frame_.quotation_at(token) != frame_.quotation_at(cue_)) {
      return no_token;
    }
  }
  return no_token;
}

TokenId Bounds::end_of_that(TokenId that) const {
  const TokenId verb = tree_.head(that);
  const TokenId last = verb == no_token || verb < that ? that + 1 : tree_.reach(verb).second;
  return std::max(last, that + 1);
}

TokenId Bounds::complement() const {
  for (const TokenId c : tree_.children(cue_)) {
    const Relation r = tree_.relation(c);
    // "maintains a base; the base has …": what is only set beside the verb is said where it stands next to it.
    const bool beside = r == Relation::parataxis && tree_.upos(c) != Upos::punct &&
                        (c < cue_ || tree_.reach(c).first <= frame_.last() + 1);
    const TokenId first = tree_.reach(c).first;
    const bool apart = c > cue_ && first > cue_ + 1 && (word(first - 1) == ";" || word(first) == ";");
    if ((r == Relation::ccomp && !apart) || beside) {
      return c;
    }
    if (r == Relation::xcomp && tree_.upos(c) == Upos::adj) {  // "made clear that …"
      for (const TokenId clause : tree_.children(c)) {
        if (tree_.relation(clause) == Relation::ccomp) {
          return clause;
        }
      }
    }
  }
  // A clause with a subject right behind the frame is said, whatever the parser makes of it.
  for (const TokenId c : tree_.children(cue_)) {
    const bool verbal =
        tree_.upos(c) == Upos::verb || tree_.upos(c) == Upos::aux || tree_.child(c, {Relation::cop}) != no_token;
    const TokenId first = tree_.reach(c).first;
    const TokenId joint = tree_.child(c, {Relation::cc});
    const bool marked = tree_.child(c, {Relation::mark}) != no_token || joint == first;
    const bool touches = first == frame_.last() || (first > cue_ && first < frame_.last());
    if (c > frame_.last() && verbal && !marked && touches && tree_.upos(frame_.last()) != Upos::punct &&
        tree_.relation(c) != Relation::advcl && tree_.relation(c) != Relation::xcomp) {
      return c;
    }
  }
  // "… , he said": the tree may hang the cue below what was said.
  const bool set_off = frame_.is_set_off() || frame_.closes_sentence();
  return tree_.relation(cue_) == Relation::parataxis && set_off ? tree_.head(cue_) : no_token;
}

// "As experts have pointed out, the law is old."
bool Bounds::opens_with_as() const {
  const TokenId mark = tree_.child(cue_, {Relation::mark});
  return mark != no_token && tree_.lemma(mark) == "as" && tree_.relation(cue_) == Relation::advcl && mark < cue_ &&
         mark <= sentence_.first + 1 && frame_.last() < sentence_.last && frame_.is_comma(frame_.last());
}

// A relative clause and one with a conjunction hang on their sentence and do not say it: "…, which was agreed",
// "… since Clinton, on Monday, cited …".
bool Bounds::is_said_by_another(TokenId end) const {
  const auto before = std::find_if(quotations_.begin(), quotations_.end(),
                                   [&](const Quotation& q) { return q.last == end || q.last + 1 == end; });
  if (before == quotations_.end() || before->first < sentence_.first + 2 || !frames(before->first - 1) ||
      frame_.last() >= sentence_.last || !holds_quotation(frame_.last(), sentence_.last)) {
    return false;
  }
  for (TokenId token = sentence_.first; token < before->first; ++token) {
    const Xpos x = tree_.xpos(token);
    if ((x == Xpos::vbd || x == Xpos::vbz) && frame_.quotation_at(token) == nullptr &&
        tree_.rules().statements_by_lemma.contains(std::string(tree_.lemma(token)))) {
      return true;
    }
  }
  return false;
}

bool Bounds::may_close() const {
  const Relation r = tree_.relation(cue_);
  if (r == Relation::acl_relcl || r == Relation::acl) {
    return false;
  }
  if (r == Relation::advcl && tree_.child(cue_, {Relation::mark}) != no_token) {
    return false;
  }
  if (tree_.xpos(cue_) == Xpos::vbg && tree_.child(cue_, {Relation::nsubj}) == no_token) {
    return false;  // "Trump, responding to her, attacked …"
  }
  const Xpos tag = tree_.xpos(frame_.first());
  return tag != Xpos::wdt && tag != Xpos::wp && tag != Xpos::wrb;
}

// "At Monday's debate", "When asked": hangs on the cue and only tells where and when.
bool Bounds::is_circumstance(TokenId first, TokenId last) const {
  for (TokenId token = first; token < last; ++token) {
    const TokenId head = tree_.head(token);
    if ((head != no_token && first <= head && head < last) || tree_.upos(token) == Upos::punct) {
      continue;
    }
    const Relation r = tree_.relation(token);
    const bool loose = r == Relation::obl || r == Relation::obl_unmarked || r == Relation::advmod ||
                       r == Relation::cc || r == Relation::mark || r == Relation::discourse || r == Relation::nmod ||
                       r == Relation::nmod_unmarked ||
                       (r == Relation::advcl && tree_.child(token, {Relation::mark, Relation::advmod}) != no_token) ||
                       (r == Relation::advcl && tree_.xpos(token) != Xpos::vbd && tree_.xpos(token) != Xpos::vbz &&
                        tree_.xpos(token) != Xpos::vbp && tree_.child(token, {Relation::nsubj}) == no_token);
    if (!loose) {
      return false;
    }
  }
  return true;
}

bool Bounds::holds_quotation(TokenId first, TokenId last) const {
  return std::any_of(quotations_.begin(), quotations_.end(),
                     [&](const Quotation& q) { return q.first < last && q.last > first; });
}

// What stands behind a frame belongs to what was said where it opens a quotation or goes on with the clause; a
// participle, a relative clause or an apposition of the speaker does not.
bool Bounds::goes_on(TokenId first, bool all_quoted_before) const {
  while (first < sentence_.last && frames(first)) {
    ++first;
  }
  if (first >= sentence_.last) {
    return false;
  }
  const Quotation* quotation = frame_.quotation_at(first);
  if (quotation != nullptr && quotation != frame_.quotation_at(cue_)) {
    return true;
  }
  const Xpos tag = tree_.xpos(first);
  if (all_quoted_before || tag == Xpos::vbg || tag == Xpos::wp || tag == Xpos::wdt || tag == Xpos::cc) {
    return false;
  }
  for (TokenId token = first; token < sentence_.last; ++token) {
    const Xpos x = tree_.xpos(token);
    const bool finite = x == Xpos::vbd || x == Xpos::vbz || x == Xpos::vbp || x == Xpos::md || x == Xpos::vb;
    if (finite || frame_.quotation_at(token) != frame_.quotation_at(cue_)) {
      return true;
    }
  }
  return false;
}

bool Bounds::holds_verb(const Quotation& q) const {
  for (TokenId token = q.first; token < q.last; ++token) {
    const Xpos x = tree_.xpos(token);
    if (x == Xpos::vbd || x == Xpos::vbz || x == Xpos::vbp || x == Xpos::md) {
      return true;
    }
  }
  return false;
}

// "urged the embassy to reconsider and spoke with Pompeo": a finite verb goes on with the cue.
TokenId Bounds::end_of_infinitive(TokenId verb, TokenId last) const {
  for (const TokenId c : tree_.children(verb)) {
    const Xpos x = tree_.xpos(c);
    if (tree_.relation(c) == Relation::conj && c > verb && (x == Xpos::vbd || x == Xpos::vbz)) {
      return std::min(last, tree_.reach(c).first);
    }
  }
  return last;
}

}  // namespace readout::acts
