// The tree and the quotation marks say where what is said begins and ends. Parsers err on long quotations, so marks and
// commas decide where the two disagree.
#include "acts/content.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace readout::acts {

namespace {

bool wants(const Rule& rule, ContentKind kind) {
  return (rule.content & static_cast<unsigned>(kind)) != 0;
}

// One cue in its sentence.
class Cue {
 public:
  Cue(const Tree& tree, const std::vector<Quotation>& quotations, const Rule& rule, TokenId cue, std::uint32_t sentence)
      : tree_(tree),
        quotations_(quotations),
        rule_(rule),
        cue_(cue),
        sentence_index_(sentence),
        sentence_(tree.document().tokens.sentences[sentence]) {
    if (rule.triggers.front().kind == TriggerKind::preposition) {
      mark_phrase();
    } else {
      mark_core();
    }
  }

  [[nodiscard]] std::vector<Span> content() const {
    std::vector<Span> out;
    if (rule_.triggers.front().kind == TriggerKind::preposition) {
      around_core(out);
      return grown(out);
    }
    if (wants(rule_, ContentKind::clause)) {
      clause(out);
    }
    if (out.empty() && wants(rule_, ContentKind::quote)) {
      quoted(out);
    }
    if (out.empty() && wants(rule_, ContentKind::infinitive)) {
      below(StepKind::infinitive, out);
    }
    if (out.empty() && wants(rule_, ContentKind::object)) {
      object(out);
    }
    return grown(out);
  }

 private:
  [[nodiscard]] std::string_view word(TokenId token) const { return tree_.word(token); }
  [[nodiscard]] Upos upos(TokenId token) const { return tree_.upos(token); }

  [[nodiscard]] bool is_stop(TokenId token) const {
    const auto w = word(token);
    return w == "." || w == "!" || w == "?" || w == "。";
  }
  [[nodiscard]] bool is_comma(TokenId token) const {
    const auto w = word(token);
    return w == "," || w == "，" || w == "—" || w == "–" || w == "--";
  }
  [[nodiscard]] bool is_closing(TokenId token) const {
    const auto w = word(token);
    return w == "”" || w == "»" || w == "’" || w == "''" || (w == "\"" && closes_quotation(token));
  }
  [[nodiscard]] bool closes_quotation(TokenId token) const {
    return std::any_of(quotations_.begin(), quotations_.end(), [&](const Quotation& q) { return q.last == token + 1; });
  }
  [[nodiscard]] const Quotation* quotation_at(TokenId token) const {
    const auto after = std::upper_bound(quotations_.begin(), quotations_.end(), token,
                                        [](TokenId t, const Quotation& q) { return t < q.first; });
    if (after == quotations_.begin()) {
      return nullptr;
    }
    const Quotation& q = *std::prev(after);
    return token < q.last ? &q : nullptr;
  }

  void mark_core() {
    core_first_ = cue_;
    core_last_ = cue_ + 1;
    for (const TokenId c : tree_.children(cue_)) {
      const Relation r = tree_.relation(c);
      const bool part =
          r == Relation::nsubj || r == Relation::nsubj_pass || r == Relation::aux || r == Relation::aux_pass ||
          r == Relation::iobj || r == Relation::compound_prt || r == Relation::cop || r == Relation::expl ||
          (r == Relation::obj && !wants(rule_, ContentKind::object)) ||
          ((r == Relation::obl || r == Relation::obl_unmarked || r == Relation::advmod || r == Relation::obl_agent));
      if (!part) {
        continue;
      }
      const auto [first, last] = tree_.reach(c);
      if (quotation_at(first) != quotation_at(cue_)) {
        continue;
      }
      if (c < cue_ && (r == Relation::nsubj || r == Relation::nsubj_pass || r == Relation::aux || r == Relation::cop ||
                       core_first_ - last <= 1)) {
        core_first_ = std::min(core_first_, first);
      } else if (c > cue_ && first <= core_last_ + 1) {
        core_last_ = std::max(core_last_, last);
      }
    }
  }

