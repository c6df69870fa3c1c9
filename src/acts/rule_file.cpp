// Reading the rule language: a name at the margin opens a rule, indented lines are its fields, `@name` at the margin a
// word list. Anything that is not understood is an error with its line.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "acts/rules.hpp"
#include "base/table.hpp"

namespace readout::acts {

namespace {

constexpr std::array<std::pair<std::string_view, StepKind>, 11> named_steps{{{"subject", StepKind::subject},
                                                                             {"object", StepKind::object},
                                                                             {"recipient", StepKind::recipient},
                                                                             {"possessor", StepKind::possessor},
                                                                             {"modifier", StepKind::modifier},
                                                                             {"clause", StepKind::clause},
                                                                             {"infinitive", StepKind::infinitive},
                                                                             {"complement", StepKind::complement},
                                                                             {"governor", StepKind::governor},
                                                                             {"opener", StepKind::opener},
                                                                             {"auxiliary", StepKind::auxiliary}}};

constexpr std::array<std::string_view, 52> prepositions{
    "with",    "to",        "on",         "upon",      "against", "for",     "in",     "into",   "of",
    "between", "by",        "from",       "over",      "about",   "at",      "among",  "as",     "toward",
    "towards", "after",     "before",     "under",     "via",     "through", "off",    "out",    "onto",
    "near",    "across",    "despite",    "amid",      "during",  "behind",  "within", "along",  "alongside",
    "until",   "till",      "ahead",      "following", "without", "since",   "around", "beyond", "outside",
    "inside",  "regarding", "concerning", "besides",   "than",    "like",    "per"};

std::string_view trim(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) {
    return {};
  }
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

// A comment begins at a '#' that stands at the line's start or after a blank.
std::string_view without_comment(std::string_view line) {
  for (std::size_t at = line.find('#'); at != std::string_view::npos; at = line.find('#', at + 1)) {
    if (at == 0 || line[at - 1] == ' ' || line[at - 1] == '\t') {
      return line.substr(0, at);
    }
  }
  return line;
}

std::optional<Path> path_of(std::string_view text) {
  Path path;
  for (const auto word : base::split(text, '.')) {
    Step step{StepKind::preposition, std::string(word)};
    bool known = false;
    for (const auto& [name, kind] : named_steps) {
      if (word == name) {
        step = {kind, {}};
        known = true;
      }
    }
    for (const auto preposition : prepositions) {
      known = known || word == preposition;
    }
    if (!known) {
      return std::nullopt;
    }
    path.push_back(std::move(step));
  }
  return path.empty() ? std::nullopt : std::optional(std::move(path));
}

std::optional<ActStatus> status_named(std::string_view name) {
  for (auto status = ActStatus::happened; status <= ActStatus::presupposed;
       status = static_cast<ActStatus>(static_cast<int>(status) + 1)) {
    if (name_of(status) == name) {
      return status;
    }
  }
  return std::nullopt;
}

// "walk out": a lemma and its particle.
Trigger trigger_of(TriggerKind kind, std::string_view words) {
  const auto blank = std::min(words.find(' '), words.size());
  return {kind, std::string(words.substr(0, blank)), std::string(trim(words.substr(blank)))};
}

// Reads one file; knows where it stands.
class Parser {
 public:
  Parser(std::string file, Rules& rules, bool own) : file_(std::move(file)), rules_(rules), own_(own) {
    for (std::size_t i = 0; i < rules.rules.size(); ++i) {
      places_.try_emplace(rules.rules[i].name, i);
    }
  }

  Status read(std::string_view text) {
    while (!text.empty()) {
      const auto end = std::min(text.find('\n'), text.size());
      std::string_view line = text.substr(0, end);
      text.remove_prefix(std::min(end + 1, text.size()));
      ++line_;
      const bool margin = !line.empty() && line.front() != ' ' && line.front() != '\t';
      // The sentences of hit and miss may hold a '#'.
      const auto first = trim(line);
      const bool proof = first.starts_with("hit ") || first.starts_with("miss ");
      line = proof ? first : trim(without_comment(line));
      if (line.empty()) {
        continue;
      }
      if (auto status = margin ? open(line) : field(line); !status) {
        return status;
      }
    }
    return close();
  }

 private:
  Error error(std::string message, std::string remedy = {}) const {
    return {file_, line_, std::move(message), std::move(remedy)};
  }

  Status open(std::string_view line) {
    if (auto status = close(); !status) {
      return status;
    }
    if (line.front() == '@') {
      return open_list(line);
    }
    if (line.find_first_of(" \t") != std::string_view::npos) {
      return error("a rule's name is one word", "indent the fields of a rule");
    }
    const auto [place, fresh] = places_.try_emplace(std::string(line), rules_.rules.size());
    if (const Rule* rule = fresh ? nullptr : &rules_.rules[place->second]; rule != nullptr) {
      if (!own_ || rule->file == file_) {
        return error(fmt::format("the rule {} is there already", line),
                     fmt::format("see {}:{}", rule->file, rule->line));
      }
      place->second = rules_.rules.size();
    }
    rules_.rules.push_back({});
    rules_.rules.back().name = line;
    rules_.rules.back().file = file_;
    rules_.rules.back().line = line_;
    rules_.rules.back().own = own_;
    rule_open_ = true;
    need_given_ = false;
    list_open_.clear();
    return ok();
  }

