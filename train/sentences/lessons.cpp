// The running sentence is the treebank's own, as it mostly is in use.
#include "sentences/lessons.hpp"

#include <cstdint>
#include <fstream>
#include <set>
#include <string>

#include "text/boundary_rules.hpp"
#include "text/sentences.hpp"

namespace readout::train {

namespace {

using text::Word;

class Collector {
 public:
  Collector(const text::RawTreebank& treebank, const text::Lexicon& lexicon, const text::WordClasses& classes,
            float weight, std::vector<Lesson>& lessons)
      : lexicon_(lexicon),
        classes_(classes),
        weight_(weight),
        lessons_(lessons),
        solid_(text::solid_offsets(treebank.text)) {
    for (const auto& [begin, end] : treebank.sentences) {
      ends_.insert(end);
    }
  }

  void take(const std::string& text, Span block) {
    words_.clear();
    begins_.clear();
    text::split_words(text, block, lexicon_, words_);
    text::find_rule_begins(text, words_, lexicon_, begins_);
    view_.look_at(text, words_, begins_, classes_);
    if (words_.empty()) {
      return;
    }
    view_.begin_sentence(0);
    for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
      view_.take(i);
      const bool ends = ends_.contains(solid_[words_[i].span.end]);
      if (text::sure_verdict(view_, i) == text::Verdict::open) {
        Lesson& lesson = lessons_.emplace_back();
        view_.features(i, lesson.features);
        lesson.weight = weight_;
        lesson.ends = ends;
      }
      if (ends) {
        view_.begin_sentence(i + 1);
      }
    }
  }

 private:
  const text::Lexicon& lexicon_;
  const text::WordClasses classes_;
  float weight_;
  std::vector<Lesson>& lessons_;
  std::vector<std::size_t> solid_;
  std::set<std::size_t> ends_;
  std::vector<Word> words_;
  std::vector<std::size_t> begins_;
  text::BoundaryView view_;
};

std::string lowered(std::string text) {
  for (char& c : text) {
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return text;
}

std::string raised(std::string text) {
  for (char& c : text) {
    c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return text;
}

}  // namespace

void collect(const text::RawTreebank& treebank, const text::Lexicon& lexicon, const text::WordClasses& classes,
             float weight, std::vector<Lesson>& lessons) {
  Collector collector(treebank, lexicon, classes, weight, lessons);
  const std::string lower = lowered(treebank.text);
  const std::string upper = raised(treebank.text);
  std::size_t number = 0;
  for (const auto& block : treebank.layout.blocks) {
    collector.take(treebank.text, block.span);
    if (number % 10 == 3) {
      collector.take(lower, block.span);
    } else if (number % 10 == 7) {
      collector.take(upper, block.span);
    }
    ++number;
  }
}

Result<text::RawTreebank> read_news(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) {
    return Error{file.string(), 0, "cannot be read", "name the file of news sentences"};
  }
  text::RawTreebank news;
  std::vector<std::size_t> ends;  // in bytes
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') {
      continue;
    }
    const auto begin = static_cast<std::uint32_t>(news.text.size());
    for (const char c : line) {
      if (c == '|') {
        ends.push_back(news.text.size());
      } else {
        news.text += c;
      }
    }
    ends.push_back(news.text.size());
    news.layout.blocks.push_back({{begin, static_cast<std::uint32_t>(news.text.size())}, BlockKind::paragraph});
    news.text += '\n';
  }
  const auto solid = text::solid_offsets(news.text);
  std::size_t begin = 0;
  for (const std::size_t end : ends) {
    news.sentences.emplace_back(begin, solid[end]);
    begin = solid[end];
  }
  return news;
}

}  // namespace readout::train
