// The tree tells what hangs on the cue; where it errs, as it does behind long quotations, marks, times and names of the
// other columns tell.
#include "acts/content_frame.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace readout::acts {

Frame::Frame(const Tree& tree, const std::vector<Quotation>& quotations, const Rule& rule, TokenId cue,
             std::uint32_t sentence)
    : tree_(tree),
      quotations_(quotations),
      rule_(rule),
      cue_(cue),
      sentence_index_(sentence),
      sentence_(tree.document().tokens.sentences[sentence]),
      first_(cue),
      last_(cue + 1) {
  if (rule.triggers.front().kind == TriggerKind::preposition) {
    around_preposition();
  } else {
    around_verb();
    take_subject_beside();
    take_subject_behind();
    take_the_told();
    take_times();
  }
}

bool Frame::is_stop(TokenId token) const {
  const auto w = tree_.word(token);
  return w == "." || w == "!" || w == "?" || w == "。";
}

bool Frame::is_comma(TokenId token) const {
  const auto w = tree_.word(token);
  return w == "," || w == "，" || w == "—" || w == "–" || w == "--" || w == "―";
}

bool Frame::is_closing(TokenId token) const {
  const auto w = tree_.word(token);
  const bool mark = w == "”" || w == "»" || w == "’" || w == "''" || w == "\"" || w == "'";
  return mark &&
         std::any_of(quotations_.begin(), quotations_.end(), [&](const Quotation& q) { return q.last == token + 1; });
}

const Quotation* Frame::quotation_at(TokenId token) const {
  const auto after = std::upper_bound(quotations_.begin(), quotations_.end(), token,
                                      [](TokenId t, const Quotation& q) { return t < q.first; });
  if (after == quotations_.begin()) {
    return nullptr;
  }
  const Quotation& q = *std::prev(after);
  return token < q.last ? &q : nullptr;
}

bool Frame::belongs(TokenId child) const {
  switch (tree_.relation(child)) {
    case Relation::nsubj:
    case Relation::nsubj_pass:
    case Relation::nsubj_outer:
    case Relation::aux:
    case Relation::aux_pass:
    case Relation::iobj:
    case Relation::compound_prt:
    case Relation::cop:
    case Relation::expl:
    case Relation::obl:
    case Relation::obl_unmarked:
    case Relation::obl_agent:
    case Relation::advmod:
      return true;
    case Relation::obj:
      return !wants(rule_, ContentKind::object) && !wants(rule_, ContentKind::predicate);
    case Relation::xcomp:  // "made clear"
      return tree_.upos(child) == Upos::adj && child == cue_ + 1;
    default:
      return false;
  }
}

void Frame::around_verb() {
  const auto children = tree_.children(cue_);
  const auto is_subject = [&](TokenId c) {
    const Relation r = tree_.relation(c);
    return c < cue_ && (r == Relation::nsubj || r == Relation::nsubj_pass || r == Relation::nsubj_outer);
  };
  const bool many_subjects = std::count_if(children.begin(), children.end(), is_subject) > 1;
  for (std::size_t i = children.size(); i-- > 0;) {
    const TokenId c = children[i];
    if (c > cue_ || !belongs(c)) {
      continue;
    }
    const auto [first, last] = tree_.reach(c);
    if (quotation_at(first) != quotation_at(cue_)) {
      continue;
    }
    const Relation r = tree_.relation(c);
    const bool helper = r == Relation::aux || r == Relation::aux_pass || r == Relation::cop;
    // Of two subjects the parser made one of what is said.
    if (helper || (is_subject(c) && !many_subjects) || first_ <= last + 1) {
      first_ = std::min(first_, first);
    }
  }
  for (const TokenId c : children) {
    if (c < cue_ || !belongs(c)) {
      continue;
    }
    auto [first, last] = tree_.reach(c);
    if (tree_.relation(c) == Relation::xcomp) {
      first = c;
      last = c + 1;
    }
    if (quotation_at(first) != quotation_at(cue_)) {
      continue;
    }
    const Relation r = tree_.relation(c);
    // A clause that hangs on a noun of the frame ("in a statement that …") is what is said.
    for (const TokenId g : tree_.children(c)) {
      const Relation inner = tree_.relation(g);
      if ((inner == Relation::acl || inner == Relation::ccomp) && r != Relation::nsubj) {
        const TokenId mark = tree_.child(g, {Relation::mark});
        if (mark != no_token && tree_.lemma(mark) == "that") {
          last = std::min(last, tree_.reach(g).first);
        }
      }
    }
    if (first <= last_ + 1) {
      last_ = std::max(last_, last);
    }
  }
}

