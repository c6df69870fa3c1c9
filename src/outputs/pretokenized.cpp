// The given lines again, with the parse in its five columns.
#include <fmt/format.h>

#include <array>
#include <iterator>

#include "outputs/clean.hpp"
#include "outputs/syntax_columns.hpp"
#include "readout/outputs.hpp"

namespace readout {

namespace {

// ID, FORM and MISC of a word's line.
std::array<std::string_view, 3> kept(std::string_view line) {
  const auto id_end = line.find('\t');
  const auto form_end = line.find('\t', id_end + 1);
  return {line.substr(0, id_end), line.substr(id_end + 1, form_end - id_end - 1), line.substr(line.rfind('\t') + 1)};
}

bool is_parsed(const Syntax& syntax, TokenId token) {
  return token < syntax.head.size() && token < syntax.upos.size() && token < syntax.xpos.size() &&
         token < syntax.relation.size() && token < syntax.lemma_span.size();
}

// What MISC held, with our name tag in the place of an older one.
std::string misc_with_name(std::string_view misc, const Syntax& syntax, TokenId token) {
  std::string out;
  while (!misc.empty()) {
    const auto bar = misc.find('|');
    const auto fact = misc.substr(0, bar);
    if (fact != "_" && !fact.starts_with("NER=")) {
      out += fact;
      out += '|';
    }
    misc.remove_prefix(bar == std::string_view::npos ? misc.size() : bar + 1);
  }
  if (const auto tag = outputs::name_tag_of(syntax, token); !tag.empty()) {
    return out + "NER=" + tag;
  }
  if (out.empty()) {
    return "_";
  }
  out.pop_back();
  return out;
}

void write_word(std::string_view line, TokenId token, const Sentence& sentence, const Syntax& syntax,
                std::string& out) {
  if (!is_parsed(syntax, token)) {
    out += line;
    return;
  }
  const auto [id, form, misc] = kept(line);
  std::string lemma;
  outputs::append_clean(syntax.lemma(token), lemma);
  const TokenId head = syntax.head[token];
  const bool is_root = head < sentence.first || head >= sentence.last;
  fmt::format_to(std::back_inserter(out), "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t_\t{}", id, form,
                 lemma.empty() ? "_" : lemma, name_of(syntax.upos[token]), name_of(syntax.xpos[token]),
                 outputs::features_of(syntax, token), is_root ? 0 : head - sentence.first + 1,
                 name_of(syntax.relation[token]), misc_with_name(misc, syntax, token));
}

}  // namespace

void write_conllu(const Pretokenized& given, const Syntax& syntax, std::string& out) {
  std::size_t number = 0;
  for (const auto& line : given.lines) {
    if (line.token == no_token) {
      out += line.text;
    } else {
      while (given.tokens.sentences[number].last <= line.token) {
        ++number;
      }
      write_word(line.text, line.token, given.tokens.sentences[number], syntax, out);
    }
    out += '\n';
  }
}

}  // namespace readout
