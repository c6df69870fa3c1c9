// A cue's rule says who speaks, to whom, and what kind of content follows; which words are said tells content.cpp.
#include "acts/sayings.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "acts/content.hpp"
#include "acts/sayings_asserted.hpp"
#include "acts/sayings_labels.hpp"
#include "acts/sayings_parties.hpp"
#include "acts/sayings_setting.hpp"

namespace readout::acts {

namespace {

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
        sentence_(tree.document().tokens.sentences[sentence]),
        parties_(tree, actors, speakers, sentence) {}

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
        if (!holds(tree_, actors_, rule, token, words) || !is_cue(rule, token)) {
          continue;
        }
        const Frame frame(tree_, near_, rule, token, index_);
        auto content = content_of(tree_, near_, rule, frame);
        if (content.empty() && wants(rule, ContentKind::quote)) {
          content = next_quotation(frame);
        }
        if (content.empty() || !is_asserted(tree_, rule, frame)) {
          continue;
        }
        Saying saying = saying_at(rule, frame, std::move(content));
        if (saying.cue != no_token && is_heard(saying)) {
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
    if (!parties_.find_speaker(saying, rule, frame, said_)) {
      saying.cue = no_token;
      return saying;
    }
    parties_.find_addressee(saying, rule, frame);
    parties_.find_outlet(saying, rule, cue);
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
    saying.place = place_of(tree_, actors_, saying);
    saying.cue_span = cue_span(tree_, rule, cue, index_, place);
    return saying;
  }

  // Attitudes and nouns without anybody who holds them, and sayings in passing ("it is worth noting that …", "needless
  // to say"), are nobody's.
  [[nodiscard]] bool is_heard(const Saying& saying) const {
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
    if (!quoted && !wants(rule, ContentKind::clause)) {  // "a move called prorogation"
      return false;
    }
    return quoted || (rule.name.starts_with("say.") && tag != Xpos::vbg && tag != Xpos::vb);
  }

  const Tree& tree_;
  const ActorsAt& actors_;
  std::vector<Quotation> near_;
  const std::vector<Quotation>& quotations_;
  Speakers& speakers_;
  std::uint32_t index_;
  const Sentence& sentence_;
  Parties parties_;
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
