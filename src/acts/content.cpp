// The tree and the quotation marks say where what is said begins and ends. Parsers err on long quotations, so marks and
// commas decide where the two disagree.
#include "acts/content.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "acts/content_bounds.hpp"

namespace readout::acts {

namespace {

// One cue in its sentence.
class Content {
 public:
  Content(const Tree& tree, const std::vector<Quotation>& quotations, const Rule& rule, const Frame& frame)
      : tree_(tree),
        quotations_(quotations),
        rule_(rule),
        frame_(frame),
        bounds_(tree, quotations, frame),
        cue_(frame.cue()),
        sentence_(frame.sentence()) {}

  [[nodiscard]] std::vector<Span> find() const {
    std::vector<Span> out;
    switch (rule_.triggers.front().kind) {
      case TriggerKind::preposition:
        around_frame(out);
        break;
      case TriggerKind::noun:
        of_noun(out);
        break;
      default:
        of_verb(out);
    }
    return grown(out);
  }

 private:
  [[nodiscard]] std::string_view word(TokenId token) const { return tree_.word(token); }

  void of_verb(std::vector<Span>& out) const {
    if (wants(rule_, ContentKind::clause)) {
      clause(out);
    }
    if (out.empty() && wants(rule_, ContentKind::object) && !particle().empty()) {
      object(out);  // "called for action to end the war": the phrase, not its infinitive
    }
    if (out.empty() && wants(rule_, ContentKind::predicate)) {
      predicate(out);
    }
    if (out.empty() && wants(rule_, ContentKind::infinitive)) {
      infinitive(out);
    }
    if (out.empty() && wants(rule_, ContentKind::quote)) {
      quoted(out);
    }
    if (out.empty() && wants(rule_, ContentKind::object)) {
      object(out);
    }
  }

  // "frustration in Washington that …", "Xi's promise to …"
  void of_noun(std::vector<Span>& out) const {
    const TokenId that = bounds_.that_behind(cue_ + 1);
    bool joined = false;
    for (TokenId token = cue_ + 1; that != no_token && token < that; ++token) {
      joined = joined || frame_.is_comma(token) || tree_.upos(token) == Upos::cconj;
    }
    if (that != no_token && !joined) {
      add(that, bounds_.end_of_that(that), out);
      return;
    }
    of_aim(out);
    for (const TokenId c : tree_.children(cue_)) {
      const Relation r = tree_.relation(c);
      if (out.empty() && wants(rule_, ContentKind::infinitive) && r == Relation::acl && tree_.xpos(c) == Xpos::vb &&
          c > cue_) {
        const auto [first, last] = tree_.reach(c);
        if (first == cue_ + 1 && tree_.lemma(first) == "to") {
          add(first, last, out);
        }
      }
    }
  }

  // "Biden's aim was to …", "… was less on trade and instead centered on …": the predicate, and of two set against each
  // other the one that holds.
  void of_aim(std::vector<Span>& out) const {
    TokenId verb = tree_.head(cue_);
    const Relation r = tree_.relation(cue_);
    const bool subject = r == Relation::nsubj || r == Relation::nsubj_pass || r == Relation::nsubj_outer;
    if (!subject || verb == no_token || verb < cue_ || !tree_.rules().in_list("@aim", tree_.lemma(cue_))) {
      return;
    }
    TokenId begin = tree_.reach(cue_).second;
    bool set_aside = tree_.is_negated(verb);
    TokenId other = no_token;
    for (const TokenId c : tree_.children(verb)) {
      const Relation relation = tree_.relation(c);
      if (c > cue_ && (relation == Relation::aux || relation == Relation::aux_pass || relation == Relation::cop)) {
        begin = std::max(begin, c + 1);
      }
      set_aside = set_aside || (relation == Relation::advmod && tree_.word(c) == "less");
      other = relation == Relation::conj && c > verb ? c : other;
    }
    const TokenId last = tree_.reach(verb).second;
    if (set_aside && other != no_token) {
      begin = other;
    }
    const bool tells = tree_.child(verb, {Relation::cop}) != no_token || tree_.lemma(verb) == "be" ||
                       tree_.rules().in_list("@centers", tree_.lemma(verb));
    if (tells && begin < last && begin > cue_) {
      add(begin, last, out);
    }
  }

