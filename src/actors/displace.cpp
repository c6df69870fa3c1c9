// Own names before ours: where the user's tables name an entry by words that our tables use too, only theirs is meant.
// Surnames follow their full names: "Anna Novak" of the own tables takes "Novak" from our Anna Novak, not from others.
#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "actors/knowledge.hpp"

namespace readout::actors {

namespace {

// Every text word that `theirs` stands for is one that `own` stands for too.
bool covers(std::uint32_t own, std::uint32_t theirs) {
  for (unsigned word = 0; word < 16; ++word) {
    if (!fits(static_cast<Shape>(own >> (2 * word) & 3U), static_cast<Shape>(theirs >> (2 * word) & 3U))) {
      return false;
    }
  }
  return true;
}

class Displacing {
 public:
  explicit Displacing(Knowledge& knowledge) : knowledge_(knowledge) {}

  void run() {
    std::vector<std::uint32_t> nodes;  // those with own names
    for (std::uint32_t node = 1; node < knowledge_.trie.nodes(); ++node) {
      for (std::uint32_t n = knowledge_.trie.first_name(node); n != no_name; n = knowledge_.names[n].next) {
        if (fact_of(n).own) {
          nodes.push_back(node);
          break;
        }
      }
    }
    for (const std::uint32_t node : nodes) {
      meet(node);
    }
    for (const std::uint32_t node : nodes) {
      settle(node);
    }
  }

 private:
  [[nodiscard]] const Fact& fact_of(std::uint32_t name) const { return knowledge_.facts[knowledge_.names[name].fact]; }

  [[nodiscard]] std::vector<std::uint32_t> names_at(std::uint32_t node) const {
    std::vector<std::uint32_t> out;
    for (std::uint32_t n = knowledge_.trie.first_name(node); n != no_name; n = knowledge_.names[n].next) {
      out.push_back(n);
    }
    return out;
  }

  // Notes which entries of ours an own entry takes a written name from.
  void meet(std::uint32_t node) {
    const auto names = names_at(node);
    for (const std::uint32_t own : names) {
      for (const std::uint32_t ours : names) {
        if (fact_of(own).own && !fact_of(ours).own && knowledge_.names[own].derived == Derived::written &&
            fact_of(own).entry != fact_of(ours).entry &&
            covers(knowledge_.names[own].shapes, knowledge_.names[ours].shapes)) {
          pairs_.emplace(fact_of(own).entry, fact_of(ours).entry);
        }
      }
    }
  }

  // Chains the names of a node anew: the own ones, then those of ours that nobody took.
  void settle(std::uint32_t node) {
    const auto names = names_at(node);
    std::vector<std::uint32_t> kept;
    for (const std::uint32_t own : names) {
      if (fact_of(own).own) {
        kept.push_back(own);
      }
    }
    const std::size_t owns = kept.size();
    for (const std::uint32_t ours : names) {
      const bool taken = std::any_of(kept.begin(), kept.begin() + static_cast<std::ptrdiff_t>(owns), [&](auto own) {
        return pairs_.contains({fact_of(own).entry, fact_of(ours).entry}) &&
               covers(knowledge_.names[own].shapes, knowledge_.names[ours].shapes);
      });
      if (!fact_of(ours).own && !taken) {
        kept.push_back(ours);
      }
    }
    knowledge_.trie.set_first_name(node, kept.front());
    for (std::size_t i = 0; i < kept.size(); ++i) {
      knowledge_.names[kept[i]].next = i + 1 < kept.size() ? kept[i + 1] : no_name;
    }
  }

  Knowledge& knowledge_;
  std::set<std::pair<EntryId, EntryId>> pairs_;  // own entry, entry of ours
};

}  // namespace

void displace(Knowledge& knowledge) {
  if (std::ranges::any_of(knowledge.facts, &Fact::own)) {
    Displacing(knowledge).run();
  }
}

}  // namespace readout::actors
