// Words nest by their spans. Where the parser lets two sayings hold each other, the one that closes the sentence is the
// outer one.
#include "acts/voices_nesting.hpp"

#include <algorithm>
#include <utility>

namespace readout::acts {

namespace {

bool any_contains(const std::vector<Span>& spans, Span inner) {
  return std::any_of(spans.begin(), spans.end(), [&](Span span) { return span.contains(inner); });
}

std::uint32_t total(const std::vector<Span>& spans) {
  std::uint32_t bytes = 0;
  for (const Span span : spans) {
    bytes += span.size();
  }
  return bytes;
}

// The cue stands behind all that it brings: "…, Xinhua reported".
bool closes(const Saying& saying) {
  return !saying.content.empty() && saying.content.front().end <= saying.cue_span.begin;
}

// The saying whose words hold the cue of saying `i`: the one with the fewest words.
std::size_t parent_of(const std::vector<Saying>& sayings, std::size_t i) {
  std::size_t best = no_saying;
  const std::size_t first = i > look_around ? i - look_around : 0;
  const std::size_t last = std::min(sayings.size(), i + look_around);
  for (std::size_t j = first; j < last; ++j) {
    if (j == i || !is_inside(sayings[i], sayings[j])) {
      continue;
    }
    if (best == no_saying || total(sayings[j].content) < total(sayings[best].content)) {
      best = j;
    }
  }
  return best;
}

// "…, telling Biden that X, Xinhua reported": the inner words end where the outer ones do.
void trim_to_parent(Saying& inner, const Saying& outer) {
  std::vector<Span> kept;
  for (const Span span : inner.content) {
    for (const Span room : outer.content) {
      const Span common{std::max(span.begin, room.begin), std::min(span.end, room.end)};
      if (room.contains(inner.cue_span) && !common.empty()) {
        kept.push_back(common);
      }
    }
  }
  if (!kept.empty()) {
    inner.content = std::move(kept);
  }
}

std::uint32_t distance(Span cue, Span words) {
  return cue.end <= words.begin ? words.begin - cue.end : words.end <= cue.begin ? cue.begin - words.end : 0;
}

// Two cues that claim the same words ("stressed the need, saying …") are one saying: the cue next to the words speaks,
// and takes from the other what it does not know itself.
void merge_claims(std::vector<Saying>& sayings) {
  for (std::size_t i = 0; i < sayings.size(); ++i) {
    for (std::size_t j = i + 1; j < sayings.size() && sayings[j].sentence == sayings[i].sentence; ++j) {
      Saying& a = sayings[i];
      Saying& b = sayings[j];
      if (a.content.empty() || a.content != b.content || a.outlet != no_actor || b.outlet != no_actor) {
        continue;
      }
      const bool nearer = distance(b.cue_span, b.content.front()) <= distance(a.cue_span, a.content.front());
      Saying& kept = nearer ? b : a;
      Saying& gone = nearer ? a : b;
      kept.speaker = kept.speaker == no_actor ? gone.speaker : kept.speaker;
      kept.addressee = kept.addressee == no_actor ? gone.addressee : kept.addressee;
      kept.channel = kept.channel.empty() ? gone.channel : kept.channel;
      gone.content.clear();
    }
  }
  std::erase_if(sayings, [](const Saying& saying) { return saying.content.empty(); });
}

bool is_quoted(const std::vector<Quotation>& quotations, TokenId token) {
  const auto after = std::upper_bound(quotations.begin(), quotations.end(), token,
                                      [](TokenId t, const Quotation& q) { return t < q.first; });
  return after != quotations.begin() && token < std::prev(after)->last;
}

// Inside somebody's quotation marks a cue without a speaker of its own ("… cannot tell us what to do") reports nobody.
void drop_voiceless(std::vector<Saying>& sayings, const std::vector<Quotation>& quotations) {
  std::erase_if(sayings, [&](const Saying& saying) {
    return saying.speaker == no_actor && !saying.first_person && is_quoted(quotations, saying.cue);
  });
}

// «"It is hard," she said. "We know that."»: a quotation of whole sentences that no cue claims belongs to who spoke
// last.
void take_in_floating_quotations(const Tree& tree, std::vector<Saying>& sayings,
                                 const std::vector<Quotation>& quotations) {
  const auto& sentences = tree.document().tokens.sentences;
  const auto& blocks = tree.document().layout.blocks;
  std::vector<Span> taken;  // what cues claim, by begin
  for (const Saying& saying : sayings) {
    if (!is_quoted(quotations, saying.cue)) {
      taken.insert(taken.end(), saying.content.begin(), saying.content.end());
    }
  }
  std::sort(taken.begin(), taken.end());
  // «"…," she said, adding that …»: who is quoted speaks on.
  const auto quotes = [&](const Saying& saying) {
    return std::any_of(saying.content.begin(), saying.content.end(), [&](Span span) {
      const auto q = std::lower_bound(quotations.begin(), quotations.end(), span.begin,
                                      [](const Quotation& one, std::uint32_t begin) { return one.span.end <= begin; });
      return q != quotations.end() && q->span.overlaps(span);
    });
  };
  std::uint32_t reach = 0;
  std::size_t next_taken = 0;
  std::size_t next = 0;
  std::size_t speaker = no_saying;
  std::uint32_t last_sentence = 0;  // up to which the speaker's words go
  for (const Quotation& q : quotations) {
    const bool whole = q.first == sentences[q.first_sentence].first && q.last + 1 >= sentences[q.last_sentence].last;
    for (; next_taken < taken.size() && taken[next_taken].begin < q.span.end; ++next_taken) {
      reach = std::max(reach, taken[next_taken].end);
    }
    for (; next < sayings.size() && sayings[next].sentence < q.first_sentence; ++next) {
      // Of one sentence the outermost speaks on.
      const bool same = speaker != no_saying && sayings[speaker].sentence == sayings[next].sentence;
      const bool inner = speaker != no_saying && (is_inside(sayings[next], sayings[speaker]) ||
                                                  (same && quotes(sayings[speaker]) && !quotes(sayings[next])));
      if (!inner) {
        speaker = next;
        last_sentence = sayings[next].sentence;
      }
      const auto end = sayings[next].content.back().end;
      while (last_sentence + 1 < sentences.size() && sentences[last_sentence + 1].span.begin < end) {
        ++last_sentence;
      }
    }
    const bool coded = is_coded(blocks[sentences[q.first_sentence].block].kind);
    if (!whole || reach > q.span.begin || q.last - q.first < 4 || !coded || speaker == no_saying ||
        last_sentence + 1 < q.first_sentence) {
      continue;
    }
    sayings[speaker].content.push_back(q.span);
    last_sentence = q.last_sentence;
  }
}

// "I think" within somebody's words is his own thought.
void find_first_persons(std::vector<Saying>& sayings, const std::vector<std::size_t>& parents) {
  for (std::size_t i = 0; i < sayings.size(); ++i) {
    std::size_t steps = 0;
    for (std::size_t at = parents[i]; sayings[i].first_person && at != no_saying && ++steps < look_around;
         at = parents[at]) {
      if (!sayings[at].first_person) {
        sayings[i].speaker = sayings[at].speaker;
        break;
      }
    }
  }
}

// "He said he thinks that …", "“I think …,” he said": one saying and not two, because nobody else thinks so.
void drop_own_thoughts(std::vector<Saying>& sayings, std::vector<std::size_t>& parents,
                       const std::vector<Quotation>& quotations) {
  std::vector<std::size_t> place(sayings.size(), no_saying);
  std::vector<Saying> kept;
  std::vector<std::size_t> kept_parents;
  for (std::size_t i = 0; i < sayings.size(); ++i) {
    const bool thinks = sayings[i].rule->name.starts_with("think.");
    const bool own = parents[i] != no_saying && sayings[parents[i]].speaker == sayings[i].speaker;
    const bool nobody = is_quoted(quotations, sayings[i].cue) && sayings[i].speaker == no_actor;
    if ((thinks && own) || nobody || (thinks && sayings[i].first_person)) {
      continue;
    }
    place[i] = kept.size();
    kept.push_back(std::move(sayings[i]));
    kept_parents.push_back(parents[i]);
  }
  for (std::size_t& parent : kept_parents) {
    while (parent != no_saying && place[parent] == no_saying) {
      parent = parents[parent];
    }
    parent = parent == no_saying ? no_saying : place[parent];
  }
  sayings = std::move(kept);
  parents = std::move(kept_parents);
}

void break_circles(std::vector<std::size_t>& parents) {
  for (std::size_t i = 0; i < parents.size(); ++i) {
    std::size_t at = parents[i];
    for (std::size_t steps = 0; at != no_saying; at = parents[at]) {
      if (at == i || ++steps > look_around) {
        parents[i] = no_saying;
        break;
      }
    }
  }
}

}  // namespace

// Two that hold each other's cue are a parser's error: the outer one is the one that closes the sentence, else the one
// that comes first.
bool is_inside(const Saying& inner, const Saying& outer) {
  if (!any_contains(outer.content, inner.cue_span)) {
    return false;
  }
  if (!any_contains(inner.content, outer.cue_span)) {
    return true;
  }
  return closes(outer) != closes(inner) ? closes(outer) : outer.cue < inner.cue;
}

Nest nest(const Tree& tree, std::vector<Saying> sayings, const std::vector<Quotation>& quotations) {
  drop_voiceless(sayings, quotations);
  merge_claims(sayings);
  take_in_floating_quotations(tree, sayings, quotations);
  std::vector<std::size_t> parents(sayings.size(), no_saying);
  for (std::size_t i = 0; i < sayings.size(); ++i) {
    parents[i] = parent_of(sayings, i);
    if (parents[i] != no_saying) {
      trim_to_parent(sayings[i], sayings[parents[i]]);
    }
  }
  break_circles(parents);
  find_first_persons(sayings, parents);
  drop_own_thoughts(sayings, parents, quotations);
  return {std::move(sayings), std::move(parents)};
}

}  // namespace readout::acts