// "…, he said, …", "…, Obama often says, …": the parser may take another noun for the subject, or none.
void Frame::take_subject_beside() {
  const Xpos tag = tree_.xpos(cue_);
  if (rule_.triggers.front().kind != TriggerKind::verb || (tag != Xpos::vbd && tag != Xpos::vbz && tag != Xpos::vbp)) {
    return;
  }
  TokenId left = cue_;
  while (left > sentence_.first && cue_ - left < 3 &&
         (tree_.upos(left - 1) == Upos::adv || tree_.upos(left - 1) == Upos::aux)) {
    --left;
  }
  if (left == sentence_.first || quotation_at(left - 1) != quotation_at(cue_)) {
    return;
  }
  const Upos kind = tree_.upos(left - 1);
  if (kind != Upos::noun && kind != Upos::propn && kind != Upos::pron) {
    return;
  }
  for (const TokenId c : tree_.children(cue_)) {
    const Relation r = tree_.relation(c);
    const bool subject = r == Relation::nsubj || r == Relation::nsubj_pass;
    if (subject && c < cue_ && (c == left - 1 || tree_.below(left - 1, c))) {
      return;
    }
  }
  const TokenId head = nominal_head(tree_, left - 1);
  // Only where the phrase is set off: its own words begin behind a comma, mark or the sentence's begin.
  TokenId first = std::min(head, left - 1);
  for (TokenId c = first; c > sentence_.first && c + 8 > first; --c) {
    const Relation r = tree_.relation(c - 1);
    const bool inner = r == Relation::det || r == Relation::amod || r == Relation::compound || r == Relation::flat ||
                       r == Relation::nmod_poss || r == Relation::nmod_desc || r == Relation::nummod ||
                       tree_.upos(c - 1) == Upos::propn;
    if (!inner || tree_.upos(c - 1) == Upos::punct) {
      break;
    }
    first = c - 1;
  }
  const bool set_off = first == sentence_.first || is_comma(first - 1) || is_closing(first - 1) || is_stop(first - 1);
  if (set_off) {
    beside_ = head < left ? head : left - 1;
    first_ = first;
  }
}

// "Trade, said Merkel, is no game": set off with the verb first, what stands behind it speaks.
void Frame::take_subject_behind() {
  const Xpos tag = tree_.xpos(cue_);
  const bool finite = tag == Xpos::vbd || tag == Xpos::vbz || tag == Xpos::vbp;
  if (rule_.triggers.front().kind != TriggerKind::verb || !finite || beside_ != no_token || cue_ == sentence_.first ||
      (!is_comma(cue_ - 1) && !is_closing(cue_ - 1))) {
    return;
  }
  TokenId at = cue_ + 1;
  while (at < sentence_.last && at < cue_ + 4 && (tree_.upos(at) == Upos::det || tree_.upos(at) == Upos::adj)) {
    ++at;
  }
  if (at >= sentence_.last || (tree_.upos(at) != Upos::noun && tree_.upos(at) != Upos::propn)) {
    return;
  }
  TokenId end = at;
  while (end < sentence_.last && (tree_.upos(end) == Upos::noun || tree_.upos(end) == Upos::propn)) {
    ++end;
  }
  const TokenId head = nominal_head(tree_, at);
  const bool set_off = end < sentence_.last && (is_comma(end) || is_stop(end));
  if (set_off && head > cue_ && tree_.child(cue_, {Relation::nsubj}) != head) {
    beside_ = head < end ? head : at;
    first_ = cue_;
    last_ = end;
  }
}

TokenId nominal_head(const Tree& tree, TokenId token) {
  for (unsigned i = 0; i < 6; ++i) {
    const Relation r = tree.relation(token);
    const TokenId up = tree.head(token);
    const bool inner = r == Relation::flat || r == Relation::compound || r == Relation::nmod_desc ||
                       r == Relation::amod || r == Relation::det || r == Relation::nummod || r == Relation::nmod_poss;
    if (!inner || up == no_token || tree.upos(up) == Upos::verb) {
      return token;
    }
    token = up;
  }
  return token;
}

// The one told stands right behind the verb, and another name or an article behind him begins what is said.
void Frame::take_the_told() {
  if (rule_.addressee.empty() || last_ != cue_ + 1 || last_ + 1 >= sentence_.last || tree_.upos(last_) != Upos::propn ||
      tree_.head(last_) == cue_) {
    return;
  }
  TokenId run = last_;
  while (run < sentence_.last && tree_.upos(run) == Upos::propn) {
    ++run;
  }
  const auto& mentions = tree_.document().actors.mentions;
  const auto from = std::lower_bound(mentions.begin(), mentions.end(), last_,
                                     [](const Mention& m, TokenId wanted) { return m.first < wanted; });
  TokenId end = 0;
  for (auto m = from; m != mentions.end() && m->first == last_; ++m) {
    end = m->last < run ? std::max(end, m->last) : end;
  }
  const auto capitals = tree_.word(last_);
  const bool acronym = capitals.size() > 1 && std::all_of(capitals.begin(), capitals.end(),
                                                          [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; });
  if (end == 0 && acronym && last_ + 1 < run) {
    end = last_ + 1;
  }
  if (end != 0) {
    told_ = end - 1;
    last_ = end;
  }
}

