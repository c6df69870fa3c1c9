// What each stage costs: every benchmark runs one stage over all reports, the columns before it being ready. Rates are
// tokens a second, bytes a second for what works on bytes.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "actors/recognize.hpp"
#include "acts/code.hpp"
#include "issues/find.hpp"
#include "knowledge.hpp"
#include "readout/outputs.hpp"
#include "readout/source.hpp"
#include "record/rows.hpp"
#include "syntax/parser.hpp"
#include "text/layout.hpp"
#include "text/tokenize.hpp"
#include "times/find.hpp"

namespace {

using namespace readout;

struct Corpus {
  Knowledge knowledge;
  std::vector<Document> documents;
  double tokens = 0;
  double bytes = 0;
};

Corpus load() {
  auto knowledge = Knowledge::load(READOUT_SOURCE_DIR "/data");
  if (!knowledge) {
    std::fprintf(stderr, "%s\n", to_string(knowledge.error()).c_str());
    std::exit(1);
  }
  const char* named = std::getenv("READOUT_BENCH_INPUT");
  Corpus corpus{*knowledge, {}, 0, 0};
  Reader reader(corpus.knowledge);
  Reports reports({named != nullptr ? named : READOUT_SOURCE_DIR "/examples"});
  while (auto next = reports.next()) {
    if (*next) {
      corpus.documents.push_back(reader.analyze(std::move(**next)));
      corpus.tokens += corpus.documents.back().tokens.size();
      corpus.bytes += static_cast<double>(corpus.documents.back().report.text.size());
    }
  }
  return corpus;
}

const Corpus& corpus() {
  static const Corpus loaded = load();
  return loaded;
}

const Knowledge::Parts& parts() {
  return corpus().knowledge.parts();
}

// Runs `stage` over every document and reports the rates.
template <typename Stage>
void over_documents(benchmark::State& state, Stage stage) {
  while (state.KeepRunning()) {
    for (const Document& document : corpus().documents) {
      benchmark::DoNotOptimize(stage(document));
    }
  }
  const auto rounds = static_cast<double>(state.iterations());
  state.counters["tokens"] = benchmark::Counter(corpus().tokens * rounds, benchmark::Counter::kIsRate);
  state.counters["bytes"] = benchmark::Counter(corpus().bytes * rounds, benchmark::Counter::kIsRate);
}

void layout(benchmark::State& state) {
  over_documents(state, [](const Document& d) { return text::lay_out(d.report, parts().text); });
}
void tokens(benchmark::State& state) {
  over_documents(state, [](const Document& d) { return text::tokenize(d.report.text, d.layout, parts().text); });
}
void syntax_(benchmark::State& state) {
  syntax::Workspace workspace;
  over_documents(state,
                 [&](const Document& d) { return syntax::parse(d.report.text, d.tokens, parts().syntax, workspace); });
}
void actors_(benchmark::State& state) {
  over_documents(state, [](const Document& d) {
    return actors::recognize(d.report, d.layout, d.tokens, d.syntax, parts().actors);
  });
}
void times_(benchmark::State& state) {
  over_documents(state,
                 [](const Document& d) { return times::find(d.report, d.layout, d.tokens, d.syntax, parts().times); });
}
void acts_(benchmark::State& state) {
  over_documents(state, [](const Document& d) {
    Document copy = d;  // the stage adds speakers to the actors
    acts::code(copy, parts().acts, parts().opinion);
    return std::move(copy.acts);
  });
}
void issues_(benchmark::State& state) {
  over_documents(state, [](const Document& d) { return issues::find(d, parts().issues); });
}
void rows(benchmark::State& state) {
  over_documents(state, [](const Document& d) { return record::to_rows(d, "d1", parts().codes); });
}
void jsonl(benchmark::State& state) {
  std::vector<Record> records;
  for (const Document& document : corpus().documents) {
    records.push_back(record::to_rows(document, "d1", parts().codes));
  }
  std::size_t at = 0;
  over_documents(state, [&](const Document&) {
    std::string out;
    write_jsonl(records[at++ % records.size()], out);
    return out;
  });
}
void whole_pipeline(benchmark::State& state) {
  Reader reader(corpus().knowledge);
  over_documents(state, [&](const Document& d) { return reader.read(d.report); });
}
void load_knowledge(benchmark::State& state) {
  while (state.KeepRunning()) {
    benchmark::DoNotOptimize(Knowledge::load(READOUT_SOURCE_DIR "/data"));
  }
}

// On two threads: the time that passes, and that of both together as "CPU".
BENCHMARK(load_knowledge)->Unit(benchmark::kMillisecond)->UseRealTime()->MeasureProcessCPUTime();
BENCHMARK(layout)->Unit(benchmark::kMillisecond);
BENCHMARK(tokens)->Unit(benchmark::kMillisecond);
BENCHMARK(syntax_)->Name("syntax")->Unit(benchmark::kMillisecond);
BENCHMARK(actors_)->Name("actors")->Unit(benchmark::kMillisecond);
BENCHMARK(times_)->Name("times")->Unit(benchmark::kMillisecond);
BENCHMARK(acts_)->Name("acts")->Unit(benchmark::kMillisecond);
BENCHMARK(issues_)->Name("issues")->Unit(benchmark::kMillisecond);
BENCHMARK(rows)->Unit(benchmark::kMillisecond);
BENCHMARK(jsonl)->Unit(benchmark::kMillisecond);
BENCHMARK(whole_pipeline)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
