// `readout lint`: every fault of the tables and rules, by file and line.
#include <filesystem>

#include <fmt/format.h>

#include "arguments.hpp"
#include "commands.hpp"
#include "output.hpp"
#include "readout/reader.hpp"

namespace readout::cli {

int run_lint(const Arguments& arguments) {
  const std::filesystem::path data =
      arguments.operands().empty() ? default_data() : std::filesystem::path(arguments.operands().front());
  const std::vector<Error> faults = lint_knowledge(data);
  for (const Error& fault : faults) {
    complain(fault);
  }
  if (!faults.empty()) {
    complain(fmt::format("{} fault{} in {}", faults.size(), faults.size() == 1 ? "" : "s", data.string()));
    return failed;
  }
  return print(fmt::format("no faults in {}\n", data.string()));
}

}  // namespace readout::cli
