// From the words of the command line to a command and its arguments, by the table of commands.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "commands.hpp"

namespace readout::cli {

class Arguments {
 public:
  [[nodiscard]] bool has(std::string_view flag) const { return flags_.contains(flag); }
  // The value of a flag; `fallback` when it was not given.
  [[nodiscard]] std::string value(std::string_view flag, std::string_view fallback = {}) const;
  // The value of a flag that counts; `fallback` when it was not given.
  [[nodiscard]] unsigned count(std::string_view flag, unsigned fallback) const;
  [[nodiscard]] const std::vector<std::string>& operands() const { return operands_; }

  void set(std::string_view flag, std::string value) { flags_.insert_or_assign(std::string(flag), std::move(value)); }
  // Leaves out the operands of which `wanted` says no.
  template <typename Wanted>
  void keep_operands(Wanted wanted) {
    std::erase_if(operands_, [&](const std::string& operand) { return !wanted(operand); });
  }
  void add_operand(std::string operand) { operands_.push_back(std::move(operand)); }

 private:
  std::map<std::string, std::string, std::less<>> flags_;
  std::vector<std::string> operands_;
};

struct Invocation {
  const Command* command = nullptr;
  Arguments arguments;
};

struct HelpAsked {
  const Command* command = nullptr;  // null: of the whole program
};

struct VersionAsked {};

struct UsageError {
  std::string message;
  const Command* command = nullptr;  // null: before any command was known
};

using Parsed = std::variant<Invocation, HelpAsked, VersionAsked, UsageError>;

// `words` without the program's name. Checks flags, choices and the number of operands. Where inputs are missing and
// something waits on standard input (it is no terminal), "-" stands in for them.
[[nodiscard]] Parsed parse_arguments(const std::vector<std::string>& words, bool input_waits = false);

}  // namespace readout::cli
