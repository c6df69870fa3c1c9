// Words are kept by their distance from the nearest word of evidence, nearest first, until the columns are used up.
#include "outputs/excerpt.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <limits>
#include <numeric>

#include "base/utf8.hpp"

namespace readout::outputs {

namespace {

struct Word {
  Span span;
  std::size_t columns = 0;
  bool evidence = false;
  bool kept = false;
  std::uint32_t distance = std::numeric_limits<std::uint32_t>::max();
};

bool is_blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

// The part of a very long sentence that can come into the excerpt at all.
Span within_reach(std::string_view text, Span sentence, const std::vector<Span>& evidence, std::size_t columns) {
  sentence.end = std::min(sentence.end, static_cast<std::uint32_t>(text.size()));
  sentence.begin = std::min(sentence.begin, sentence.end);
  const auto reach = static_cast<std::uint32_t>(std::min<std::size_t>(columns * 8, 1U << 16U));
  auto middle = sentence.begin;
  for (const Span span : evidence) {
    if (sentence.contains(span)) {
      middle = span.begin;
      break;
    }
  }
  Span part{std::max(sentence.begin, middle > reach ? middle - reach : 0U), sentence.end};
  part.end = static_cast<std::uint32_t>(std::min<std::uint64_t>(sentence.end, std::uint64_t{middle} + reach));
  while (part.begin < part.end && !base::is_boundary(text, part.begin)) {
    ++part.begin;
  }
  while (part.begin < part.end && !base::is_boundary(text, part.end)) {
    --part.end;
  }
  return part;
}

std::vector<Word> words_of(std::string_view text, Span part, const std::vector<Span>& evidence) {
  std::vector<Word> words;
  for (std::uint32_t at = part.begin; at < part.end;) {
    if (is_blank(text[at])) {
      ++at;
      continue;
    }
    Word word;
    word.span.begin = at;
    while (at < part.end && !is_blank(text[at])) {
      const auto unit = base::decode(text.substr(0, part.end), at);
      word.columns += columns_of(unit.value);
      at += static_cast<std::uint32_t>(unit.length);
    }
    word.span.end = at;
    word.evidence = std::any_of(evidence.begin(), evidence.end(), [&](Span span) { return span.overlaps(word.span); });
    words.push_back(word);
  }
  return words;
}

void measure_distances(std::vector<Word>& words) {
  const auto pass = [](auto begin, auto end) {
    std::uint32_t since = std::numeric_limits<std::uint32_t>::max();
    for (auto word = begin; word != end; ++word) {
      since = word->evidence ? 0 : since == std::numeric_limits<std::uint32_t>::max() ? since : since + 1;
      word->distance = std::min(word->distance, since);
    }
  };
  pass(words.begin(), words.end());
  pass(words.rbegin(), words.rend());
}

void choose(std::vector<Word>& words, std::size_t columns) {
  std::vector<std::size_t> order(words.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return words[a].distance < words[b].distance; });
  std::size_t used = 4;  // an ellipsis at either end
  for (const auto i : order) {
    used += words[i].columns + 1;
    if (used > columns && i != order.front()) {
      return;
    }
    words[i].kept = true;
  }
}

bool is_marked(std::uint32_t at, const std::vector<Span>& evidence) {
  return std::any_of(evidence.begin(), evidence.end(), [&](Span span) { return span.begin <= at && at < span.end; });
}

// Adds one word, its bytes of evidence marked.
void add_word(std::string_view text, Span word, const std::vector<Span>& evidence, Paragraph& out) {
  const auto marked = [&](std::uint32_t at) { return is_marked(at, evidence); };
  for (auto at = word.begin; at < word.end;) {
    auto end = at + 1;
    while (end < word.end && (marked(end) == marked(at) || !base::is_boundary(text, end))) {
      ++end;
    }
    out.add(slice(text, {at, end}), marked(at) ? Style::evidence : Style::plain);
    at = end;
  }
}

}  // namespace

Paragraph excerpt(std::string_view text, Span sentence, const std::vector<Span>& all_evidence, std::size_t columns) {
  const Span part = within_reach(text, sentence, all_evidence, columns);
  std::vector<Span> evidence;
  std::copy_if(all_evidence.begin(), all_evidence.end(), std::back_inserter(evidence),
               [&](Span span) { return span.overlaps(part); });
  auto words = words_of(text, part, evidence);
  const auto whole = std::accumulate(words.begin(), words.end(), std::size_t{0},
                                     [](auto sum, const Word& word) { return sum + word.columns + 1; });
  if (whole <= columns + 1) {
    std::for_each(words.begin(), words.end(), [](Word& word) { word.kept = true; });
  } else {
    measure_distances(words);
    choose(words, columns);
  }
  Paragraph out;
  bool gap = part.begin > sentence.begin;
  std::uint32_t blank = part.begin;  // the one before the word
  for (const Word& word : words) {
    if (!word.kept) {
      gap = true;
      continue;
    }
    out.add(gap ? " … " : " ", !gap && is_marked(blank, evidence) ? Style::evidence : Style::plain);
    add_word(text, word.span, evidence, out);
    gap = false;
    blank = word.span.end;
  }
  if (gap || part.end < std::min<std::size_t>(sentence.end, text.size())) {
    out.add(" …");
  }
  return out;
}

}  // namespace readout::outputs
