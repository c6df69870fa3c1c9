// Loading the rule files and indexing them by the lemma that triggers them.
#include "acts/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/table.hpp"

namespace readout::acts {

bool Rules::in_list(std::string_view list, std::string_view lemma) const {
  const auto found = lists.find(std::string(list));
  return found != lists.end() && found->second.contains(std::string(lemma));
}

namespace {

namespace fs = std::filesystem;

// A particle, then words that must be there, then roles: the first rule that holds is the one that says most. What must
// not be there says nothing.
unsigned demand(const Rule& rule, const Trigger& trigger) {
  const auto wanted = static_cast<unsigned>(
      std::count_if(rule.conditions.begin(), rule.conditions.end(), [](const Condition& c) { return c.wanted; }));
  const auto negation = rule.wants_negation() ? 64U : 0U;  // what is negated is no act of the kind that its words tell
  const auto roles = static_cast<unsigned>(!rule.target.empty()) + static_cast<unsigned>(!rule.both.empty()) * 2;
  return negation + wanted * 8 + static_cast<unsigned>(!trigger.particle.empty()) * 16 + roles;
}

void index(Rules& rules) {
  struct Entry {
    unsigned demand;
    std::uint32_t rule;
  };
  std::unordered_map<std::string, std::vector<Entry>> events;
  std::unordered_map<std::string, std::vector<Entry>> statements;
  for (std::uint32_t id = 0; id < rules.rules.size(); ++id) {
    const Rule& rule = rules.rules[id];
    for (const auto& trigger : rule.triggers) {
      auto& entries = (rule.is_statement() ? statements : events)[trigger.lemma];
      if (std::none_of(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.rule == id; })) {
        entries.push_back({demand(rule, trigger), id});
      }
    }
  }
  const auto settle = [](auto& from, auto& to) {
    for (auto& [lemma, entries] : from) {
      std::stable_sort(entries.begin(), entries.end(),
                       [](const Entry& a, const Entry& b) { return a.demand > b.demand; });
      for (const Entry& entry : entries) {
        to[lemma].push_back(entry.rule);
      }
    }
  };
  settle(events, rules.events_by_lemma);
  settle(statements, rules.statements_by_lemma);
}

Status load_threats(const fs::path& data, Rules& rules) {
  auto table = base::Table::read(data / "acts" / "threats.tsv", {"act", "threat"});
  if (!table) {
    return table.error();
  }
  for (std::size_t row = 0; row < table->rows(); ++row) {
    if (rules.codes.find(table->cell(row, 1)) == nullptr) {
      return table->error(row, fmt::format("CAMEO does not know the code {}", table->cell(row, 1)));
    }
    if (!rules.threats.emplace(table->cell(row, 0), table->cell(row, 1)).second) {
      return table->error(row, fmt::format("the act {} stands twice", table->cell(row, 0)), "keep one");
    }
  }
  return ok();
}

// Every code must be known. A folder without the table has no second opinion.
Status load_opinion_codes(const std::filesystem::path& data, Rules& rules) {
  const auto file = data / "acts" / "opinion_codes.tsv";
  auto table = base::Table::read(file, {"type", "mode", "cameo", "both"});
  if (!table) {
    return table.error();
  }
  for (std::size_t i = 0; i < table->rows(); ++i) {
    const auto cameo = table->cell(i, 2);
    if (rules.codes.find(std::string(cameo)) == nullptr) {
      return table->error(i, fmt::format("\"{}\" is no CAMEO code", cameo), "take one of data/codes/cameo.tsv");
    }
    rules.opinion_codes.push_back({std::string(table->cell(i, 0)), std::string(table->cell(i, 1)), std::string(cameo),
                                   table->cell(i, 3) == "yes"});
  }
  return ok();
}

Status load_intents(const std::filesystem::path& data, Rules& rules) {
  auto table = base::Table::read(data / "acts" / "intents.tsv", {"done", "intended"});
  if (!table) {
    return table.error();
  }
  for (std::size_t i = 0; i < table->rows(); ++i) {
    const auto intended = table->cell(i, 1);
    if (intended != "087" && rules.codes.find(std::string(intended)) == nullptr) {
      return table->error(i, fmt::format("\"{}\" is no CAMEO code", intended), "take one of data/codes/cameo.tsv");
    }
    rules.intents.emplace_back(table->cell(i, 0), intended);
  }
  return ok();
}

// The *.rules files of a folder, in the order of their names.
std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".rules") {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

Status read_all(const std::vector<fs::path>& files, bool own, Rules& rules) {
  for (const auto& file : files) {
    auto text = base::read_file(file);
    if (!text) {
      return text.error();
    }
    if (auto status = parse_rules(*text, file.string(), rules, own); !status) {
      return status;
    }
  }
  return ok();
}

// A rule that stands twice is replaced by its last text, which keeps the place of the first.
void replace_older(Rules& rules) {
  std::unordered_map<std::string_view, std::size_t> place;
  std::vector<std::size_t> last;  // [places] the rule that stands there
  for (std::size_t at = 0; at < rules.rules.size(); ++at) {
    const auto [found, fresh] = place.try_emplace(rules.rules[at].name, last.size());
    if (fresh) {
      last.push_back(at);
    } else {
      last[found->second] = at;
    }
  }
  std::vector<Rule> kept;
  kept.reserve(last.size());
  for (const std::size_t at : last) {
    kept.push_back(std::move(rules.rules[at]));
  }
  rules.rules = std::move(kept);
}

// The words that own files have added to a list trigger the rules of that list too.
void extend_triggers(Rules& rules) {
  for (Rule& rule : rules.rules) {
    for (const auto& [kind, list] : rule.trigger_lists) {
      std::vector<std::string> words(rules.lists[list].begin(), rules.lists[list].end());
      std::sort(words.begin(), words.end());
      for (const auto& word : words) {
        const bool there = std::any_of(rule.triggers.begin(), rule.triggers.end(), [&, of = kind](const Trigger& t) {
          return t.kind == of && t.lemma == word && t.particle.empty();
        });
        if (!there) {
          rule.triggers.push_back({kind, word, {}});
        }
      }
    }
  }
}

}  // namespace

Result<Rules> load(const fs::path& data, const base::Codes& codes, const fs::path& own,
                   const std::vector<fs::path>& own_files) {
  Rules rules;
  rules.codes = codes;
  const auto files = files_in(data / "acts");
  if (files.empty()) {
    return Error{(data / "acts").string(), 0, "holds no rules", "name the folder of Readout's tables with --data"};
  }
  if (auto status = read_all(files, false, rules); !status) {
    return status.error();
  }
  auto added = own.empty() ? std::vector<fs::path>{} : files_in(own / "acts");
  added.insert(added.end(), own_files.begin(), own_files.end());
  if (!added.empty()) {
    if (auto status = read_all(added, true, rules); !status) {
      return status.error();
    }
    replace_older(rules);
    extend_triggers(rules);
  }
  if (auto status = load_threats(data, rules); !status) {
    return status.error();
  }
  if (auto status = load_opinion_codes(data, rules); !status) {
    return status.error();
  }
  if (auto status = load_intents(data, rules); !status) {
    return status.error();
  }
  index(rules);
  return rules;
}

}  // namespace readout::acts
