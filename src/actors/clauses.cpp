#include "actors/clauses.hpp"

#include <algorithm>

namespace readout::actors {

namespace {

constexpr std::size_t most_children = 64;

bool has_subject(const Scene& scene, TokenId verb) {
  return std::ranges::any_of(some_children(scene, verb),
                             [&](TokenId child) { return is_subject(scene.syntax.relation[child]); });
}

}  // namespace

std::span<const TokenId> some_children(const Scene& scene, TokenId t) {
  const auto all = scene.syntax.children_of(t);
  return all.first(std::min(all.size(), most_children));
}

bool is_subject(Relation relation) {
  return relation == Relation::nsubj || relation == Relation::nsubj_pass || relation == Relation::nsubj_outer;
}

bool is_possessive_pronoun(const Scene& scene, TokenId t) {
  return scene.syntax.relation[t] == Relation::nmod_poss || scene.is_one_of(t, {"his", "its", "their", "theirs"});
}

TokenId clause_of(const Scene& scene, TokenId t) {
  for (int up = 0; up < 12; ++up) {
    const TokenId head = scene.syntax.head[t];
    if (head == no_token) {
      return t;
    }
    switch (scene.syntax.relation[t]) {
      case Relation::acl:
      case Relation::acl_relcl:
      case Relation::advcl:
      case Relation::advcl_relcl:
      case Relation::ccomp:
      case Relation::csubj:
      case Relation::csubj_pass:
      case Relation::xcomp:
      case Relation::parataxis:
        return t;
      case Relation::conj:
        if (scene.syntax.upos[t] == Upos::verb || scene.syntax.upos[t] == Upos::aux) {
          return t;
        }
        break;
      default:
        break;
    }
    t = head;
  }
  return t;
}

TokenId clause_with_subject(const Scene& scene, TokenId verb) {
  for (int up = 0; up < 6 && !has_subject(scene, verb); ++up) {
    const Relation relation = scene.syntax.relation[verb];
    const bool open = relation == Relation::xcomp || relation == Relation::conj || relation == Relation::advcl ||
                      relation == Relation::acl || relation == Relation::parataxis;
    const TokenId head = scene.syntax.head[verb];
    if (!open || head == no_token) {
      return verb;
    }
    verb = clause_of(scene, head);
  }
  return verb;
}

TokenId clause_above(const Scene& scene, TokenId verb) {
  const TokenId head = scene.syntax.head[clause_with_subject(scene, verb)];
  return head == no_token ? no_token : clause_with_subject(scene, clause_of(scene, head));
}

Relation role_of(const Scene& scene, TokenId t) {
  for (int up = 0; up < 6; ++up) {
    const Relation relation = scene.syntax.relation[t];
    if ((relation != Relation::conj && relation != Relation::flat && relation != Relation::appos) ||
        scene.syntax.head[t] == no_token) {
      return relation;
    }
    t = scene.syntax.head[t];
  }
  return scene.syntax.relation[t];
}

}  // namespace readout::actors
