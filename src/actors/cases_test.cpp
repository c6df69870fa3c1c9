// Runs tests/cases/actors/*.case with the shipped tables and model. A case is a name, a day, text, and what must be
// found:
//
//   case  he is the subject before
//   date  2019-03-05
//   text  The Danish ambassador met Ms Jones. He thanked her.
//   He => Danish ambassador | DNKGOV | pronoun
//   thanked => -                                      not a mention
//   He#2 => …                                         the second "He" of the text
//   actor Danish ambassador | kind person | rank diplomat | anonymous
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "actors/testing.hpp"
#include "syntax/parser.hpp"
#include "text/layout.hpp"
#include "text/lexicon.hpp"
#include "text/tokenize.hpp"

namespace readout::actors {
namespace {

struct Case {
  std::string where;
  std::string name;
  std::string date;
  std::string text;
  std::vector<std::pair<std::string, std::string>> mentions;
  std::vector<std::vector<std::string>> actors;
};

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  return first == std::string_view::npos ? std::string{}
                                         : std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const auto bar = std::min(text.find(" | ", at), text.size());
    parts.push_back(trimmed(text.substr(at, bar - at)));
    at = bar + 3;
  }
  return parts;
}

std::vector<Case> read_cases(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    files.push_back(entry.path());
  }
  std::ranges::sort(files);
  std::vector<Case> cases;
  for (const auto& file : files) {
    std::ifstream in(file);
    int number = 0;
    for (std::string line; std::getline(in, line);) {
      ++number;
      const std::string rest = line.size() > 6 ? trimmed(line.substr(6)) : std::string{};
      if (line.starts_with("case  ")) {
        cases.push_back({file.filename().string() + ":" + std::to_string(number), rest, {}, {}, {}, {}});
      } else if (cases.empty() || trimmed(line).empty() || line.starts_with('#')) {
        continue;
      } else if (line.starts_with("date  ")) {
        cases.back().date = rest;
      } else if (line.starts_with("text  ")) {
        cases.back().text += (cases.back().text.empty() ? "" : "\n\n") + rest;
      } else if (line.starts_with("actor ")) {
        cases.back().actors.push_back(parts_of(rest));
      } else if (const auto arrow = line.find(" => "); arrow != std::string::npos) {
        cases.back().mentions.emplace_back(trimmed(line.substr(0, arrow)), trimmed(line.substr(arrow + 4)));
      } else {
        ADD_FAILURE() << file << ":" << number << ": cannot be read";
      }
    }
  }
  return cases;
}

// Where the words stand: "He#2" is the second "He".
Span find_words(const std::string& text, const std::string& words) {
  const auto mark = words.find('#');
  const std::string wanted = words.substr(0, mark);
  int nth = mark == std::string::npos ? 1 : std::stoi(words.substr(mark + 1));
  for (std::size_t at = text.find(wanted); at != std::string::npos; at = text.find(wanted, at + 1)) {
    const bool begins = at == 0 || std::isalnum(static_cast<unsigned char>(text[at - 1])) == 0;
    const std::size_t end = at + wanted.size();
    const bool ends = end == text.size() || std::isalnum(static_cast<unsigned char>(text[end])) == 0;
    if (begins && ends && --nth == 0) {
      return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    }
  }
  return {};
}

std::string found_at(const Document& d, Span span) {
  constexpr std::string_view forms[] = {"name", "nominal", "pronoun", "adjective"};
  std::string out;
  for (const Mention& m : d.actors.mentions) {
    if (m.span == span) {
      const Actor& actor = d.actors.actors[m.actor];
      out += (out.empty() ? "" : " & ") + actor.name + " | " + actor.code + " | " +
             std::string(forms[static_cast<std::size_t>(m.form)]);
    }
  }
  return out.empty() ? "-" : out;
}

std::string fields_of(const Actor& actor) {
  return "| kind " + std::string(name_of(actor.kind)) + " | country " + actor.country + " | sector " + actor.sector +
         " | code " + actor.code + " | office " + actor.office + " | rank " + actor.rank + " | native " +
         actor.native_name + " | of " + actor.affiliation_name + (actor.anonymous ? " | anonymous |" : " | named |");
}

void check_actor(const Document& d, const Case& one, const std::vector<std::string>& wanted) {
  std::string seen;
  for (const Actor& actor : d.actors.actors) {
    const std::string fields = fields_of(actor);
    seen += actor.name + " " + fields + "\n";
    const bool fits =
        actor.name == wanted.front() && std::all_of(wanted.begin() + 1, wanted.end(), [&](const auto& field) {
          return fields.find("| " + field + " |") != std::string::npos;
        });
    if (fits) {
      return;
    }
  }
  ADD_FAILURE() << one.where << " " << one.name << ": no such actor " << testing::PrintToString(wanted) << " among\n"
                << seen;
}

TEST(ActorCases, Hold) {
  const std::filesystem::path root(READOUT_SOURCE_DIR);
  const auto file = network::ModelFile::map(root / "models" / "english.model");
  ASSERT_TRUE(file) << to_string(file.error());
  const auto model = syntax::Model::load(*file);
  const auto lexicon = text::load(root / "data", file->bytes("boundaries"), file->name());
  const auto known = load(root / "data");
  ASSERT_TRUE(model && lexicon && known);
  syntax::Workspace workspace;
  const auto cases = read_cases(root / "tests" / "cases" / "actors");
  EXPECT_FALSE(cases.empty());
  for (const Case& one : cases) {
    Document d;
    d.report.text = one.text;
    d.report.body_end = static_cast<std::uint32_t>(one.text.size());
    d.report.date = parse_day(one.date);
    d.layout = text::lay_out(d.report, *lexicon);
    d.tokens = text::tokenize(d.report.text, d.layout, *lexicon);
    d.syntax = syntax::parse(d.report.text, d.tokens, *model, workspace);
    d.actors = recognize(d.report, d.layout, d.tokens, d.syntax, *known);
    for (const auto& [words, wanted] : one.mentions) {
      EXPECT_EQ(found_at(d, find_words(one.text, words)), wanted) << one.where << " " << one.name << ": " << words;
    }
    for (const auto& wanted : one.actors) {
      check_actor(d, one, wanted);
    }
  }
}

}  // namespace
}  // namespace readout::actors
