#include "help.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "terminal.hpp"

namespace readout::cli {

namespace {

// Columns of a UTF-8 word of ours: none of them is wider than a column a code point.
std::size_t columns(std::string_view word) {
  return static_cast<std::size_t>(std::ranges::count_if(word, [](char c) { return (c & '\xC0') != '\x80'; }));
}

// Two columns: names, and what they mean.
std::string list(std::string_view title, const std::vector<Named>& rows, unsigned width) {
  if (rows.empty()) {
    return {};
  }
  std::size_t widest = 0;
  for (const Named& row : rows) {
    widest = std::max(widest, columns(row.name));
  }
  const auto indent = static_cast<unsigned>(std::min<std::size_t>(widest, 18) + 4);
  std::string out = fmt::format("\n{}\n", title);
  for (const Named& row : rows) {
    const std::string name = fmt::format("  {}", row.name);
    out += name;
    if (columns(name) + 2 > indent) {
      out += '\n';
      out.append(indent, ' ');
    } else {
      out.append(indent - columns(name), ' ');
    }
    out += wrap(row.says, width, indent) + '\n';
  }
  return out;
}

std::string examples(const Command& command, unsigned width) {
  std::string out = "\nExamples\n";
  for (const Example& example : command.examples) {
    out += fmt::format("  {}\n      {}\n", example.line, wrap(example.says, width, 6));
  }
  return out;
}

std::string command_page(const Command& command, unsigned width) {
  std::string out = fmt::format("readout {}: {}\n\n{}\n", command.name, command.summary, usage_line(&command));
  for (const std::string_view paragraph : command.description) {
    out += fmt::format("\n{}\n", wrap(paragraph, width, 0));
  }
  std::vector<std::string> names;
  names.reserve(command.flags.size());  // the rows below look into them
  std::vector<Named> rows;
  for (const Operand& operand : command.operands) {
    rows.push_back({operand.name, operand.help});
  }
  out += list("Arguments", rows, width);
  rows.clear();
  for (const Flag& flag : command.flags) {
    names.push_back(flag.value.empty() ? std::string(flag.name) : fmt::format("{} {}", flag.name, flag.value));
    rows.push_back({names.back(), flag.help});
  }
  rows.push_back({"--help", "Print this page."});
  out += list("Flags", rows, width);
  out += examples(command, width);
  return out;
}

std::string program_page(unsigned width) {
  std::string out = fmt::format("readout {}\n{}\n\n{}\n", version(), wrap(purpose(), width, 0), usage_line(nullptr));
  std::vector<Named> rows;
  for (const Command& command : commands()) {
    if (!command.hidden) {
      rows.push_back({command.name, command.summary});
    }
  }
  out += list("Commands", rows, width);
  out += examples(*find_command("read"), width);
  out += list("Exit codes", {exit_codes().begin(), exit_codes().end()}, width);
  out += list("Environment", {environment().begin(), environment().end()}, width);
  out += "\n" +
         wrap(
             "`readout COMMAND --help` tells all about a command. `readout man | man -l -` is the manual, and "
             "`readout completions SHELL` teaches bash, zsh or fish.",
             width, 0) +
         "\n";
  return out;
}

}  // namespace

std::string wrap(std::string_view text, unsigned width, unsigned indent) {
  std::string out;
  std::size_t column = indent;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    const std::size_t size = columns(word);
    if (column > indent && column + 1 + size > width) {
      out += '\n';
      out.append(indent, ' ');
      column = indent;
    } else if (column > indent) {
      out += ' ';
      ++column;
    }
    out += word;
    column += size;
  }
  return out;
}

std::string help_page(const Command* command, unsigned width) {
  return command == nullptr ? program_page(width) : command_page(*command, width);
}

std::string usage_line(const Command* command) {
  if (command == nullptr) {
    return "Usage: readout COMMAND [FLAGS] [INPUT…]\n       readout --help | --version";
  }
  std::string flags;
  for (const Flag& flag : command->flags) {
    flags += flag.value.empty() ? fmt::format(" [{}]", flag.name) : fmt::format(" [{} {}]", flag.name, flag.value);
  }
  std::string operands;
  for (const Operand& operand : command->operands) {
    const std::string name = fmt::format("{}{}", operand.name, operand.many ? "…" : "");
    operands += operand.required ? fmt::format(" {}", name) : fmt::format(" [{}]", name);
  }
  const std::string head = fmt::format("Usage: readout {}", command->name);
  const std::string line = head + flags + operands;
  // A long list of flags stands below, one by one; the line need not repeat it.
  return columns(line) > 80 ? fmt::format("{} [FLAGS]{}", head, operands) : line;
}

}  // namespace readout::cli
