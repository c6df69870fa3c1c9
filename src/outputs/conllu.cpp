// The parse as CoNLL-U. Contractions are multiword tokens as in UD English: their range line carries the blank after.
#include <fmt/format.h>

#include <iterator>
#include <utility>

#include "outputs/clean.hpp"
#include "outputs/syntax_columns.hpp"
#include "readout/outputs.hpp"

namespace readout {

namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// "'s", "'ll" and their like, with straight or curly apostrophe; a bare apostrophe is told by its tag.
bool is_clitic(std::string_view word) {
  const std::size_t apostrophe = word.starts_with('\'') ? 1 : word.starts_with("\u2019") ? 3 : 0;
  return apostrophe > 0 && word.size() > apostrophe && is_letter(word[apostrophe]);
}

// Letters, with or without apostrophes: only contractions are cut between two of these (can|not, do|n't, y'|all).
bool is_all_letters(std::string_view word) {
  bool any = false;
  while (!word.empty()) {
    const char c = word.front();
    const bool curly = word.starts_with("\u2019");
    if (!is_letter(c) && c != '\'' && !curly) {
      return false;
    }
    any = any || is_letter(c);
    word.remove_prefix(curly ? 3 : 1);
  }
  return any;
}

bool ends_as_word(std::string_view word) {
  const char c = word.empty() ? ' ' : word.back();
  return is_letter(c) || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80 || c == '.';
}

// The facts of a MISC column, parted by bars.
class Misc {
 public:
  explicit Misc(std::string& out) : out_(out), begin_(out.size()) {}

  template <typename... Values>
  void add(fmt::format_string<Values...> form, Values&&... values) {
    out_ += out_.size() > begin_ ? "|" : "";
    fmt::format_to(std::back_inserter(out_), form, std::forward<Values>(values)...);
  }
  void end() { out_ += out_.size() > begin_ ? "\n" : "_\n"; }

 private:
  std::string& out_;
  std::size_t begin_;
};

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

  // The end of the contraction that begins at the token; token + 1 where none does.
  [[nodiscard]] TokenId fused_end(const Sentence& sentence, TokenId token) const {
    auto end = token + 1;
    while (end < sentence.last && is_glued(end - 1) && is_joined(end)) {
      ++end;
    }
    return end;
  }
  [[nodiscard]] bool is_joined(TokenId token) const {
    const auto word = form(token);
    const auto before = form(token - 1);
    if (word == "'" || word == "\u2019") {
      return !before.empty() && is_letter(before.back()) && is_parsed(token) && syntax_.upos[token] != Upos::punct;
    }
    return (is_clitic(word) && ends_as_word(before)) || (is_all_letters(word) && is_all_letters(before));
  }

  void write_field(std::string_view field) {
    const auto begin = out_.size();
    outputs::append_clean(field, out_);
    if (out_.size() == begin) {
      out_ += '_';
    }
  }

  void write_misc(Span span, bool space_after, std::string_view name_tag) {
    Misc misc(out_);
    if (!name_tag.empty()) {
      misc.add("NER={}", name_tag);
    }
    if (!space_after) {
      misc.add("SpaceAfter=No");
    }
    misc.add("Span={}:{}", span.begin, span.end);
    misc.end();
  }

  void write_range(const Sentence& sentence, TokenId first, TokenId end) {
    const auto span = cover(tokens_.span[first], tokens_.span[end - 1]);
    fmt::format_to(std::back_inserter(out_), "{}-{}\t", first - sentence.first + 1, end - sentence.first);
    write_field(slice(text_, span));
    out_ += "\t_\t_\t_\t_\t_\t_\t_\t";
    write_misc(span, !is_glued(end - 1), {});
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
                     name_of(syntax_.xpos[token]), outputs::features_of(syntax_, token),
                     is_root ? 0 : head - sentence.first + 1, name_of(syntax_.relation[token]));
    } else {
      out_ += "\t_\t_\t_\t_\t_\t_\t_\t";
    }
    write_misc(tokens_.span[token], !tells_blank || !is_glued(token), outputs::name_tag_of(syntax_, token));
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
