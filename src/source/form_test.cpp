// Which form an input is in, by name and by content.
#include <gtest/gtest.h>

#include "source/readers.hpp"

namespace readout::source {
namespace {

TEST(Form, ByTheEndingOfAName) {
  EXPECT_EQ(form_of_name("a.jsonl"), Form::json_lines);
  EXPECT_EQ(form_of_name("A.NDJSON"), Form::json_lines);
  EXPECT_EQ(form_of_name("x/a.json"), Form::json_lines);
  EXPECT_EQ(form_of_name("a.Csv"), Form::csv);
  EXPECT_EQ(form_of_name("a.csv.txt"), Form::plain_text);
  EXPECT_EQ(form_of_name("csv"), Form::plain_text);
}

TEST(Form, ByTheFirstLine) {
  EXPECT_EQ(form_of_content(""), Form::plain_text);
  EXPECT_EQ(form_of_content("\xEF\xBB\xBF\n{\"text\""), Form::json_lines);
  EXPECT_EQ(form_of_content("url,date,title,text\n"), Form::csv);
  EXPECT_EQ(form_of_content("\"Text\",id\r\n"), Form::csv);
  EXPECT_EQ(form_of_content("text\n"), Form::plain_text);
  EXPECT_EQ(form_of_content(" date 2021-09-11 Letter, text, and verse\n"), Form::plain_text);
  EXPECT_EQ(form_of_content("A report, its text and more\n"), Form::plain_text);
  EXPECT_EQ(form_of_content("Body.\nid,text\n"), Form::plain_text);
}

}  // namespace
}  // namespace readout::source
