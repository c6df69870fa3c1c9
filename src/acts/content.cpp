// The tree and the quotation marks say where what is said begins and ends. Parsers err on long quotations, so marks and
// commas decide where the two disagree.
#include "acts/content.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "acts/content_frame.hpp"

namespace readout::acts {

namespace {

constexpr TokenId that_reach = 24;  // how far behind its cue "that" may stand

// One cue in its sentence.
class Content {
 public:
  Content(const Tree& tree, const std::vector<Quotation>& quotations, const Rule& rule, const Frame& frame)
      : tree_(tree),
        quotations_(quotations),
        rule_(rule),
        frame_(frame),
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
    const TokenId that = that_behind(cue_ + 1);
    bool joined = false;
    for (TokenId token = cue_ + 1; that != no_token && token < that; ++token) {
      joined = joined || frame_.is_comma(token) || tree_.upos(token) == Upos::cconj;
    }
    if (that != no_token && !joined) {
      add(that, end_of_that(that), out);
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

  [[nodiscard]] bool frames(TokenId token) const {
    return frame_.is_comma(token) || word(token) == ":" || word(token) == ";";
  }

  // From `first` up to `last`, without what only frames it: leading comma or colon, final stop, comma before the cue.
  void add(TokenId first, TokenId last, std::vector<Span>& out) const {
    while (first < last && (frames(first) || frame_.is_stop(first))) {
      ++first;
    }
    while (first < last &&
           (frames(last - 1) || (frame_.is_stop(last - 1) && frame_.quotation_at(last - 1) == nullptr))) {
      --last;
    }
    // A mark whose partner is outside does not belong.
    if (last == first + 1 && tree_.upos(first) == Upos::punct) {
      return;
    }
    if (first < last) {
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

  // What goes on after the content and is none of it: another verb ("said that …, and urged …"), a participle ("…,
  // adding …"), or a frame that closes the sentence ("…, Xinhua reported").
  [[nodiscard]] TokenId end_of_content(TokenId from) const {
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
      const bool goes_on =
          r == Relation::conj && like_cue && (tree_.upos(c) == Upos::verb || tree_.upos(c) == Upos::aux);
      const bool participle = r == Relation::advcl && after_comma && tree_.xpos(first) == Xpos::vbg;
      if (first > from && (goes_on || participle)) {
        end = std::min(end, first);
      }
    }
    for (TokenId token = from + 1; token < end; ++token) {
      if (tree_.xpos(token) == Xpos::vbg && frame_.is_comma(token - 1) && frame_.quotation_at(token) == nullptr &&
          tree_.rules().in_list("@adds", tree_.lemma(token))) {
        end = token;
      }
    }
    return std::min(end, closing_frame(from, end));
  }

  // Where ", Xinhua reported" begins; `end` when nothing of the kind closes the content.
  [[nodiscard]] TokenId closing_frame(TokenId from, TokenId end) const {
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
  [[nodiscard]] TokenId that_behind(TokenId from) const {
    const TokenId end = std::min(sentence_.last, from + that_reach);
    for (TokenId token = from; token < end; ++token) {
      const Xpos tag = tree_.xpos(token);
      if (word(token) == "that" && (tag == Xpos::in || tree_.relation(token) == Relation::mark)) {
        return frame_.quotation_at(token) == frame_.quotation_at(cue_) ? token : no_token;
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

  [[nodiscard]] TokenId end_of_that(TokenId that) const {
    const TokenId verb = tree_.head(that);
    const TokenId last = verb == no_token || verb < that ? that + 1 : tree_.reach(verb).second;
    return std::max(last, that + 1);
  }

  [[nodiscard]] TokenId complement() const {
    for (const TokenId c : tree_.children(cue_)) {
      const Relation r = tree_.relation(c);
      if (r == Relation::ccomp || (r == Relation::parataxis && tree_.upos(c) != Upos::punct)) {
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

  void clause(std::vector<Span>& out) const {
    if (frame_.last() < sentence_.last && frame_.is_colon(frame_.last())) {
      add(frame_.last(), sentence_.last, out);
      return;
    }
    const TokenId that = that_behind(cue_ + 1);
    if (that != no_token && !(frame_.is_set_off() && that > frame_.last() + 1)) {
      add(that, rules_sentence() ? end_of_content(that) : end_of_that(that), out);
      return;
    }
    if (opens_with_as()) {
      add(frame_.last(), sentence_.last, out);
      return;
    }
    if (frame_.is_set_off() && may_close()) {
      around_frame(out);
      if (!out.empty()) {
        return;
      }
    }
    const TokenId said = complement();
    if (said == no_token) {
      if (frame_.closes_sentence() && may_close()) {
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
      add(begin, rules_sentence() ? end_of_content(begin) : std::max(last, begin), out);
      return;
    }
    around_frame(out);
  }

  // "As experts have pointed out, the law is old."
  [[nodiscard]] bool opens_with_as() const {
    const TokenId mark = tree_.child(cue_, {Relation::mark});
    return mark != no_token && tree_.lemma(mark) == "as" && tree_.relation(cue_) == Relation::advcl && mark < cue_ &&
           mark <= sentence_.first + 1 && frame_.last() < sentence_.last && frame_.is_comma(frame_.last());
  }

  // A relative clause and one with a conjunction hang on their sentence and do not say it: "…, which was agreed",
  // "… since Clinton, on Monday, cited …".
  [[nodiscard]] bool may_close() const {
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
  [[nodiscard]] bool is_circumstance(TokenId first, TokenId last) const {
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

  [[nodiscard]] bool holds_quotation(TokenId first, TokenId last) const {
    return std::any_of(quotations_.begin(), quotations_.end(),
                       [&](const Quotation& q) { return q.first < last && q.last > first; });
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
    const bool quoted = holds_quotation(first, frame_.first());
    if (joins) {
      return;
    }
    if (quoted || !is_circumstance(first, frame_.first())) {
      add(first, frame_.first(), out);
    }
  }

  // What stands behind a frame belongs to what was said where it opens a quotation or goes on with the clause; a
  // participle, a relative clause or an apposition of the speaker does not.
  [[nodiscard]] bool goes_on(TokenId first, bool all_quoted_before) const {
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

  // What stands before the frame and, after a comma or mark, behind it.
  void around_frame(std::vector<Span>& out) const {
    before_frame(out);
    const TokenId last = frame_.last();
    const bool preposition = rule_.triggers.front().kind == TriggerKind::preposition;
    if (last >= sentence_.last || !(frames(last) || frame_.quotation_at(last) != frame_.quotation_at(cue_) ||
                                    frame_.first() == sentence_.first)) {
      return;
    }
    const Quotation* opening = frame_.first() > sentence_.first ? frame_.quotation_at(sentence_.first) : nullptr;
    const bool all_quoted = opening != nullptr && opening->last + 1 >= frame_.first();
    if ((preposition && out.empty()) || goes_on(last, all_quoted)) {
      add(last, end_of_content(last), out);
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
      const bool beside = q.last + 1 >= frame_.first() && q.last <= frame_.first() + 1;
      const bool behind = q.first >= frame_.last() && q.first <= frame_.last() + 2 && (may_close() || q.first < last);
      // Verbs of saying bring whole clauses: a few quoted words somewhere below them are not what is said.
      const bool close = !wants(rule_, ContentKind::clause) || behind || holds_verb(q);
      if (!holds_cue && ((under && close) || behind || (beside && !wants(rule_, ContentKind::object)))) {
        out.push_back(with_its_noun(q));
      }
    }
  }

  [[nodiscard]] bool holds_verb(const Quotation& q) const {
    for (TokenId token = q.first; token < q.last; ++token) {
      const Xpos x = tree_.xpos(token);
      if (x == Xpos::vbd || x == Xpos::vbz || x == Xpos::vbp || x == Xpos::md) {
        return true;
      }
    }
    return false;
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
          r == Relation::xcomp || r == Relation::ccomp || second ||
          ((r == Relation::obl || (r == Relation::advcl && tree_.child(c, {Relation::nsubj}) == no_token)) &&
           how == "as") ||
          (r == Relation::advcl && (how == "of" || how == "for"));
      if (!object && !judged) {
        continue;
      }
      const auto [from, to] = tree_.reach(c);
      first = std::min(first, std::max(from, cue_ + 1));
      last = std::max(last, to);
      said_of = said_of || judged || (object && holds_quotation(from, to));
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

  // "urged the embassy to reconsider and spoke with Pompeo": a finite verb goes on with the cue.
  [[nodiscard]] TokenId end_of_infinitive(TokenId verb, TokenId last) const {
    for (const TokenId c : tree_.children(verb)) {
      const Xpos x = tree_.xpos(c);
      if (tree_.relation(c) == Relation::conj && c > verb && (x == Xpos::vbd || x == Xpos::vbz)) {
        return std::min(last, tree_.reach(c).first);
      }
    }
    return last;
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
        add(std::max(first, behind), end_of_infinitive(c, last), out);
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
        const bool opens = !particle().empty() && first == cue_ + 1 && tree_.lemma(first) == particle();
        add(std::max(first, cue_ + 1) + (opens ? 1 : 0), last, out);
        return;
      }
    }
  }

  // "… hostage" and "we told him …": a quotation joined to the one before goes on with it.
  void join_quotations(std::vector<Span>& spans) const {
    for (const Quotation& q : quotations_) {
      const bool joined = q.first > sentence_.first + 1 && q.first < sentence_.last &&
                          tree_.upos(q.first - 1) == Upos::cconj && frame_.is_closing(q.first - 2) && holds_verb(q);
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
    while (last > own.first + 1 && (frames(last - 1) || frame_.is_stop(last - 1))) {
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
  TokenId cue_;
  Sentence sentence_;
};

}  // namespace

std::vector<Span> content_of(const Tree& tree, const std::vector<Quotation>& quotations, const Rule& rule,
                             const Frame& frame) {
  return Content(tree, quotations, rule, frame).find();
}

}  // namespace readout::acts
