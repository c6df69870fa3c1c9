// The stage with the model that ships: trees for any bytes, names, the same for any history.
#include "syntax/parser.hpp"

#include <gtest/gtest.h>

#include <random>

namespace readout::syntax {
namespace {

const std::string model_file = READOUT_SOURCE_DIR "/models/english.model";

const Model& model() {
  static const auto file = network::ModelFile::map(model_file);
  static const auto loaded = file ? Model::load(*file) : Result<Model>(file.error());
  if (!loaded) {
    ADD_FAILURE() << to_string(loaded.error());
    std::abort();
  }
  return *loaded;
}

// Blanks part tokens, line ends part sentences.
Tokens tokens_of(std::string_view text) {
  Tokens tokens;
  std::uint32_t begin = 0;
  for (std::uint32_t at = 0; at <= text.size(); ++at) {
    const bool ends_sentence = at == text.size() || text[at] == '\n';
    if (!ends_sentence && text[at] != ' ') {
      continue;
    }
    if (at > begin) {
      tokens.span.push_back({begin, at});
    }
    begin = at + 1;
    const TokenId first = tokens.sentences.empty() ? 0 : tokens.sentences.back().last;
    if (ends_sentence && tokens.size() > first) {
      tokens.sentences.push_back({first, tokens.size(), cover(tokens.span[first], tokens.span.back()), 0});
    }
  }
  return tokens;
}

void expect_trees(const Tokens& tokens, const Syntax& syntax) {
  ASSERT_EQ(syntax.head.size(), tokens.size());
  ASSERT_EQ(syntax.relation.size(), tokens.size());
  ASSERT_EQ(syntax.lemma_span.size(), tokens.size());
  ASSERT_EQ(syntax.features.size(), tokens.size());
  ASSERT_EQ(syntax.confidence.size(), tokens.size());
  for (const float confidence : syntax.confidence) {
    ASSERT_TRUE(confidence >= 0.0F && confidence <= 1.0F) << confidence;
  }
  TokenId named = 0;
  for (const Name& name : syntax.names) {
    ASSERT_TRUE(name.first >= named && name.last > name.first && name.last <= tokens.size());
    named = name.last;
  }
  for (const auto& sentence : tokens.sentences) {
    unsigned roots = 0;
    for (auto token = sentence.first; token < sentence.last; ++token) {
      roots += syntax.head[token] == no_token ? 1 : 0;
      ASSERT_EQ(syntax.relation[token] == Relation::root, syntax.head[token] == no_token);
      auto up = token;
      for (std::uint32_t steps = 0; syntax.head[up] != no_token; ++steps) {
        ASSERT_LE(steps, sentence.size()) << "a circle";
        up = syntax.head[up];
        ASSERT_TRUE(up >= sentence.first && up < sentence.last) << "a head outside its sentence";
      }
      ASSERT_LE(syntax.lemma_span[token].end, syntax.lemma_text.size());
    }
    ASSERT_EQ(roots, 1U);
  }
}

TEST(Parse, ReadsAPlainSentence) {
  const std::string text = "The two presidents signed the treaty on Thursday .";
  Workspace workspace;
  const auto syntax = parse(text, tokens_of(text), model(), workspace);
  EXPECT_EQ(syntax.head[3], no_token);
  EXPECT_EQ(syntax.head[2], 3U);
  EXPECT_EQ(syntax.relation[2], Relation::nsubj);
  EXPECT_EQ(syntax.xpos[3], Xpos::vbd);
  EXPECT_EQ(syntax.lemma(3), "sign");
  EXPECT_EQ(syntax.lemma(2), "president");
  EXPECT_EQ(syntax.lemma(7), "Thursday");
  const auto children = syntax.children_of(7);
  ASSERT_EQ(children.size(), 1U);
  EXPECT_EQ(children[0], 6U);
}

TEST(Parse, TakesNothing) {
  Workspace workspace;
  const auto syntax = parse("", {}, model(), workspace);
  EXPECT_TRUE(syntax.head.empty());
  EXPECT_EQ(syntax.child_begin.size(), 1U);
}

TEST(Parse, MakesTreesOfRandomBytes) {
  std::mt19937 random(3);
  Workspace workspace;
  for (int round = 0; round < 300; ++round) {
    std::string text(random() % 600, ' ');
    for (auto& c : text) {
      const auto kind = random() % 4;
      c = kind == 0   ? ' '
          : kind == 1 ? static_cast<char>(random())
                      : static_cast<char>("the ,.\"$-()\xE2\x80\x99"[random() % 13]);
    }
    const auto tokens = tokens_of(text);
    expect_trees(tokens, parse(text, tokens, model(), workspace));
  }
}

TEST(Parse, MakesTreesOfLongAndDullSentences) {
  Workspace workspace;
  for (const std::string_view word : {"the ", "and ", ", ", "said ", "\" ", "Xi "}) {
    std::string text;
    for (int n = 0; n < 20000; ++n) {
      text += word;
    }
    const auto tokens = tokens_of(text);
    expect_trees(tokens, parse(text, tokens, model(), workspace));
  }
}

TEST(Parse, GivesTheSameWithAUsedWorkspace) {
  const std::string text = "China said it would respond .\nNo details were given";
  const auto tokens = tokens_of(text);
  Workspace fresh;
  const auto first = parse(text, tokens, model(), fresh);
  Workspace used;
  const std::string other = "A quite different and rather longer sentence , used to leave traces behind .";
  (void)parse(other, tokens_of(other), model(), used);
  const auto second = parse(text, tokens, model(), used);
  EXPECT_EQ(first.head, second.head);
  EXPECT_EQ(first.relation, second.relation);
  EXPECT_EQ(first.xpos, second.xpos);
  EXPECT_EQ(first.lemma_text, second.lemma_text);
}

TEST(Parse, FindsNames) {
  const std::string text = "Chancellor Angela Merkel met officials of the European Union in Brussels .";
  Workspace workspace;
  const auto tokens = tokens_of(text);
  const auto syntax = parse(text, tokens, model(), workspace);
  std::string found;
  for (const Name& name : syntax.names) {
    found += std::string(name_of(name.kind)) + ":";
    for (auto token = name.first; token < name.last; ++token) {
      found += " " + std::string(slice(text, tokens.span[token]));
    }
    found += "; ";
  }
  EXPECT_EQ(found, "PER: Angela Merkel; ORG: European Union; LOC: Brussels; ");
}

TEST(Parse, ReadsRuledLinesWithoutTheNetwork) {
  std::string text;
  for (int n = 0; n < 100; ++n) {
    text += "( ";
  }
  Workspace workspace;
  const auto tokens = tokens_of(text);
  const auto syntax = parse(text, tokens, model(), workspace);
  expect_trees(tokens, syntax);
  EXPECT_EQ(syntax.upos[50], Upos::punct);
  EXPECT_EQ(syntax.head[50], 0U);
}

}  // namespace
}  // namespace readout::syntax
