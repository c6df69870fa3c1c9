#include "acts/reasons.hpp"

#include <algorithm>
#include <array>

namespace readout::acts {

namespace {

constexpr std::size_t most_places = 8;  // of one side: pairs grow with the square

// The sentence that a token stands in.
const Sentence& sentence_of(const Document& document, TokenId token) {
  const auto& sentences = document.tokens.sentences;
  const auto behind = std::upper_bound(sentences.begin(), sentences.end(), token,
                                       [](TokenId t, const Sentence& sentence) { return t < sentence.first; });
  return *std::prev(behind);
}

bool holds_actor(const std::vector<ActorId>& list, ActorId actor) {
  return std::find(list.begin(), list.end(), actor) != list.end();
}

// The place of the sentence that stands for the actor, the nearest to the trigger; a place of its own before one where
// it is only an adjective.
TokenId place_of(const Tree& tree, const ActorsAt& actors, TokenId trigger, ActorId actor) {
  if (trigger == no_token) {
    return no_token;
  }
  const Sentence& sentence = sentence_of(tree.document(), trigger);
  const auto far = [&](TokenId t) { return t > trigger ? t - trigger : trigger - t; };
  for (const bool adjectives : {false, true}) {
    TokenId best = no_token;
    for (TokenId t = sentence.first; t < sentence.last; ++t) {
      if ((best == no_token || far(t) < far(best)) && holds_actor(actors.find(t, adjectives), actor)) {
        best = t;
      }
    }
    if (best != no_token) {
      return best;
    }
  }
  return no_token;
}

// Looks for the actor at the end of each path, then among those whose things stand there.
void find_by_paths(const Tree& tree, const ActorsAt& actors, TokenId trigger, const std::vector<Path>& paths,
                   RoleFound& found) {
  for (const Path& path : paths) {
    for (const TokenId token : tree.follow(trigger, path)) {
      if (holds_actor(actors.find(token, true), found.actor)) {
        found.path = path_text(path);
        found.at = token;
        return;
      }
    }
  }
  for (const Path& path : paths) {
    for (const TokenId token : tree.follow(trigger, path)) {
      const auto [first, last] = tree.reach(token);
      for (TokenId t = first; t < last; ++t) {
        if (tree.below(t, token) && holds_actor(actors.find(t, true), found.actor)) {
          found.path = path_text(path);
          found.at = t;
          found.whose = true;
          return;
        }
      }
    }
  }
}

class Search {
 public:
  Search(const Tree& tree, const ActorsAt& actors, TokenId trigger) : tree_(tree), actors_(actors), trigger_(trigger) {}

  void role(std::string_view name, const std::vector<ActorId>& who, const std::vector<Path>* paths) {
    for (const ActorId actor : who) {
      if (actor == no_actor) {
        continue;
      }
      RoleFound found{name, {}, actor, no_token, false};
      if (paths != nullptr && trigger_ != no_token) {
        find_by_paths(tree_, actors_, trigger_, *paths, found);
      }
      if (found.at == no_token) {
        found.at = place_of(tree_, actors_, trigger_, actor);
      }
      out_.push_back(std::move(found));
    }
  }
  [[nodiscard]] std::vector<RoleFound> take() { return std::move(out_); }

