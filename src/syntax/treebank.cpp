// Reads the syntactic words of a treebank: multiword-token lines give only their blanks, empty nodes nothing.
#include "syntax/treebank.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>

#include "base/table.hpp"

namespace readout::syntax {

namespace {

std::uint32_t number_in(std::string_view text) {
  std::uint32_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// The ten columns; false when there are fewer.
bool split_columns(std::string_view line, std::array<std::string_view, 10>& columns) {
  for (std::size_t n = 0; n < columns.size(); ++n) {
    const auto tab = n + 1 < columns.size() ? line.find('\t') : line.size();
    if (tab == std::string_view::npos) {
      return false;
    }
    columns[n] = line.substr(0, tab);
    line.remove_prefix(std::min(tab + 1, line.size()));
  }
  return true;
}

// A multiword token's range, while its words are being read.
struct Range {
  std::uint32_t last = 0;
  bool space_after = true;
};

GoldWord word_of(const std::array<std::string_view, 10>& columns) {
  GoldWord word;
  word.form = columns[1];
  word.lemma = columns[2];
  word.upos = upos_named(columns[3]);
  word.xpos = xpos_named(columns[4]);
  const auto head = number_in(columns[6]);
  word.head = head == 0 ? GoldWord::no_head : head - 1;
  word.relation = relation_named(columns[7]);
  word.space_after = columns[9].find("SpaceAfter=No") == std::string_view::npos;
  return word;
}

void take_line(const std::array<std::string_view, 10>& columns, GoldSentence& sentence, Range& range) {
  if (const auto dash = columns[0].find('-'); dash != std::string_view::npos) {
    range = {number_in(columns[0].substr(dash + 1)), columns[9].find("SpaceAfter=No") == std::string_view::npos};
  } else if (columns[0].find('.') == std::string_view::npos) {
    sentence.push_back(word_of(columns));
    if (const auto number = sentence.size(); number <= range.last) {
      sentence.back().space_after = number == range.last && range.space_after;
    }
  }
}

bool has_sound_heads(const GoldSentence& sentence) {
  for (const auto& word : sentence) {
    if (word.head != GoldWord::no_head && word.head >= sentence.size()) {
      return false;
    }
  }
  return true;
}

}  // namespace

Result<std::vector<GoldDocument>> read_treebank(const std::filesystem::path& file) {
  const auto bytes = base::read_file(file);
  if (!bytes) {
    return bytes.error();
  }
  std::vector<GoldDocument> documents;
  GoldSentence sentence;
  Range range;
  std::uint64_t line_number = 0;
  for (std::string_view rest = *bytes; !rest.empty() || !sentence.empty();) {
    const auto line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    ++line_number;
    std::array<std::string_view, 10> columns;
    if (line.empty()) {
      if (!has_sound_heads(sentence)) {
        return Error{file.string(), line_number, "a head lies outside its sentence", "check the treebank"};
      }
      if (!sentence.empty()) {
        if (documents.empty()) {
          documents.emplace_back();
        }
        documents.back().push_back(std::move(sentence));
      }
      sentence.clear();
      range = {};
    } else if (line.starts_with("# newdoc")) {
      documents.emplace_back();
    } else if (line[0] != '#' && split_columns(line, columns)) {
      take_line(columns, sentence, range);
    } else if (line[0] != '#') {
      return Error{file.string(), line_number, "is no line of ten columns", "give a CoNLL-U file"};
    }
  }
  return documents;
}

void write_text(const GoldSentence& sentence, std::string& text, std::vector<Span>& spans) {
  for (const auto& word : sentence) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += word.form;
    spans.push_back({begin, static_cast<std::uint32_t>(text.size())});
    if (word.space_after) {
      text += ' ';
    }
  }
}

}  // namespace readout::syntax
