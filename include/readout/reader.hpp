// The way in for programs: load the knowledge once, then read reports with one Reader a thread.
//
//   auto knowledge = readout::Knowledge::load(readout::default_data());
//   if (!knowledge) { … to_string(knowledge.error()) … }
//   readout::Reader reader(*knowledge);
//   readout::Record record = reader.read(report);
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "readout/document.hpp"
#include "readout/record.hpp"
#include "readout/report.hpp"
#include "readout/result.hpp"

namespace readout {

// Where tables and models lie: $READOUT_DATA, else beside the program, else where it was installed or built.
// The folder holds actors/, acts/, codes/, issues/, text/ and models/.
[[nodiscard]] std::filesystem::path default_data();

// What a user brings: read after the tables and rules of Readout, and winning over them (docs/own_knowledge.md).
struct OwnKnowledge {
  std::filesystem::path folder;              // with actors/*.tsv and acts/*.rules; empty: none
  std::vector<std::filesystem::path> rules;  // single rule files

  [[nodiscard]] bool empty() const { return folder.empty() && rules.empty(); }
};

// Tables, rules and model. Immutable; cheap to copy; may be shared by any number of threads.
class Knowledge {
 public:
  static Result<Knowledge> load(const std::filesystem::path& data, const OwnKnowledge& own = {});
  // Only what Reader::parse needs: text tables and the model, in a few milliseconds. Such a Knowledge knows no actors,
  // times or rules; `read` with it gives a record without them.
  static Result<Knowledge> load_grammar(const std::filesystem::path& data);

  struct Parts;  // defined in src/knowledge.hpp
  [[nodiscard]] const Parts& parts() const { return *parts_; }

 private:
  explicit Knowledge(std::shared_ptr<const Parts> parts) : parts_(std::move(parts)) {}
  std::shared_ptr<const Parts> parts_;
};

// The tables of actors under `data` in the form in which they load quickest, written to `file`. Knowledge::load() takes
// `data`/actors.compiled while it fits the tables, else it reads them.
Status compile_tables(const std::filesystem::path& data, const std::filesystem::path& file);

// Every fault of the tables and rules under `data`, by file and line; empty when there is none. With own knowledge, the
// faults of that alone, read together with `data`.
[[nodiscard]] std::vector<Error> lint_knowledge(const std::filesystem::path& data, const OwnKnowledge& own = {});

// Reads reports one after the other; owns the scratch memory. Not shared between threads.
class Reader {
 public:
  explicit Reader(Knowledge knowledge);
  ~Reader();
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;

  // Total: any report gives a document and a record. `id` is the document's id in the run ("d1").
  [[nodiscard]] Document analyze(Report report);
  // A phrase as the whole text of a report of that day: one block, no headline, no dateline.
  [[nodiscard]] Document analyze_phrase(std::string_view phrase, std::optional<Day> day);
  // The same, only tokens and syntax.
  [[nodiscard]] Document parse_phrase(std::string_view phrase);
  // Only tokens and syntax, but of every word: datelines, bylines and list marks stay with their lines.
  [[nodiscard]] Document parse(Report report);
  // Only syntax, of sentences and tokens that are given.
  [[nodiscard]] Syntax parse(std::string_view text, const Tokens& tokens);
  [[nodiscard]] Record read(Report report, std::string_view id = "d1");

  // From now on acts are told by the rules alone, without the learned second opinion: what proofs and comparisons need.
  void rules_only() { rules_only_ = true; }

  [[nodiscard]] const Knowledge& knowledge() const { return knowledge_; }

 private:
  struct Scratch;
  [[nodiscard]] Document analyze(Document laid_out);

  Knowledge knowledge_;
  std::unique_ptr<Scratch> scratch_;
  bool rules_only_ = false;
};

}  // namespace readout
