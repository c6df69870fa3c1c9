// On whose side an actor or an account stands.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "readout/record.hpp"

namespace readout::comparing {

enum class Side : std::uint8_t { none, first, second };

class Sides {
 public:
  Sides(const Record& record, std::string_view first, std::string_view second);

  [[nodiscard]] Side of_actor(std::string_view id) const;
  // Of those in the chain the outermost that belongs to a party; an outlet only when nobody else does.
  [[nodiscard]] Side of_account(std::string_view id) const;

  [[nodiscard]] bool is_outlet(std::string_view actor) const;
  // Who gives an account.
  [[nodiscard]] std::string source_id(std::string_view account) const;
  [[nodiscard]] std::string source(std::string_view account) const { return name(source_id(account)); }

  [[nodiscard]] std::string name(std::string_view actor) const;
  // "Xinhua › Xi Jinping", without `last` at its end.
  [[nodiscard]] std::string chain(std::string_view account, std::string_view last) const;

 private:
  [[nodiscard]] std::vector<const AccountRow*> path(std::string_view account) const;  // outermost first, without k0

  std::string first_, second_;
  std::map<std::string_view, const ActorRow*> actors_;
  std::map<std::string_view, const AccountRow*> accounts_;
};

}  // namespace readout::comparing