  void add(TokenId first, TokenId last, std::vector<Span>& out) const {
    if (const Span span = bounds_.trimmed(first, last); !span.empty()) {
      out.push_back(span);
    }
  }

  void clause(std::vector<Span>& out) const {
    if (frame_.last() < sentence_.last && frame_.is_colon(frame_.last())) {
      add(frame_.last(), sentence_.last, out);
      return;
    }
    const TokenId that = bounds_.that_behind(cue_ + 1);
    if (that != no_token && !(frame_.is_set_off() && that > frame_.last() + 1)) {
      add(that, bounds_.rules_sentence() ? bounds_.end_of_content(that) : bounds_.end_of_that(that), out);
      return;
    }
    if (bounds_.opens_with_as()) {
      add(frame_.last(), sentence_.last, out);
      return;
    }
    if (frame_.is_set_off() && bounds_.may_close()) {
      around_frame(out);
      if (!out.empty()) {
        return;
      }
    }
    const TokenId said = bounds_.complement();
    if (said == no_token) {
      if (frame_.closes_sentence() && bounds_.may_close()) {
        before_frame(out);
      }
      return;
    }
    const auto [first, last] = tree_.reach(said);
    if (said > cue_) {
      TokenId begin = std::max(frame_.last(), std::min(first, said));
      begin = first > cue_ && first >= frame_.last() ? std::min(begin, first) : begin;
      begin = std::max(begin, cue_ + 1);
      if (begin > frame_.last() && frame_.quotation_at(begin - 1) != nullptr &&
          frame_.quotation_at(begin - 1)->first == begin - 1) {
        --begin;
      }
      const TokenId end = bounds_.rules_sentence() ? bounds_.end_of_content(begin) : std::max(last, begin);
      add(begin, end, out);
      return;
    }
    around_frame(out);
  }

  void before_frame(std::vector<Span>& out) const {
    TokenId first = sentence_.first;
    // Inside a clause of its own the frame parts only that clause: "…, which, he said, is closed".
    const TokenId host = tree_.relation(cue_) == Relation::parataxis ? tree_.head(cue_) : no_token;
    if (host != no_token && (tree_.relation(host) == Relation::acl_relcl || tree_.relation(host) == Relation::advcl)) {
      first = std::max(first, std::min(tree_.reach(host).first, frame_.first()));
    }
    // "…, largely Kurdish and, according to Turkey, hostile": only what follows is said.
    const bool joins = frame_.first() > first + 1 && frame_.is_comma(frame_.first() - 1) &&
                       tree_.upos(frame_.first() - 2) == Upos::cconj && frame_.is_set_off();
    if (joins || bounds_.is_said_by_another(frame_.first())) {
      return;
    }
    const bool quoted = std::any_of(quotations_.begin(), quotations_.end(), [&](const Quotation& q) {
      return q.first < frame_.first() && q.last > first && (q.first <= first || bounds_.holds_verb(q));
    });
    if (quoted || !bounds_.is_circumstance(first, frame_.first())) {
      add(first, frame_.first(), out);
    }
  }

  // What stands before the frame and, after a comma or mark, behind it.
  void around_frame(std::vector<Span>& out) const {
    before_frame(out);
    const TokenId last = frame_.last();
    const bool preposition = rule_.triggers.front().kind == TriggerKind::preposition;
    if (last >= sentence_.last || !(bounds_.frames(last) || frame_.quotation_at(last) != frame_.quotation_at(cue_) ||
                                    frame_.first() == sentence_.first)) {
      return;
    }
    const Quotation* opening = frame_.first() > sentence_.first ? frame_.quotation_at(sentence_.first) : nullptr;
    const bool all_quoted = opening != nullptr && opening->last + 1 >= frame_.first();
    if ((preposition && out.empty()) || bounds_.goes_on(last, all_quoted)) {
      add(last, bounds_.end_of_content(last), out);
    }
  }

