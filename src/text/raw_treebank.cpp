// Multiword tokens whose parts spell their surface count as their parts, others as one word.
#include "text/raw_treebank.hpp"

#include <charconv>
#include <cstdint>
#include <fstream>

#include "text/character.hpp"

namespace readout::text {

namespace {

std::size_t solid_length(std::string_view text) {
  std::size_t length = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    length += c.kind == CharKind::blank ? 0 : 1;
    at += c.length;
  }
  return length;
}

// Reads CoNLL-U: sentences of a paragraph follow each other after a blank, paragraphs are blocks.
class Rebuilder {
 public:
  Result<RawTreebank> read(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) {
      return Error{file.string(), 0, "cannot be read", "name a CoNLL-U file"};
    }
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

  RawTreebank gold_;
  std::size_t at_ = 0;
  std::size_t sentence_begin_ = 0;
  std::size_t surface_ = 0;
  std::vector<std::size_t> parts_;
  int last_part_ = 0;
  bool starts_sentence_ = true;
  std::uint32_t block_begin_ = 0;
};

}  // namespace

Result<RawTreebank> read_raw_treebank(const std::filesystem::path& file) {
  return Rebuilder().read(file);
}

std::vector<std::size_t> solid_offsets(std::string_view text) {
  std::vector<std::size_t> solid(text.size() + 1);
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    for (std::size_t byte = 0; byte < c.length; ++byte) {
      solid[at + byte] = count;
    }
    count += c.kind == CharKind::blank ? 0 : 1;
    at += c.length;
    solid[at] = count;
  }
  return solid;
}

}  // namespace readout::text
