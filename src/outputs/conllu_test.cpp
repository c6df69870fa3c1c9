#include <gtest/gtest.h>

#include "readout/outputs.hpp"

namespace readout {
namespace {

// "He can't say." with a second sentence on a new line and in a new block.
Document sample() {
  Document document;
  document.report.name = "a\nb";
  document.report.text = "He can't\nsay \"Xi's\".\nYes";
  document.tokens.span = {{0, 2}, {3, 5}, {5, 8}, {9, 12}, {13, 14}, {14, 16}, {16, 18}, {18, 19}, {19, 20}, {21, 24}};
  document.tokens.sentences = {{0, 9, {0, 20}, 0}, {9, 10, {21, 24}, 1}};
  Syntax& syntax = document.syntax;
  syntax.upos = {Upos::pron,  Upos::aux,  Upos::part,  Upos::verb,  Upos::punct,
                 Upos::propn, Upos::part, Upos::punct, Upos::punct, Upos::intj};
  syntax.xpos = {Xpos::prp, Xpos::md,  Xpos::rb,          Xpos::vb,     Xpos::open_quote,
                 Xpos::nnp, Xpos::pos, Xpos::close_quote, Xpos::period, Xpos::uh};
  syntax.head = {3, 3, 3, no_token, 5, 3, 5, 5, 3, no_token};
  syntax.relation = {Relation::nsubj, Relation::aux,   Relation::advmod, Relation::root,  Relation::punct,
                     Relation::obj,   Relation::case_, Relation::punct,  Relation::punct, Relation::root};
  syntax.lemma_text = "he";
  syntax.lemma_span.assign(10, Span{0, 2});
  index_children(syntax);
  return document;
}

TEST(WriteConllu, GivesTenColumnsAndContractions) {
  std::string out;
  write_conllu(sample(), out);
  EXPECT_EQ(out,
            "# newdoc id = a b\n"
            "# newpar\n"
            "# sent_id = a b-1\n"
            "# text = He can't say \"Xi's\".\n"
            "1\tHe\the\tPRON\tPRP\t_\t4\tnsubj\t_\tSpan=0:2\n"
            "2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\tSpan=3:8\n"
            "2\tca\the\tAUX\tMD\t_\t4\taux\t_\tSpan=3:5\n"
            "3\tn't\the\tPART\tRB\t_\t4\tadvmod\t_\tSpan=5:8\n"
            "4\tsay\the\tVERB\tVB\t_\t0\troot\t_\tSpan=9:12\n"
            "5\t\"\the\tPUNCT\t``\t_\t6\tpunct\t_\tSpaceAfter=No|Span=13:14\n"
            "6-7\tXi's\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No|Span=14:18\n"
            "6\tXi\the\tPROPN\tNNP\t_\t4\tobj\t_\tSpan=14:16\n"
            "7\t's\the\tPART\tPOS\t_\t6\tcase\t_\tSpan=16:18\n"
            "8\t\"\the\tPUNCT\t''\t_\t6\tpunct\t_\tSpaceAfter=No|Span=18:19\n"
            "9\t.\the\tPUNCT\t.\t_\t4\tpunct\t_\tSpan=19:20\n"
            "\n"
            "# newpar\n"
            "# sent_id = a b-2\n"
            "# text = Yes\n"
            "1\tYes\the\tINTJ\tUH\t_\t0\troot\t_\tSpan=21:24\n"
            "\n");
}

// The ids and forms of one unparsed sentence, cut before each blank and at each bar.
std::string ids_of(std::string_view barred) {
  Document document;
  std::string& text = document.report.text;
  std::uint32_t begin = 0;
  const auto end_token = [&] {
    const auto end = static_cast<std::uint32_t>(text.size());
    if (end > begin) {
      document.tokens.span.push_back({begin, end});
    }
  };
  for (const char c : barred) {
    if (c == '|' || c == ' ') {
      end_token();
      text += c == ' ' ? " " : "";
      begin = static_cast<std::uint32_t>(text.size());
    } else {
      text += c;
    }
  }
  end_token();
  document.tokens.sentences = {{0, document.tokens.size(), {0, begin}, 0}};
  std::string out;
  write_conllu(document, out);
  std::string ids;
  for (std::size_t at = out.find("\n1") + 1; at < out.size() && out[at] != '\n'; at = out.find('\n', at) + 1) {
    ids += ids.empty() ? "" : " ";
    ids += out.substr(at, out.find('\t', at) - at);
  }
  return ids;
}

TEST(WriteConllu, MakesContractionsMultiwordTokens) {
  EXPECT_EQ(ids_of("can|not"), "1-2 1 2");
  EXPECT_EQ(ids_of("du|n|no it"), "1-3 1 2 3 4");
  EXPECT_EQ(ids_of("should|n't|'ve"), "1-3 1 2 3");
  EXPECT_EQ(ids_of("2019|\u2019s"), "1-2 1 2");
  EXPECT_EQ(ids_of("'t|is"), "1-2 1 2");
}

TEST(WriteConllu, LeavesMarksAndNumbersApart) {
  EXPECT_EQ(ids_of("'|Stop|'"), "1 2 3");
  EXPECT_EQ(ids_of("high|-|level"), "1 2 3");
  EXPECT_EQ(ids_of("5|bn .|''"), "1 2 3 4");
  EXPECT_EQ(ids_of(")|'s"), "1 2");
}

TEST(WriteConllu, LeavesColumnsOpenWithoutAParse) {
  Document document = sample();
  document.syntax = {};
  document.report.text[0] = '\xFF';
  std::string out;
  write_conllu(document, out);
  EXPECT_NE(out.find("1\t\uFFFDe\t_\t_\t_\t_\t_\t_\t_\tSpan=0:2\n"), std::string::npos) << out;
}

}  // namespace
}  // namespace readout
