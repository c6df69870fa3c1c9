// The type of a marked pair: the second opinion, moved by what the rules tell of the two sides.
#include "readout/pairs.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "acts/opinion.hpp"
#include "acts/status.hpp"
#include "acts/tree.hpp"
#include "base/marks.hpp"
#include "knowledge.hpp"

namespace readout {

namespace {

// How much a rule's telling weighs beside the opinion, in natural logarithms; chosen on marked pairs of our own.
constexpr double both_sides = 2.0;
constexpr double one_side = 1.2;
constexpr double same_sentence = 0.5;

// The word of the mark that carries it in the tree.
TokenId head_of(const Document& document, Span mark) {
  for (TokenId t = 0; t < document.tokens.size(); ++t) {
    const TokenId up = document.syntax.head[t];
    if (document.tokens.span[t].overlaps(mark) && (up == no_token || !document.tokens.span[up].overlaps(mark))) {
      return t;
    }
  }
  return no_token;
}

bool is_marked(const Document& document, const std::vector<ActorId>& actors, Span mark) {
  return std::any_of(document.actors.mentions.begin(), document.actors.mentions.end(), [&](const Mention& mention) {
    return mention.span.overlaps(mark) && std::find(actors.begin(), actors.end(), mention.actor) != actors.end();
  });
}

// What will be done is AGREE where it is cooperation, THREATEN where it is material conflict.
std::size_t as_intended(Reader& reader, const Document& document, TokenId told_by, std::size_t type) {
  const auto& known = reader.knowledge().parts();
  const auto number = [&](std::string_view name) {
    const auto found = std::find(known.opinion.type_names.begin(), known.opinion.type_names.end(), name);
    return static_cast<std::size_t>(found - known.opinion.type_names.begin());
  };
  if (told_by == no_token || type >= known.opinion.type_names.size()) {
    return type;
  }
  const acts::Tree tree(document, known.acts);
  if (acts::status_of(tree, told_by, false) != ActStatus::planned) {
    return type;
  }
  const std::string_view name = known.opinion.type_names[type];
  if (name == "CONSULT" || name == "COOPERATE" || name == "AID" || name == "YIELD") {
    return number("AGREE");
  }
  return name == "SANCTION" || name == "COERCE" || name == "ASSAULT" ? number("THREATEN") : type;
}

}  // namespace

std::optional<PairType> type_of_pair(Reader& reader, std::string_view marked) {
  const auto sentence = base::unmark(marked);
  if (!sentence || (!sentence->marks.contains('s') && !sentence->marks.contains('t'))) {
    return std::nullopt;
  }
  const Span source = sentence->marks.contains('s') ? sentence->marks.at('s') : Span{};
  const Span target = sentence->marks.contains('t') ? sentence->marks.at('t') : Span{};
  const Document document = reader.analyze_phrase(sentence->text, std::nullopt);
  const acts::OpinionModel& model = reader.knowledge().parts().opinion;
  std::array<double, acts::opinion_types> score{};
  std::array<double, acts::opinion_types> chance{};
  TokenId told_by = no_token;
  const TokenId from = head_of(document, source);
  const TokenId to = head_of(document, target);
  if (model.has_opinions() && (from != no_token || to != no_token)) {
    // The sentences that hold the two sides, and those between them.
    TokenId first = from != no_token ? from : to;
    TokenId last = first;
    for (const Sentence& one : document.tokens.sentences) {
      if ((from >= one.first && from < one.last) || (to >= one.first && to < one.last)) {
        first = std::min(first, one.first);
        last = std::max(last, one.last);
      }
    }
    acts::Opinions opinions(model);
    opinions.read(document, first, last);
    const acts::Opinion opinion = opinions.ask(from, to);
    told_by = opinion.act;
    for (std::size_t type = 0; type < acts::opinion_types; ++type) {
      chance[type] = opinion.chance[type];
      score[type] = std::log(chance[type] + 1e-4);
    }
  }
  std::array<std::string, acts::opinion_types> rules;
  for (const Event& event : document.acts.events) {
    const auto type = std::find(model.type_names.begin(), model.type_names.end(), event.plover_type);
    if (type == model.type_names.end() || event.rule.starts_with("opinion.")) {
      continue;
    }
    const auto number = static_cast<std::size_t>(type - model.type_names.begin());
    const auto& other = event.symmetric ? event.actor : event.recipient;
    const int sides = static_cast<int>(is_marked(document, event.actor, source)) +
                      static_cast<int>(is_marked(document, other, target));
    score[number] += sides == 2 ? both_sides : sides == 1 ? one_side : same_sentence;
    rules[number] = event.rule;
  }
  const auto likeliest = static_cast<std::size_t>(std::max_element(score.begin() + 1, score.end()) - score.begin());
  const auto best = as_intended(reader, document, told_by, likeliest);
  return PairType{std::string(model.type_names.empty() ? std::string_view{} : model.type_names[best]), chance[best],
                  rules[best]};
}

}  // namespace readout
