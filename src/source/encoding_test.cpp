// UTF-16 with and without a byte order mark, and what is no text.
#include "source/encoding.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/sha256.hpp"
#include "source/temporary_folder.hpp"

namespace readout::source {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using namespace std::string_literals;

std::string utf16(std::u16string_view units, bool big_endian) {
  std::string out;
  for (const char16_t unit : units) {
    const char high = static_cast<char>(unit >> 8U);
    const char low = static_cast<char>(unit & 0xFFU);
    out += big_endian ? high : low;
    out += big_endian ? low : high;
  }
  return out;
}

const std::u16string article = u" date 2021-09-11 習近平與拜登 talk\r\n\r\n蔡英文 spoke; 𠮷 too.\r\n";
const std::string article_utf8 = " date 2021-09-11 習近平與拜登 talk\r\n\r\n蔡英文 spoke; 𠮷 too.\r\n";

TEST(Encoding, ConvertsUtf16WithAndWithoutAMark) {
  for (const bool big : {false, true}) {
    for (const bool marked : {false, true}) {
      for (const std::size_t most : {1U, 3U, 4096U}) {
        const std::string bytes = utf16((marked ? u"\xFEFF" : u"") + article, big);
        const Taken taken = take_bytes(Form::plain_text, bytes, {}, "day.txt", most);
        ASSERT_EQ(taken.order, "r");
        const Report& report = taken.reports[0];
        EXPECT_EQ(report.text, article_utf8);
        EXPECT_EQ(report.title, "習近平與拜登 talk");
        EXPECT_EQ(slice(report.text, report.title_span), report.title);
        EXPECT_EQ(report.span_base, big ? "file converted from UTF-16BE" : "file converted from UTF-16LE");
        EXPECT_EQ(report.input_sha256, base::sha256_hex(bytes));
        EXPECT_TRUE(report.warnings.empty());
      }
    }
  }
}

TEST(Encoding, ConvertsLongUtf16InPieces) {
  std::u16string units = u"\xFEFF date 2021-09-11 T\n\n";
  std::string text = " date 2021-09-11 T\n\n";
  for (int i = 0; i < 100000; ++i) {
    units += u"a𠮷";
    text += "a𠮷";
  }
  for (const std::size_t most : {5U, 100000U}) {
    EXPECT_EQ(take_bytes(Form::plain_text, utf16(units, true), {}, "day.txt", most).reports.at(0).text, text);
  }
}

TEST(Encoding, ReplacesAndCountsBrokenUnits) {
  std::string bytes = utf16(u"\xFEFF date 2021-09-11 T\n\na", false) + "\x00\xD8"s + utf16(u"b", false) + "\x00\xDC"s +
                      utf16(u"c", false) + "x";
  Report report = take_bytes(Form::plain_text, bytes).reports.at(0);
  EXPECT_EQ(report.text.substr(report.body_begin), "a\uFFFDb\uFFFDc\uFFFD");
  EXPECT_THAT(report.warnings, ElementsAre("3 broken UTF-16 units became U+FFFD"));
  bytes.back() = '\x01';
  bytes += "\xD8";  // a lead surrogate at the end
  report = take_bytes(Form::plain_text, bytes).reports.at(0);
  EXPECT_EQ(report.text.substr(report.body_begin), "a\uFFFDb\uFFFDc\uFFFD");
}

TEST(Encoding, RowsMayBeUtf16Too) {
  const auto csv = take_bytes(Form::csv, utf16(u"\xFEFF"
                                               u"date,title,text\r\n2021-09-11,習近平,\"a\nb\"\r\n",
                                               false));
  ASSERT_EQ(csv.order, "r");
  EXPECT_EQ(csv.reports[0].title, "習近平");
  EXPECT_EQ(csv.reports[0].span_base, "text field");
  const auto json = take_bytes(Form::json_lines, utf16(u"{\"text\":\"蔡英文\"}\n", true));
  ASSERT_EQ(json.order, "r");
  EXPECT_EQ(json.reports[0].text, "蔡英文");
}

TEST(Encoding, IsToldByTheBytesAlone) {
  EXPECT_EQ(detect_encoding(""), Encoding::utf8);
  EXPECT_EQ(detect_encoding("a"), Encoding::utf8);
  EXPECT_EQ(detect_encoding("\xEF\xBB\xBF"
                            "a\0b\0c\0"s),
            Encoding::utf8);
  EXPECT_EQ(detect_encoding("Plain text with a\0NUL and b\0more"s), Encoding::utf8);
  EXPECT_EQ(detect_encoding("\xFF\xFE\0\0a\0\0\0"s), Encoding::utf32);
}

TEST(Encoding, WhatIsNoTextIsAnErrorWithARemedy) {
  std::string noise;
  unsigned state = 1;
  for (int i = 0; i < 5000; ++i) {
    state = state * 1664525U + 1013904223U;
    noise += static_cast<char>(state >> 24U);
  }
  for (const std::string& bytes :
       {"%PDF-1.4\n"s, "\x1F\x8B\x08\0\0"s, "PK\x03\x04 zip"s, "\x89PNG\r\n\x1A\n"s, "\xFF\xD8\xFF\xE0 JFIF"s,
        "SQLite format 3\0\x10\0"s, "{\\rtf1 x}"s, "\xFF\xFE\0\0a\0\0\0"s, std::string(300, '\0'), noise}) {
    for (const Form form : {Form::plain_text, Form::json_lines, Form::csv}) {
      const Taken taken = take_bytes(form, bytes);
      ASSERT_EQ(taken.order, "e") << bytes.substr(0, 8);
      EXPECT_THAT(taken.errors[0].message, testing::StartsWith("is "));
      EXPECT_NE(taken.errors[0].remedy, "");
      EXPECT_EQ(taken.errors[0].file, "day.x");
    }
  }
  EXPECT_THAT(take_bytes(Form::plain_text, "%PDF-1.4\n").errors[0].remedy, HasSubstr("pdftotext"));
}

TEST(Encoding, TextInAnOldEncodingIsText) {
  // "Переговоры" in KOI8-R, many times: no UTF-8, no controls.
  std::string text;
  for (int i = 0; i < 50; ++i) {
    text += "\xF0\xC5\xD2\xC5\xC7\xCF\xD7\xCF\xD2\xD9 ";
  }
  EXPECT_EQ(take_bytes(Form::plain_text, text).order, "r");
}

}  // namespace
}  // namespace readout::source
