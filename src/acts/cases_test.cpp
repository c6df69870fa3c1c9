// Runs tests/cases/statements/*.case with the shipped tables, rules and model. A case is a name, a day, text (a line a
// paragraph), and every statement that must be found, in text order of the cues, and no other:
//
//   case  an outlet passes on
//   date  2021-09-11
//   text  Xi told Biden that talks would go on, Xinhua reported.
//   says  Xinhua News Agency > Xi Jinping | indirect | that talks would go on | to Joe Biden
//
// "says" tells the chain of accounts from the report's own voice down ("?" for a voice nobody names, "*" behind one
// that the report leaves unnamed), the form, the words (parts set apart by " … "), and where there are such: "to"
// addressee, "by" channel, "for" the one spoken for, "at" place. "says -" is for a text without statements.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>

#include "actors/recognize.hpp"
#include "acts/code.hpp"
#include "syntax/parser.hpp"
#include "text/layout.hpp"
#include "text/lexicon.hpp"
#include "text/tokenize.hpp"
#include "times/find.hpp"
#include "times/lexicon.hpp"

namespace readout::acts {
namespace {

struct Case {
  std::string where;
  std::string name;
  std::string date;
  std::string text;
  std::vector<std::string> says;
};

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  return first == std::string_view::npos ? std::string{}
                                         : std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
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
      const std::string rest = line.size() > 6 ? trimmed(std::string_view(line).substr(6)) : std::string{};
      if (line.starts_with("case  ")) {
        cases.push_back({file.filename().string() + ":" + std::to_string(number), rest, {}, {}, {}});
      } else if (cases.empty() || trimmed(line).empty() || line.starts_with('#')) {
        continue;
      } else if (line.starts_with("date  ")) {
        cases.back().date = rest;
      } else if (line.starts_with("text  ")) {
        cases.back().text += (cases.back().text.empty() ? "" : "\n\n") + rest;
      } else if (line.starts_with("says  ")) {
        cases.back().says.push_back(rest);
      } else {
        ADD_FAILURE() << file << ":" << number << ": cannot be read";
      }
    }
  }
  return cases;
}

std::string chain_of(const Document& d, AccountId id) {
  std::string chain;
  for (; id != own_voice; id = d.acts.accounts[id].parent) {
    const Account& account = d.acts.accounts[id];
    const std::string name = account.source == no_actor ? "?" : d.actors.actors[account.source].name;
    std::string link = name;
    link += account.anonymous ? "*" : "";
    link += chain.empty() ? "" : " > ";
    chain.insert(0, link);
  }
  return chain;
}

std::string words_of(const Document& d, const Statement& statement) {
  const auto name = [&](ActorId id) { return d.actors.actors[id].name; };
  std::string out = chain_of(d, statement.account) + " | " + std::string(name_of(statement.form)) + " | ";
  std::string parts;
  for (const Span span : statement.content) {
    parts += (parts.empty() ? "" : " … ") + std::string(slice(d.report.text, span));
  }
  for (std::size_t at = parts.find("\n\n"); at != std::string::npos; at = parts.find("\n\n")) {
    parts.replace(at, 2, " ¶ ");
  }
  out += parts;
  const Account& account = d.acts.accounts[statement.account];
  out += statement.addressee == no_actor ? "" : " | to " + name(statement.addressee);
  out += statement.channel.empty() ? "" : " | by " + statement.channel;
  out += account.on_behalf_of == no_actor ? "" : " | for " + name(account.on_behalf_of);
  out += statement.place.empty() ? "" : " | at " + statement.place;
  return out;
}

// With READOUT_REWRITE_CASES set, the files say what is found, to be reviewed.
void rewrite(const std::filesystem::path& folder, const std::map<std::string, std::string>& fresh) {
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream in(entry.path());
    std::string out;
    std::string says;
    int number = 0;
    for (std::string line; std::getline(in, line);) {
      ++number;
      if (line.starts_with("says  ")) {
        continue;
      }
      if (trimmed(line).empty()) {
        out += says;
        says.clear();
      }
      if (line.starts_with("case  ")) {
        says = fresh.at(entry.path().filename().string() + ":" + std::to_string(number));
      }
      out += line + "\n";
    }
    in.close();
    std::ofstream(entry.path()) << out << says;
  }
}

TEST(StatementCases, Hold) {
  const std::filesystem::path root(READOUT_SOURCE_DIR);
  const auto file = network::ModelFile::map(root / "models" / "english.model");
  ASSERT_TRUE(file) << to_string(file.error());
  const auto model = syntax::Model::load(*file);
  const auto lexicon = text::load(root / "data", file->bytes("boundaries"), file->name());
  const auto actors = actors::load(root / "data");
  const auto times = times::load(root / "data");
  const auto codes = base::Codes::load(root / "data");
  ASSERT_TRUE(model && lexicon && actors && times && codes);
  const auto rules = load(root / "data", *codes);
  ASSERT_TRUE(rules) << to_string(rules.error());
  syntax::Workspace workspace;
  const auto cases = read_cases(root / "tests" / "cases" / "statements");
  EXPECT_GE(cases.size(), 60U);
  std::map<std::string, std::string> fresh;
  for (const Case& one : cases) {
    Document d;
    d.report.text = one.text;
    d.report.body_end = static_cast<std::uint32_t>(one.text.size());
    d.report.date = parse_day(one.date);
    d.layout = text::lay_out(d.report, *lexicon);
    d.tokens = text::tokenize(d.report.text, d.layout, *lexicon);
    d.syntax = syntax::parse(d.report.text, d.tokens, *model, workspace);
    d.actors = actors::recognize(d.report, d.layout, d.tokens, d.syntax, *actors);
    d.times = times::find(d.report, d.layout, d.tokens, d.syntax, *times);
    code(d, *rules, OpinionModel{});
    std::string found;
    for (const Statement& statement : d.acts.statements) {
      found += "says  " + words_of(d, statement) + "\n";
    }
    std::string wanted;
    for (const std::string& says : one.says) {
      wanted += "says  " + says + "\n";
    }
    found = found.empty() ? "says  -\n" : found;
    EXPECT_EQ(found, wanted) << one.where << " " << one.name;
    fresh[one.where] = found;
  }
  if (std::getenv("READOUT_REWRITE_CASES") != nullptr) {
    rewrite(root / "tests" / "cases" / "statements", fresh);
  }
}

}  // namespace
}  // namespace readout::acts
