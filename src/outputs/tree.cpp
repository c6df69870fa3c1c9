// The parse for people: each sentence, and below it its tree, a word a line, dependents indented under their head.
#include "outputs/tree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <vector>

#include "outputs/clean.hpp"
#include "readout/outputs.hpp"

namespace readout {

namespace {

constexpr std::size_t deepest = 40;  // beyond it lines are no longer indented further

struct Colors {
  std::string_view bold, word, tag, relation, lines, mark, off;
};
constexpr Colors plain{"", "", "", "", "", "", ""};
constexpr Colors bright{"\x1b[1m", "\x1b[36m", "\x1b[33m", "\x1b[32m", "\x1b[2m", "\x1b[1;4m", "\x1b[0m"};

// A word whose line is still to be written.
struct Pending {
  TokenId token = 0;
  std::size_t depth = 0;
  bool is_last = false;  // of its head's dependents
};

class Writer {
 public:
  Writer(const Document& document, const Colors& colors, std::string& out)
      : document_(document), colors_(colors), out_(out) {}
  Writer(const Document& document, const Colors& colors, std::string& out, const outputs::TreeMarks& marks,
         std::string_view indent)
      : document_(document), colors_(colors), out_(out), marks_(&marks), indent_(indent) {}

  void write(const Sentence& sentence) {
    out_ += colors_.bold;
    outputs::append_clean(slice(document_.report.text, sentence.span), out_);
    out_ += colors_.off;
    out_ += '\n';
    write_tree(sentence);
    out_ += '\n';
  }

  void write_tree(const Sentence& sentence) {
    for (auto token = sentence.first; token < sentence.last; ++token) {
      const auto head = document_.syntax.head[token];
      if (head < sentence.first || head >= sentence.last) {
        write_from(token);
      }
    }
  }

 private:
  void write_from(TokenId root) {
    pending_.assign(1, {root, 0, true});
    while (!pending_.empty()) {
      const auto [token, depth, is_last] = pending_.back();
      pending_.pop_back();
      open_.resize(depth);
      if (depth > 0) {
        open_[depth - 1] = !is_last;
      }
      write_line(token, depth, is_last);
      const auto children = document_.syntax.children_of(token);
      for (auto n = children.size(); n-- > 0;) {
        pending_.push_back({children[n], depth + 1, n + 1 == children.size()});
      }
    }
  }

  void write_line(TokenId token, std::size_t depth, bool is_last) {
    const Syntax& syntax = document_.syntax;
    out_ += indent_;
    out_ += colors_.lines;
    for (std::size_t level = 0; level + 1 < std::min(depth, deepest); ++level) {
      out_ += open_[level] ? "│  " : "   ";
    }
    if (depth > 0) {
      out_ += is_last ? "└─ " : "├─ ";
    }
    out_ += colors_.off;
    out_ += colors_.word;
    outputs::append_clean(slice(document_.report.text, document_.tokens.span[token]), out_);
    fmt::format_to(std::back_inserter(out_), "{} {}{}{} {}{}{}", colors_.off, colors_.tag, name_of(syntax.xpos[token]),
                   colors_.off, colors_.relation, name_of(syntax.relation[token]), colors_.off);
    if (const auto mark = marks_ == nullptr ? outputs::TreeMarks::const_iterator() : marks_->find(token);
        marks_ != nullptr && mark != marks_->end()) {
      fmt::format_to(std::back_inserter(out_), "  {}◀ {}{}", colors_.mark, mark->second, colors_.off);
    }
    out_ += '\n';
  }

  const Document& document_;
  const Colors& colors_;
  std::string& out_;
  const outputs::TreeMarks* marks_ = nullptr;
  std::string_view indent_;
  std::vector<Pending> pending_;
  std::vector<bool> open_;  // by depth: whether more dependents follow on that level
};

bool is_parsed(const Document& document) {
  const auto size = document.tokens.size();
  const Syntax& syntax = document.syntax;
  return syntax.head.size() == size && syntax.xpos.size() == size && syntax.relation.size() == size &&
         syntax.child_begin.size() == size + 1;
}

}  // namespace

void write_tree(const Document& document, const TextView& view, std::string& out) {
  if (!is_parsed(document)) {
    return;
  }
  Writer writer(document, view.color ? bright : plain, out);
  for (const Sentence& sentence : document.tokens.sentences) {
    writer.write(sentence);
  }
}

void outputs::write_tree(const Document& document, const Sentence& sentence, const TreeMarks& marks, bool color,
                         std::string_view indent, std::string& out) {
  if (is_parsed(document)) {
    Writer(document, color ? bright : plain, out, marks, indent).write_tree(sentence);
  }
}

}  // namespace readout
