// Learns where sentences end: treebanks and news.txt in, the sentence model out. The same data give the same
// bytes. Prints how well the ends of the dev sets are found.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "sentences/chance.hpp"
#include "sentences/learner.hpp"
#include "sentences/lessons.hpp"
#include "sentences/word_classes.hpp"
#include "text/boundary_model.hpp"
#include "text/raw_treebank.hpp"
#include "text/tokenize.hpp"

namespace readout::train {

namespace {

constexpr int epochs = 6;
constexpr int fewest = 3;           // sightings of a word before it has a class
constexpr double threshold = -0.8;  // a missed end costs two sentences, and most strangers are missed ends
constexpr float news_weight = 3;

struct Files {
  std::string tables, news, model;
  std::vector<std::filesystem::path> train, dev;
};

bool parse(const std::vector<std::string>& words, Files& files) {
  if (words.size() < 4) {
    return false;
  }
  files.tables = words[0];
  files.news = words[1];
  files.model = words[2];
  auto* list = &files.train;
  for (std::size_t i = 3; i < words.size(); ++i) {
    if (words[i] == "--dev") {
      list = &files.dev;
    } else {
      list->emplace_back(words[i]);
    }
  }
  return !files.train.empty();
}

double f1(text::Ranges gold, text::Ranges found) {
  std::sort(gold.begin(), gold.end());
  std::sort(found.begin(), found.end());
  text::Ranges both;
  std::set_intersection(gold.begin(), gold.end(), found.begin(), found.end(), std::back_inserter(both));
  return 200.0 * static_cast<double>(both.size()) / static_cast<double>(gold.size() + found.size());
}

double score(const text::RawTreebank& gold, const text::Lexicon& lexicon) {
  const Tokens tokens = text::tokenize(gold.text, gold.layout, lexicon);
  const auto solid = text::solid_offsets(gold.text);
  text::Ranges found;
  for (const Sentence& sentence : tokens.sentences) {
    found.emplace_back(solid[sentence.span.begin], solid[sentence.span.end]);
  }
  return f1(gold.sentences, found);
}

Result<std::vector<Lesson>> make_lessons(const Files& files, const text::Lexicon& lexicon,
                                         const text::WordClasses& classes) {
  std::vector<Lesson> lessons;
  for (const auto& file : files.train) {
    const auto treebank = text::read_raw_treebank(file);
    if (!treebank) {
      return treebank.error();
    }
    collect(*treebank, lexicon, classes, 1, lessons);
  }
  const auto news = read_news(files.news);
  if (!news) {
    return news.error();
  }
  collect(*news, lexicon, classes, news_weight, lessons);
  return lessons;
}

Learner learn(const std::vector<Lesson>& lessons) {
  Learner learner;
  Chance chance(1);
  std::vector<std::uint32_t> order(lessons.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    order[i] = static_cast<std::uint32_t>(i);
  }
  for (int epoch = 0; epoch < epochs; ++epoch) {
    chance.shuffle(order);
    for (const auto i : order) {
      learner.learn(lessons[i]);
    }
    if (epoch > 0) {
      learner.sum_up();
    }
  }
  return learner;
}

Status run(const Files& files) {
  auto lexicon = text::load_tables(files.tables);
  if (!lexicon) {
    return lexicon.error();
  }
  const std::string classes = learn_word_classes(files.train, fewest);
  const auto lessons = make_lessons(files, *lexicon, text::WordClasses(classes));
  if (!lessons) {
    return lessons.error();
  }
  const auto shipped = learn(*lessons).ship(threshold);
  const std::string bytes = text::BoundaryModel::to_bytes(shipped.weights, classes, shipped.threshold);
  auto model = text::BoundaryModel::from_bytes(bytes, files.model);
  if (!model) {
    return model.error();
  }
  if (!(std::ofstream(files.model, std::ios::binary) << bytes)) {
    return Error{files.model, 0, "cannot be written", "name a file in a folder that is there"};
  }
  lexicon->boundaries = *model;
  fmt::print("{}: {} bytes from {} gaps\n", files.model, bytes.size(), lessons->size());
  for (const auto& file : files.dev) {
    const auto gold = text::read_raw_treebank(file);
    if (!gold) {
      return gold.error();
    }
    fmt::print("{}: sentences F1 {:.2f}\n", file.filename().string(), score(*gold, *lexicon));
  }
  return ok();
}

}  // namespace

}  // namespace readout::train

int main(int argc, char** argv) {
  readout::train::Files files;
  if (!readout::train::parse({argv + 1, argv + argc}, files)) {
    fmt::print(stderr, "usage: train_sentences TABLES NEWS MODEL TREEBANK... [--dev TREEBANK...]\n");
    return 2;
  }
  const auto done = readout::train::run(files);
  if (!done) {
    fmt::print(stderr, "train_sentences: {}\n", to_string(done.error()));
    return 1;
  }
  return 0;
}
