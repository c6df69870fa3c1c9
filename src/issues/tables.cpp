// The tables of issues. A child's code is its parent's, a dot and a name, so that the hierarchy is seen in the code; a
// phrase that stands twice, an orphan or an unknown IPTC code is refused with its line.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "base/table.hpp"
#include "issues/knowledge.hpp"

namespace readout::issues {

namespace {

namespace fs = std::filesystem;

enum Column : std::size_t { code, label, kind, iptc, plover, phrases, near };

constexpr std::array<std::string_view, 30> contexts = {
    "military",        "intelligence",  "executive",    "legislative", "election",     "political_institutions",
    "legal",           "human_rights",  "diplomatic",   "territory",   "economic",     "human_security",
    "rights_freedoms", "pro_democracy", "resource",     "environment", "health",       "pro_autocracy",
    "migration",       "asylum",        "humanitarian", "cbrn",        "peacekeeping", "cyber",
    "corruption",      "crime",         "repression",   "culture",     "disaster",     "religion_ethnicity"};

// "COVID-19 vaccine" → COVID, 19, vaccine: hyphens stand between words as blanks do.
std::vector<std::string> words_of(std::string_view phrase) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : phrase) {
    if (c == ' ' || c == '-') {
      if (!word.empty()) {
        words.push_back(std::move(word));
        word.clear();
      }
    } else {
      word += c;
    }
  }
  if (!word.empty()) {
    words.push_back(std::move(word));
  }
  return words;
}

std::vector<fs::path> files_in(const fs::path& folder, std::string_view ending) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == ending) {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

class Loader {
 public:
  explicit Loader(Knowledge& known) : known_(known) {}

  Status topics(const fs::path& file);
  Status table(const fs::path& file);
  [[nodiscard]] Status finish() const;

 private:
  Status row(const base::Table& table, std::size_t row);
  Status put_phrases(const base::Table& table, std::size_t row, Entry entry);
  Status put_places(const base::Table& table, std::size_t row, Entry entry);

  Knowledge& known_;
  std::set<std::string, std::less<>> topics_;
  std::map<std::string, Entry, std::less<>> by_code_;
};

Status Loader::topics(const fs::path& file) {
  const auto table = base::Table::read(file, {"code", "name"});
  if (!table) {
    return table.error();
  }
  for (std::size_t i = 0; i < table->rows(); ++i) {
    topics_.emplace(table->cell(i, 0));
  }
  return ok();
}

Status Loader::table(const fs::path& file) {
  const auto table = base::Table::read(file, {"code", "label", "kind", "iptc", "plover", "phrases", "near"});
  if (!table) {
    return table.error();
  }
  for (std::size_t i = 0; i < table->rows(); ++i) {
    if (auto status = row(*table, i); !status) {
      return status;
    }
  }
  return ok();
}

Status Loader::row(const base::Table& table, std::size_t row) {
  TableIssue entry;
  entry.issue.code = table.cell(row, code);
  entry.issue.label = table.cell(row, label);
  entry.issue.iptc = table.cell(row, iptc);
  entry.problem = table.cell(row, kind) == "problem";
  entry.file = table.file();
  entry.line = table.line(row);
  if (entry.issue.code.empty() || entry.issue.label.empty()) {
    return table.error(row, "an issue has a code and a label");
  }
  if (!entry.problem && !table.cell(row, kind).empty()) {
    return table.error(row, fmt::format("'{}' is no kind of issue", table.cell(row, kind)),
                       "write problem, or leave it empty");
  }
  if (!topics_.contains(entry.issue.iptc)) {
    return table.error(row,
                       fmt::format("'{}' is no IPTC Media Topic that the table iptc_topics.tsv has", entry.issue.iptc),
                       "take the nearest topic, and add it there");
  }
  for (const auto context : base::split(table.cell(row, plover))) {
    if (std::find(contexts.begin(), contexts.end(), context) == contexts.end()) {
      return table.error(row, fmt::format("'{}' is no context of PLOVER", context));
    }
    entry.issue.plover.emplace_back(context);
  }
  if (const auto dot = entry.issue.code.rfind('.'); dot != std::string::npos) {
    const auto parent = by_code_.find(std::string_view(entry.issue.code).substr(0, dot));
    if (parent == by_code_.end()) {
      return table.error(row, fmt::format("the parent of {} does not stand before it", entry.issue.code));
    }
    entry.parent = parent->second;
  }
  const auto id = static_cast<Entry>(known_.entries.size());
  if (!by_code_.emplace(entry.issue.code, id).second) {
    return table.error(row, fmt::format("the code {} stands twice", entry.issue.code), "keep one of the lines");
  }
  known_.entries.push_back(std::move(entry));
  if (auto status = put_phrases(table, row, id); !status) {
    return status;
  }
  return put_places(table, row, id);
}

Status Loader::put_phrases(const base::Table& table, std::size_t row, Entry entry) {
  const auto list = base::split(table.cell(row, phrases));
  if (list.empty()) {
    return table.error(row, "has no phrases");
  }
  for (const auto phrase : list) {
    const Entry old = known_.phrases.add(words_of(phrase), entry);
    if (old != no_entry) {
      return table.error(row,
                         fmt::format("the phrase “{}” stands also with {}", phrase, known_.entries[old].issue.code),
                         "keep it with one issue");
    }
    ++known_.phrase_count;
  }
  return ok();
}

Status Loader::put_places(const base::Table& table, std::size_t row, Entry entry) {
  for (const auto place : base::split(table.cell(row, near))) {
    if (known_.entries[entry].parent == no_entry) {
      return table.error(row, "an issue without a parent cannot have words near it");
    }
    const auto fresh = static_cast<Entry>(known_.place_entries.size());
    const Entry old = known_.places.add(words_of(place), fresh);
    if (old == no_entry) {
      known_.place_entries.emplace_back();
    }
    known_.place_entries[old == no_entry ? fresh : old].push_back(entry);
  }
  return ok();
}

Status Loader::finish() const {
  return known_.entries.empty() ? Status(Error{"issues", 0, "holds no issues", "take the tables that Readout ships"})
                                : ok();
}

}  // namespace

bool Knowledge::in_list(const char* list, std::string_view lemma) const {
  const auto found = lists.find(list);
  return found != lists.end() && found->second.contains(std::string(lemma));
}

Result<Knowledge> load(const fs::path& data) {
  Knowledge known;
  Loader loader(known);
  const fs::path folder = data / "issues";
  if (auto status = loader.topics(folder / "iptc_topics.tsv"); !status) {
    return status.error();
  }
  for (const auto& file : files_in(folder, ".tsv")) {
    if (file.filename() == "iptc_topics.tsv") {
      continue;
    }
    if (auto status = loader.table(file); !status) {
      return status.error();
    }
  }
  if (auto status = loader.finish(); !status) {
    return status.error();
  }
  for (const auto& file : files_in(folder, ".rules")) {
    const auto text = base::read_file(file);
    if (!text) {
      return text.error();
    }
    if (auto status = parse_rules(*text, file.string(), known); !status) {
      return status.error();
    }
  }
  return known;
}

}  // namespace readout::issues
