// Sayings nest by their words: what stands inside somebody's words is that somebody's account of it. An outlet that
// only passes words on is a node of the tree and no statement of its own.
#include "acts/voices.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "acts/settle.hpp"

namespace readout::acts {

namespace {

constexpr std::size_t none = SIZE_MAX;
constexpr std::size_t look_around = 48;  // sayings; what nests stands close

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

// The saying whose words hold the cue of saying `i`: the one with the fewest words.
std::size_t parent_of(const std::vector<Saying>& sayings, std::size_t i) {
  std::size_t best = none;
  const std::size_t first = i > look_around ? i - look_around : 0;
  const std::size_t last = std::min(sayings.size(), i + look_around);
  for (std::size_t j = first; j < last; ++j) {
    if (j == i || !is_inside(sayings[i], sayings[j])) {
      continue;
    }
    if (best == none || total(sayings[j].content) < total(sayings[best].content)) {
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

bool passes_on(const Tree& tree, const std::vector<Saying>& sayings, std::size_t i) {
  const Saying& saying = sayings[i];
  if (saying.speaker == no_actor || tree.document().actors.actors[saying.speaker].kind != ActorKind::outlet) {
    return false;
  }
  const std::size_t first = i > look_around ? i - look_around : 0;
  const std::size_t last = std::min(sayings.size(), i + look_around);
  for (std::size_t j = first; j < last; ++j) {
    if (j != i && sayings[j].speaker != saying.speaker && is_inside(sayings[j], saying)) {
      return true;
    }
  }
  return false;
}

StatementForm form_of(const Tree& tree, const std::vector<Span>& content, const std::vector<Quotation>& quotations) {
  std::uint32_t outside = 0;  // tokens with letters or digits outside of quotation marks
  std::uint32_t inside = 0;
  const auto& spans = tree.document().tokens.span;
  for (const Span part : content) {
    auto token =
        std::lower_bound(spans.begin(), spans.end(), part.begin, [](Span a, std::uint32_t b) { return a.begin < b; });
    for (; token != spans.end() && token->end <= part.end; ++token) {
      const auto id = static_cast<TokenId>(token - spans.begin());
      if (tree.upos(id) == Upos::punct) {
        continue;
      }
      const auto after = std::upper_bound(quotations.begin(), quotations.end(), id,
                                          [](TokenId t, const Quotation& q) { return t < q.first; });
      const bool quoted = after != quotations.begin() && id < std::prev(after)->last;
      ++(quoted ? inside : outside);
    }
  }
  return inside == 0 ? StatementForm::indirect : outside == 0 ? StatementForm::direct : StatementForm::mixed;
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
  std::size_t speaker = none;
  std::uint32_t last_sentence = 0;  // up to which the speaker's words go
  for (const Quotation& q : quotations) {
    const bool whole = q.first == sentences[q.first_sentence].first && q.last + 1 >= sentences[q.last_sentence].last;
    for (; next_taken < taken.size() && taken[next_taken].begin < q.span.end; ++next_taken) {
      reach = std::max(reach, taken[next_taken].end);
    }
    for (; next < sayings.size() && sayings[next].sentence < q.first_sentence; ++next) {
      // Of one sentence the outermost speaks on.
      const bool same = speaker != none && sayings[speaker].sentence == sayings[next].sentence;
      const bool inner = speaker != none && (is_inside(sayings[next], sayings[speaker]) ||
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
    if (!whole || reach > q.span.begin || q.last - q.first < 4 || !coded || speaker == none ||
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
    for (std::size_t at = parents[i]; sayings[i].first_person && at != none && ++steps < look_around;
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
  std::vector<std::size_t> place(sayings.size(), none);
  std::vector<Saying> kept;
  std::vector<std::size_t> kept_parents;
  for (std::size_t i = 0; i < sayings.size(); ++i) {
    const bool thinks = sayings[i].rule->name.starts_with("think.");
    const bool own = parents[i] != none && sayings[parents[i]].speaker == sayings[i].speaker;
    const bool nobody = is_quoted(quotations, sayings[i].cue) && sayings[i].speaker == no_actor;
    if ((thinks && own) || nobody || (thinks && sayings[i].first_person)) {
      continue;
    }
    place[i] = kept.size();
    kept.push_back(std::move(sayings[i]));
    kept_parents.push_back(parents[i]);
  }
  for (std::size_t& parent : kept_parents) {
    while (parent != none && place[parent] == none) {
      parent = parents[parent];
    }
    parent = parent == none ? none : place[parent];
  }
  sayings = std::move(kept);
  parents = std::move(kept_parents);
}

// Builds the tree parent first.
class Builder {
 public:
  Builder(const Tree& tree, std::vector<Saying> sayings, const std::vector<Quotation>& quotations)
      : tree_(tree), sayings_(std::move(sayings)), quotations_(quotations) {}

  Voices build() {
    voices_.accounts.emplace_back();
    std::vector<std::size_t> parents(sayings_.size(), none);
    for (std::size_t i = 0; i < sayings_.size(); ++i) {
      parents[i] = parent_of(sayings_, i);
      if (parents[i] != none) {
        trim_to_parent(sayings_[i], sayings_[parents[i]]);
      }
    }
    break_circles(parents);
    find_first_persons(sayings_, parents);
    drop_own_thoughts(sayings_, parents, quotations_);
    account_.assign(sayings_.size(), own_voice);
    done_.assign(sayings_.size(), false);
    for (std::size_t i = 0; i < sayings_.size(); ++i) {
      account(i, parents);
    }
    for (std::size_t i = 0; i < sayings_.size(); ++i) {
      state(i);
    }
    for (Statement& statement : voices_.statements) {
      finish(statement);
    }
    std::stable_sort(voices_.regions.begin(), voices_.regions.end(), [](const auto& a, const auto& b) {
      return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    return std::move(voices_);
  }

 private:
  static void break_circles(std::vector<std::size_t>& parents) {
    for (std::size_t i = 0; i < parents.size(); ++i) {
      std::size_t at = parents[i];
      for (std::size_t steps = 0; at != none; at = parents[at]) {
        if (at == i || ++steps > look_around) {
          parents[i] = none;
          break;
        }
      }
    }
  }

  AccountId account(std::size_t i, const std::vector<std::size_t>& parents) {
    if (done_[i]) {
      return account_[i];
    }
    done_[i] = true;
    const Saying& saying = sayings_[i];
    AccountId parent = parents[i] == none ? inherited(i, parents) : account(parents[i], parents);
    if (saying.outlet != no_actor && voices_.accounts[parent].source != saying.outlet) {
      parent = add({parent, saying.outlet, "report", saying.cue_span, no_actor, no_actor, false, {}});
    }
    Account own{parent, saying.speaker, saying.channel, saying.cue_span, saying.addressee, no_actor, false, {}};
    if (saying.speaker != no_actor) {
      const Actor& speaker = tree_.document().actors.actors[saying.speaker];
      own.anonymous = saying.unnamed || speaker.anonymous || is_nameless(saying.speaker);
      own.evidence = speaker.evidence;
      if (own.anonymous && own.evidence.empty()) {
        own.evidence = words_of(saying.speaker);
      }
      own.on_behalf_of = speaker.affiliation;
      if (speaker.kind == ActorKind::outlet && own.channel.empty()) {
        own.channel = "report";
      }
    }
    account_[i] = add(std::move(own));
    return account_[i];
  }

  // "White House officials": persons whom the report calls by what they are and never by name.
  [[nodiscard]] bool is_nameless(ActorId id) const {
    const Actor& actor = tree_.document().actors.actors[id];
    const bool persons = (actor.kind == ActorKind::group || actor.kind == ActorKind::person) && actor.members.empty() &&
                         actor.office.empty();
    return persons && !words_of(id).empty() &&
           std::none_of(tree_.document().actors.mentions.begin(), tree_.document().actors.mentions.end(),
                        [&](const Mention& m) { return m.actor == id && m.form == MentionForm::name; });
  }

  [[nodiscard]] std::vector<Span> words_of(ActorId id) const {
    for (const Mention& m : tree_.document().actors.mentions) {
      if (m.actor == id) {
        return {m.span};
      }
    }
    return {};
  }

  AccountId add(Account account) {
    voices_.accounts.push_back(std::move(account));
    return static_cast<AccountId>(voices_.accounts.size() - 1);
  }

  // "…, Xi added": a speaker who goes on in the next sentence goes on through the same outlet.
  AccountId inherited(std::size_t i, const std::vector<std::size_t>& parents) {
    const Saying& saying = sayings_[i];
    for (std::size_t j = i; j-- > 0 && sayings_[j].sentence + 1 >= saying.sentence;) {
      const Saying& before = sayings_[j];
      if (before.sentence == saying.sentence || !goes_on(saying) || before.speaker != saying.speaker ||
          saying.speaker == no_actor) {
        continue;
      }
      const AccountId up = voices_.accounts[account(j, parents)].parent;
      const ActorId source = voices_.accounts[up].source;
      const bool outlet = source != no_actor && tree_.document().actors.actors[source].kind == ActorKind::outlet;
      return outlet ? up : own_voice;
    }
    return own_voice;
  }

  // "he said", "Xi added": a name with a plain verb begins anew.
  [[nodiscard]] bool goes_on(const Saying& saying) const {
    const TokenId subject = tree_.child(saying.cue, {Relation::nsubj});
    const bool pronoun = subject != no_token && tree_.upos(subject) == Upos::pron;
    return pronoun || tree_.rules().in_list("@goes_on", tree_.lemma(saying.cue));
  }

  void state(std::size_t i) {
    const Saying& saying = sayings_[i];
    for (const Span span : saying.content) {
      voices_.regions.push_back({span, account_[i]});
    }
    if (passes_on(tree_, sayings_, i)) {
      return;
    }
    Statement statement;
    statement.speaker = saying.speaker;
    statement.cue = saying.cue_span;
    statement.content = saying.content;
    statement.addressee = saying.addressee;
    statement.channel = saying.channel;
    statement.place = saying.place;
    statement.account = account_[i];
    statement.sentence = tree_.document().tokens.sentences[saying.sentence].span;
    statement.rule = saying.rule->name;
    statement.when = when_of(tree_, saying.cue, ActStatus::happened, saying.content);
    voices_.statements.push_back(std::move(statement));
  }

  void finish(Statement& statement) {
    statement.form = form_of(tree_, statement.content, quotations_);
    const bool known = statement.speaker != no_actor;
    const bool quoted = statement.form != StatementForm::indirect;
    statement.confidence = known ? (quoted ? 0.9F : 0.8F) : (quoted ? 0.6F : 0.5F);
  }

  const Tree& tree_;
  std::vector<Saying> sayings_;
  const std::vector<Quotation>& quotations_;
  Voices voices_;
  std::vector<AccountId> account_;
  std::vector<bool> done_;
};

}  // namespace

AccountId Voices::account_at(Span span) const {
  const auto after =
      std::upper_bound(regions.begin(), regions.end(), span.begin,
                       [](std::uint32_t begin, const Region& region) { return begin < region.span.begin; });
  AccountId found = own_voice;
  std::uint32_t size = UINT32_MAX;
  std::size_t looked = 0;
  for (auto region = after; region != regions.begin() && looked < look_around; ++looked) {
    --region;
    if (region->span.contains(span) && region->span.size() < size) {
      found = region->account;
      size = region->span.size();
    }
  }
  return found;
}

Voices hear(const Tree& tree, std::vector<Saying> sayings, const std::vector<Quotation>& quotations) {
  drop_voiceless(sayings, quotations);
  merge_claims(sayings);
  take_in_floating_quotations(tree, sayings, quotations);
  return Builder(tree, std::move(sayings), quotations).build();
}

}  // namespace readout::acts