  // The quotations of this sentence that the cue governs: below it, or next to its frame.
  void quoted(std::vector<Span>& out) const {
    const auto [first, last] = tree_.reach(cue_);
    for (const Quotation& q : quotations_) {
      if (q.last_sentence < frame_.sentence_index() || q.first_sentence > frame_.sentence_index()) {
        continue;
      }
      const bool holds_cue = q.first <= cue_ && cue_ < q.last;
      const bool under = q.first >= first && q.first < last && q.first > cue_;
      const bool beside =
          q.last + 1 >= frame_.first() && q.last <= frame_.first() + 1 && !frame_.is_speakers_participle(cue_);
      const bool behind =
          q.first >= frame_.last() && q.first <= frame_.last() + 2 && (bounds_.may_close() || q.first < last);
      // Verbs of saying bring whole clauses: a few quoted words somewhere below them are not what is said.
      const bool close = !wants(rule_, ContentKind::clause) || behind || bounds_.holds_verb(q);
      if (!holds_cue && ((under && close) || behind || (beside && !wants(rule_, ContentKind::object)))) {
        out.push_back(with_its_noun(q));
      }
    }
  }

  // “coercive and unfair” trade practices: marks around a noun's adjectives are about the noun.
  [[nodiscard]] Span with_its_noun(const Quotation& q) const {
    TokenId last = q.last;
    for (TokenId token = q.first; token < q.last; ++token) {
      const TokenId head = tree_.head(token);
      const Relation r = tree_.relation(token);
      if (head != no_token && head >= q.last && head < q.last + 4 &&
          (r == Relation::amod || r == Relation::compound || r == Relation::nmod_unmarked)) {
        last = std::max(last, head + 1);
      }
    }
    return {q.span.begin, tree_.span(last - 1).end};
  }

  // "called the arrest “unlawful”", "described it as …", "accused Iran of …": object and what is said of it.
  void predicate(std::vector<Span>& out) const {
    TokenId first = no_token;
    TokenId last = 0;
    bool said_of = false;
    for (const TokenId c : tree_.children(cue_)) {
      const Relation r = tree_.relation(c);
      if (c < cue_) {
        continue;
      }
      const auto opener = tree_.opener(c);
      const TokenId mark = tree_.child(c, {Relation::mark});
      const auto how = !opener.empty() ? opener : mark != no_token ? tree_.lemma(mark) : std::string_view{};
      const bool object = r == Relation::obj || r == Relation::iobj;
      const bool second = object && first != no_token;
      const bool judged =
          (r == Relation::xcomp && how != "to") || r == Relation::ccomp || second ||
          ((r == Relation::obl || (r == Relation::advcl && tree_.child(c, {Relation::nsubj}) == no_token)) &&
           how == "as") ||
          (r == Relation::advcl && (how == "of" || how == "for"));
      if (!object && !judged) {
        continue;
      }
      const auto [from, to] = tree_.reach(c);
      first = std::min(first, std::max(from, cue_ + 1));
      last = std::max(last, to);
      said_of = said_of || judged || (object && bounds_.holds_quotation(from, to));
    }
    // "defended his decision, “It was right”": what stands behind the comma is said, the object is not.
    for (const Quotation& q : quotations_) {
      if (first != no_token && q.first > first && q.first < last && frame_.is_comma(q.first - 1)) {
        return;
      }
    }
    if (first != no_token && said_of) {
      add(first, last, out);
    }
  }

