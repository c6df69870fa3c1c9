// Sayings nest by their words: what stands inside somebody's words is that somebody's account of it. An outlet that
// only passes words on is a node of the tree and no statement of its own.
#include "acts/voices.hpp"

#include <algorithm>
#include <utility>

#include "acts/confidence.hpp"
#include "acts/settle.hpp"
#include "acts/voices_nesting.hpp"

namespace readout::acts {

namespace {

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
      if (tree.upos(id) == Upos::punct || tree.upos(id) == Upos::cconj) {  // “…” and “…” is all quoted
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

// Builds the tree parent first.
class Builder {
 public:
  Builder(const Tree& tree, Nest nest, const std::vector<Quotation>& quotations)
      : tree_(tree), sayings_(std::move(nest.sayings)), parents_(std::move(nest.parents)), quotations_(quotations) {}

  Voices build() {
    voices_.accounts.emplace_back();
    read_mentions();
    account_.assign(sayings_.size(), own_voice);
    done_.assign(sayings_.size(), false);
    for (std::size_t i = 0; i < sayings_.size(); ++i) {
      account(i);
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
  AccountId account(std::size_t i) {
    if (done_[i]) {
      return account_[i];
    }
    done_[i] = true;
    const Saying& saying = sayings_[i];
    AccountId parent = parents_[i] == no_saying ? inherited(i) : account(parents_[i]);
    if (saying.outlet != no_actor && voices_.accounts[parent].source != saying.outlet) {
      parent = add({parent, saying.outlet, "report", saying.cue_span, no_actor, no_actor, false, {}});
    }
    Account own{parent, saying.speaker, saying.channel, saying.cue_span, saying.addressee, no_actor, false, {}};
    if (saying.speaker != no_actor) {
      const Actor& speaker = tree_.document().actors.actors[saying.speaker];
      own.anonymous = saying.unnamed || speaker.anonymous || is_nameless(saying.speaker);
      own.evidence = speaker.evidence;
      if (own.anonymous && own.evidence.empty() && !words_[saying.speaker].empty()) {
        own.evidence = {words_[saying.speaker]};
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
    return persons && !words_[id].empty() && !named_[id];
  }

  void read_mentions() {
    words_.resize(tree_.document().actors.actors.size());
    named_.resize(words_.size(), false);
    for (const Mention& m : tree_.document().actors.mentions) {
      if (m.actor != no_actor) {
        words_[m.actor] = words_[m.actor].empty() ? m.span : words_[m.actor];
        named_[m.actor] = named_[m.actor] || m.form == MentionForm::name;
      }
    }
  }

  AccountId add(Account account) {
    voices_.accounts.push_back(std::move(account));
    return static_cast<AccountId>(voices_.accounts.size() - 1);
  }

  // "…, Xi added": a speaker who goes on in the next sentence goes on through the same outlet.
  AccountId inherited(std::size_t i) {
    const Saying& saying = sayings_[i];
    for (std::size_t j = i; j-- > 0 && sayings_[j].sentence + 1 >= saying.sentence;) {
      const Saying& before = sayings_[j];
      if (before.sentence == saying.sentence || !goes_on(saying) || before.speaker != saying.speaker ||
          saying.speaker == no_actor) {
        continue;
      }
      const AccountId up = voices_.accounts[account(j)].parent;
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
    statement.confidence = sum(reasons_of(statement));
  }

  const Tree& tree_;
  std::vector<Saying> sayings_;
  std::vector<std::size_t> parents_;
  const std::vector<Quotation>& quotations_;
  Voices voices_;
  std::vector<AccountId> account_;
  std::vector<bool> done_;
  std::vector<Span> words_;  // [actors] of the first mention
  std::vector<bool> named_;  // [actors] some mention is a name
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
  return Builder(tree, nest(tree, std::move(sayings), quotations), quotations).build();
}

}  // namespace readout::acts
