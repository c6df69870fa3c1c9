#include "compare/sides.hpp"

#include <algorithm>

namespace readout::comparing {

namespace {

// "USAGOV" belongs to USA, "IGOEUR" to EUR, "IGONAT" to NAT.
bool belongs(const ActorRow& actor, std::string_view party) {
  const std::string_view code = actor.code;
  return !party.empty() && (actor.country == party || code.substr(0, party.size()) == party ||
                            (code.size() > 3 && code.substr(3, party.size()) == party && code.starts_with("IGO")));
}

}  // namespace

Sides::Sides(const Record& record, std::string_view first, std::string_view second) : first_(first), second_(second) {
  for (const auto& row : record.actors) {
    actors_.emplace(row.id, &row);
  }
  for (const auto& row : record.accounts) {
    accounts_.emplace(row.id, &row);
  }
}

Side Sides::of_actor(std::string_view id) const {
  const auto found = actors_.find(id);
  if (found == actors_.end()) {
    return Side::none;
  }
  const bool first = belongs(*found->second, first_);
  const bool second = belongs(*found->second, second_);
  return first == second ? Side::none : first ? Side::first : Side::second;
}

std::vector<const AccountRow*> Sides::path(std::string_view account) const {
  std::vector<const AccountRow*> out;
  for (auto at = accounts_.find(account); at != accounts_.end() && !at->second->parent.empty() && out.size() < 20;
       at = accounts_.find(at->second->parent)) {
    out.push_back(at->second);
  }
  std::reverse(out.begin(), out.end());
  return out;
}

Side Sides::of_account(std::string_view id) const {
  Side outlet = Side::none;
  for (const AccountRow* account : path(id)) {
    const Side side = of_actor(account->source);
    if (side == Side::none) {
      continue;
    }
    if (!is_outlet(account->source)) {
      return side;
    }
    outlet = side;
  }
  return outlet;
}

bool Sides::is_outlet(std::string_view actor) const {
  const auto found = actors_.find(actor);
  return found != actors_.end() && found->second->kind == "outlet";
}

std::string Sides::source_id(std::string_view account) const {
  const auto found = accounts_.find(account);
  return found == accounts_.end() ? std::string() : found->second->source;
}

std::string Sides::name(std::string_view actor) const {
  const auto found = actors_.find(actor);
  return found == actors_.end()     ? std::string()
         : found->second->anonymous ? found->second->name + " (anonymous)"
                                    : found->second->name;
}

std::string Sides::chain(std::string_view account, std::string_view last) const {
  std::string out;
  const auto all = path(account);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i + 1 == all.size() && all[i]->source == last) {
      break;
    }
    const auto who = name(all[i]->source);
    out += (out.empty() ? "" : " › ") + (who.empty() ? std::string("somebody") : who);
  }
  return out;
}

}  // namespace readout::comparing
