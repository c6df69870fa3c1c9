// JSON Lines read back by another's parser: valid whatever the text, and with the contract's names in the contract's
// places.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <simdjson.h>

#include <cmath>
#include <filesystem>

#include "base/example_record.hpp"
#include "base/table.hpp"
#include "outputs/json_text.hpp"
#include "readout/outputs.hpp"

namespace readout {
namespace {

std::vector<std::string> lines_of(const Record& record) {
  std::string out;
  write_jsonl(record, out);
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < out.size();) {
    const auto end = out.find('\n', at);
    lines.push_back(out.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

simdjson::dom::element parse(simdjson::dom::parser& parser, const std::string& line) {
  simdjson::dom::element row;
  const auto error = parser.parse(line).get(row);
  EXPECT_EQ(error, simdjson::SUCCESS) << line;
  return row;
}

TEST(Jsonl, EveryRowIsValidJson) {
  simdjson::dom::parser parser;
  const auto lines = lines_of(base::example_record("one"));
  ASSERT_EQ(lines.size(), 12U);
  std::vector<std::string> kinds;
  for (const auto& line : lines) {
    kinds.emplace_back(std::string_view(parse(parser, line)["record"]));
  }
  EXPECT_THAT(kinds, testing::ElementsAre("document", "actor", "actor", "time", "account", "account", "issue", "issue",
                                          "act", "act", "stance", "claim"));
}

TEST(Jsonl, DocumentSaysWhatIsUnknown) {
  simdjson::dom::parser parser;
  Record record;
  record.document.id = "d1";
  const auto row = parse(parser, lines_of(record).at(0));
  EXPECT_TRUE(row["outlet"].is_null());
  EXPECT_TRUE(row["line"].is_null());
  EXPECT_TRUE(row["title_span"].is_null());
  EXPECT_EQ(std::uint64_t(row["bytes"]), 0U);
  EXPECT_EQ(row["warnings"].get_array().size(), 0U);
}

TEST(Jsonl, AnEventStandsAsInTheContract) {
  const auto lines = lines_of(base::example_record("one"));
  EXPECT_EQ(lines[8],
            R"({"record":"act","doc":"d1","id":"e1","kind":"event","cameo":"041","cameo_name":"talk by telephone",)"
            R"("plover":{"type":"CONSULT","mode":"phone","context":["diplomatic"]},"quad":"verbal cooperation",)"
            R"("goldstein":1.0,"status":"happened","when":{"value":"2020-03-04","earliest":"2020-03-04",)"
            R"("latest":"2020-03-04","time":"t1"},"duration":"PT90M","ordinal":2,"channel":"call","place":null,)"
            R"("roles":{"initiator":["a1"],"actor":["a1","a2"],"recipient":[]},"symmetric":true,"issues":["i1","i2"],)"
            R"("account":"k0","sentence":[0,20],"evidence":[[4,10],[0,3]],"rule":"consult.call","confidence":0.93})");
}

TEST(Jsonl, AStatementStandsAsInTheContract) {
  const auto lines = lines_of(base::example_record("one"));
  EXPECT_EQ(
      lines[9],
      R"({"record":"act","doc":"d1","id":"s1","kind":"statement","speaker":"a1","form":"direct","cue":[4,10],)"
      R"("content":[[21,24],[25,31]],"addressee":"a2","channel":null,"place":null,"when":{"value":null,"earliest":null,)"
      R"("latest":null,"time":null},"issues":[],"account":"k1","sentence":[21,32],"rule":null,"confidence":0.5})");
}

TEST(Jsonl, IssuesStancesAndClaimsStandAsInTheContract) {
  const auto lines = lines_of(base::example_record("one"));
  EXPECT_EQ(lines[6],
            R"({"record":"issue","doc":"d1","id":"i1","code":"environment.climate","label":"climate change",)"
            R"("parent":"environment","iptc":"medtop:20000418","plover":["environment"],"mentions":[[4,10]]})");
  EXPECT_EQ(lines[10],
            R"({"record":"stance","doc":"d1","id":"p1","holder":"a1","issue":"climate change","issue_id":"i1",)"
            R"("toward":"a2","polarity":-2,"tone":"critical","condition":[0,3],"account":"k1","act":"s1",)"
            R"("sentence":[0,20],"evidence":[[4,10]],"rule":"against.criticise","confidence":0.7})");
  EXPECT_EQ(lines[11],
            R"({"record":"claim","doc":"d1","id":"c1","subject":"e1","subject_text":"Ada","predicate":"ordinal",)"
            R"("object":"2","account":"k0","sentence":[0,20],"evidence":[[0,3]]})");
}

TEST(Jsonl, AccountsHangOnTheirParents) {
  simdjson::dom::parser parser;
  const auto lines = lines_of(base::example_record("one"));
  EXPECT_TRUE(parse(parser, lines[4])["parent"].is_null());
  EXPECT_EQ(std::string_view(parse(parser, lines[5])["parent"]), "k0");
  EXPECT_TRUE(parse(parser, lines[5])["on_behalf_of"].is_null());
}

TEST(Jsonl, EveryFieldIsInTheDocs) {
  simdjson::dom::parser parser;
  const auto page = base::read_file(std::filesystem::path(READOUT_SOURCE_DIR) / "docs" / "record.md");
  ASSERT_TRUE(page);
  for (const auto& line : lines_of(base::example_record("one"))) {
    for (const auto field : parse(parser, line).get_object()) {
      EXPECT_THAT(*page, testing::HasSubstr("`" + std::string(field.key) + "`"));
    }
  }
}

TEST(Jsonl, AnyBytesComeOutAsOneLineOfValidJson) {
  simdjson::dom::parser parser;
  for (unsigned byte = 0; byte < 256; ++byte) {
    Record record;
    record.document.name = std::string("x") + static_cast<char>(byte) + "y";
    const auto lines = lines_of(record);
    ASSERT_EQ(lines.size(), 1U) << byte;
    const std::string_view name = parse(parser, lines[0])["name"];
    if (byte < 0x80) {
      EXPECT_EQ(name, record.document.name);
    } else {
      EXPECT_EQ(name, "x\xEF\xBF\xBDy");
    }
  }
}

TEST(Jsonl, SpecialCharactersComeBack) {
  simdjson::dom::parser parser;
  Record record;
  record.document.name = "\"\\/\b\f\n\r\t 習近平 \xE2\x80\xA8 \xC2\x85 \xF0\x9F\x8C\x8D";
  const auto lines = lines_of(record);
  EXPECT_EQ(lines[0].find("\xE2\x80\xA8"), std::string::npos);  // a line separator would part the row for some readers
  EXPECT_EQ(std::string_view(parse(parser, lines[0])["name"]), record.document.name);
}

TEST(Jsonl, NumbersAreShortAndAlwaysReal) {
  const auto real = [](double value) {
    std::string out;
    outputs::JsonObject row(out);
    row.real("x", value);
    row.close();
    return out;
  };
  EXPECT_EQ(real(1), R"({"x":1.0})");
  EXPECT_EQ(real(-0.3), R"({"x":-0.3})");
  EXPECT_EQ(real(-10), R"({"x":-10.0})");
  EXPECT_EQ(real(std::nan("")), R"({"x":null})");
}

}  // namespace
}  // namespace readout