  Status open_list(std::string_view line) {
    rule_open_ = false;
    const auto end = line.find_first_of(" \t");
    list_open_ = line.substr(0, end);
    return end == std::string_view::npos ? ok() : add_words(line.substr(end));
  }

  Status add_words(std::string_view words) {
    auto& list = rules_.lists[list_open_];
    for (const auto word : base::split(words)) {
      if (!list.emplace(word).second && !own_) {
        return error(fmt::format("“{}” stands twice in {}", word, list_open_), "keep one");
      }
    }
    return ok();
  }

  // A rule without what it needs is an error at its name.
  Status close() {
    if (!rule_open_) {
      return ok();
    }
    rule_open_ = false;
    const Rule& rule = rules_.rules.back();
    const auto lacks = [&](std::string what, std::string remedy) {
      return Error{file_, rule.line, fmt::format("the rule {} {}", rule.name, what), std::move(remedy)};
    };
    if (rule.triggers.empty()) {
      return lacks("has no trigger", "add a line: verb …, noun …, adjective … or preposition …");
    }
    if (!rule.is_statement() && rule.code.empty()) {
      return lacks("has no code", "add a line: code CAMEO");
    }
    if (!rule.is_statement() && rules_.codes.find(rule.code) == nullptr) {
      return lacks(fmt::format("has the code {}, which CAMEO does not know", rule.code), "see data/codes/cameo.tsv");
    }
    if (!rule.is_statement() && rule.source.empty() && rule.both.empty() && rule.target.empty()) {
      return lacks("names no actors", "add a line: source …, target … or both …");
    }
    if (rule.is_statement() && rule.speaker.empty()) {
      return lacks("has no speaker", "add a line: speaker subject");
    }
    bool hits = false;
    for (const auto& proof : rule.proofs) {
      hits = hits || proof.hit;
    }
    if (!hits) {
      return lacks("has no sentence that it hits", "add a line: hit …");
    }
    return ok();
  }

  Status field(std::string_view line) {
    const auto end = std::min(line.find_first_of(" \t"), line.size());
    const auto key = line.substr(0, end);
    const auto value = trim(line.substr(end));
    if (!list_open_.empty() && !rule_open_) {
      return add_words(line);
    }
    if (!rule_open_) {
      return error("a field stands outside of a rule", "begin the rule with its name at the margin");
    }
    if (value.empty()) {
      return error(fmt::format("“{}” has no value", key), "see docs/rules.md");
    }
    Rule& rule = rules_.rules.back();
    if (key == "verb" || key == "noun" || key == "adjective" || key == "preposition") {
      return triggers(key, value, rule);
    }
    if (key == "when" || key == "unless") {
      return condition(value, key == "when", rule);
    }
    if (key == "hit" || key == "miss") {
      return proof(value, key == "hit", rule);
    }
    if (key == "need") {
      return need(value, rule);
    }
    if (key == "content") {
      return content(value, rule);
    }
    if (key == "status") {
      rule.status = status_named(value);
      return rule.status ? ok() : Status(error(fmt::format("there is no status “{}”", value), "see docs/record.md"));
    }
    const std::array<std::pair<std::string_view, std::string*>, 3> words{
        {{"code", &rule.code}, {"mode", &rule.mode}, {"channel", &rule.channel}}};
    for (const auto& [name, slot] : words) {
      if (key == name) {
        *slot = value;
        return ok();
      }
    }
    const std::array<std::pair<std::string_view, std::vector<Path>*>, 7> roles{{{"source", &rule.source},
                                                                                {"target", &rule.target},
                                                                                {"both", &rule.both},
                                                                                {"initiator", &rule.initiator},
                                                                                {"speaker", &rule.speaker},
                                                                                {"addressee", &rule.addressee},
                                                                                {"outlet", &rule.outlet}}};
    for (const auto& [name, paths] : roles) {
      if (key == name) {
        return role(name, value, *paths, rule);
      }
    }
    return error(fmt::format("there is no field “{}”", key), "see docs/rules.md");
  }

