// A cue's rule says who speaks, to whom, and what kind of content follows; which words are said tells content.cpp.
#include "acts/sayings.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "acts/content.hpp"
#include "acts/sayings_labels.hpp"

namespace readout::acts {

namespace {

constexpr std::string_view channel_prefix = "@channel.";

bool is_verb(const Rule& rule) {
  return rule.triggers.front().kind == TriggerKind::verb;
}
bool is_preposition(const Rule& rule) {
  return rule.triggers.front().kind == TriggerKind::preposition;
}

// The channel whose list holds this noun; empty when none does.
std::string channel_named(const Tree& tree, TokenId noun) {
  std::string lemma(tree.lemma(noun));
  std::transform(lemma.begin(), lemma.end(), lemma.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  std::string found;
  for (const auto& [name, words] : tree.rules().lists) {
    if (name.starts_with(channel_prefix) && words.contains(lemma)) {
      auto channel = name.substr(channel_prefix.size());
      std::replace(channel.begin(), channel.end(), '_', ' ');
      found = found.empty() || channel < found ? std::move(channel) : found;
    }
  }
  return found;
}

// "in a statement", "on Twitter", "during the call": the channel's list that holds the noun of a phrase, and its end.
std::pair<std::string, TokenId> channel_of(const Tree& tree, TokenId cue) {
  std::vector<TokenId> near(tree.children(cue).begin(), tree.children(cue).end());
  for (const TokenId c : tree.children(cue)) {
    if (tree.relation(c) == Relation::nsubj || tree.relation(c) == Relation::obj) {
      near.insert(near.end(), tree.children(c).begin(), tree.children(c).end());  // "Xi in the call …"
    }
  }
  for (const TokenId c : near) {
    const auto opener = tree.opener(c);
    if (opener != "in" && opener != "on" && opener != "at" && opener != "during" && opener != "via" &&
        opener != "through") {
      continue;
    }
    if (auto name = channel_named(tree, c); !name.empty()) {
      return {std::move(name), c};
    }
  }
  return {{}, no_token};
}

// Sayings of one sentence.
class Listener {
 public:
  Listener(const Tree& tree, const ActorsAt& actors, std::vector<Quotation> near,
           const std::vector<Quotation>& quotations, Speakers& speakers, std::uint32_t sentence)
      : tree_(tree),
        actors_(actors),
        near_(std::move(near)),
        quotations_(quotations),
        speakers_(speakers),
        index_(sentence),
        sentence_(tree.document().tokens.sentences[sentence]) {}

  void listen(std::vector<Saying>& out) {
    for (TokenId token = sentence_.first; token < sentence_.last; ++token) {
      if (is_as_reported(token)) {
        take_outlet(token, out);
        continue;
      }
      const auto found = tree_.rules().statements_by_lemma.find(std::string(tree_.lemma(token)));
      if (found == tree_.rules().statements_by_lemma.end()) {
        continue;
      }
      for (const std::uint32_t id : found->second) {
        const Rule& rule = tree_.rules().rules[id];
        std::vector<TokenId> words;
        if (!holds(tree_, rule, token, words) || !is_cue(rule, token)) {
          continue;
        }
        const Frame frame(tree_, near_, rule, token, index_);
        auto content = content_of(tree_, near_, rule, frame);
        if (content.empty() && wants(rule, ContentKind::quote)) {
          content = next_quotation(frame);
        }
        if (content.empty() || !is_asserted(rule, frame)) {
          continue;
        }
        Saying saying = saying_at(rule, frame, std::move(content));
        if (is_heard(saying)) {
          speakers_.spoke(saying.speaker, index_, saying.channel);
          const bool inner = std::any_of(said_.begin(), said_.end(), [&](const Saying& one) {
            return std::any_of(one.content.begin(), one.content.end(),
                               [&](Span span) { return span.contains(saying.cue_span); });
          });
          if (!inner) {
            said_.push_back(saying);
          }
          out.push_back(std::move(saying));
          break;
        }
      }
    }
  }

 private:
  [[nodiscard]] bool is_cue(const Rule& rule, TokenId token) const {
    const Relation r = tree_.relation(token);
    if (is_preposition(rule)) {
      return r == Relation::case_ || r == Relation::fixed ||
             (token + 1 < tree_.document().tokens.size() && tree_.lemma(token + 1) == "to");
    }
    // "Xinhua cited Xi as saying"
    if (!rule.outlet.empty()) {
      return quotes_somebody(token);
    }
    // "said in a statement that": the verb is the cue.
    if (rule.triggers.front().kind == TriggerKind::noun) {
      const TokenId verb = tree_.head(token);
      return verb == no_token || r != Relation::obl ||
             !tree_.rules().statements_by_lemma.contains(std::string(tree_.lemma(verb)));
    }
    return true;
  }

  // "…, as reported by Hurriyet, …": no saying of its own but who passes on what the sentence says.
  [[nodiscard]] bool is_as_reported(TokenId token) const {
    const auto lemma = tree_.lemma(token);
    return tree_.xpos(token) == Xpos::vbn && token > sentence_.first && tree_.word(token - 1) == "as" &&
           token + 1 < sentence_.last && tree_.word(token + 1) == "by" &&
           (lemma == "report" || lemma == "quote" || lemma == "cite" || lemma == "relate" || lemma == "tell");
  }
  void take_outlet(TokenId token, std::vector<Saying>& out) {
    std::vector<TokenId> agents;
    for (TokenId at = token + 2; at < sentence_.last && at < token + 8 && agents.empty(); ++at) {
      if (tree_.upos(at) == Upos::noun || tree_.upos(at) == Upos::propn) {
        agents.push_back(nominal_head(tree_, at));
      }
    }
    if (agents.empty() || said_.empty() || out.empty() || out.back().sentence != index_) {
      return;
    }
    const ActorId outlet = speakers_.of(agents.front(), index_);
    for (auto saying = out.rbegin(); saying != out.rend() && saying->sentence == index_; ++saying) {
      if (saying->cue == said_.back().cue && saying->outlet == no_actor && saying->speaker != outlet) {
        saying->outlet = outlet;
        for (const Quotation& q : near_) {  // what is said begins behind the aside
          Span& first = saying->content.front();
          if (first.begin == tree_.span(token - 1).begin && first.contains(q.span)) {
            first.begin = q.span.begin;
            break;
          }
        }
      }
    }
  }

  [[nodiscard]] bool quotes_somebody(TokenId cue) const {
    const auto says = [&](TokenId token) {
      return tree_.xpos(token) == Xpos::vbg &&
             tree_.rules().statements_by_lemma.contains(std::string(tree_.lemma(token)));
    };
    for (const TokenId c : tree_.children(cue)) {
      const auto below = tree_.children(c);
      if (says(c) || std::any_of(below.begin(), below.end(), says)) {
        return true;
      }
    }
    return false;
  }

  // What was not said, or is only asked for or imagined, is no statement: "did not say that …", "would ask to …",
  // "declined to say whether …", "Tell us …".
  [[nodiscard]] bool is_asserted(const Rule& rule, const Frame& frame) const {
    const TokenId cue = frame.cue();
    const TokenId above = tree_.head(cue);
    const bool governed = above != no_token && tree_.relation(cue) == Relation::xcomp &&
                          (tree_.rules().in_list("@unsaid", tree_.lemma(above)) ||
                           (is_verb(rule) && tree_.rules().in_list("@plans", tree_.lemma(above))));
    if (governed || !is_verb(rule)) {
      return !governed;
    }
    bool modal = false;
    bool subject = false;
    for (const TokenId c : tree_.children(cue)) {
      const Relation r = tree_.relation(c);
      modal = modal || (r == Relation::aux && tree_.xpos(c) == Xpos::md);
      subject = subject || r == Relation::nsubj || r == Relation::nsubj_pass || r == Relation::csubj;
      if (r == Relation::nsubj && (tree_.lemma(c) == "you" || tree_.lemma(c) == "nobody")) {
        return false;
      }
    }
    const bool says = rule.name.starts_with("say.");
    if (says && rule.name != "say.deny" && is_negated(frame)) {
      return false;
    }
    const bool weak = !wants(rule, ContentKind::clause) || wants(rule, ContentKind::infinitive);
    if (weak && modal) {
      return false;
    }
    const Relation r = tree_.relation(cue);
    const bool imperative = r == Relation::root && tree_.xpos(cue) == Xpos::vb && !subject && !modal;
    return !imperative;
  }

  // "not" in the words that are said denies nothing about saying them.
  [[nodiscard]] bool is_negated(const Frame& frame) const {
    constexpr std::array<std::string_view, 7> words{"not", "n't", "n’t", "never", "no", "neither", "nor"};
    for (const TokenId c : tree_.children(frame.cue())) {
      const bool near =
          c < frame.cue() && c >= frame.first() && frame.quotation_at(c) == frame.quotation_at(frame.cue());
      if (near && std::find(words.begin(), words.end(), tree_.word(c)) != words.end()) {
        return true;
      }
    }
    return false;
  }

  // "Smith had this to say:" before a quotation that stands in the next sentence or paragraph.
  [[nodiscard]] std::vector<Span> next_quotation(const Frame& frame) const {
    if (sentence_.last <= sentence_.first + 1) {
      return {};
    }
    const bool colon = frame.is_colon(sentence_.last - 1);
    const auto q = std::lower_bound(quotations_.begin(), quotations_.end(), sentence_.last,
                                    [](const Quotation& one, TokenId wanted) { return one.first < wanted; });
    if (q != quotations_.end() && q->first == sentence_.last) {
      // "criticized the decision. “It is a mistake to …”": whole sentences in the same paragraph.
      const auto& sentences = tree_.document().tokens.sentences;
      const bool whole = q->last + 1 >= sentences[q->last_sentence].last && q->last - q->first > 6 &&
                         sentences[q->first_sentence].block == sentence_.block;
      const Relation r = tree_.relation(frame.cue());
      const bool main = r == Relation::root || r == Relation::conj;
      return colon || (whole && main) ? std::vector<Span>{q->span} : std::vector<Span>{};
    }
    if (!colon) {
      return {};
    }
    // A block quotation has no marks: "The governor added:" and a paragraph of his.
    const auto& sentences = tree_.document().tokens.sentences;
    const bool bare = frame.last() + 1 == sentence_.last && index_ + 1 < sentences.size() &&
                      sentences[index_ + 1].block != sentence_.block;
    if (!bare) {
      return {};
    }
    Span block = sentences[index_ + 1].span;
    for (auto s = index_ + 1; s < sentences.size() && sentences[s].block == sentences[index_ + 1].block; ++s) {
      block = cover(block, sentences[s].span);
    }
    return {block};
  }

  Saying saying_at(const Rule& rule, const Frame& frame, std::vector<Span> content) {
    const TokenId cue = frame.cue();
    Saying saying;
    saying.rule = &rule;
    saying.cue = cue;
    saying.sentence = index_;
    saying.content = std::move(content);
    find_speaker(saying, rule, frame);
    find_addressee(saying, rule, frame);
    find_outlet(saying, rule, cue);
    auto [channel, place] = channel_of(tree_, cue);
    saying.channel = channel.empty() ? rule.channel : channel;
    if (saying.channel.empty()) {  // "the statement said"
      const TokenId subject = tree_.child(cue, {Relation::nsubj});
      saying.channel = subject != no_token && tree_.rules().in_list("@message", tree_.lemma(subject))
                           ? channel_named(tree_, subject)
                           : std::string{};
    }
    if (saying.channel.empty() && saying.addressee != no_actor &&
        speakers_.actor(saying.addressee).kind == ActorKind::outlet) {
      saying.channel = "interview";
    }
    saying.place = place_of(saying, cue);
    saying.cue_span = cue_span(rule, cue, place);
    return saying;
  }

  // "In Taipei, Ou said": a place of the frame, not of what is said.
  [[nodiscard]] std::string place_of(const Saying& saying, TokenId cue) const {
    if (!is_verb(*saying.rule)) {
      return {};
    }
    for (const TokenId c : tree_.children(cue)) {
      const auto opener = tree_.opener(c);
      const bool said = std::any_of(saying.content.begin(), saying.content.end(),
                                    [&](Span span) { return span.contains(tree_.span(c)); });
      if (said || (opener != "in" && opener != "at" && opener != "from" && opener != "near")) {
        continue;
      }
      for (const ActorId id : actors_.find(c, false)) {
        const Actor& actor = tree_.document().actors.actors[id];
        if (actor.kind == ActorKind::place || actor.kind == ActorKind::state) {
          return actor.kind == ActorKind::state ? std::string(tree_.word(c)) : actor.name;
        }
      }
    }
    return {};
  }

  [[nodiscard]] Span cue_span(const Rule& rule, TokenId cue, TokenId place) const {
    Span span = tree_.span(cue);
    const bool to = is_preposition(rule) && cue + 1 < tree_.document().tokens.size() && tree_.lemma(cue + 1) == "to";
    if (to) {
      span.end = tree_.span(cue + 1).end;
    }
    for (const Trigger& trigger : rule.triggers) {
      if (!trigger.particle.empty() && tree_.lemma(cue) == trigger.lemma && cue + 1 < sentence_.last &&
          tree_.lemma(cue + 1) == trigger.particle) {
        span.end = tree_.span(cue + 1).end;
      }
    }
    if (place != no_token && place > cue) {
      const auto [first, last] = tree_.reach(place);
      TokenId end = last;
      for (const TokenId c : tree_.children(place)) {  // "in a statement that …" ends before "that"
        if (tree_.relation(c) == Relation::acl || tree_.relation(c) == Relation::acl_relcl) {
          end = std::min(end, tree_.reach(c).first);
        }
      }
      if (first <= cue + 3 && end <= cue + 8 && end > place) {
        span.end = tree_.span(end - 1).end;
      }
    }
    return span;
  }

  // A passive without its helper is the parser's error: "Schiff called on Obama to …".
  [[nodiscard]] bool is_passive(TokenId cue) const {
    return tree_.is_passive(cue) &&
           (tree_.child(cue, {Relation::nsubj_pass}) == no_token ||
            tree_.child(cue, {Relation::aux_pass}) != no_token || tree_.relation(cue) == Relation::conj);
  }

  // "Member of Parliament Yvette Cooper added": of subjects that the parser sets side by side the last one speaks.
  [[nodiscard]] std::vector<TokenId> last_of_subjects(const Frame& frame) const {
    TokenId last = no_token;
    unsigned count = 0;
    for (const TokenId c : tree_.children(frame.cue())) {
      if (tree_.relation(c) == Relation::nsubj && c < frame.cue() &&
          frame.quotation_at(c) == frame.quotation_at(frame.cue())) {
        last = c;
        ++count;
      }
    }
    return count > 1 ? std::vector<TokenId>{last} : std::vector<TokenId>{};
  }

  [[nodiscard]] bool with_mark(TokenId cue) const {
    const TokenId mark = tree_.child(cue, {Relation::mark});
    return mark != no_token && tree_.lemma(mark) == "with";
  }

  [[nodiscard]] std::vector<TokenId> speaker_heads(const Rule& rule, const Frame& frame) const {
    const TokenId cue = frame.cue();
    if (is_preposition(rule)) {
      return source_of(cue);
    }
    if (frame.subject_beside() != no_token && rule.outlet.empty()) {
      return {frame.subject_beside()};
    }
    if (is_verb(rule) && tree_.is_passive(cue) && !is_passive(cue) && rule.outlet.empty()) {
      return {tree_.child(cue, {Relation::nsubj_pass})};
    }
    // "with officials saying"
    if (tree_.xpos(cue) == Xpos::vbg && cue > sentence_.first + 1 && rule.outlet.empty()) {
      const TokenId noun = cue - 1;
      const bool nominal = tree_.upos(noun) == Upos::noun || tree_.upos(noun) == Upos::propn;
      const TokenId head = nominal ? nominal_head(tree_, noun) : no_token;
      if (head != no_token && (tree_.opener(head) == "with" || with_mark(cue))) {
        return {head};
      }
    }
    std::vector<TokenId> heads = last_of_subjects(frame);
    if (!heads.empty() && rule.outlet.empty()) {
      return heads;
    }
    for (const Path& path : rule.speaker) {
      heads = tree_.follow(cue, path);
      // What stands in other quotation marks than the cue is said and does not say.
      std::erase_if(heads, [&](TokenId head) { return frame.quotation_at(head) != frame.quotation_at(cue); });
      if (!heads.empty()) {
        return heads;
      }
    }
    return is_verb(rule) && !is_passive(cue) ? phrase_beside(cue) : heads;
  }

  // "Merkel said the talks had failed, adding …": a participle behind what somebody said is his.
  [[nodiscard]] bool goes_on(TokenId cue) const {
    return !said_.empty() && tree_.xpos(cue) == Xpos::vbg && tree_.word(cue - 1) == "," &&
           tree_.rules().in_list("@adds", tree_.lemma(cue)) && said_.back().cue < cue;
  }

  void find_speaker(Saying& saying, const Rule& rule, const Frame& frame) {
    const TokenId cue = frame.cue();
    if (goes_on(cue)) {
      saying.speaker = said_.back().speaker;
      saying.first_person = said_.back().first_person;
      return;
    }
    const auto heads = speaker_heads(rule, frame);
    for (const TokenId head : heads) {
      if (speakers_.is_first_person(head)) {
        saying.first_person = true;
        return;
      }
      if (is_verb(rule) && speakers_.is_abstract(head)) {
        saying.cue = no_token;  // "the decision suggests that …" says nothing
        return;
      }
      saying.speaker = speakers_.of(head, index_);
      if (saying.speaker != no_actor) {
        speakers_.stands_for(saying.speaker, cue);
        break;
      }
    }
    if (saying.speaker == no_actor && is_verb(rule) && !is_passive(cue)) {
      saying.speaker = mention_beside(cue);
    }
    // "growing frustration in Washington": a town that feels is its government's.
    if (saying.speaker != no_actor && rule.triggers.front().kind == TriggerKind::noun) {
      const ActorId holder = state_of(saying.speaker);
      saying.unnamed = speakers_.actor(saying.speaker).kind == ActorKind::place;
      saying.speaker = holder;
    }
  }

  [[nodiscard]] ActorId state_of(ActorId id) const {
    const Actor& place = speakers_.actor(id);
    if (place.kind != ActorKind::place || place.country.empty()) {
      return id;
    }
    const auto& all = tree_.document().actors.actors;
    for (ActorId state = 0; state < all.size(); ++state) {
      if (all[state].kind == ActorKind::state && all[state].country == place.country) {
        return state;
      }
    }
    return id;
  }

  void find_addressee(Saying& saying, const Rule& rule, const Frame& frame) {
    if (frame.told() != no_token) {
      saying.addressee = actors_.ending_at(frame.told() + 1);
      if (saying.addressee == no_actor) {
        saying.addressee = speakers_.audience(frame.told());
      }
    }
    for (const Path& path : rule.addressee) {
      for (const TokenId head : tree_.follow(frame.cue(), path)) {
        const bool said = std::any_of(saying.content.begin(), saying.content.end(),
                                      [&](Span span) { return span.contains(tree_.span(head)); });
        if (saying.addressee == no_actor && !said) {
          saying.addressee = speakers_.audience(head);
        }
      }
    }
    // "Speaking to NBC News, she said …"
    for (const TokenId c : tree_.children(frame.cue())) {
      const bool speaking = tree_.relation(c) == Relation::advcl && tree_.xpos(c) == Xpos::vbg &&
                            (tree_.lemma(c) == "speak" || tree_.lemma(c) == "talk");
      for (const TokenId head : speaking ? tree_.follow(c, {{StepKind::preposition, "to"}}) : std::vector<TokenId>{}) {
        saying.addressee = saying.addressee == no_actor ? speakers_.audience(head) : saying.addressee;
      }
    }
    if (saying.addressee == saying.speaker) {
      saying.addressee = no_actor;
    }
  }

  // "Xinhua cited Xi as saying", "Reuters, citing two officials, reported": who passes on, and who is passed on.
  void find_outlet(Saying& saying, const Rule& rule, TokenId cue) {
    if (!rule.outlet.empty()) {
      for (const TokenId head : tree_.follow(cue, rule.outlet.front())) {
        saying.outlet = saying.outlet == no_actor ? speakers_.of(head, index_) : saying.outlet;
      }
      if (saying.outlet == saying.speaker) {
        saying.outlet = no_actor;
      }
      return;
    }
    if (!is_verb(rule) || saying.speaker == no_actor) {
      return;
    }
    std::vector<TokenId> near(tree_.children(cue).begin(), tree_.children(cue).end());
    for (const TokenId c : tree_.children(cue)) {
      if (tree_.relation(c) == Relation::nsubj) {
        near.insert(near.end(), tree_.children(c).begin(), tree_.children(c).end());
      }
    }
    for (const TokenId c : near) {
      const bool citing = tree_.xpos(c) == Xpos::vbg && (tree_.lemma(c) == "cite" || tree_.lemma(c) == "quote");
      const auto cited = citing ? tree_.objects(c) : std::vector<TokenId>{};
      if (cited.empty()) {
        continue;
      }
      const bool somebody =
          !actors_.find(cited.front(), false).empty() || tree_.rules().in_list("@source", tree_.lemma(cited.front()));
      const ActorId source = somebody ? speakers_.of(cited.front(), index_) : no_actor;
      if (source != no_actor && source != saying.speaker) {
        saying.outlet = saying.speaker;
        saying.speaker = source;
        return;
      }
    }
  }

  // Whose account "according to X" gives: the noun it hangs on, else what stands right behind "to".
  [[nodiscard]] std::vector<TokenId> source_of(TokenId cue) const {
    const TokenId noun = tree_.head(cue);
    const Relation r = tree_.relation(cue);
    if (noun != no_token && noun > cue && (r == Relation::case_ || r == Relation::fixed)) {
      return {noun};
    }
    for (TokenId at = cue + 2; at < sentence_.last && at < cue + 8; ++at) {
      if (tree_.upos(at) == Upos::noun || tree_.upos(at) == Upos::propn || tree_.upos(at) == Upos::pron) {
        return {nominal_head(tree_, at)};
      }
    }
    return {};
  }

  // Parsers often lose the subject of a short clause behind a long quotation ("…", Wong wrote; "…", said the minister).
  // What touches the cue from the left, else from the right, is taken then; only helpers and adverbs may stand between.
  [[nodiscard]] bool skipped(TokenId token) const {
    return tree_.upos(token) == Upos::adv || tree_.upos(token) == Upos::aux || tree_.upos(token) == Upos::det;
  }
  [[nodiscard]] TokenId left_of(TokenId cue) const {
    TokenId left = cue;
    while (left > sentence_.first && cue - left < 3 && skipped(left - 1)) {
      --left;
    }
    return left;
  }
  [[nodiscard]] TokenId right_of(TokenId cue) const {
    TokenId right = cue + 1;
    while (right < sentence_.last && right - cue < 3 && skipped(right)) {
      ++right;
    }
    return right;
  }
  [[nodiscard]] bool behind_words(TokenId cue) const {
    return cue > sentence_.first && tree_.upos(cue - 1) == Upos::punct;
  }

  [[nodiscard]] ActorId mention_beside(TokenId cue) const {
    const TokenId left = left_of(cue);
    if (left > sentence_.first) {
      if (const ActorId actor = actors_.ending_at(left); actor != no_actor) {
        return actor;
      }
    }
    const TokenId right = right_of(cue);
    return behind_words(cue) && right < sentence_.last ? actors_.starting_at(right) : no_actor;
  }

  [[nodiscard]] std::vector<TokenId> phrase_beside(TokenId cue) const {
    if (mention_beside(cue) != no_actor) {
      return {};
    }
    const bool finite = tree_.xpos(cue) == Xpos::vbd || tree_.xpos(cue) == Xpos::vbz || tree_.xpos(cue) == Xpos::vbp;
    const auto nominal = [&](TokenId token) {
      return tree_.upos(token) == Upos::noun || tree_.upos(token) == Upos::propn || tree_.upos(token) == Upos::pron;
    };
    const TokenId left = left_of(cue);
    if (finite && left > sentence_.first && nominal(left - 1)) {
      return {nominal_head(tree_, left - 1)};
    }
    TokenId right = right_of(cue);
    while (right < sentence_.last && right < cue + 5 && tree_.upos(right) == Upos::adj) {
      ++right;
    }
    if (behind_words(cue) && finite && right < sentence_.last && nominal(right)) {
      return {nominal_head(tree_, right)};
    }
    return {};
  }

  // Attitudes and nouns without anybody who holds them, and sayings in passing ("it is worth noting that …", "needless
  // to say"), are nobody's.
  [[nodiscard]] bool is_heard(const Saying& saying) const {
    if (saying.cue == no_token) {
      return false;
    }
    const Rule& rule = *saying.rule;
    const bool in_quotation = std::any_of(
        near_.begin(), near_.end(), [&](const Quotation& q) { return q.first <= saying.cue && saying.cue < q.last; });
    // Within quotation marks only what somebody known says, or the speaker himself says elsewhere, is worth a
    // statement.
    if (in_quotation && saying.first_person) {
      return wants(rule, ContentKind::clause);
    }
    if (in_quotation && saying.speaker >= tree_.document().actors.actors.size()) {
      return false;
    }
    if (saying.speaker != no_actor || saying.first_person) {
      return true;
    }
    const bool quoted = std::any_of(near_.begin(), near_.end(), [&](const Quotation& q) {
      return std::any_of(saying.content.begin(), saying.content.end(),
                         [&](Span span) { return span.overlaps(q.span); });
    });
    if (rule.triggers.front().kind == TriggerKind::noun) {
      return false;
    }
    if (!is_verb(rule)) {
      return is_preposition(rule);
    }
    const Xpos tag = tree_.xpos(saying.cue);
    return quoted || (rule.name.starts_with("say.") && tag != Xpos::vbg && tag != Xpos::vb);
  }

  const Tree& tree_;
  const ActorsAt& actors_;
  std::vector<Quotation> near_;
  const std::vector<Quotation>& quotations_;
  Speakers& speakers_;
  std::uint32_t index_;
  const Sentence& sentence_;
  std::vector<Saying> said_;  // of this sentence, not within one another
};

}  // namespace

std::vector<Saying> find_sayings(const Tree& tree, const ActorsAt& actors, const std::vector<Quotation>& quotations,
                                 Speakers& speakers) {
  std::vector<Saying> sayings;
  const Document& document = tree.document();
  for (std::uint32_t s = 0; s < document.tokens.sentences.size(); ++s) {
    const Sentence& sentence = document.tokens.sentences[s];
    if (!is_coded(document.layout.blocks[sentence.block].kind)) {
      continue;
    }
    // Only quotations that reach into this sentence matter here.
    std::vector<Quotation> near;
    const auto from =
        std::lower_bound(quotations.begin(), quotations.end(), s,
                         [](const Quotation& q, std::uint32_t wanted) { return q.last_sentence < wanted; });
    for (auto q = from; q != quotations.end() && q->first_sentence <= s; ++q) {
      near.push_back(*q);
    }
    const std::size_t before = sayings.size();
    Listener(tree, actors, near, quotations, speakers, s).listen(sayings);
    auto unmarked = sayings.size() == before ? find_label(tree, actors, near, s) : std::nullopt;
    if (!unmarked) {
      unmarked = find_introduced(tree, {sayings.begin() + static_cast<std::ptrdiff_t>(before), sayings.end()}, near, s,
                                 speakers);
    }
    if (unmarked) {
      speakers.spoke(unmarked->speaker, s, unmarked->channel);
      sayings.push_back(std::move(*unmarked));
    }
  }
  return sayings;
}

}  // namespace readout::acts
