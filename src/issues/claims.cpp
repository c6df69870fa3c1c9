#include "issues/claims.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>

namespace readout::issues {

namespace {

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::uint32_t ordinal_of(std::string_view word) {
  constexpr std::string_view words[] = {"second",  "third",  "fourth", "fifth", "sixth",
                                        "seventh", "eighth", "ninth",  "tenth"};
  const auto found = std::find(std::begin(words), std::end(words), word);
  return found == std::end(words) ? 0 : static_cast<std::uint32_t>(found - std::begin(words)) + 2;
}

class Claimant {
 public:
  Claimant(const Tree& tree, const Sayings& sayings, const Knowledge& known)
      : tree_(tree), document_(tree.document()), sayings_(sayings), known_(known) {}

  std::vector<Claim> all() {
    offices();
    counts_of_events();
    for (TokenId token = 0; token < document_.tokens.size(); ++token) {
      cause(token);
      membership(token);
      rank(token);
    }
    std::stable_sort(claims_.begin(), claims_.end(),
                     [](const Claim& a, const Claim& b) { return a.evidence.front() < b.evidence.front(); });
    return std::move(claims_);
  }

 private:
  void offices();
  void counts_of_events();
  void cause(TokenId verb);
  void membership(TokenId noun);
  void rank(TokenId adjective);

  [[nodiscard]] std::string words(Span span) const { return std::string(slice(document_.report.text, span)); }
  [[nodiscard]] ActorId actor_at(TokenId token) const {
    const auto& at = document_.actors.mention_at;
    if (token >= at.size() || at[token] == no_mention) {
      return no_actor;
    }
    const Mention& mention = document_.actors.mentions[at[token]];
    return mention.form == MentionForm::adjective ? no_actor : mention.actor;
  }
  // Of whom a noun is predicated: the subject of its copula, or the noun that it stands beside.
  [[nodiscard]] TokenId predicated_of(TokenId noun) const;
  void put(Claim claim, Span at);

