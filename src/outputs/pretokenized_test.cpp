// CoNLL-U out, for tokens that were given: five columns are filled in, all else is as it was.
#include <gtest/gtest.h>

#include "readout/outputs.hpp"

namespace readout {
namespace {

TEST(WriteGivenConllu, FillsInTheParse) {
  Pretokenized given;
  given.lines = {{"# sent_id = x", no_token},
                 {"1-2\tCan't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No", no_token},
                 {"1\tCa\told\tX\tXX\tA=B\t9\tdep\t9:dep\tGloss=1", 0},
                 {"2\tn't\t_\t_\t_\t_\t_\t_\t_\t_", 1},
                 {"2.1\tgo\t_\t_\t_\t_\t_\t_\t0:root\t_", no_token},
                 {"", no_token},
                 {"1\tOh\t_\t_\t_\t_\t_\t_\t_\t_", 2},
                 {"", no_token}};
  given.text = "Can'tOh";
  given.tokens.span = {{0, 2}, {2, 5}, {5, 7}};
  given.tokens.sentences = {{0, 2, {0, 5}, 0}, {2, 3, {5, 7}, 0}};
  Syntax syntax;
  syntax.upos = {Upos::aux, Upos::part, Upos::intj};
  syntax.xpos = {Xpos::md, Xpos::rb, Xpos::uh};
  syntax.head = {no_token, 0, no_token};
  syntax.relation = {Relation::root, Relation::advmod, Relation::root};
  syntax.lemma_text = "cannotoh";
  syntax.lemma_span = {{0, 3}, {3, 6}, {6, 8}};
  std::string out;
  write_conllu(given, syntax, out);
  EXPECT_EQ(out,
            "# sent_id = x\n"
            "1-2\tCan't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
            "1\tCa\tcan\tAUX\tMD\t_\t0\troot\t_\tGloss=1\n"
            "2\tn't\tnot\tPART\tRB\t_\t1\tadvmod\t_\t_\n"
            "2.1\tgo\t_\t_\t_\t_\t_\t_\t0:root\t_\n"
            "\n"
            "1\tOh\toh\tINTJ\tUH\t_\t0\troot\t_\t_\n"
            "\n");
  out.clear();
  write_conllu(given, {}, out);  // without a parse the lines stay as they are
  EXPECT_NE(out.find("1\tCa\told\tX\tXX\tA=B\t9\tdep\t9:dep\tGloss=1\n"), std::string::npos);
}

}  // namespace
}  // namespace readout
