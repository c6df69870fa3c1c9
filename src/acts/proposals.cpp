#include "acts/proposals.hpp"

#include <algorithm>

#include "acts/intents.hpp"

namespace readout::acts {

namespace {

constexpr TokenId longest_sentence = 160;
constexpr std::size_t most_sides = 5;  // of one sentence: pairs grow with the square

// Chosen on the development sets (docs/measurements.md): below, proposals are more often wrong than right.
constexpr float least = 0.7F;
// "said" tells an act only by what is said: the opinion must be surer there.
constexpr float least_of_saying = 0.8F;
// A telling falls when the opinion is so sure that nothing is done, and gives so little for its type.
constexpr float sure_of_none = 0.7F;
constexpr float weak = 0.03F;

struct Side {
  TokenId head = no_token;
  ActorId actor = no_actor;
};

// The actors of a sentence at the words that carry them, in text order.
std::vector<Side> sides_of(const Tree& tree, const ActorsAt& actors, const Sentence& sentence) {
  std::vector<Side> out;
  for (TokenId t = sentence.first; t < sentence.last && out.size() < most_sides; ++t) {
    for (const ActorId actor : actors.find(t, false)) {
      if (tree.document().actors.actors[actor].kind != ActorKind::place) {
        out.push_back({t, actor});
        break;
      }
    }
  }
  return out;
}

bool holds_actor(const std::vector<ActorId>& list, ActorId actor) {
  return std::find(list.begin(), list.end(), actor) != list.end();
}

// The word of the sentence that stands for one of these actors, the nearest to the trigger.
TokenId place_of(const std::vector<Side>& sides, const std::vector<ActorId>& actors, TokenId trigger) {
  TokenId best = no_token;
  const auto far = [&](TokenId t) { return t > trigger ? t - trigger : trigger - t; };
  for (const Side& side : sides) {
    if (holds_actor(actors, side.actor) && (best == no_token || far(side.head) < far(best))) {
      best = side.head;
    }
  }
  return best;
}

std::size_t type_number(const OpinionModel& model, std::string_view type) {
  const auto found = std::find(model.type_names.begin(), model.type_names.end(), type);
  return found == model.type_names.end() ? 0 : static_cast<std::size_t>(found - model.type_names.begin());
}

const OpinionCode* code_for(const std::vector<OpinionCode>& codes, std::string_view type, std::string_view mode) {
  const OpinionCode* general = nullptr;
  for (const OpinionCode& code : codes) {
    if (code.type == type && code.mode == mode) {
      return &code;
    }
    general = code.type == type && code.mode.empty() ? &code : general;
  }
  return general;
}

bool can_tell(const Tree& tree, TokenId token) {
  const Upos tag = tree.upos(token);
  return tag == Upos::verb || tag == Upos::noun || tag == Upos::adj;
}

Telling proposed(const Tree& tree, const Opinion& opinion, const OpinionCode& code, Side source, Side target,
                 std::uint32_t number, const Sentence& sentence) {
  Telling telling;
  Event& event = telling.event;
  set_code(tree.rules(), code.cameo, event);
  event.symmetric = code.both;
  event.actor = {source.actor};
  (code.both ? event.actor : event.recipient).push_back(target.actor);
  event.sentence = sentence.span;
  event.evidence = {tree.span(opinion.act)};
  event.rule = "opinion." + code.type;
  telling.trigger = opinion.act;
  telling.words = {opinion.act};
  telling.sentence = number;
  telling.chance = opinion.chance[opinion.likeliest()];
  return telling;
}

class Consultation {
 public:
  Consultation(const Tree& tree, const ActorsAt& actors, const OpinionModel& model,
               const std::vector<OpinionCode>& codes)
      : tree_(tree), actors_(actors), model_(model), codes_(codes), opinions_(model) {}

  // `told`: the tellings of the sentence.
  void sentence(std::uint32_t number, std::span<Telling> told, std::vector<Telling>& added) {
    const Sentence& sentence = tree_.document().tokens.sentences[number];
    const auto sides = sides_of(tree_, actors_, sentence);
    if (sides.empty() || sentence.last - sentence.first > longest_sentence || (sides.size() < 2 && told.empty())) {
      return;
    }
    opinions_.read(tree_.document(), sentence.first, sentence.last);
    for (Telling& telling : told) {
      weigh(sides, telling);
    }
    propose(number, sentence, sides, told, added);
  }

