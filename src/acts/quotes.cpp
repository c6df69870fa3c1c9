// One pass over the tokens with the mark that is open, if any.
#include "acts/quotes.hpp"

#include <array>
#include <string_view>

namespace readout::acts {

namespace {

struct Marks {
  std::string_view open;
  std::string_view close;
};

constexpr std::array<Marks, 8> pairs{
    {{"“", "”"}, {"\"", "\""}, {"«", "»"}, {"„", "“"}, {"「", "」"}, {"``", "''"}, {"''", "''"}, {"‘", "’"}}};

// A typewriter's mark opens where a blank or bracket stands before it and a word right behind it.
bool may_open(std::string_view text, Span mark) {
  const bool room_before = mark.begin == 0 ||
                           std::string_view(" \t\n\r([—–-").find(text[mark.begin - 1]) != std::string_view::npos ||
                           static_cast<unsigned char>(text[mark.begin - 1]) >= 0x80;
  const bool word_behind =
      mark.end < text.size() && std::string_view(" \t\n\r").find(text[mark.end]) == std::string_view::npos;
  return room_before && word_behind;
}

const Marks* opened_by(std::string_view text, Span token) {
  const auto word = slice(text, token);
  for (const Marks& marks : pairs) {
    if (word == marks.open) {
      const bool own_shape = marks.open != marks.close && marks.open != "‘";
      return own_shape || may_open(text, token) ? &marks : nullptr;
    }
  }
  return nullptr;
}

}  // namespace

std::vector<Quotation> find_quotations(const Document& document) {
  std::vector<Quotation> out;
  const std::string_view text = document.report.text;
  const Marks* open = nullptr;
  bool unclosed = false;  // the paragraph before ended inside a quotation
  Quotation now;
  const auto finish = [&](TokenId last, std::uint32_t sentence) {
    now.last = last;
    now.last_sentence = sentence;
    now.span = {document.tokens.span[now.first].begin, document.tokens.span[last - 1].end};
    out.push_back(now);
    open = nullptr;
  };
  for (std::uint32_t s = 0; s < document.tokens.sentences.size(); ++s) {
    const Sentence& sentence = document.tokens.sentences[s];
    const bool new_block = s > 0 && document.tokens.sentences[s - 1].block != sentence.block;
    if (new_block && open != nullptr) {
      finish(sentence.first, s - 1);
      unclosed = true;
    } else if (new_block) {
      unclosed = false;
    }
    for (TokenId token = sentence.first; token < sentence.last; ++token) {
      const Span span = document.tokens.span[token];
      if (open != nullptr) {
        if (slice(text, span) == open->close) {
          finish(token + 1, s);
        }
        continue;
      }
      open = opened_by(text, span);
      if (open == nullptr) {
        continue;
      }
      now = {span, token, token, s, s};
      if (unclosed && token == sentence.first && !out.empty()) {  // the next paragraph of the same quotation
        now = out.back();
        out.pop_back();
        unclosed = false;
      }
    }
  }
  if (open != nullptr) {
    finish(document.tokens.size(), static_cast<std::uint32_t>(document.tokens.sentences.size() - 1));
  }
  return out;
}

}  // namespace readout::acts
