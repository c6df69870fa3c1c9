// The program: finds the command and runs it. Everything a command needs stands in the file of its name.
#include <cstdlib>
#include <exception>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "arguments.hpp"
#include "commands.hpp"
#include "help.hpp"
#include "interrupt.hpp"
#include "output.hpp"
#include "terminal.hpp"

namespace readout::cli {

namespace {

int wrong(const UsageError& error) {
  complain(error.message);
  const std::string more =
      error.command == nullptr ? "readout --help" : fmt::format("readout {} --help", error.command->name);
  const std::string rest = fmt::format("{}\n`{}` tells more.\n", usage_line(error.command), more);
  std::fputs(rest.c_str(), stderr);
  return wrong_usage;
}

int run(const std::vector<std::string>& words) {
  watch_signals();
  const Parsed parsed = parse_arguments(words, !is_terminal(Stream::in));
  if (const auto* error = std::get_if<UsageError>(&parsed)) {
    return wrong(*error);
  }
  if (const auto* help = std::get_if<HelpAsked>(&parsed)) {
    return print(help_page(help->command, width()));
  }
  if (std::holds_alternative<VersionAsked>(parsed)) {
    return print(fmt::format("readout {}\n", version()));
  }
  const auto& invocation = std::get<Invocation>(parsed);
  return invocation.command->run(invocation.arguments);
}

}  // namespace

}  // namespace readout::cli

int main(int argc, char** argv) {
  try {
    return readout::cli::run(std::vector<std::string>(argv + 1, argv + argc));
  } catch (const std::bad_alloc&) {
    std::fputs("readout: out of memory (read fewer inputs at once, or with fewer --threads)\n", stderr);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "readout: %s\n", error.what());
  }
  return readout::cli::failed;
}
