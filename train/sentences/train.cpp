// Learns where sentences end: treebanks in, models/english.sentences out. Logistic regression over the features of
// src/text/boundary_features, by AdaGrad; the same data give the same bytes.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "perceptron/chance.hpp"
#include "sentences/lessons.hpp"
#include "sentences/word_classes.hpp"
#include "text/boundary_model.hpp"
#include "text/raw_treebank.hpp"
#include "text/tokenize.hpp"

namespace readout::train {

namespace {

using text::RawTreebank;

unsigned bits = 19;
int epochs = 12;
double rate = 0.08;
double decay = 2e-6;

double env(const char* name, double fallback) {
  const char* v = std::getenv(name);
  return v ? std::atof(v) : fallback;
}

class Learner {
 public:
  Learner() : weights_(std::size_t{1} << bits), squares_(weights_.size(), 1e-8F), sums_(weights_.size()) {}

  void learn(const Lesson& lesson, Chance& chance) {
    double score = 0;
    std::uint64_t keep = ~0ULL;
    static const int drop = static_cast<int>(env("DROP", 0));
    if (drop) { keep = 0; for (unsigned i = 0; i < lesson.features.size(); ++i) keep |= std::uint64_t{chance.of(static_cast<unsigned>(drop)) ? 0U : 1U} << i; }
    unsigned n = 0;
    for (const auto f : lesson.features) if (keep >> n++ & 1U) score += weights_[f >> (32 - bits)];
    if (drop) score *= 100.0 / (100 - drop);
    const double p = 1 / (1 + std::exp(-score));
    const double slope = (p - (lesson.ends ? 1 : 0)) * lesson.weight;
    if (std::abs(slope) < 1e-4) return;
    n = 0;
    for (const auto f : lesson.features) {
      if (!(keep >> n++ & 1U)) continue;
      auto& w = weights_[f >> (32 - bits)];
      auto& s = squares_[f >> (32 - bits)];
      const double g = slope + decay * w;
      s += static_cast<float>(g * g);
      w -= static_cast<float>(rate * g / std::sqrt(s));
    }
  }

  // Takes the weights as they are now into the mean that is written.
  void sum_up() {
    for (std::size_t i = 0; i < weights_.size(); ++i) sums_[i] += weights_[i];
    ++summed_;
  }

  [[nodiscard]] std::string to_bytes(std::string_view classes, double threshold) const {
    std::vector<float> mean = sums_;
    for (float& m : mean) m /= static_cast<float>(summed_);
    std::vector<float> sizes;
    for (const float w : mean) {
      if (w != 0) sizes.push_back(std::abs(w));
    }
    std::sort(sizes.begin(), sizes.end());
    const double scale = 127 / sizes[static_cast<std::size_t>(static_cast<double>(sizes.size() - 1) * 0.9995)];
    std::vector<std::int8_t> out;
    for (const float w : mean) out.push_back(static_cast<std::int8_t>(std::lround(std::clamp(w * scale, -127.0, 127.0))));
    return text::BoundaryModel::to_bytes(out, classes, static_cast<std::int32_t>(std::lround(threshold * scale)));
  }

