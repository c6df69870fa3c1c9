#include "acts/titles.hpp"

#include <algorithm>

namespace readout::acts {

namespace {

// The first sentences of the body; what stands further down may have happened at any time.
constexpr std::size_t lead_sentences = 2;

bool is_title(const Document& document, const Sentence& sentence) {
  return sentence.block < document.layout.blocks.size() &&
         document.layout.blocks[sentence.block].kind == BlockKind::title;
}

bool is_one_day(const When& when) {
  return when.earliest && when.latest && *when.earliest == *when.latest;
}

}  // namespace

void date_titles(const Document& document, Acts& acts) {
  std::vector<Span> titles;
  std::vector<Span> lead;
  for (const Sentence& sentence : document.tokens.sentences) {
    if (is_title(document, sentence)) {
      titles.push_back(sentence.span);
    } else if (lead.size() < lead_sentences && sentence.last - sentence.first > 5) {
      lead.push_back(sentence.span);
    }
  }
  const auto in = [](const std::vector<Span>& spans, Span sentence) {
    return std::any_of(spans.begin(), spans.end(), [&](Span span) { return span.contains(sentence); });
  };
  for (Event& event : acts.events) {
    const bool happened = event.status == ActStatus::happened || event.status == ActStatus::ongoing;
    if (!happened || event.when.time != When::no_time || event.actor.empty() || !in(titles, event.sentence)) {
      continue;
    }
    const When* day = nullptr;
    for (const Statement& statement : acts.statements) {
      if (day == nullptr && statement.speaker == event.actor.front() && is_one_day(statement.when) &&
          in(lead, statement.sentence)) {
        day = &statement.when;
      }
    }
    for (const Event& other : acts.events) {
      const bool same = std::find(other.actor.begin(), other.actor.end(), event.actor.front()) != other.actor.end();
      if (day == nullptr && same && is_one_day(other.when) && other.when.time != When::no_time &&
          in(lead, other.sentence)) {
        day = &other.when;
      }
    }
    if (day != nullptr) {
      event.when = *day;
    }
  }
}

}  // namespace readout::acts
