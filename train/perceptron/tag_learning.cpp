// The dictionary is counted, the weights are learnt with the tagger's own choices as left context.
#include "tag_learning.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "noise.hpp"
#include "syntax/sentence.hpp"

namespace readout::train {

namespace {

using syntax::GoldSentence;
using syntax::TagPair;

constexpr unsigned least_pair = 3;    // a rarer pair of tags is not learnt
constexpr unsigned least_known = 4;   // rarer words count as unknown
constexpr unsigned least_fixed = 30;  // from here on a word with one tag gets it without being looked at
constexpr std::size_t most_tags = 120;

std::vector<TagPair> frequent_pairs(const std::vector<GoldSentence>& sentences) {
  std::map<TagPair, unsigned> counts;
  for (const auto& sentence : sentences) {
    for (const auto& word : sentence) {
      ++counts[{word.upos, word.xpos}];
    }
  }
  std::vector<std::pair<unsigned, TagPair>> order;
  for (const auto& [pair, count] : counts) {
    if (count >= least_pair) {
      order.emplace_back(count, pair);
    }
  }
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  order.resize(std::min(order.size(), most_tags));
  std::vector<TagPair> pairs;
  for (const auto& [count, pair] : order) {
    pairs.push_back(pair);
  }
  return pairs;
}

using Counts = std::map<std::uint8_t, unsigned>;

std::map<std::uint32_t, Counts> count_forms(const std::vector<GoldSentence>& sentences, const Tagging& tagging) {
  std::map<std::uint32_t, Counts> forms;
  std::vector<syntax::Word> words;
  for (const auto& sentence : sentences) {
    std::string text;
    std::vector<Span> spans;
    syntax::write_text(sentence, text, spans);
    syntax::read_words(text, spans, {}, words);
    for (std::size_t at = 0; at < sentence.size(); ++at) {
      ++forms[words[at].form][tagging.tag_of(sentence[at])];
    }
  }
  return forms;
}

syntax::TableBuilder lay_out_kinds(const std::map<std::uint32_t, Counts>& forms) {
  std::map<std::vector<std::uint16_t>, std::uint16_t> classes;
  std::vector<std::pair<std::uint64_t, std::array<std::uint16_t, 2>>> rows;
  for (const auto& [form, counts] : forms) {
    const auto all =
        std::accumulate(counts.begin(), counts.end(), 0U, [](unsigned sum, const auto& c) { return sum + c.second; });
    if (all < least_known) {
      continue;
    }
    std::vector<std::pair<unsigned, std::uint8_t>> order;
    for (const auto& [tag, count] : counts) {
      if (count * 50 >= all) {
        order.emplace_back(all - count, tag);
      }
    }
    std::sort(order.begin(), order.end());
    std::vector<std::uint16_t> tags;
    for (const auto& [rest, tag] : order) {
      tags.push_back(tag);
    }
    const auto number = classes.try_emplace(tags, static_cast<std::uint16_t>(classes.size() + 2)).first->second;
    const bool is_fixed = all >= least_fixed && order[0].first * 500 <= all;
    rows.push_back({syntax::kind_key(form), {number, is_fixed ? order[0].second : syntax::no_tag}});
  }
  syntax::TableBuilder table(rows.size());
  for (const auto& [key, entries] : rows) {
    table.add(key, entries);
  }
  return table;
}

// One sentence: choose each tag, correct it, go on with the choice made.
void learn_from(const GoldSentence& sentence, const Tagging& tagging, const syntax::Table& kinds,
                const syntax::SeenNames& names, Learner& learner, syntax::Workspace::Scratch& scratch) {
  std::string text;
  std::vector<Span> spans;
  syntax::write_text(sentence, text, spans);
  syntax::look_up(text, spans, kinds, names, scratch);
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    if (scratch.fixed[at] != syntax::no_tag) {
      scratch.tags[at] = scratch.fixed[at];
      continue;
    }
    syntax::tag_features({scratch.words, scratch.kinds, scratch.stems, scratch.tags}, at, scratch.features);
    learner.score(scratch.features, scratch.scores);
    const auto end = scratch.scores.begin() + static_cast<std::ptrdiff_t>(tagging.tags.size());
    const auto best = static_cast<std::uint8_t>(std::max_element(scratch.scores.begin(), end) - scratch.scores.begin());
    scratch.tags[at] = best;
    const auto right = tagging.tag_of(sentence[at]);
    if (right != syntax::no_tag && right != best) {
      learner.update(scratch.features, right, best);
    }
    learner.tick();
  }
}

}  // namespace

std::uint8_t Tagging::tag_of(const syntax::GoldWord& word) const {
  const auto at = std::find(tags.begin(), tags.end(), TagPair{word.upos, word.xpos});
  return at == tags.end() ? syntax::no_tag : static_cast<std::uint8_t>(at - tags.begin());
}

Tagging learn_kinds(const std::vector<GoldSentence>& sentences) {
  Tagging tagging;
  tagging.tags = frequent_pairs(sentences);
  tagging.kinds = lay_out_kinds(count_forms(sentences, tagging));
  return tagging;
}

syntax::TableBuilder learn_tagger(const Lessons& lessons, const Tagging& tagging, unsigned epochs, std::size_t folds,
                                  std::size_t left_out, double least) {
  const syntax::Table kinds(tagging.kinds.slots.data(), tagging.kinds.slot_count, tagging.kinds.entries.data(),
                            static_cast<std::uint32_t>(tagging.kinds.entries.size()));
  std::vector<std::size_t> order;
  for (std::size_t n = 0; n < lessons.sentences.size(); ++n) {
    if (folds == 0 || n % folds != left_out) {
      order.push_back(n);
    }
  }
  Chance chance(1 + left_out);
  Learner learner(2);
  syntax::Workspace workspace;
  for (unsigned epoch = 0; epoch < epochs; ++epoch) {
    chance.shuffle(order);
    for (const auto n : order) {
      learn_from(roughened(lessons.sentences[n], chance), tagging, kinds, lessons.names_of(n), learner,
                 workspace.scratch());
    }
  }
  return learner.pack(least);
}

}  // namespace readout::train
