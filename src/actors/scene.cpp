// Small closed lists and tree questions. The tree may be wrong: nothing here fails on odd heads.
#include "actors/scene.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace readout::actors {

namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

constexpr auto speech_verbs = std::to_array<std::string_view>({
    "accuse", "acknowledge", "add",     "admit",  "affirm",   "agree",   "allege",   "announce", "argue",   "ask",
    "assert", "believe",     "brief",   "call",   "claim",    "comment", "complain", "condemn",  "confirm", "declare",
    "deny",   "describe",    "explain", "hope",   "indicate", "insist",  "note",     "predict",  "promise", "quote",
    "refuse", "reiterate",   "reject",  "remark", "reply",    "report",  "respond",  "reveal",   "say",     "speak",
    "state",  "stress",      "suggest", "tell",   "think",    "urge",    "warn",
});

Casing casing_of(const Scene& scene, const Sentence& sentence) {
  int words = 0;
  int capitals = 0;
  int caps = 0;
  for (TokenId t = sentence.first; t < sentence.last; ++t) {
    const Shape shape = shape_of(scene.word(t));
    if (shape == Shape::other || scene.word(t).size() < 4) {
      continue;  // "of", "the", "US" say nothing
    }
    ++words;
    capitals += shape != Shape::lower ? 1 : 0;
    caps += shape == Shape::caps ? 1 : 0;
  }
  if (words >= 3 && caps * 10 >= words * 8) {
    return Casing::caps;
  }
  return words >= 5 && capitals * 10 >= words * 9 ? Casing::title : Casing::normal;
}

// Quotations run on over sentences but not over blocks, where a missing closing mark is mended.
std::vector<std::uint32_t> find_quotations(const Scene& scene) {
  std::vector<std::uint32_t> quote_of(scene.tokens.size(), 0);
  std::uint32_t count = 0;
  std::uint32_t open = 0;
  std::uint32_t block = UINT32_MAX;
  for (const Sentence& sentence : scene.tokens.sentences) {
    open = sentence.block == block ? open : 0;
    block = sentence.block;
    for (TokenId t = sentence.first; t < sentence.last; ++t) {
      const auto word = scene.word(t);
      if (word == "“" || (word == "\"" && open == 0)) {
        open = ++count;
      } else if (word == "”" || word == "\"") {
        open = 0;
      }
      quote_of[t] = open;
    }
  }
  return quote_of;
}

}  // namespace

Scene::Scene(const Report& report_, const Layout& layout_, const Tokens& tokens_, const Syntax& syntax_,
             const Knowledge& knowledge_)
    : report(report_),
      layout(layout_),
      tokens(tokens_),
      syntax(syntax_),
      knowledge(knowledge_),
      day(report_.date ? report_.date : layout_.dateline_date),
      sentence_of(tokens_.size()),
      name_of(tokens_.size(), 0) {
  for (std::size_t i = 0; i < syntax.names.size(); ++i) {
    const TokenId last = std::min(syntax.names[i].last, static_cast<TokenId>(tokens.size()));
    for (TokenId t = syntax.names[i].first; t < last; ++t) {
      name_of[t] = static_cast<std::uint32_t>(i + 1);
    }
  }
  for (std::uint32_t s = 0; s < tokens.sentences.size(); ++s) {
    const Sentence& sentence = tokens.sentences[s];
    for (TokenId t = sentence.first; t < sentence.last; ++t) {
      sentence_of[t] = s;
    }
    casing.push_back(casing_of(*this, sentence));
    coded.push_back(sentence.block >= layout.blocks.size() || is_coded(layout.blocks[sentence.block].kind));
  }
  quote_of = find_quotations(*this);
}

bool Scene::is(TokenId t, std::string_view wanted) const {
  return std::ranges::equal(word(t), wanted, {}, lower);
}

bool Scene::is_one_of(TokenId t, std::initializer_list<std::string_view> wanted) const {
  return std::ranges::any_of(wanted, [&](std::string_view one) { return is(t, one); });
}

bool Scene::is_possessive(TokenId t) const {
  const auto w = word(t);
  return w == "'s" || w == "’s" || w == "'S" || w == "’S" || ((w == "'" || w == "’") && syntax.xpos[t] == Xpos::pos);
}

bool Scene::is_hyphen(TokenId t) const {
  const auto w = word(t);
  return w == "-" || w == "‐" || w == "‑" || w == "–";
}

bool Scene::is_open_bracket(TokenId t) const {
  return word(t) == "(" || word(t) == "（";
}
bool Scene::is_close_bracket(TokenId t) const {
  return word(t) == ")" || word(t) == "）";
}

bool Scene::is_capitalised(TokenId t) const {
  const Shape shape = shape_of(word(t));
  return shape == Shape::capital || shape == Shape::caps;
}

bool Scene::is_first_word(TokenId t) const {
  for (TokenId before = sentence_begin(t); before < t; ++before) {
    if (syntax.upos[before] != Upos::punct) {
      return false;
    }
  }
  return true;
}

TokenId Scene::head_of(TokenId first, TokenId last) const {
  for (TokenId t = first; t < last; ++t) {
    const TokenId head = syntax.head[t];
    const bool outside = head == no_token || head < first || head >= last;
    if (outside && syntax.upos[t] != Upos::punct && syntax.relation[t] != Relation::case_ &&
        syntax.relation[t] != Relation::det) {
      return t;
    }
  }
  return last - 1;
}

bool Scene::is_modifier(TokenId t) const {
  switch (syntax.relation[t]) {
    case Relation::compound:
    case Relation::amod:
    case Relation::nmod_desc:
      return syntax.head[t] != no_token && syntax.head[t] > t;
    default:
      return false;
  }
}

TokenId Scene::verb_of_subject(TokenId t) const {
  for (int up = 0; up < 4; ++up) {
    const TokenId head = syntax.head[t];
    if (head == no_token) {
      return no_token;
    }
    switch (syntax.relation[t]) {
      case Relation::nsubj:
      case Relation::nsubj_pass:
      case Relation::nsubj_outer:
        return head;
      case Relation::conj:
      case Relation::flat:
      case Relation::appos:
        t = head;
        break;
      default:
        return no_token;
    }
  }
  return no_token;
}

bool Scene::is_speech_verb(TokenId t) const {
  return std::ranges::binary_search(speech_verbs, syntax.lemma(t));
}

bool Scene::speaks(TokenId t) const {
  const TokenId verb = verb_of_subject(t);
  if (verb != no_token) {
    return is_speech_verb(verb);
  }
  const TokenId head = syntax.head[t];
  if (syntax.relation[t] == Relation::obl_agent) {
    return head != no_token && is_speech_verb(head);
  }
  for (TokenId back = t; back > sentence_begin(t) && t - back < 8; --back) {
    if (is(back - 1, "to") && back - 1 > sentence_begin(t) && is(back - 2, "according")) {
      return true;
    }
    const Upos upos = syntax.upos[back - 1];
    if (upos != Upos::adj && upos != Upos::det && upos != Upos::propn && upos != Upos::noun && upos != Upos::num &&
        upos != Upos::punct) {
      return false;
    }
  }
  return false;
}

bool is_native_script(std::string_view text) {
  bool letters = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto unit = base::decode(text, at);
    const char32_t c = unit.value;
    if ((c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9') || !unit.valid) {
      return false;
    }
    letters = letters || (c >= 0x370 && c < 0x1E00) || (c >= 0x3040 && c < 0xE000) || (c >= 0xF900 && c < 0xFB00) ||
              (c >= 0x20000 && c < 0x30000);
    at += unit.length;
  }
  return letters;
}

}  // namespace readout::actors
