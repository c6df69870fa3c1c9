// One pass over the tokens with the mark that is open, if any.
#include "acts/quotes.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

namespace readout::acts {

namespace {

// Writers mix shapes: “ may be closed by ". The first closing mark is the proper one.
struct Marks {
  std::string_view open;
  std::array<std::string_view, 3> close;
};

constexpr std::array<Marks, 10> pairs{{{"“", {"”", "\"", "''"}},
                                       {"\"", {"\"", "”", "''"}},
                                       {"«", {"»", "»", "»"}},
                                       {"„", {"“", "”", "\""}},
                                       {"「", {"」", "」", "」"}},
                                       {"``", {"''", "\"", "”"}},
                                       {"''", {"''", "\"", "”"}},
                                       {"‘", {"’", "’", "'"}},
                                       {"”", {"”", "”", "”"}},
                                       {"'", {"'", "’", "’"}}}};

bool is_space(char c) {
  return std::string_view(" \t\n\r").find(c) != std::string_view::npos;
}

// A typewriter's mark opens where a blank or bracket stands before it and a word right behind it.
bool may_open(std::string_view text, Span mark) {
  const bool room_before = mark.begin == 0 ||
                           std::string_view(" \t\n\r([—–-").find(text[mark.begin - 1]) != std::string_view::npos ||
                           static_cast<unsigned char>(text[mark.begin - 1]) >= 0x80;
  const bool word_behind = mark.end < text.size() && !is_space(text[mark.end]);
  return room_before && word_behind;
}

bool is_single(std::string_view open) {
  return open == "‘" || open == "'";
}

// An apostrophe closes nothing: what closes a quotation in single marks stands behind a stop, or before a blank or stop
// and not behind the s of a plural owner, unless no other mark closes it.
bool may_close_single(std::string_view text, Span mark) {
  const bool at_end = mark.end >= text.size() || is_space(text[mark.end]) ||
                      std::string_view(".,;:!?)—–").find(text[mark.end]) != std::string_view::npos ||
                      static_cast<unsigned char>(text[mark.end]) >= 0x80;
  return at_end && mark.begin > 0;
}

class Finder {
 public:
  explicit Finder(const Document& document) : document_(document), text_(document.report.text) {}

  std::vector<Quotation> find() {
    const auto& sentences = document_.tokens.sentences;
    for (std::uint32_t s = 0; s < sentences.size(); ++s) {
      const bool new_block = s > 0 && sentences[s - 1].block != sentences[s].block;
      if (new_block && open_ != nullptr) {
        finish(sentences[s].first, s - 1);
        unclosed_ = true;
      } else if (new_block) {
        unclosed_ = false;
      }
      for (TokenId token = sentences[s].first; token < sentences[s].last; ++token) {
        see(token, s);
      }
    }
    if (open_ != nullptr) {
      finish(document_.tokens.size(), static_cast<std::uint32_t>(sentences.size() - 1));
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view word(TokenId token) const { return slice(text_, document_.tokens.span[token]); }

  void see(TokenId token, std::uint32_t s) {
    if (open_ != nullptr) {
      if (closes(*open_, token)) {
        finish(token + 1, s);
      }
      return;
    }
    open_ = opened_by(token);
    if (open_ == nullptr) {
      return;
    }
    now_ = {document_.tokens.span[token], token, token, s, s};
    if (unclosed_ && token == document_.tokens.sentences[s].first && !out_.empty()) {
      now_ = out_.back();  // the next paragraph of the same quotation
      out_.pop_back();
      unclosed_ = false;
    }
  }

  void finish(TokenId last, std::uint32_t sentence) {
    now_.last = last;
    now_.last_sentence = sentence;
    now_.span = {document_.tokens.span[now_.first].begin, document_.tokens.span[last - 1].end};
    out_.push_back(now_);
    open_ = nullptr;
  }

  [[nodiscard]] bool closes(const Marks& marks, TokenId token) const {
    const auto w = word(token);
    if (std::find(marks.close.begin(), marks.close.end(), w) == marks.close.end()) {
      return false;
    }
    if (is_single(marks.open)) {
      return may_close_single(text_, document_.tokens.span[token]) && (!owns(token) || !closes_later(marks, token + 1));
    }
    // A straight mark that opens another word is the inner quotation of “… "…" …”.
    return w == marks.close.front() || !may_open(text_, document_.tokens.span[token]);
  }

  // "the leaders' advisers"
  [[nodiscard]] bool owns(TokenId token) const {
    const Span span = document_.tokens.span[token];
    return span.begin > 0 && (text_[span.begin - 1] == 's' || text_[span.begin - 1] == 'z');
  }

  [[nodiscard]] bool closes_later(const Marks& marks, TokenId from) const {
    for (TokenId token = from; token < end_of_block(from); ++token) {
      const auto w = word(token);
      if (std::find(marks.close.begin(), marks.close.end(), w) != marks.close.end() && !owns(token) &&
          may_close_single(text_, document_.tokens.span[token])) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] const Marks* opened_by(TokenId token) const {
    const auto w = word(token);
    for (const Marks& marks : pairs) {
      if (w != marks.open) {
        continue;
      }
      if (w == "”" || w == "'") {  // the wrong shape, or an apostrophe: only where it is closed in its paragraph
        const bool opens = may_open(text_, document_.tokens.span[token]) &&
                           (w == "”" ? has_mark(token + 1, "”") : closes_later(marks, token + 2));
        return opens ? &marks : nullptr;
      }
      const bool own_shape = marks.open != marks.close.front() && marks.open != "‘";
      return own_shape || may_open(text_, document_.tokens.span[token]) ? &marks : nullptr;
    }
    return nullptr;
  }

  [[nodiscard]] bool has_mark(TokenId from, std::string_view mark) const {
    for (TokenId token = from; token < end_of_block(from); ++token) {
      if (word(token) == mark) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] TokenId end_of_block(TokenId token) const {
    const auto& sentences = document_.tokens.sentences;
    auto at = std::upper_bound(sentences.begin(), sentences.end(), token,
                               [](TokenId t, const Sentence& sentence) { return t < sentence.last; });
    TokenId end = token;
    for (const auto from = at; at != sentences.end() && at->block == from->block; ++at) {
      end = at->last;
    }
    return end;
  }

  const Document& document_;
  std::string_view text_;
  std::vector<Quotation> out_;
  const Marks* open_ = nullptr;
  bool unclosed_ = false;  // the paragraph before ended inside a quotation
  Quotation now_;
};

}  // namespace

std::vector<Quotation> find_quotations(const Document& document) {
  return Finder(document).find();
}

}  // namespace readout::acts
