// Each attribute is taken only where the tree ties it to the telling's own words; what is not told stays open.
#include "acts/settle.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <utility>

#include "acts/intents.hpp"
#include "acts/status.hpp"

namespace readout::acts {

namespace {

bool is_clause_head(const Tree& tree, TokenId token) {
  switch (tree.relation(token)) {
    case Relation::root:
    case Relation::ccomp:
    case Relation::advcl:
    case Relation::acl_relcl:
    case Relation::acl:
    case Relation::parataxis:
    case Relation::csubj:
      return true;
    case Relation::conj:
    case Relation::xcomp:
      return tree.upos(token) == Upos::verb;
    default:
      return false;
  }
}

// The word whose clause or phrase a token stands in: the first clause head above it.
TokenId clause_of(const Tree& tree, TokenId token) {
  while (!is_clause_head(tree, token) && tree.head(token) != no_token) {
    token = tree.head(token);
  }
  return token;
}

// The time expressions of the sentence that a token stands in: indexes [first, last) into Times::times.
std::pair<std::uint32_t, std::uint32_t> times_beside(const Tree& tree, TokenId token) {
  const auto& sentences = tree.document().tokens.sentences;
  const auto& times = tree.document().times.times;
  const auto behind = std::upper_bound(sentences.begin(), sentences.end(), token,
                                       [](TokenId t, const Sentence& sentence) { return t < sentence.first; });
  const Sentence& sentence = *std::prev(behind);
  const auto starts = [](const Time& time, TokenId t) { return time.first < t; };
  const auto first = std::lower_bound(times.begin(), times.end(), sentence.first, starts);
  const auto last = std::lower_bound(first, times.end(), sentence.last, starts);
  return {static_cast<std::uint32_t>(first - times.begin()), static_cast<std::uint32_t>(last - times.begin())};
}

// A time that hangs below the token itself, or in its clause; nearest first.
std::uint32_t time_in_clause(const Tree& tree, TokenId token, TokenId clause, const std::vector<Span>& words_said) {
  const auto& times = tree.document().times.times;
  std::uint32_t best = When::no_time;
  unsigned best_rank = 0;
  const auto [first, last] = times_beside(tree, token);
  for (std::uint32_t i = first; i < last; ++i) {
    const Time& time = times[i];
    const bool said = std::any_of(words_said.begin(), words_said.end(), [&](Span s) { return s.overlaps(time.span); });
    if (said || time.kind != TimeKind::date || clause_of(tree, time.head) != clause) {
      continue;
    }
    const unsigned rank = tree.below(time.head, token) ? 3 : tree.head(time.head) == clause ? 2 : 1;
    // A noun that is only mentioned ("the talks drew ire on Monday") does not take its clause's time.
    if (rank > best_rank) {
      best = i;
      best_rank = rank;
    }
  }
  return best;
}

bool continues(const Tree& tree, TokenId clause) {
  const Relation r = tree.relation(clause);
  return r == Relation::xcomp || r == Relation::conj || r == Relation::advcl;
}

// "2019" and "2019-05": a whole year or month has a value of its own.
std::string whole_period(Day earliest, Day latest) {
  const std::chrono::year_month_day from{earliest};
  const std::chrono::year_month_day to{latest};
  const bool month_ends = std::chrono::year_month_day{latest + std::chrono::days{1}}.day() == std::chrono::day{1};
  if (from.day() != std::chrono::day{1} || !month_ends || from.year() != to.year()) {
    return {};
  }
  const bool year = from.month() == std::chrono::January && to.month() == std::chrono::December;
  return year ? to_iso(earliest).substr(0, 4) : from.month() == to.month() ? to_iso(earliest).substr(0, 7) : "";
}

std::string days_as_value(const std::optional<Day>& earliest, const std::optional<Day>& latest) {
  if (!earliest && !latest) {
    return {};
  }
  if (earliest && latest && *earliest == *latest) {
    return to_iso(*earliest);
  }
  if (earliest && latest) {
    if (auto value = whole_period(*earliest, *latest); !value.empty()) {
      return value;
    }
  }
  return (earliest ? to_iso(*earliest) : std::string()) + "/" + (latest ? to_iso(*latest) : std::string());
}

constexpr std::array<std::pair<std::string_view, std::uint32_t>, 12> ordinals{{{"first", 1},
                                                                               {"second", 2},
                                                                               {"third", 3},
                                                                               {"fourth", 4},
                                                                               {"fifth", 5},
                                                                               {"sixth", 6},
                                                                               {"seventh", 7},
                                                                               {"eighth", 8},
                                                                               {"ninth", 9},
                                                                               {"tenth", 10},
                                                                               {"eleventh", 11},
                                                                               {"twelfth", 12}}};

std::uint32_t ordinal_at(const Tree& tree, TokenId token) {
  std::string lower(tree.word(token));
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  for (const auto& [word, value] : ordinals) {
    if (lower == word) {
      return value;
    }
  }
  return 0;
}

// "their second call", "the call, the second between them".
std::uint32_t ordinal_of(const Tree& tree, TokenId noun) {
  for (const TokenId c : tree.children(noun)) {
    const Relation r = tree.relation(c);
    if (r == Relation::amod || r == Relation::appos || r == Relation::conj) {
      if (const auto value = ordinal_at(tree, c); value != 0) {
        return value;
      }
    }
  }
  return 0;
}

std::string duration_of(const Tree& tree, TokenId word) {
  const auto [first, last] = times_beside(tree, word);
  for (std::uint32_t i = first; i < last; ++i) {
    const Time& time = tree.document().times.times[i];
    if (time.kind != TimeKind::duration) {
      continue;
    }
    const TokenId up = tree.head(time.head);
    const Relation r = tree.relation(time.head);
    const bool modifies = up == word && (r == Relation::amod || r == Relation::compound || r == Relation::nmod_poss ||
                                         r == Relation::nmod_unmarked || r == Relation::nmod_desc);
    const bool lasts = up == word && (tree.opener(time.head) == "for" || r == Relation::obl_unmarked);
    if (modifies || lasts || (time.head == word)) {
      return time.value;
    }
  }
  return {};
}

// "in Geneva", "at the White House": a place or state named in a phrase of place.
std::string place_of(const Tree& tree, const ActorsAt& actors, TokenId word, const Event& event) {
  for (const TokenId c : tree.children(word)) {
    const auto opener = tree.opener(c);
    if (opener != "in" && opener != "at" && opener != "near" && opener != "outside") {
      continue;
    }
    for (const ActorId id : actors.find(c, false)) {
      const Actor& actor = tree.document().actors.actors[id];
      const bool party = std::find(event.recipient.begin(), event.recipient.end(), id) != event.recipient.end();
      if (!party &&
          (actor.kind == ActorKind::place || actor.kind == ActorKind::state || actor.kind == ActorKind::institution)) {
        return actor.kind == ActorKind::state ? std::string(tree.word(c)) : actor.name;
      }
    }
  }
  return {};
}

// The longest beginning of a code that the table knows.
const std::string* amounts_to(const std::unordered_map<std::string, std::string>& table, const std::string& cameo) {
  for (std::size_t length = cameo.size(); length >= 2; --length) {
    if (const auto found = table.find(cameo.substr(0, length)); found != table.end()) {
      return &found->second;
    }
  }
  return nullptr;
}

// "will meet" is a promise to meet; "will attack if …" is a threat, and that has happened.
void foretell(const Tree& tree, Telling& telling) {
  Event& event = telling.event;
  const TokenId verb = tree.is_nominal(telling.trigger) ? tree.support(telling.trigger) : telling.trigger;
  if (event.status == ActStatus::planned && (verb == no_token || is_announced(tree, verb))) {
    mark_intent(tree.rules(), event);
  } else if (event.status == ActStatus::conditional && verb != no_token && hangs_on_a_condition(tree, verb)) {
    if (const auto* code = amounts_to(tree.rules().threats, event.cameo); code != nullptr) {
      set_code(tree.rules(), *code, event);
      event.status = ActStatus::happened;
    }
  }
}

}  // namespace

When when_of(const Tree& tree, TokenId token, ActStatus status, const std::vector<Span>& words_said) {
  When when;
  const TokenId verb = tree.upos(token) == Upos::noun ? tree.support(token) : no_token;
  TokenId clause = clause_of(tree, verb == no_token ? token : verb);
  when.time = time_in_clause(tree, token, clause, words_said);
  for (unsigned i = 0; i < 3 && when.time == When::no_time && continues(tree, clause); ++i) {
    clause = clause_of(tree, tree.head(clause));
    when.time = time_in_clause(tree, clause, clause, words_said);
  }
  if (when.time != When::no_time) {
    const Time& time = tree.document().times.times[when.time];
    when.value = time.value;
    when.earliest = time.earliest;
    when.latest = time.latest;
    if (when.earliest || when.latest) {
      when.value = days_as_value(when.earliest, when.latest);
    }
    return when;
  }
  // Untold: what happened did so by the report's day, what is to come lies on or after it.
  const auto& date = tree.document().report.date;
  if (status == ActStatus::happened || status == ActStatus::presupposed) {
    when.latest = date;
  } else if (status == ActStatus::planned || status == ActStatus::requested) {
    when.earliest = date;
  }
  when.value = days_as_value(when.earliest, when.latest);
  return when;
}

void settle(const Tree& tree, const ActorsAt& actors, Telling& telling) {
  const Document& document = tree.document();
  const bool headline =
      document.layout.blocks[document.tokens.sentences[telling.sentence].block].kind == BlockKind::title;
  Event& event = telling.event;
  event.status = status_of(tree, telling.trigger, headline, is_verbal(event.cameo));
  const Rule* rule = telling.rule;                                  // none for what only the model found
  const bool refrains = rule != nullptr && rule->wants_negation();  // the negation is the act: "will not recognise"
  if (rule != nullptr && rule->status && (event.status != ActStatus::denied || refrains)) {
    event.status = *rule->status;
  } else if (event.status == ActStatus::denied && refrains) {
    event.status = ActStatus::happened;
  }
  if (rule == nullptr || (!rule->status && rule->mode.empty())) {
    foretell(tree, telling);
  }
  if (telling.nested && event.status == ActStatus::happened) {
    event.status = ActStatus::presupposed;
  }
  event.when = when_of(tree, telling.trigger, event.status);
  for (const TokenId word : telling.words) {
    if (event.ordinal == 0) {
      event.ordinal = ordinal_of(tree, word);
    }
    if (event.duration.empty()) {
      event.duration = duration_of(tree, word);
    }
    if (event.place.empty()) {
      event.place = place_of(tree, actors, word, event);
    }
  }
}

}  // namespace readout::acts
