// Tokens and sentences against the development parts of UD English EWT and GUM: the text is rebuilt from the treebank,
// cut by this stage, and compared as the CoNLL 2018 shared task did, by character offsets without blanks. Floors, not
// goals.
#include <gtest/gtest.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "text/character.hpp"
#include "text/testing.hpp"

namespace readout::text {
namespace {

using Ranges = std::vector<std::pair<std::size_t, std::size_t>>;  // in characters that are not blank

std::size_t solid_length(std::string_view text) {
  std::size_t length = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    length += c.kind == CharKind::blank ? 0 : 1;
    at += c.length;
  }
  return length;
}

struct Gold {
  std::string text;
  Layout layout;
  Ranges words, sentences;
};

// Reads CoNLL-U: sentences of a paragraph follow each other after a blank, paragraphs are blocks.
class Rebuilder {
 public:
  Gold read(const std::filesystem::path& file) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
      if (line.starts_with("# newdoc") || (line.starts_with("# newpar") && !line.starts_with("# newpar_block"))) {
        end_block();
      } else if (line.empty()) {
        end_sentence();
      } else if (line.front() != '#') {
        take_token(base_cells(line));
      }
    }
    end_sentence();
    end_block();
    return std::move(gold_);
  }

 private:
  static std::vector<std::string_view> base_cells(std::string_view line) {
    std::vector<std::string_view> cells;
    while (true) {
      const auto tab = line.find('\t');
      cells.push_back(line.substr(0, tab));
      if (tab == std::string_view::npos) {
        return cells;
      }
      line.remove_prefix(tab + 1);
    }
  }

  static int number(std::string_view text) {
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
  }

  void take_token(const std::vector<std::string_view>& cells) {
    if (cells.size() < 10 || cells[0].find('.') != std::string_view::npos) {
      return;
    }
    const auto dash = cells[0].find('-');
    if (dash != std::string_view::npos) {
      flush_surface();
      last_part_ = number(cells[0].substr(dash + 1));
      put(cells[1], cells[9], false);
      surface_ = solid_length(cells[1]);
    } else if (number(cells[0]) <= last_part_) {
      parts_.push_back(solid_length(cells[1]));
    } else {
      flush_surface();
      put(cells[1], cells[9], true);
    }
  }

  void put(std::string_view form, std::string_view misc, bool is_word) {
    if (starts_sentence_) {
      sentence_begin_ = at_;
      starts_sentence_ = false;
    }
    gold_.text += form;
    if (misc.find("SpaceAfter=No") == std::string_view::npos) {
      gold_.text += ' ';
    }
    if (is_word) {
      add_word(solid_length(form));
    }
  }

  void add_word(std::size_t length) {
    gold_.words.emplace_back(at_, at_ + length);
    at_ += length;
  }

  // Words of a multiword token that do not spell its surface count as one.
  void flush_surface() {
    if (surface_ == 0) {
      return;
    }
    std::size_t sum = 0;
    for (const std::size_t part : parts_) {
      sum += part;
    }
    if (sum == surface_) {
      for (const std::size_t part : parts_) {
        add_word(part);
      }
    } else {
      add_word(surface_);
    }
    surface_ = 0;
    parts_.clear();
  }

  void end_sentence() {
    flush_surface();
    last_part_ = 0;
    if (!starts_sentence_) {
      gold_.sentences.emplace_back(sentence_begin_, at_);
      starts_sentence_ = true;
    }
  }

  void end_block() {
    const auto size = static_cast<std::uint32_t>(gold_.text.size());
    if (size > block_begin_) {
      gold_.layout.blocks.push_back({{block_begin_, size}, BlockKind::paragraph});
    }
    gold_.text += "\n\n";
    block_begin_ = static_cast<std::uint32_t>(gold_.text.size());
  }

  Gold gold_;
  std::size_t at_ = 0;
  std::size_t sentence_begin_ = 0;
  std::size_t surface_ = 0;
  std::vector<std::size_t> parts_;
  int last_part_ = 0;
  bool starts_sentence_ = true;
  std::uint32_t block_begin_ = 0;
};

double f1(Ranges gold, Ranges found) {
  std::sort(gold.begin(), gold.end());
  std::sort(found.begin(), found.end());
  Ranges both;
  std::set_intersection(gold.begin(), gold.end(), found.begin(), found.end(), std::back_inserter(both));
  return 200.0 * static_cast<double>(both.size()) / static_cast<double>(gold.size() + found.size());
}

struct Score {
  double words = 0;
  double sentences = 0;
};

Score score(const Gold& gold) {
  const Tokens tokens = tokenize(gold.text, gold.layout, shipped_lexicon());
  std::vector<std::size_t> solid(gold.text.size() + 1);
  std::size_t count = 0;
  for (std::size_t at = 0; at < gold.text.size();) {
    const Character c = character_at(gold.text, at);
    solid[at] = count;
    count += c.kind == CharKind::blank ? 0 : 1;
    at += c.length;
    solid[at] = count;
  }
  Ranges words;
  Ranges sentences;
  for (const Span span : tokens.span) {
    words.emplace_back(solid[span.begin], solid[span.end]);
  }
  for (const Sentence& sentence : tokens.sentences) {
    sentences.emplace_back(solid[sentence.span.begin], solid[sentence.span.end]);
  }
  return {f1(gold.words, words), f1(gold.sentences, sentences)};
}

struct Floor {
  const char* file;
  double words;
  double sentences;
};

class Treebank : public testing::TestWithParam<Floor> {};

TEST_P(Treebank, IsCutAsItsAnnotatorsDid) {
  const auto file =
      std::filesystem::path(READOUT_SOURCE_DIR) / ".." / "shared" / "data" / "treebanks" / GetParam().file;
  if (!std::filesystem::exists(file)) {
    GTEST_SKIP() << "needs " << GetParam().file;
  }
  const Score reached = score(Rebuilder().read(file));
  RecordProperty("words", std::to_string(reached.words));
  RecordProperty("sentences", std::to_string(reached.sentences));
  std::printf("%s: words F1 %.2f, sentences F1 %.2f\n", GetParam().file, reached.words, reached.sentences);
  EXPECT_GE(reached.words, GetParam().words);
  EXPECT_GE(reached.sentences, GetParam().sentences);
}

INSTANTIATE_TEST_SUITE_P(Dev, Treebank,
                         testing::Values(Floor{"ewt/en_ewt-ud-dev.conllu", 99.1, 80.7},
                                         Floor{"gum/en_gum-ud-dev.conllu", 99.7, 95.8}));

}  // namespace
}  // namespace readout::text
