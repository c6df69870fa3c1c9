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
  const OwnKnowledge own{arguments.value("--with"), {}};
  const std::vector<Error> faults = lint_knowledge(data, own);
  const std::string checked = own.empty() ? data.string() : own.folder.string();
  for (const Error& fault : faults) {
    complain(fault);
  }
  if (!faults.empty()) {
    complain(fmt::format("{} fault{} in {}", faults.size(), faults.size() == 1 ? "" : "s", checked));
    return failed;
  }
  return print(fmt::format("no faults in {}\n", checked));
}

}  // namespace readout::cli