// "told reporters Friday the deal was dead": a time right behind the frame is the time of saying.
void Frame::take_times() {
  const auto& times = tree_.document().times.times;
  // "said earlier he might leave"
  const bool adverb = last_ + 1 < sentence_.last && tree_.upos(last_) == Upos::adv &&
                      (tree_.rules().in_list("@when", tree_.lemma(last_)) || tree_.lemma(last_).ends_with("ly")) &&
                      (tree_.upos(last_ + 1) == Upos::pron || tree_.upos(last_ + 1) == Upos::det ||
                       tree_.upos(last_ + 1) == Upos::propn || tree_.upos(last_ + 1) == Upos::sconj);
  if (adverb) {
    ++last_;
    return;
  }
  for (unsigned i = 0; i < 2; ++i) {
    const bool preposed = last_ < sentence_.last && tree_.upos(last_) == Upos::adp;
    const TokenId from = preposed ? last_ + 1 : last_;
    const auto time = std::lower_bound(times.begin(), times.end(), last_,
                                       [](const Time& one, TokenId wanted) { return one.first < wanted; });
    if (time == times.end() || time->kind != TimeKind::date || (time->first != from && time->first != last_) ||
        time->last >= sentence_.last || quotation_at(time->first) != quotation_at(cue_) || last_ != cue_ + 1) {
      return;
    }
    // "said Monday was too late": a time that does something itself.
    if (tree_.relation(time->head) == Relation::nsubj) {
      return;
    }
    last_ = time->last;
  }
}

// Behind a comma only an apposition or relative clause still belongs to the source.
TokenId Frame::end_of_source(TokenId noun) const {
  TokenId end = noun + 1;
  for (const TokenId c : tree_.children(noun)) {
    const auto [first, last] = tree_.reach(c);
    const Relation r = tree_.relation(c);
    const bool behind_comma = first > noun && (is_comma(first) || is_comma(first - 1));
    if (!behind_comma || r == Relation::appos || r == Relation::acl_relcl || r == Relation::flat) {
      end = std::max(end, last);
    }
  }
  return end;
}

// "According to Xinhua, …": the phrase up to the end of its noun; where the tree runs past it, up to the next comma.
void Frame::around_preposition() {
  const TokenId noun = tree_.head(cue_);
  const Relation r = tree_.relation(cue_);
  const bool hangs = noun != no_token && noun > cue_ && (r == Relation::case_ || r == Relation::fixed);
  const TokenId end = hangs ? std::min(end_of_source(noun), sentence_.last) : last_;
  const bool opens = cue_ == sentence_.first;
  if (hangs && ends_phrase(end) && !(opens && end + 1 >= sentence_.last)) {
    last_ = end;
    return;
  }
  while (last_ < sentence_.last && !ends_phrase(last_)) {
    ++last_;
  }
}

bool Frame::ends_phrase(TokenId at) const {
  return at >= sentence_.last || is_comma(at) || is_stop(at) || is_colon(at) || tree_.word(at) == ";" ||
         (at > cue_ && quotation_at(at) != quotation_at(cue_));
}

bool Frame::is_speakers_participle(TokenId token) const {
  if (tree_.xpos(token) != Xpos::vbg || token < sentence_.first + 2 || quotation_at(token) != nullptr) {
    return false;
  }
  const TokenId before = tree_.upos(token - 1) == Upos::adv ? token - 2 : token - 1;
  if (!is_comma(before) && !is_closing(before)) {
    return false;
  }
  const TokenId behind = token + 1 < sentence_.last && is_comma(token + 1) ? token + 2 : token + 1;
  const bool quotes = behind < sentence_.last && quotation_at(behind) != nullptr &&
                      tree_.rules().statements_by_lemma.contains(std::string(tree_.lemma(token)));
  return quotes || tree_.rules().in_list("@adds", tree_.lemma(token));
}

bool Frame::is_set_off() const {
  if (first_ <= sentence_.first || last_ >= sentence_.last) {
    return false;
  }
  return (is_comma(first_ - 1) || is_closing(first_ - 1)) && is_comma(last_);
}

bool Frame::closes_sentence() const {
  return first_ > sentence_.first + 1 && (is_comma(first_ - 1) || is_closing(first_ - 1)) &&
         last_ + 1 >= sentence_.last - std::min<TokenId>(2, sentence_.size());
}

}  // namespace readout::acts
