#include <gtest/gtest.h>

#include "outputs/tree.hpp"
#include "readout/outputs.hpp"

namespace readout {
namespace {

Document sample() {
  Document document;
  document.report.text = "Biden spoke with\x1b Xi";
  document.tokens.span = {{0, 5}, {6, 11}, {12, 17}, {18, 20}};
  document.tokens.sentences = {{0, 4, {0, 20}, 0}};
  Syntax& syntax = document.syntax;
  syntax.upos.assign(4, Upos::x);
  syntax.xpos = {Xpos::nnp, Xpos::vbd, Xpos::in, Xpos::nnp};
  syntax.head = {1, no_token, 3, 1};
  syntax.relation = {Relation::nsubj, Relation::root, Relation::case_, Relation::obl};
  index_children(syntax);
  return document;
}

TEST(WriteTree, IndentsDependentsUnderTheirHead) {
  std::string out;
  write_tree(sample(), {}, out);
  EXPECT_EQ(out,
            "Biden spoke with\uFFFD Xi\n"
            "spoke VBD root\n"
            "├─ Biden NNP nsubj\n"
            "└─ Xi NNP obl\n"
            "   └─ with\uFFFD IN case\n"
            "\n");
}

TEST(WriteTree, ColorsOnlyWhenAsked) {
  std::string plain;
  std::string colored;
  write_tree(sample(), {}, plain);
  write_tree(sample(), {.color = true}, colored);
  EXPECT_EQ(plain.find('\x1b'), std::string::npos);
  EXPECT_NE(colored.find("\x1b[33mVBD\x1b[0m"), std::string::npos);
}

TEST(WriteTree, EndsOnACircle) {
  Document document = sample();
  document.syntax.head = {1, 0, 3, 1};
  index_children(document.syntax);
  std::string out;
  write_tree(document, {}, out);
  EXPECT_EQ(out, "Biden spoke with\uFFFD Xi\n\n");
}

TEST(WriteTree, MarksStandBehindTheirWords) {
  const Document document = sample();
  std::string out;
  outputs::write_tree(document, document.tokens.sentences[0], {{1, "the act"}}, false, "  ", out);
  EXPECT_EQ(out,
            "  spoke VBD root  ◀ the act\n"
            "  ├─ Biden NNP nsubj\n"
            "  └─ Xi NNP obl\n"
            "     └─ with\uFFFD IN case\n");
}

}  // namespace
}  // namespace readout