  // "According to Xinhua, …": the core is the phrase up to the end of its noun; where the tree runs past the phrase, or
  // does not hang the cue in it, up to the next comma.
  void mark_phrase() {
    core_first_ = cue_;
    core_last_ = cue_ + 1;
    const TokenId noun = tree_.head(cue_);
    const Relation r = tree_.relation(cue_);
    const bool hangs = noun != no_token && noun > cue_ && (r == Relation::case_ || r == Relation::fixed);
    const TokenId end = hangs ? std::min(tree_.reach(noun).second, sentence_.last) : core_last_;
    const bool opens = cue_ == sentence_.first;
    if (hangs && ends_phrase(end) && !(opens && end + 1 >= sentence_.last)) {
      core_last_ = end;
      return;
    }
    while (core_last_ < sentence_.last && !ends_phrase(core_last_)) {
      ++core_last_;
    }
  }

  [[nodiscard]] bool ends_phrase(TokenId at) const {
    return at >= sentence_.last || is_comma(at) || is_stop(at) || word(at) == ":" || word(at) == ";" ||
           (at > cue_ && quotation_at(at) != quotation_at(cue_));
  }

  // From `first` up to `last`, without what only frames it: leading comma or colon, final stop, comma before the cue.
  void add(TokenId first, TokenId last, std::vector<Span>& out) const {
    while (first < last && (is_comma(first) || word(first) == ":" || word(first) == ";" || is_stop(first))) {
      ++first;
    }
    const auto frames = [&](TokenId end) {
      return is_comma(end) || word(end) == ":" || word(end) == ";" || (is_stop(end) && quotation_at(end) == nullptr);
    };
    while (first < last && frames(last - 1)) {
      --last;
    }
    // A mark whose partner is outside does not belong: «… ,” he said» keeps both, «he said "» none.
    if (first < last) {
      const std::string_view one = word(first);
      if (last - first == 1 && (one == "”" || one == "“" || one == "\"")) {
        return;
      }
      out.push_back({tree_.span(first).begin, tree_.span(last - 1).end});
    }
  }

