#include "arguments.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "nearest.hpp"

namespace readout::cli {

namespace {

bool to_count(std::string_view text, unsigned& count) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  return error == std::errc() && end == text.data() + text.size() && count >= 1 && count <= most_threads;
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> known) {
  const std::string_view near = nearest(word, known);
  return near.empty() ? std::string() : fmt::format("; did you mean {}?", near);
}

// "jsonl or text"
std::string one_of(const std::vector<std::string_view>& choices) {
  std::string list;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    list += i == 0 ? "" : i + 1 == choices.size() ? " or " : ", ";
    list += choices[i];
  }
  return list;
}

std::string unknown_flag(const Command& command, std::string_view word) {
  std::vector<std::string_view> known{"--help"};
  for (const Flag& flag : command.flags) {
    known.push_back(flag.name);
  }
  const std::string_view bare = word.substr(0, word.find('='));
  return fmt::format("{} knows no flag {}{}", command.name, bare, did_you_mean(bare, known));
}

// What is wrong with a value; empty when nothing is.
std::string fault(const Flag& flag, const std::string& value) {
  unsigned count = 0;
  if (flag.counts && !to_count(value, count)) {
    return fmt::format("{} must be a whole number from 1 to {}, not \"{}\"", flag.name, most_threads, value);
  }
  if (!flag.choices.empty() && std::ranges::find(flag.choices, value) == flag.choices.end()) {
    return fmt::format("{} must be {}, not \"{}\"", flag.name, one_of(flag.choices), value);
  }
  if (value.empty()) {
    return fmt::format("{} needs a value: {} {}", flag.name, flag.name, flag.value);
  }
  return {};
}

std::string fault(const Operand& operand, const std::string& given) {
  const bool known = operand.choices.empty() || std::ranges::find(operand.choices, given) != operand.choices.end() ||
                     find_command(given) != nullptr;
  return known ? std::string()
               : fmt::format("{} must be {}, not \"{}\"{}", operand.name, one_of(operand.choices), given,
                             did_you_mean(given, operand.choices));
}

// The operands take the words in their order, each one of them; only the last may take many.
std::string fault(const Command& command, const std::vector<std::string>& operands) {
  if (command.operands.empty()) {
    return operands.empty() ? std::string() : fmt::format("{} takes no {}", command.name, operands.front());
  }
  for (std::size_t i = 0; i < command.operands.size(); ++i) {
    const Operand& operand = command.operands[i];
    if (operand.required && i >= operands.size()) {
      return fmt::format("{} needs {}{}", command.name, operand.name, operand.many ? ", one or more" : "");
    }
  }
  const Operand& last = command.operands.back();
  if (!last.many && operands.size() > command.operands.size()) {
    return fmt::format("{} takes one {}; {} is one too many", command.name, last.name,
                       operands[command.operands.size()]);
  }
  for (std::size_t i = 0; i < operands.size(); ++i) {
    if (auto wrong = fault(command.operands[std::min(i, command.operands.size() - 1)], operands[i]); !wrong.empty()) {
      return wrong;
    }
  }
  return {};
}

Parsed parse_command(const Command& command, std::vector<std::string> words, bool input_waits) {
  CLI::App app;
  app.set_help_flag("");
  app.allow_extras();
  const CLI::Option* help = app.add_flag("-h,--help");
  std::vector<CLI::Option*> options;
  for (const Flag& flag : command.flags) {
    CLI::Option* option =
        flag.value.empty() ? app.add_flag(std::string(flag.name)) : app.add_option(std::string(flag.name));
    if (flag.pair) {
      option->expected(2);
    }
    options.push_back(option->multi_option_policy(CLI::MultiOptionPolicy::TakeLast));
  }
  std::vector<std::string> given;
  app.add_option("operands", given);
  std::ranges::reverse(words);  // as CLI11 wants them
  try {
    app.parse(std::move(words));
  } catch (const CLI::ParseError& error) {
    return UsageError{error.what(), &command};
  }
  if (help->count() > 0) {
    return HelpAsked{&command};
  }
  const std::vector<std::string> extras = app.remaining();
  // CLI11 hands the "--" before inputs back too.
  if (const auto unknown = std::ranges::find_if_not(extras, [](const auto& word) { return word == "--"; });
      unknown != extras.end()) {
    return UsageError{unknown_flag(command, *unknown), &command};
  }
  Invocation invocation{&command, {}};
  for (std::size_t i = 0; i < options.size(); ++i) {
    const Flag& flag = command.flags[i];
    if (options[i]->count() == 0) {
      continue;
    }
    std::string value = flag.value.empty() ? std::string() : options[i]->results().back();
    if (flag.pair) {
      const auto& results = options[i]->results();
      value = results.size() < 2 ? std::string() : results[results.size() - 2] + " " + value;
    }
    if (const std::string wrong = flag.value.empty() ? std::string() : fault(flag, value); !wrong.empty()) {
      return UsageError{wrong, &command};
    }
    invocation.arguments.set(flag.name, std::move(value));
  }
  if (given.empty() && input_waits && !command.operands.empty() && command.operands.front().many &&
      command.operands.front().completes == Completes::files) {
    given.emplace_back("-");
  }
  if (std::string wrong = fault(command, given); !wrong.empty()) {
    return UsageError{std::move(wrong), &command};
  }
  for (std::string& operand : given) {
    invocation.arguments.add_operand(std::move(operand));
  }
  return invocation;
}

UsageError unknown_command(const std::string& word) {
  std::vector<std::string_view> known;
  for (const Command& command : commands()) {
    known.push_back(command.name);
  }
  const std::string near = did_you_mean(word, known);
  return {word.starts_with('-') ? fmt::format("unknown flag {} before any command", word)
                                : fmt::format("unknown command {}{}", word, near),
          nullptr};
}

}  // namespace

std::string Arguments::value(std::string_view flag, std::string_view fallback) const {
  const auto found = flags_.find(flag);
  return found == flags_.end() ? std::string(fallback) : found->second;
}

unsigned Arguments::count(std::string_view flag, unsigned fallback) const {
  unsigned count = fallback;
  return has(flag) && to_count(value(flag), count) ? count : fallback;
}

Parsed parse_arguments(const std::vector<std::string>& words, bool input_waits) {
  if (words.empty()) {
    return UsageError{"no command given", nullptr};
  }
  const std::string& first = words.front();
  if (first == "--help" || first == "-h") {
    return HelpAsked{};
  }
  if (first == "--version" || first == "-V") {
    return VersionAsked{};
  }
  const Command* command = find_command(first);
  if (command == nullptr) {
    return unknown_command(first);
  }
  return parse_command(*command, {words.begin() + 1, words.end()}, input_waits);
}

}  // namespace readout::cli
