// Completion scripts for bash, zsh and fish.
#include <string>

#include <fmt/format.h>

#include "help.hpp"

namespace readout::cli {

namespace {

std::string joined(const std::vector<std::string_view>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

std::string visible_commands() {
  std::string out;
  for (const Command& command : commands()) {
    out += out.empty() ? "" : " ";
    out += command.name;
  }
  return out;
}

// Up to the first full stop, without what a quoted shell string would trip over.
std::string gist(std::string_view help) {
  std::string out;
  for (const char c : help.substr(0, help.find(". "))) {
    if (c != '\'' && c != '`' && c != '[' && c != ']' && c != '"') {
      out += c == ':' ? ',' : c;
    }
  }
  while (out.ends_with('.')) {
    out.pop_back();
  }
  return out;
}

// --- bash ---------------------------------------------------------------------------------------------------------

std::string bash_reply(Completes completes, const std::vector<std::string_view>& choices) {
  if (!choices.empty()) {
    return fmt::format("COMPREPLY=($(compgen -W '{}' -- \"$word\"))", joined(choices));
  }
  switch (completes) {
    case Completes::files:
      return "compopt -o filenames; COMPREPLY=($(compgen -f -- \"$word\"))";
    case Completes::folders:
      return "compopt -o filenames; COMPREPLY=($(compgen -d -- \"$word\"))";
    case Completes::nothing:
      break;
  }
  return "COMPREPLY=()";
}

std::string bash_command(const Command& command) {
  std::string flags = "--help";
  std::string out = fmt::format("    {})\n      case $before in\n", command.name);
  for (const Flag& flag : command.flags) {
    flags += fmt::format(" {}", flag.name);
    if (!flag.value.empty()) {
      out += fmt::format("        {}) {}; return ;;\n", flag.name, bash_reply(flag.completes, flag.choices));
    }
  }
  out += "        *) ;;\n      esac\n";
  out += fmt::format("      if [[ $word == -* ]]; then\n        COMPREPLY=($(compgen -W '{}' -- \"$word\"))\n", flags);
  if (command.operands.size() > 1) {
    const Operand& verb = command.operands.front();
    out += fmt::format("      elif ((COMP_CWORD == 2)); then\n        {}\n", bash_reply(verb.completes, verb.choices));
  }
  if (!command.operands.empty()) {
    const Operand& operand = command.operands.back();
    out += fmt::format("      else\n        {}\n", bash_reply(operand.completes, operand.choices));
  }
  return out + "      fi ;;\n";
}

std::string bash_script() {
  std::string out =
      "# bash completion of readout; made by `readout completions bash`\n"
      "# shellcheck disable=SC2207\n"
      "_readout() {\n"
      "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
      "  COMPREPLY=()\n"
      "  if ((COMP_CWORD == 1)); then\n";
  out += fmt::format("    COMPREPLY=($(compgen -W '{} --help --version' -- \"$word\"))\n", visible_commands());
  out += "    return\n  fi\n  case ${COMP_WORDS[1]} in\n";
  for (const Command& command : commands()) {
    out += bash_command(command);
  }
  return out + "    *) ;;\n  esac\n}\ncomplete -F _readout readout\n";
}

// --- zsh ----------------------------------------------------------------------------------------------------------

std::string zsh_action(Completes completes, const std::vector<std::string_view>& choices) {
  if (!choices.empty()) {
    return fmt::format("({})", joined(choices));
  }
  return completes == Completes::files ? "_files" : completes == Completes::folders ? "_files -/" : " ";
}

std::string zsh_command(const Command& command) {
  std::string out = fmt::format("    {})\n      _arguments '--help[explain this command]'", command.name);
  for (const Flag& flag : command.flags) {
    out += fmt::format(" \\\n        '{}[{}]", flag.name, gist(flag.help));
    out += flag.value.empty() ? "'" : fmt::format(":{}:{}'", flag.value, zsh_action(flag.completes, flag.choices));
  }
  for (const Operand& operand : command.operands) {
    out += fmt::format(" \\\n        '{}:{}:{}'", operand.many ? "*" : "1", operand.name,
                       zsh_action(operand.completes, operand.choices));
  }
  return out + " ;;\n";
}

std::string zsh_script() {
  std::string out =
      "#compdef readout\n"
      "# zsh completion of readout; made by `readout completions zsh`\n"
      "_readout() {\n"
      "  local -a commands\n"
      "  commands=(\n";
  for (const Command& command : commands()) {
    out += fmt::format("    '{}:{}'\n", command.name, gist(command.summary));
  }
  out +=
      "  )\n"
      "  if ((CURRENT == 2)); then\n"
      "    _describe command commands\n"
      "    return\n"
      "  fi\n"
      "  local chosen=$words[2]\n"
      "  shift words\n"
      "  ((CURRENT--))\n"
      "  case $chosen in\n";
  for (const Command& command : commands()) {
    out += zsh_command(command);
  }
  return out + "  esac\n}\ncompdef _readout readout\n";
}

// --- fish ---------------------------------------------------------------------------------------------------------

std::string fish_values(Completes completes, const std::vector<std::string_view>& choices) {
  if (!choices.empty()) {
    return fmt::format(" -x -a '{}'", joined(choices));
  }
  return completes == Completes::files     ? " -r -F"
         : completes == Completes::folders ? " -x -a '(__fish_complete_directories)'"
                                           : " -x";
}

std::string fish_script() {
  std::string out =
      "# fish completion of readout; made by `readout completions fish`\n"
      "complete -c readout -f\n"
      "complete -c readout -n __fish_use_subcommand -l help -d 'explain the program'\n"
      "complete -c readout -n __fish_use_subcommand -l version -d 'print the version'\n";
  for (const Command& command : commands()) {
    out += fmt::format("complete -c readout -n __fish_use_subcommand -a {} -d '{}'\n", command.name,
                       gist(command.summary));
    const std::string here = fmt::format("complete -c readout -n '__fish_seen_subcommand_from {}'", command.name);
    out += fmt::format("{} -l help -d 'explain this command'\n", here);
    for (const Flag& flag : command.flags) {
      out +=
          fmt::format("{} -l {}{} -d '{}'\n", here, flag.name.substr(2),
                      flag.value.empty() ? std::string() : fish_values(flag.completes, flag.choices), gist(flag.help));
    }
    for (const Operand& operand : command.operands) {
      if (!operand.choices.empty()) {
        out += fmt::format("{} -a '{}'\n", here, joined(operand.choices));
      } else if (operand.completes == Completes::files) {
        out += fmt::format("{} -F\n", here);
      } else if (operand.completes == Completes::folders) {
        out += fmt::format("{} -a '(__fish_complete_directories)'\n", here);
      }
    }
  }
  return out;
}

}  // namespace

std::string completion_script(std::string_view shell) {
  return shell == "bash"   ? bash_script()
         : shell == "zsh"  ? zsh_script()
         : shell == "fish" ? fish_script()
                           : std::string();
}

}  // namespace readout::cli
