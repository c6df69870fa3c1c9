// Makes a syntax model of treebanks: train_perceptron --out FILE --train A.conllu … --dev B.conllu …
// The same treebanks give the same bytes.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <fstream>

#include "lemma_learning.hpp"
#include "lexicon.hpp"
#include "move_learning.hpp"
#include "syntax/evaluate.hpp"
#include "tag_learning.hpp"

namespace {

using namespace readout;

struct Options {
  std::string out;
  std::vector<std::string> train;
  std::vector<std::string> dev;
  unsigned tag_epochs = 8;
  unsigned epochs = 12;
  unsigned folds = 5;
  unsigned enough = 4;
  std::string lexicon;
  double tag_least = 12;
  double least = 18;
};

Options parse_options(int argc, char** argv) {
  Options options;
  CLI::App app{"Trains the averaged-perceptron tagger and parser."};
  app.add_option("--out", options.out, "the model file to write")->required();
  app.add_option("--train", options.train, "treebanks to learn from")->required();
  app.add_option("--dev", options.dev, "treebanks to report on after each epoch");
  app.add_option("--lexicon", options.lexicon, "a table of verb forms for the lemmas");
  app.add_option("--tag-epochs", options.tag_epochs, "passes of the tagger");
  app.add_option("--epochs", options.epochs, "passes of the parser");
  app.add_option("--folds", options.folds, "parts of the data that are tagged by a tagger that never saw them");
  app.add_option("--enough", options.enough, "updates before a feature of the parser counts");
  app.add_option("--tag-least", options.tag_least, "the same for the tagger");
  app.add_option("--least", options.least,
                 "smallest weight of the parser that is kept, in steps of 255 for the largest");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    std::exit(app.exit(e));
  }
  return options;
}

std::vector<syntax::GoldDocument> read_or_leave(const std::string& file) {
  auto documents = syntax::read_treebank(file);
  if (!documents) {
    fmt::print(stderr, "{}\n", to_string(documents.error()));
    std::exit(1);
  }
  return std::move(*documents);
}

syntax::Table table_over(const syntax::TableBuilder& builder) {
  return {builder.slots.data(), builder.slot_count, builder.entries.data(),
          static_cast<std::uint32_t>(builder.entries.size())};
}

void report_on(const syntax::ModelContent& content, const Options& options, unsigned epoch) {
  const auto bytes = syntax::to_bytes(content);
  const auto model = syntax::Model::from_bytes(bytes, "the model in training");
  if (!model) {
    fmt::print(stderr, "{}\n", to_string(model.error()));
    std::exit(1);
  }
  fmt::print("epoch {} {:.1f} MB (tagger {}+{}, moves {}+{})", epoch + 1, static_cast<double>(bytes.size()) / 1e6,
             content.tagger->slot_count, content.tagger->entries.size(), content.moves->slot_count,
             content.moves->entries.size());
  for (const auto& file : options.dev) {
    const auto e = syntax::evaluate(*model, read_or_leave(file));
    fmt::print("  UPOS {:.2f} XPOS {:.2f} lemma {:.2f} UAS {:.2f} LAS {:.2f}/{:.2f}", e.percent(e.upos),
               e.percent(e.xpos), e.percent(e.lemma), e.percent(e.uas), e.percent(e.las), e.percent(e.las_universal));
  }
  fmt::print("\n");
  std::fflush(stdout);
}

int make_model(const Options& options) {
  train::Lessons lessons;
  for (const auto& file : options.train) {
    for (const auto& document : read_or_leave(file)) {
      lessons.add(document);
    }
  }
  const auto tagging = train::learn_kinds(lessons.sentences);
  auto lemma_lessons = lessons.sentences;
  if (!options.lexicon.empty()) {
    auto verbs = train::read_lexicon(options.lexicon);
    if (!verbs) {
      fmt::print(stderr, "{}\n", to_string(verbs.error()));
      std::exit(1);
    }
    lemma_lessons.insert(lemma_lessons.end(), verbs->begin(), verbs->end());
  }
  const auto lemmas = train::learn_lemmas(lemma_lessons);
  const auto tagger = train::learn_tagger(lessons, tagging, options.tag_epochs, 0, 0, options.tag_least);
  std::vector<syntax::TableBuilder> fold_taggers;
  for (std::size_t fold = 0; fold < options.folds; ++fold) {
    fold_taggers.push_back(
        train::learn_tagger(lessons, tagging, options.tag_epochs, options.folds, fold, options.tag_least));
  }
  const syntax::Lemmas lemma_table(table_over(lemmas.table), lemmas.scripts);
  train::MoveData data{&lessons, &tagging.tags, table_over(tagging.kinds), &lemma_table, {}};
  for (const auto& fold : fold_taggers) {
    data.taggers.emplace_back(table_over(fold));
  }
  fmt::print("{} sentences, {} tags; taggers are ready\n", lessons.sentences.size(), tagging.tags.size());
  syntax::ModelContent content{tagging.tags, lemmas.scripts, &tagging.kinds, &tagger, nullptr, &lemmas.table};
  train::Learner learner(options.enough);
  train::learn_moves(data, options.epochs, learner, [&](unsigned epoch) {
    const auto moves = learner.pack(options.least);
    content.moves = &moves;
    if (epoch % 3 == 2 || epoch + 1 == options.epochs) {
      report_on(content, options, epoch);
    }
    if (epoch + 1 == options.epochs) {
      const auto bytes = syntax::to_bytes(content);
      std::ofstream(options.out, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }
  });
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  return make_model(parse_options(argc, argv));
}