  Status triggers(std::string_view key, std::string_view value, Rule& rule) {
    const auto kind = key == "verb"        ? TriggerKind::verb
                      : key == "noun"      ? TriggerKind::noun
                      : key == "adjective" ? TriggerKind::adjective
                                           : TriggerKind::preposition;
    for (const auto word : base::split(value)) {
      if (word.front() == '@') {
        const auto list = rules_.lists.find(std::string(word));
        if (list == rules_.lists.end()) {
          return error(fmt::format("there is no list {}", word), "define it above: @name word | word");
        }
        rule.trigger_lists.emplace_back(kind, word);
        std::vector<std::string> sorted(list->second.begin(), list->second.end());
        std::sort(sorted.begin(), sorted.end());
        for (const auto& member : sorted) {
          rule.triggers.push_back(trigger_of(kind, member));
        }
        continue;
      }
      rule.triggers.push_back(trigger_of(kind, word));
    }
    return ok();
  }

  Status role(std::string_view name, std::string_view value, std::vector<Path>& paths, Rule& rule) {
    for (const auto text : base::split(value)) {
      auto path = path_of(text);
      if (!path) {
        return error(fmt::format("“{}” is no path through the tree", text), "see the list of steps in docs/rules.md");
      }
      paths.push_back(std::move(*path));
    }
    if (!need_given_) {
      rule.needs |= name == "source"   ? static_cast<unsigned>(Need::source)
                    : name == "target" ? static_cast<unsigned>(Need::target)
                    : name == "both"   ? static_cast<unsigned>(Need::both)
                                       : 0U;
    }
    return ok();
  }

  Status need(std::string_view value, Rule& rule) {
    rule.needs = 0;
    need_given_ = true;
    for (const auto word : base::split(value)) {
      if (word == "source") {
        rule.needs |= static_cast<unsigned>(Need::source);
      } else if (word == "target") {
        rule.needs |= static_cast<unsigned>(Need::target);
      } else if (word == "both") {
        rule.needs |= static_cast<unsigned>(Need::both);
      } else if (word != "none") {
        return error(fmt::format("nothing called “{}” can be needed", word), "source, target, both or none");
      }
    }
    return ok();
  }

  Status content(std::string_view value, Rule& rule) {
    constexpr std::array<std::pair<std::string_view, ContentKind>, 5> kinds{{{"clause", ContentKind::clause},
                                                                             {"quote", ContentKind::quote},
                                                                             {"infinitive", ContentKind::infinitive},
                                                                             {"object", ContentKind::object},
                                                                             {"predicate", ContentKind::predicate}}};
    for (const auto word : base::split(value)) {
      const unsigned before = rule.content;
      for (const auto& [name, kind] : kinds) {
        rule.content |= word == name ? static_cast<unsigned>(kind) : 0U;
      }
      if (rule.content == before) {
        return error(fmt::format("“{}” is no kind of content", word), "clause, quote, infinitive, object or predicate");
      }
    }
    return ok();
  }

  // "object call | meeting", "to,on @agreement" or "object": paths, then lemmas; "actor subject MED | outlet": what
  // kind of actor stands there; "negated".
  Status condition(std::string_view value, bool wanted, Rule& rule) {
    auto end = std::min(value.find_first_of(" \t"), value.size());
    Condition condition{{}, {}, wanted, Ask::words};
    if (value == "negated") {
      condition.ask = Ask::negated;
      rule.conditions.push_back(std::move(condition));
      return ok();
    }
    if (value.substr(0, end) == "actor") {
      condition.ask = Ask::actor;
      value = trim(value.substr(end));
      end = std::min(value.find_first_of(" \t"), value.size());
    }
    for (const auto text : base::split(value.substr(0, end), ',')) {
      auto path = text == "trigger" ? std::optional<Path>(Path{}) : path_of(text);
      if (!path) {
        return error(fmt::format("“{}” is no path through the tree", text), "see the list of steps in docs/rules.md");
      }
      condition.paths.push_back(std::move(*path));
    }
    for (const auto word : base::split(value.substr(end))) {
      if (word.front() == '@' && !rules_.lists.contains(std::string(word))) {
        return error(fmt::format("there is no list {}", word), "define it above: @name word | word");
      }
      condition.words.emplace_back(word);
    }
    if (condition.ask == Ask::actor && (condition.paths.empty() || condition.words.empty())) {
      return error("“actor” lacks a path or the kinds of actor", "write it as: unless actor subject MED | outlet");
    }
    rule.conditions.push_back(std::move(condition));
    return ok();
  }

  Status proof(std::string_view value, bool hit, Rule& rule) {
    const auto arrow = value.find("=>");
    Proof proof{std::string(trim(value.substr(0, arrow))), {}, hit, line_};
    if (arrow != std::string_view::npos) {
      proof.codes = trim(value.substr(arrow + 2));
    }
    rule.proofs.push_back(std::move(proof));
    return ok();
  }

  std::string file_;
  Rules& rules_;
  bool own_;
  std::unordered_map<std::string, std::size_t> places_;  // of the rules by name
  std::uint64_t line_ = 0;
  bool rule_open_ = false;
  bool need_given_ = false;
  std::string list_open_;
};

}  // namespace

Status parse_rules(const std::string& text, const std::string& file, Rules& rules, bool own) {
  return Parser(file, rules, own).read(text);
}

}  // namespace readout::acts
