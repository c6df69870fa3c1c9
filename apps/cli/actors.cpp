// `readout actors`: own actors from the dictionaries of other coders, and the actors that are missing.
#include <string>

#include <fmt/format.h>

#include "arguments.hpp"
#include "commands.hpp"
#include "output.hpp"
#include "readout/own_tables.hpp"
#include "readout/reader.hpp"

namespace readout::cli {

namespace {

std::string counted(std::uint64_t n, std::string_view noun) {
  return fmt::format("{} {}{}", n, noun, n == 1 ? "" : "s");
}

std::string summary(const OwnTables& tables, const std::string& folder) {
  return fmt::format("{}, {}, {} and {} written to {}/actors; {} known already; {} not understood\n",
                     counted(tables.persons, "person"), counted(tables.organizations, "organization"),
                     counted(tables.roles, "role"), counted(tables.state_names, "state name"), folder,
                     counted(tables.known, "name"), counted(tables.problems.size(), "line"));
}

}  // namespace

int import_own_actors(const Arguments& arguments) {
  const std::string folder = arguments.value("--to");
  if (folder.empty() || arguments.operands().size() != 2) {
    complain(folder.empty() ? "actors import needs --to DIR, the folder of your own tables"
                            : "actors import takes one FILE at a time");
    return wrong_usage;
  }
  const std::filesystem::path data =
      arguments.has("--data") ? std::filesystem::path(arguments.value("--data")) : default_data();
  const auto knowledge = Knowledge::load(data);
  if (!knowledge) {
    complain(knowledge.error());
    return failed;
  }
  const auto tables = import_actors(arguments.operands()[1], *knowledge);
  if (!tables) {
    complain(tables.error());
    return failed;
  }
  for (const Error& problem : tables->problems) {
    complain(problem);
  }
  if (const Status written = write_own_tables(*tables, folder); !written) {
    complain(written.error());
    return failed;
  }
  if (!arguments.has("--quiet") && print(summary(*tables, folder)) != done) {
    return failed;
  }
  return tables->problems.empty() ? done : inputs_skipped;
}

int run_actors(const Arguments& arguments) {
  return arguments.operands().front() == "import" ? import_own_actors(arguments) : list_unknown_actors(arguments);
}

}  // namespace readout::cli