 private:
  void weigh(const std::vector<Side>& sides, Telling& telling) {
    const std::size_t type = type_number(model_, telling.event.plover_type);
    if (type == 0 || telling.echo) {
      return;
    }
    TokenId source = no_token;
    TokenId target = no_token;
    if (telling.event.symmetric) {  // the sides in the order of the text, as they were marked for the lessons
      for (const Side& side : sides) {
        if (holds_actor(telling.event.actor, side.actor)) {
          (source == no_token ? source : target) = side.head;
          if (target != no_token) {
            break;
          }
        }
      }
    } else {
      source = place_of(sides, telling.event.actor, telling.trigger);
      target = place_of(sides, telling.event.recipient, telling.trigger);
    }
    if (source == no_token && target == no_token) {
      return;
    }
    const Opinion opinion = opinions_.ask(source, target);
    telling.chance = opinion.chance[type];
    telling.none = opinion.chance[0];
  }

  void propose(std::uint32_t number, const Sentence& sentence, const std::vector<Side>& sides, std::span<Telling> told,
               std::vector<Telling>& added) {
    std::vector<Telling> best;  // one a word: the surest
    for (const Side& source : sides) {
      for (const Side& target : sides) {
        if (source.actor == target.actor || is_outlet(source) || told_already(told, source, target)) {
          continue;
        }
        const Opinion opinion = opinions_.ask(source.head, target.head);
        const std::size_t type = opinion.likeliest();
        const bool saying = tree_.rules().in_list("@plain_saying", tree_.lemma(opinion.act));
        if (type == 0 || opinion.chance[type] < (saying ? least_of_saying : least) || !opinion.between ||
            !can_tell(tree_, opinion.act)) {
          continue;
        }
        const OpinionCode* code = code_for(codes_, model_.type_names[type], opinion.mode);
        if (code == nullptr || holds_actor_at(sides, opinion.act)) {
          continue;
        }
        Telling now = proposed(tree_, opinion, *code, source, target, number, sentence);
        const auto same = std::find_if(best.begin(), best.end(), [&](const Telling& one) {
          return one.trigger == now.trigger || one.event.plover_type == now.event.plover_type;
        });
        if (same == best.end()) {
          best.push_back(std::move(now));
        } else if (now.chance > same->chance) {
          *same = std::move(now);
        }
      }
    }
    std::erase_if(best, [&](const Telling& one) {
      return std::any_of(told.begin(), told.end(), [&](const Telling& known) {
        return known.trigger == one.trigger || known.event.plover_type == one.event.plover_type;
      });
    });
    added.insert(added.end(), std::make_move_iterator(best.begin()), std::make_move_iterator(best.end()));
  }

  // Who reports asks and tells; that is no act among those reported on.
  [[nodiscard]] bool is_outlet(const Side& side) const {
    return tree_.document().actors.actors[side.actor].kind == ActorKind::outlet;
  }

  [[nodiscard]] static bool holds_actor_at(const std::vector<Side>& sides, TokenId token) {
    return std::any_of(sides.begin(), sides.end(), [&](const Side& side) { return side.head == token; });
  }

  [[nodiscard]] static bool told_already(std::span<Telling> told, const Side& source, const Side& target) {
    return std::any_of(told.begin(), told.end(), [&](const Telling& telling) {
      const Event& event = telling.event;
      const auto& other = event.symmetric ? event.actor : event.recipient;
      return (holds_actor(event.actor, source.actor) && holds_actor(other, target.actor)) ||
             (holds_actor(event.actor, target.actor) && holds_actor(other, source.actor));
    });
  }

  const Tree& tree_;
  const ActorsAt& actors_;
  const OpinionModel& model_;
  const std::vector<OpinionCode>& codes_;
  Opinions opinions_;
};

}  // namespace

void consult(const Tree& tree, const ActorsAt& actors, const OpinionModel& model, const std::vector<OpinionCode>& codes,
             std::vector<Telling>& tellings) {
  if (!model.has_opinions()) {
    return;
  }
  const Document& document = tree.document();
  Consultation consultation(tree, actors, model, codes);
  std::vector<Telling> out;
  auto next = tellings.begin();
  for (std::uint32_t s = 0; s < document.tokens.sentences.size(); ++s) {
    const auto begin = next;
    while (next != tellings.end() && next->sentence == s) {
      ++next;
    }
    if (!is_coded(document.layout.blocks[document.tokens.sentences[s].block].kind)) {
      continue;
    }
    std::vector<Telling> added;
    consultation.sentence(s, std::span(begin, next), added);
    const auto old = out.size();
    for (auto at = begin; at != next; ++at) {
      if (at->none < sure_of_none || at->chance > weak) {
        out.push_back(std::move(*at));
      }
    }
    out.insert(out.end(), std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
    std::stable_sort(out.begin() + static_cast<std::ptrdiff_t>(old), out.end(),
                     [](const Telling& a, const Telling& b) { return a.trigger < b.trigger; });
  }
  tellings = std::move(out);
}

}  // namespace readout::acts
