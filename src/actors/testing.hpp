// For the tests of this folder: small tables of their own, and documents made by hand from CoNLL-U columns.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "actors/knowledge.hpp"
#include "actors/recognize.hpp"
#include "readout/document.hpp"

namespace readout::actors {

// A folder data/actors with the tables given as "file.tsv" → rows whose cells stand apart by "; " (id; relation; text;
// from; to).
struct TestTable {
  std::string file;
  std::string rows;
};

class TestTables {
 public:
  explicit TestTables(std::initializer_list<TestTable> tables) {
    static int count = 0;
    folder_ = std::filesystem::temp_directory_path() /
              ("readout_actors_" + std::to_string(::getpid()) + "_" + std::to_string(count++));
    std::filesystem::create_directories(folder_ / "actors");
    for (const auto* name :
         {"states", "organizations", "institutions", "media", "roles", "offices", "holders", "persons"}) {
      write(std::string(name) + ".tsv", "");
    }
    for (const auto& [file, rows] : tables) {
      write(file, rows);
    }
  }
  ~TestTables() {
    std::error_code error;
    std::filesystem::remove_all(folder_, error);
  }
  TestTables(const TestTables&) = delete;
  TestTables& operator=(const TestTables&) = delete;

  [[nodiscard]] const std::filesystem::path& data() const { return folder_; }

 private:
  void write(const std::string& file, const std::string& rows) {
    std::ofstream out(folder_ / "actors" / file);
    out << "id\trelation\ttext\tfrom\tto\n";
    std::istringstream in(rows);
    for (std::string row; std::getline(in, row);) {
      const auto start = row.find_first_not_of(' ');
      if (start == std::string::npos) {
        continue;
      }
      std::string cells = row.substr(start);
      int count = 1;
      for (std::size_t at = 0; (at = cells.find("; ", at)) != std::string::npos; ++count) {
        cells.replace(at, 2, "\t");
      }
      for (; count < 5; ++count) {
        cells += "\t";
      }
      out << cells << "\n";
    }
  }
  std::filesystem::path folder_;
};

inline Knowledge load_or_fail(const std::filesystem::path& data) {
  auto loaded = load(data);
  if (!loaded) {
    ADD_FAILURE() << to_string(loaded.error());
    return {};
  }
  return std::move(*loaded);
}

// One token a line: word, UPOS, head (1-based in its sentence, 0 the root), relation; an empty line ends a sentence.
// XPOS is set where the stage asks for it.
inline Document document_of(std::string_view columns, std::string_view day = "2021-09-11") {
  Document d;
  d.report.date = parse_day(day);
  std::istringstream in{std::string(columns)};
  const auto close = [&] {
    const TokenId first = d.tokens.sentences.empty() ? 0 : d.tokens.sentences.back().last;
    if (first == d.tokens.size()) {
      return;
    }
    for (TokenId t = first; t < d.tokens.size(); ++t) {
      d.syntax.head[t] = d.syntax.head[t] == 0 ? no_token : first + d.syntax.head[t] - 1;
    }
    d.tokens.sentences.push_back({first, d.tokens.size(), {d.tokens.span[first].begin, d.tokens.span.back().end}, 0});
  };
  for (std::string line; std::getline(in, line);) {
    std::istringstream cells(line);
    std::string word;
    std::string upos;
    std::string relation;
    TokenId head = 0;
    if (!(cells >> word >> upos >> head >> relation)) {
      close();
      continue;
    }
    if (!d.report.text.empty()) {
      d.report.text += ' ';
    }
    const auto begin = static_cast<std::uint32_t>(d.report.text.size());
    d.report.text += word;
    d.tokens.span.push_back({begin, static_cast<std::uint32_t>(d.report.text.size())});
    d.syntax.upos.push_back(upos_named(upos));
    d.syntax.xpos.push_back(word == "'s" || word == "'" ? Xpos::pos : Xpos::xx);
    d.syntax.head.push_back(head);
    d.syntax.relation.push_back(relation_named(relation));
    const auto lemma = static_cast<std::uint32_t>(d.syntax.lemma_text.size());
    d.syntax.lemma_text += word == "said" ? "say" : word == "told" ? "tell" : word;
    d.syntax.lemma_span.push_back({lemma, static_cast<std::uint32_t>(d.syntax.lemma_text.size())});
  }
  close();
  index_children(d.syntax);
  const auto size = static_cast<std::uint32_t>(d.report.text.size());
  d.report.body_end = size;
  d.layout.blocks.push_back({{0, size}, BlockKind::paragraph});
  return d;
}

// The mentions as "words => actor | code | form", one a line, in the stage's order.
inline std::string described(const Document& d, const Actors& actors) {
  std::string out;
  for (const Mention& m : actors.mentions) {
    constexpr std::string_view forms[] = {"name", "nominal", "pronoun", "adjective"};
    const Actor& actor = actors.actors[m.actor];
    out += std::string(slice(d.report.text, m.span)) + " => " + actor.name + " | " + actor.code + " | " +
           std::string(forms[static_cast<std::size_t>(m.form)]) + "\n";
  }
  return out;
}

}  // namespace readout::actors
