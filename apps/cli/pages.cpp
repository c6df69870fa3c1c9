// `readout help`, `readout man` and `readout completions`: pages made from the table of commands.
#include "arguments.hpp"
#include "commands.hpp"
#include "help.hpp"
#include "output.hpp"
#include "terminal.hpp"

namespace readout::cli {

int run_help(const Arguments& arguments) {
  const Command* command = arguments.operands().empty() ? nullptr : find_command(arguments.operands().front());
  return print(help_page(command, width()));
}

int run_man(const Arguments&) {
  return print(manual_page());
}

int run_completions(const Arguments& arguments) {
  return print(completion_script(arguments.operands().front()));
}

}  // namespace readout::cli