  const Tree& tree_;
  const Document& document_;
  const Sayings& sayings_;
  const Knowledge& known_;
  std::vector<Claim> claims_;
};

void Claimant::put(Claim claim, Span at) {
  claim.account = sayings_.account_at(at);
  for (const Sentence& sentence : document_.tokens.sentences) {
    if (sentence.span.contains(at)) {
      claim.sentence = sentence.span;
      if (sentence.block < document_.layout.blocks.size() && !is_coded(document_.layout.blocks[sentence.block].kind)) {
        return;
      }
    }
  }
  if (!claim.sentence.empty()) {
    claims_.push_back(std::move(claim));
  }
}

// A name with a title beside it, the first time that it stands so: "US President Joe Biden".
void Claimant::offices() {
  std::vector<bool> told(document_.actors.actors.size(), false);
  for (const Mention& mention : document_.actors.mentions) {
    if (mention.actor == no_actor || mention.form != MentionForm::name || told[mention.actor]) {
      continue;
    }
    const Actor& actor = document_.actors.actors[mention.actor];
    if (actor.kind != ActorKind::person || actor.office.empty()) {
      continue;
    }
    bool titled = false;
    for (TokenId t = mention.first; t < mention.last; ++t) {
      titled = titled || (t != mention.head && known_.in_list("title", tree_.lemma(t))) ||
               known_.in_list("title", std::string(slice(document_.report.text, tree_.span(t))));
    }
    if (titled) {
      told[mention.actor] = true;
      Claim claim;
      claim.actor = mention.actor;
      const bool former = actor.office.starts_with("former ");
      claim.predicate = former ? "held office" : "holds office";
      claim.object = former ? actor.office.substr(7) : actor.office;
      claim.evidence = {mention.span};
      put(std::move(claim), mention.span);
    }
  }
}

// "the second call since …", "the 90-minute call".
void Claimant::counts_of_events() {
  const auto& events = document_.acts.events;
  for (std::uint32_t i = 0; i < events.size(); ++i) {
    const Event& event = events[i];
    if (event.evidence.empty()) {
      continue;
    }
    const auto in_telling = [&](Span span) {
      return std::any_of(event.evidence.begin(), event.evidence.end(), [&](Span words) {
        for (const Sentence& sentence : document_.tokens.sentences) {
          if (sentence.span.contains(words)) {
            return sentence.span.contains(span);
          }
        }
        return false;
      });
    };
    std::uint32_t ordinal = event.ordinal > 1 ? event.ordinal : 0;
    for (TokenId t = 0; ordinal == 0 && t < document_.tokens.size(); ++t) {
      if (ordinal_of(tree_.lemma(t)) == 0) {
        continue;
      }
      // "the call with Xi, the second between them": it may hang on what stands nearer.
      TokenId up = tree_.head(t);
      const bool beside = tree_.relation(t) == Relation::appos;
      for (unsigned steps = 0; up != no_token && steps < (beside ? 3U : 1U); ++steps, up = tree_.head(up)) {
        if (tree_.upos(up) == Upos::noun && tree_.relation(t) != Relation::obl &&
            std::any_of(event.evidence.begin(), event.evidence.end(),
                        [&](Span words) { return words.contains(tree_.span(up)); })) {
          ordinal = ordinal_of(tree_.lemma(t));
        }
      }
    }
    if (ordinal > 0) {
      Claim claim;
      claim.event = i;
      claim.predicate = "ordinal";
      claim.object = std::to_string(ordinal);
      claim.evidence = {event.evidence.front()};
      for (TokenId t = 0; t < document_.tokens.size(); ++t) {
        if (tree_.lemma(t) != "since" || !in_telling(tree_.span(t)) || tree_.head(t) == no_token) {
          continue;
        }
        const Span since = cover(tree_.span(t), tree_.reach(tree_.head(t)));
        claim.object += " " + words(since);
        claim.evidence.push_back(since);
        break;
      }
      const Span at = claim.evidence.back();
      put(std::move(claim), at);
    }
    if (!event.duration.empty()) {
      Claim claim;
      claim.event = i;
      claim.predicate = "duration";
      claim.object = event.duration;
      Span at = event.evidence.front();
      for (const Time& time : document_.times.times) {
        if (time.kind == TimeKind::duration && time.value == event.duration && in_telling(time.span)) {
          at = time.span;
          break;
        }
      }
      claim.evidence = {at};
      put(std::move(claim), at);
    }
  }
}

// "policy toward China caused difficulties".
void Claimant::cause(TokenId verb) {
  if (tree_.upos(verb) != Upos::verb || !known_.in_list("causing", tree_.lemma(verb)) ||
      tree_.negation(verb) != no_token) {
    return;
  }
  const auto causes = tree_.subjects(verb);
  const std::string_view preposition = tree_.lemma(verb) == "result"                       ? "in"
                                       : one_of(tree_.lemma(verb), {"lead", "contribute"}) ? "to"
                                                                                           : "";
  const auto effects = preposition.empty() ? tree_.objects(verb) : tree_.phrases(verb, preposition);
  if (causes.empty() || effects.empty() || tree_.upos(causes.front()) == Upos::pron ||
      tree_.sentence_of(causes.front()).first != tree_.sentence_of(verb).first ||
      actor_at(causes.front()) != no_actor) {  // what somebody brought about is an act
    return;
  }
  for (const TokenId child : tree_.children(verb)) {
    if (tree_.lemma(child) == "up") {  // "the days leading up to"
      return;
    }
  }
  Claim claim;
  claim.subject = tree_.phrase(causes.front());
  if (claim.subject.contains(tree_.span(verb)) && verb > causes.front()) {  // "a fault leading to the accident"
    TokenId last = verb - 1;
    while (last > causes.front() && tree_.upos(last) == Upos::punct) {
      --last;
    }
    claim.subject.end = tree_.span(last).end;
  }
  claim.predicate = "causes";
  claim.object = words(tree_.phrase(effects.front()));
  claim.evidence = {claim.subject, tree_.span(verb), tree_.phrase(effects.front())};
  std::sort(claim.evidence.begin(), claim.evidence.end());
  put(std::move(claim), tree_.span(verb));
}

TokenId Claimant::predicated_of(TokenId noun) const {
  const TokenId up = tree_.head(noun);
  switch (tree_.relation(noun)) {
    case Relation::appos:
    case Relation::nmod_desc:
      return up;
    case Relation::nsubj:  // "One of the key states in the region, Taiwan is …": two subjects, one of them fronted
      for (const TokenId other : up == no_token ? std::span<const TokenId>() : tree_.children(up)) {
        if (other != noun && tree_.relation(other) == Relation::nsubj && actor_at(other) != no_actor) {
          return other;
        }
      }
      return no_token;
    case Relation::conj:
      return up == no_token || up == noun ? no_token : predicated_of(up);
    default:
      break;
  }
  if (tree_.child(noun, {Relation::cop}) != no_token) {
    const TokenId subject = tree_.child(noun, {Relation::nsubj});
    if (subject != no_token && tree_.relation(noun) == Relation::acl_relcl && up != no_token &&
        one_of(tree_.lemma(subject), {"which", "who", "that"})) {
      return up;
    }
    return subject;
  }
  const TokenId beside = tree_.child(noun, {Relation::appos});
  return beside != no_token && actor_at(beside) != no_actor && actor_at(noun) == no_actor ? beside : no_token;
}

// "Turkey, a member of NATO, …", "France is a permanent member of the Security Council".
void Claimant::membership(TokenId noun) {
  if (tree_.upos(noun) != Upos::noun || !known_.in_list("member", tree_.lemma(noun)) ||
      tree_.negation(noun) != no_token) {
    return;
  }
  const TokenId subject = predicated_of(noun);
  const ActorId actor = subject == no_token ? no_actor : actor_at(subject);
  const bool addressed = tree_.xpos(noun) == Xpos::nns && tree_.child(noun, {Relation::cop}) == no_token;
  if (actor == no_actor || addressed) {  // "Members of the House, …"
    return;
  }
  for (const TokenId body : tree_.phrases(noun, "of")) {
    if (tree_.upos(body) != Upos::propn && actor_at(body) == no_actor) {
      continue;
    }
    Claim claim;
    claim.actor = actor;
    claim.subject = tree_.phrase(subject);
    claim.predicate = "member of";
    claim.object = words(tree_.phrase(body));
    claim.evidence = {tree_.span(subject), cover(tree_.span(noun), tree_.phrase(body))};
    std::sort(claim.evidence.begin(), claim.evidence.end());
    put(std::move(claim), tree_.span(noun));
  }
}

// "China is the largest buyer of Iranian oil", "one of the key states in the region".
void Claimant::rank(TokenId word) {
  TokenId noun = no_token;
  if (tree_.xpos(word) == Xpos::jjs && tree_.relation(word) == Relation::amod) {
    noun = tree_.head(word);
  } else if (tree_.lemma(word) == "most" && tree_.relation(word) == Relation::advmod && tree_.head(word) != no_token &&
             tree_.relation(tree_.head(word)) == Relation::amod) {
    noun = tree_.head(tree_.head(word));
  } else if (tree_.lemma(word) == "one" && !tree_.phrases(word, "of").empty()) {
    noun = word;
    bool select = false;
    for (const TokenId of : tree_.phrases(word, "of")) {
      for (const TokenId child : tree_.children(of)) {
        select = select || tree_.relation(child) == Relation::amod;
      }
    }
    if (!select) {
      return;
    }
  }
  if (noun == no_token || tree_.negation(noun) != no_token) {
    return;
  }
  if (tree_.relation(noun) == Relation::nmod && tree_.head(noun) != no_token &&
      tree_.lemma(tree_.head(noun)) == "one") {
    return;  // told by "one"
  }
  const TokenId subject = predicated_of(noun);
  const ActorId actor = subject == no_token ? no_actor : actor_at(subject);
  if (actor == no_actor) {
    return;
  }
  Claim claim;
  claim.actor = actor;
  claim.subject = tree_.phrase(subject);
  claim.predicate = "ranked";
  const Span what = tree_.phrase(noun);
  claim.object = words(what);
  claim.evidence = {tree_.span(subject), what};
  std::sort(claim.evidence.begin(), claim.evidence.end());
  put(std::move(claim), tree_.span(word));
}

}  // namespace

std::vector<Claim> find_claims(const Tree& tree, const Sayings& sayings, const Knowledge& known) {
  return Claimant(tree, sayings, known).all();
}

}  // namespace readout::issues