  // Where a cue rules its sentence, what follows runs to the sentence's end; elsewhere only as far as its tree reaches.
  [[nodiscard]] bool rules_sentence() const {
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

  // Another verb that goes on after the content ("said that …, and urged …") ends it.
  [[nodiscard]] TokenId end_of_content(TokenId from) const {
    TokenId end = sentence_.last;
    for (const TokenId c : tree_.children(cue_)) {
      if (tree_.relation(c) == Relation::conj && c > from && upos(c) == Upos::verb) {
        const TokenId first = tree_.reach(c).first;
        if (first > from) {
          end = std::min(end, first);
        }
      }
    }
    return end;
  }

  [[nodiscard]] TokenId complement() const {
    for (const TokenId c : tree_.children(cue_)) {
      const Relation r = tree_.relation(c);
      if (r == Relation::ccomp || (r == Relation::parataxis && upos(c) != Upos::punct)) {
        return c;
      }
      if (r == Relation::xcomp && upos(c) == Upos::adj) {  // "made clear that …"
        for (const TokenId clause : tree_.children(c)) {
          if (tree_.relation(clause) == Relation::ccomp) {
            return clause;
          }
        }
      }
    }
    // "… , he said": the tree may hang the cue below what was said.
    return tree_.relation(cue_) == Relation::parataxis ? tree_.head(cue_) : no_token;
  }

  void clause(std::vector<Span>& out) const {
    const TokenId said = complement();
    if (said == no_token) {
      if (framed_before()) {
        before_core(out);
      }
      return;
    }
    const auto [first, last] = tree_.reach(said);
    if (said > cue_) {
      TokenId begin = std::max(core_last_, std::min(first, said));
      begin = first > cue_ ? std::min(begin, first) : begin;
      begin = std::max(begin, cue_ + 1);
      if (begin > core_last_ && quotation_at(begin - 1) != nullptr && quotation_at(begin - 1)->first == begin - 1) {
        --begin;
      }
      add(begin, rules_sentence() ? end_of_content(begin) : std::max(last, begin), out);
      return;
    }
    around_core(out);
  }

  // Without a complement in the tree, "…, X said." still says it: a comma or closing mark right before the core.
  [[nodiscard]] bool framed_before() const {
    return core_first_ > sentence_.first + 1 && (is_comma(core_first_ - 1) || is_closing(core_first_ - 1)) &&
           core_last_ + 1 >= sentence_.last - std::min<TokenId>(2, sentence_.size());
  }

  void before_core(std::vector<Span>& out) const { add(sentence_.first, core_first_, out); }

  // What stands before the core and, after a comma or mark, behind it.
  void around_core(std::vector<Span>& out) const {
    before_core(out);
    if (core_last_ < sentence_.last && (is_comma(core_last_) || word(core_last_) == ":" ||
                                        quotation_at(core_last_) != nullptr || core_first_ == sentence_.first)) {
      add(core_last_, sentence_.last, out);
    }
  }

  // The quotations of this sentence that the cue governs: below it, or next to its core.
  void quoted(std::vector<Span>& out) const {
    const auto [first, last] = tree_.reach(cue_);
    for (const Quotation& q : quotations_) {
      if (q.last_sentence < sentence_index_ || q.first_sentence > sentence_index_) {
        continue;
      }
      const bool holds_cue = q.first <= cue_ && cue_ < q.last;
      const bool under = q.first >= first && q.first < last && q.first > cue_;
      const bool beside = q.last + 1 >= core_first_ && q.last <= core_first_ + 1;
      const bool behind = q.first >= core_last_ && q.first <= core_last_ + 2;
      if (!holds_cue && (under || behind || (beside && !wants(rule_, ContentKind::object)))) {
        out.push_back({std::max(q.span.begin, q.first_sentence < sentence_index_ ? q.span.begin : 0U), q.span.end});
      }
    }
  }

  void below(StepKind kind, std::vector<Span>& out) const {
    for (const TokenId c : tree_.follow(cue_, {{kind, {}}})) {
      if (c > cue_) {
        const auto [first, last] = tree_.reach(c);
        add(std::max(first, cue_ + 1), last, out);
        return;
      }
    }
  }

  void object(std::vector<Span>& out) const {
    for (const TokenId c : tree_.children(cue_)) {
      if (tree_.relation(c) == Relation::obj && c > cue_) {
        const auto [first, last] = tree_.reach(c);
        add(std::max(first, cue_ + 1), last, out);
        return;
      }
    }
  }

  // A content that touches a quotation takes all of it, in other sentences too: nobody quotes half a pair of marks.
  [[nodiscard]] std::vector<Span> grown(std::vector<Span> spans) const {
    for (Span& span : spans) {
      for (const Quotation& q : quotations_) {
        const bool holds_cue = q.first <= cue_ && cue_ < q.last;
        if (!holds_cue && q.span.overlaps(span)) {
          span = cover(span, q.span);
        }
      }
    }
    std::sort(spans.begin(), spans.end());
    std::vector<Span> out;
    for (const Span span : spans) {
      if (!out.empty() && span.begin <= out.back().end) {
        out.back() = cover(out.back(), span);
      } else {
        out.push_back(span);
      }
    }
    return out;
  }

  const Tree& tree_;
  const std::vector<Quotation>& quotations_;
  const Rule& rule_;
  TokenId cue_;
  std::uint32_t sentence_index_;
  Sentence sentence_;
  // The words of saying themselves: cue, subject, helpers, addressee, channel: [first, last), contiguous around the
  // cue.
  TokenId core_first_ = 0;
  TokenId core_last_ = 0;
};

}  // namespace

std::vector<Span> content_of(const Tree& tree, const std::vector<Quotation>& quotations, const Rule& rule, TokenId cue,
                             std::uint32_t sentence) {
  return Cue(tree, quotations, rule, cue, sentence).content();
}

}  // namespace readout::acts
