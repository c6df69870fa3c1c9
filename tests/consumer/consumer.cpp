// Reads the reports it is given and prints how many acts they hold.
#include <cstdio>
#include <string>
#include <vector>

#include <readout/reader.hpp>
#include <readout/source.hpp>

int main(int argc, char** argv) {
  auto knowledge = readout::Knowledge::load(DATA_DIR);
  if (!knowledge) {
    std::fprintf(stderr, "%s\n", readout::to_string(knowledge.error()).c_str());
    return 1;
  }
  readout::Reader reader(*knowledge);
  readout::Reports reports(std::vector<std::string>(argv + 1, argv + argc));
  std::size_t acts = 0;
  while (auto report = reports.next()) {
    if (!*report) {
      std::fprintf(stderr, "%s\n", readout::to_string(report->error()).c_str());
      return 1;
    }
    acts += reader.read(std::move(**report)).acts.size();
  }
  std::printf("%zu acts\n", acts);
  return 0;
}
