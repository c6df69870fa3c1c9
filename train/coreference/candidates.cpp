// Prints, for every pronoun of the reports, those it may point to and what speaks for each: what learn.py learns from.
//
//   coreference_candidates FOLDER > candidates.tsv
//
// name, kind (0 he, 1 she, 2 it, 3 they), begin and end of the pronoun, then for each candidate begin:end:features.
#include <cstdio>

#include "actors/linker.hpp"
#include "actors/recognize.hpp"
#include "knowledge.hpp"
#include "readout/reader.hpp"
#include "readout/source.hpp"

int main(int count, char** words) {
  const auto knowledge = readout::Knowledge::load(readout::default_data());
  if (!knowledge || count < 2) {
    std::fputs(knowledge ? "usage: coreference_candidates FOLDER\n" : to_string(knowledge.error()).c_str(), stderr);
    return 2;
  }
  readout::Reader reader(*knowledge);
  readout::Reports reports({words + 1, words + count});
  while (auto report = reports.next()) {
    if (!*report) {
      std::fputs(to_string(report->error()).c_str(), stderr);
      return 1;
    }
    const auto d = reader.analyze(std::move(**report));
    std::vector<readout::actors::Choice> choices;
    (void)readout::actors::recognize(d.report, d.layout, d.tokens, d.syntax, knowledge->parts().actors, &choices);
    for (const auto& choice : choices) {
      const auto span = d.tokens.span[choice.pronoun];
      std::printf("%s\t%d\t%u\t%u", d.report.name.c_str(), static_cast<int>(choice.kind), span.begin, span.end);
      for (const auto& one : choice.candidates) {
        std::printf("\t%u:%u:", one.span.begin, one.span.end);
        for (std::size_t i = 0; i + 1 < readout::actors::feature_count; ++i) {
          std::printf("%s%.4g", i == 0 ? "" : ",", static_cast<double>(one.features[i]));
        }
      }
      std::printf("\n");
    }
  }
  return 0;
}