 private:
  const Tree& tree_;
  const ActorsAt& actors_;
  TokenId trigger_;
  std::vector<RoleFound> out_;
};

}  // namespace

const Rule* rule_named(const Rules& rules, std::string_view name) {
  const auto found =
      std::find_if(rules.rules.begin(), rules.rules.end(), [&](const Rule& rule) { return rule.name == name; });
  return found == rules.rules.end() ? nullptr : &*found;
}

std::string path_text(const Path& path) {
  constexpr std::array<std::string_view, 8> names = {"subject",  "object", "recipient",  "possessor",
                                                     "modifier", "clause", "infinitive", "complement"};
  std::string out;
  for (const Step& step : path) {
    const auto kind = static_cast<std::size_t>(step.kind);
    out += out.empty() ? "" : ".";
    out += step.kind == StepKind::preposition || kind >= names.size() ? std::string_view(step.word) : names[kind];
  }
  return out;
}

TokenId trigger_of(const Tree& tree, const ActorsAt& actors, const Rule* rule, const std::vector<Span>& evidence) {
  const Tokens& tokens = tree.document().tokens;
  TokenId first = no_token;
  for (const Span span : evidence) {
    const auto starts = [](Span token, std::uint32_t begin) { return token.begin < begin; };
    const auto at = std::lower_bound(tokens.span.begin(), tokens.span.end(), span.begin, starts);
    for (auto token = at; token != tokens.span.end() && token->begin < span.end; ++token) {
      const auto id = static_cast<TokenId>(token - tokens.span.begin());
      first = first == no_token ? id : first;
      std::vector<TokenId> words;
      if (rule != nullptr && holds(tree, actors, *rule, id, words)) {
        return id;
      }
    }
  }
  return first;
}

std::vector<RoleFound> roles_of(const Tree& tree, const ActorsAt& actors, const Rule* rule, TokenId trigger,
                                const Event& event) {
  Search search(tree, actors, trigger);
  search.role("initiator", event.initiator, rule != nullptr ? &rule->initiator : nullptr);
  if (event.symmetric) {
    search.role("both", event.actor, rule != nullptr ? &rule->both : nullptr);
  } else {
    search.role("source", event.actor, rule != nullptr ? &rule->source : nullptr);
    search.role("target", event.recipient, rule != nullptr ? &rule->target : nullptr);
  }
  return search.take();
}

std::vector<RoleFound> roles_of(const Tree& tree, const ActorsAt& actors, const Rule* rule, TokenId cue,
                                const Statement& statement) {
  Search search(tree, actors, cue);
  search.role("speaker", {statement.speaker}, rule != nullptr ? &rule->speaker : nullptr);
  search.role("addressee", {statement.addressee}, rule != nullptr ? &rule->addressee : nullptr);
  return search.take();
}

std::optional<SecondOpinion> second_opinion(const Tree& tree, const ActorsAt& actors, const OpinionModel& model,
                                            TokenId trigger, const Event& event) {
  if (!model.has_opinions() || trigger == no_token) {
    return std::nullopt;
  }
  const Sentence& sentence = sentence_of(tree.document(), trigger);
  const auto& others = event.symmetric ? event.actor : event.recipient;
  std::vector<std::pair<TokenId, ActorId>> sources, targets;
  for (TokenId t = sentence.first; t < sentence.last; ++t) {
    for (const ActorId actor : actors.find(t, false)) {
      if (holds_actor(event.actor, actor) && sources.size() < most_places) {
        sources.emplace_back(t, actor);
      }
      if (holds_actor(others, actor) && targets.size() < most_places) {
        targets.emplace_back(t, actor);
      }
    }
  }
  if (sources.empty() && targets.empty()) {
    return std::nullopt;
  }
  const auto name = std::find(model.type_names.begin(), model.type_names.end(), event.plover_type);
  if (name == model.type_names.end()) {
    return std::nullopt;  // plain comment
  }
  const auto type = static_cast<std::size_t>(name - model.type_names.begin());
  if (sources.empty()) {
    sources.emplace_back(no_token, no_actor);
  }
  if (targets.empty() || (event.symmetric && event.actor.size() < 2)) {
    targets.assign(1, {no_token, no_actor});
  }
  Opinions opinions(model);
  opinions.read(tree.document(), sentence.first, sentence.last);
  std::optional<SecondOpinion> best;
  for (const auto& [source, source_actor] : sources) {
    for (const auto& [target, target_actor] : targets) {
      if (source == target || (source_actor == target_actor && source_actor != no_actor)) {
        continue;
      }
      const Opinion opinion = opinions.ask(source, target);
      if (!best || opinion.chance[type] > best->opinion.chance[type]) {
        best = SecondOpinion{opinion, source, target};
      }
    }
  }
  return best;
}

}  // namespace readout::acts
