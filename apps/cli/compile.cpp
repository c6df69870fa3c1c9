// `readout compile`: the tables in the form in which they load quickest.
#include <filesystem>

#include "arguments.hpp"
#include "commands.hpp"
#include "output.hpp"
#include "readout/reader.hpp"

namespace readout::cli {

int run_compile(const Arguments& arguments) {
  const std::filesystem::path data =
      arguments.operands().empty() ? default_data() : std::filesystem::path(arguments.operands().front());
  const auto file =
      arguments.has("--output") ? std::filesystem::path(arguments.value("--output")) : data / "actors.compiled";
  if (auto made = compile_tables(data, file); !made) {
    complain(made.error());
    return failed;
  }
  return done;
}

}  // namespace readout::cli