  void infinitive(std::vector<Span>& out) const {
    for (const TokenId c : tree_.children(cue_)) {
      const Relation r = tree_.relation(c);
      const TokenId mark = tree_.child(c, {Relation::mark});
      const bool to = mark != no_token && tree_.lemma(mark) == "to";
      const bool open =
          (r == Relation::xcomp && tree_.upos(c) != Upos::adj) || ((r == Relation::advcl || r == Relation::acl) && to);
      if (c > cue_ && open) {
        const auto [first, last] = tree_.reach(c);
        const TokenId behind = std::min(c, std::max(frame_.last(), cue_ + 1));
        add(std::max(first, behind), bounds_.end_of_infinitive(c, last), out);
        return;
      }
    }
  }

  // "for" of "called for"
  [[nodiscard]] std::string_view particle() const {
    for (const Trigger& trigger : rule_.triggers) {
      if (trigger.lemma == tree_.lemma(cue_) && !trigger.particle.empty()) {
        return trigger.particle;
      }
    }
    return {};
  }

  void object(std::vector<Span>& out) const {
    for (const TokenId c : tree_.children(cue_)) {
      const Relation r = tree_.relation(c);
      const TokenId mark = tree_.child(c, {Relation::mark});
      const auto opener = mark != no_token ? tree_.lemma(mark) : tree_.opener(c);
      const bool wanted = (r == Relation::obj && particle().empty()) ||
                          ((r == Relation::obl || r == Relation::advcl) && !opener.empty() && particle() == opener);
      if (wanted && c > cue_ && tree_.upos(c) != Upos::pron) {
        const auto [first, last] = tree_.reach(c);
        TokenId end = last;  // "called for Trump to resign"
        for (const TokenId verb : tree_.children(cue_)) {
          const TokenId to = tree_.child(verb, {Relation::mark});
          const bool goes_on = to != no_token && tree_.lemma(to) == "to" && tree_.reach(verb).first == last;
          end = goes_on ? tree_.reach(verb).second : end;
        }
        const bool opens = !particle().empty() && first == cue_ + 1 && tree_.lemma(first) == particle();
        add(std::max(first, cue_ + 1) + (opens ? 1 : 0), end, out);
        return;
      }
    }
  }

  // "… hostage" and "we told him …": a quotation joined to the one before goes on with it.
  void join_quotations(std::vector<Span>& spans) const {
    for (const Quotation& q : quotations_) {
      const bool joined = q.first > sentence_.first + 1 && q.first < sentence_.last &&
                          tree_.upos(q.first - 1) == Upos::cconj && frame_.is_closing(q.first - 2) &&
                          bounds_.holds_verb(q);
      if (joined && !spans.empty() && spans.back().end == tree_.span(q.first - 2).end) {
        spans.push_back(q.span);
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
    join_quotations(spans);
    if (const Quotation* own = frame_.quotation_at(cue_); own != nullptr) {
      keep_within(*own, spans);
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

  // What a quoted cue brings ends where its quotation does, closing mark and comma not included.
  void keep_within(const Quotation& own, std::vector<Span>& spans) const {
    TokenId last = own.last;
    last -= last > own.first + 1 && frame_.is_closing(last - 1) ? 1U : 0U;
    while (last > own.first + 1 && (bounds_.frames(last - 1) || frame_.is_stop(last - 1))) {
      --last;
    }
    const Span room{tree_.span(own.first).begin, tree_.span(last - 1).end};
    for (Span& span : spans) {
      span = {std::max(span.begin, room.begin), std::min(span.end, room.end)};
    }
    std::erase_if(spans, [](Span span) { return span.begin >= span.end; });
  }

  const Tree& tree_;
  const std::vector<Quotation>& quotations_;
  const Rule& rule_;
  const Frame& frame_;
  Bounds bounds_;
  TokenId cue_;
  Sentence sentence_;
};

}  // namespace

std::vector<Span> content_of(const Tree& tree, const std::vector<Quotation>& quotations, const Rule& rule,
                             const Frame& frame) {
  return Content(tree, quotations, rule, frame).find();
}

}  // namespace readout::acts
