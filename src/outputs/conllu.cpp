// The parse as CoNLL-U. Contractions are multiword tokens as in UD English: their range line carries the blank after.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "outputs/clean.hpp"
#include "readout/outputs.hpp"

namespace readout {

namespace {

using namespace std::string_view_literals;

std::string lower(std::string_view word) {
  std::string small(word);
  for (auto& c : small) {
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  }
  return small;
}

// True for "'s", "n't" and their like, with straight or curly apostrophe.
bool is_clitic(std::string_view word) {
  constexpr std::array endings{"s"sv, "ll"sv, "re"sv, "ve"sv, "d"sv, "m"sv, ""sv};
  auto small = lower(word);
  const bool negated = small.starts_with('n');
  std::string_view rest = std::string_view(small).substr(negated ? 1 : 0);
  if (rest.starts_with('\'')) {
    rest.remove_prefix(1);
  } else if (rest.starts_with("\u2019")) {
    rest.remove_prefix(3);
  } else {
    return false;
  }
  return negated ? rest == "t" : std::find(endings.begin(), endings.end(), rest) != endings.end();
}

bool is_fused_pair(std::string_view first, std::string_view second) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> pairs{
      {{"can", "not"}, {"gon", "na"}, {"wan", "na"}, {"got", "ta"}, {"gim", "me"}, {"lem", "me"}}};
  return std::find(pairs.begin(), pairs.end(),
                   std::pair<std::string_view, std::string_view>(lower(first), lower(second))) != pairs.end();
}

class Writer {
 public:
  Writer(const Document& document, std::string& out)
      : tokens_(document.tokens), syntax_(document.syntax), text_(document.report.text), out_(out) {}

  void write_sentence(const Sentence& sentence) {
    for (auto token = sentence.first; token < sentence.last;) {
      const auto end = fused_end(sentence, token);
      if (end > token + 1) {
        write_range(sentence, token, end);
      }
      for (const bool fused = end > token + 1; token < end; ++token) {
        write_token(sentence, token, !fused);
      }
    }
  }

 private:
  [[nodiscard]] std::string_view form(TokenId token) const { return slice(text_, tokens_.span[token]); }
  [[nodiscard]] bool is_parsed(TokenId token) const {
    return token < syntax_.head.size() && token < syntax_.upos.size() && token < syntax_.xpos.size() &&
           token < syntax_.relation.size() && token < syntax_.lemma_span.size();
  }
  [[nodiscard]] bool is_glued(TokenId token) const {
    return token + 1 < tokens_.size() && tokens_.span[token].end == tokens_.span[token + 1].begin;
  }

  [[nodiscard]] std::string_view features(TokenId token) const {
    return token < syntax_.features.size() ? syntax_.features[token] : "_"sv;
  }

  // The end of the contraction that begins at the token; token + 1 where none does.
  [[nodiscard]] TokenId fused_end(const Sentence& sentence, TokenId token) const {
    auto end = token + 1;
    while (end < sentence.last && is_glued(end - 1) && is_joined(end)) {
      ++end;
    }
    return end;
  }
  [[nodiscard]] bool is_joined(TokenId token) const {
    const bool mark = is_parsed(token) && syntax_.upos[token] == Upos::punct;
    const bool after_mark = is_parsed(token - 1) && syntax_.upos[token - 1] == Upos::punct;
    return !mark && !after_mark && (is_clitic(form(token)) || is_fused_pair(form(token - 1), form(token)));
  }

  void write_field(std::string_view field) {
    const auto begin = out_.size();
    outputs::append_clean(field, out_);
    if (out_.size() == begin) {
      out_ += '_';
    }
  }

  void write_misc(Span span, bool space_after) {
    fmt::format_to(std::back_inserter(out_), "{}Span={}:{}\n", space_after ? "" : "SpaceAfter=No|", span.begin,
                   span.end);
  }

  void write_range(const Sentence& sentence, TokenId first, TokenId end) {
    const auto span = cover(tokens_.span[first], tokens_.span[end - 1]);
    fmt::format_to(std::back_inserter(out_), "{}-{}\t", first - sentence.first + 1, end - sentence.first);
    write_field(slice(text_, span));
    out_ += "\t_\t_\t_\t_\t_\t_\t_\t";
    write_misc(span, !is_glued(end - 1));
  }

  void write_token(const Sentence& sentence, TokenId token, bool tells_blank) {
    fmt::format_to(std::back_inserter(out_), "{}\t", token - sentence.first + 1);
    write_field(form(token));
    if (is_parsed(token)) {
      out_ += '\t';
      write_field(syntax_.lemma(token));
      const auto head = syntax_.head[token];
      const bool is_root = head < sentence.first || head >= sentence.last;
      fmt::format_to(std::back_inserter(out_), "\t{}\t{}\t{}\t{}\t{}\t_\t", name_of(syntax_.upos[token]),
                     name_of(syntax_.xpos[token]), features(token), is_root ? 0 : head - sentence.first + 1,
                     name_of(syntax_.relation[token]));
    } else {
      out_ += "\t_\t_\t_\t_\t_\t_\t_\t";
    }
    write_misc(tokens_.span[token], !tells_blank || !is_glued(token));
  }

  const Tokens& tokens_;
  const Syntax& syntax_;
  std::string_view text_;
  std::string& out_;
};

}  // namespace

void write_conllu(const Document& document, std::string& out) {
  std::string name;
  outputs::append_clean(document.report.name, name);
  fmt::format_to(std::back_inserter(out), "# newdoc id = {}\n", name);
  Writer writer(document, out);
  std::size_t number = 0;
  auto block = UINT32_MAX;
  for (const Sentence& sentence : document.tokens.sentences) {
    if (sentence.block != block) {
      out += "# newpar\n";
      block = sentence.block;
    }
    fmt::format_to(std::back_inserter(out), "# sent_id = {}-{}\n# text = ", name, ++number);
    outputs::append_clean(slice(document.report.text, sentence.span), out);
    out += '\n';
    writer.write_sentence(sentence);
    out += '\n';
  }
}

}  // namespace readout