 private:
  std::vector<float> weights_;
  std::vector<float> squares_;
  std::vector<float> sums_;
  int summed_ = 0;
};

double f1(text::Ranges gold, text::Ranges found) {
  std::sort(gold.begin(), gold.end());
  std::sort(found.begin(), found.end());
  text::Ranges both;
  std::set_intersection(gold.begin(), gold.end(), found.begin(), found.end(), std::back_inserter(both));
  return 200.0 * static_cast<double>(both.size()) / static_cast<double>(gold.size() + found.size());
}

void show(const RawTreebank& gold, const text::Lexicon& lexicon) {
  const Tokens tokens = text::tokenize(gold.text, gold.layout, lexicon);
  const auto solid = text::solid_offsets(gold.text);
  std::vector<int> ends(solid.back() + 1);
  for (const auto& s : gold.sentences) ends[s.second] |= 1;
  for (const auto& s : tokens.sentences) ends[solid[s.span.end]] |= 2;
  for (std::uint32_t t = 0; t + 1 < tokens.size(); ++t) {
    const int e = ends[solid[tokens.span[t].end]];
    if (e == 1 || e == 2) {
      const auto at = tokens.span[t].end;
      const auto b = at > 50 ? at - 50 : 0;
      std::string l = gold.text.substr(b, at - b), r = gold.text.substr(at, 50);
      for (char& c : l) if (c == '\n') c = '^';
      for (char& c : r) if (c == '\n') c = '^';
      fmt::print("{} {} || {}\n", e == 1 ? "MISS " : "FALSE", l, r);
    }
  }
}

double score(const RawTreebank& gold, const text::Lexicon& lexicon) {
  const Tokens tokens = text::tokenize(gold.text, gold.layout, lexicon);
  const auto solid = text::solid_offsets(gold.text);
  text::Ranges sentences;
  for (const auto& s : tokens.sentences) sentences.emplace_back(solid[s.span.begin], solid[s.span.end]);
  return f1(gold.sentences, sentences);
}

int run(const std::vector<std::string>& words) {
  bits = static_cast<unsigned>(env("BITS", bits));
  epochs = static_cast<int>(env("EPOCHS", epochs));
  rate = env("RATE", rate);
  decay = env("DECAY", decay);
  auto lexicon = text::load_tables(words[0]);
  if (!lexicon) { fmt::print(stderr, "{}\n", to_string(lexicon.error())); return 1; }
  const std::string classes = learn_word_classes({words[2], words[3]}, static_cast<int>(env("FEWEST", 3)));
  std::vector<Lesson> lessons;
  std::vector<RawTreebank> dev;
  bool is_dev = false;
  for (std::size_t i = 2; i < words.size(); ++i) {
    if (words[i] == "--dev") { is_dev = true; continue; }
    auto t = text::read_raw_treebank(words[i]);
    if (!t) { fmt::print(stderr, "{}\n", to_string(t.error())); return 1; }
    if (is_dev) dev.push_back(std::move(*t)); else collect(*t, *lexicon, text::WordClasses(classes), env("AUG", 1) > 0, lessons);
  }
  const int cut = static_cast<int>(env("CUT", 0));
  if (cut) {
    std::vector<unsigned char> seen(std::size_t{1} << 26);
    for (auto& l : lessons) for (auto f : l.features) if (seen[f >> 6] < 255) ++seen[f >> 6];
    std::size_t kept = 0; for (auto s : seen) kept += s >= cut;
    fmt::print("kept {}\n", kept);
  }
  if (env("COUNT", 0) > 0) {
    for (std::size_t t = 0; t < text::boundary_feature_count; ++t) {
      std::vector<std::uint32_t> f;
      for (auto& l : lessons) f.push_back(l.features[t]);
      std::sort(f.begin(), f.end());
      f.erase(std::unique(f.begin(), f.end()), f.end());
      fmt::print("{}:{} ", t, f.size());
    }
  }
  fmt::print("{} lessons\n", lessons.size());
  Learner learner;
  Chance chance(1);
  std::vector<std::uint32_t> order(lessons.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint32_t>(i);
  std::string bytes;
  for (int e = 0; e < epochs; ++e) {
    chance.shuffle(order);
    for (const auto i : order) learner.learn(lessons[i], chance);
    if (e > 0) learner.sum_up();
    if (e % 3 == 2 || e + 1 == epochs) {
      for (double th : {-1.2, -0.4, -0.8}) {
        const std::string b = learner.to_bytes(classes, th);
        if (th == -0.8) bytes = b;
        lexicon->boundaries = *text::BoundaryModel::from_bytes(b, "m");
        fmt::print("epoch {} th {}:", e + 1, th);
        for (const auto& d : dev) fmt::print(" {:.2f}", score(d, *lexicon));
        fmt::print("\n");
        lexicon->boundaries.reset();
      }
      std::fflush(stdout);
    }
  }
  if (env("SHOW", 0) > 0) {
    lexicon->boundaries = *text::BoundaryModel::from_bytes(bytes, "m");
    for (const auto& d : dev) show(d, *lexicon);
  }
  std::ofstream(words[1], std::ios::binary) << bytes;
  return 0;
}

}  // namespace

}  // namespace readout::train

int main(int argc, char** argv) {
  return readout::train::run(std::vector<std::string>(argv + 1, argv + argc));
}
