// The rules of stances as they are written: a name at the margin opens a rule, '@' a list of words, fields are set in.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <utility>

#include "base/table.hpp"
#include "issues/knowledge.hpp"

namespace readout::issues {

namespace {

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r");
  return begin == std::string_view::npos ? std::string_view()
                                         : text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

Step step_named(std::string_view name) {
  static const std::map<std::string_view, StepKind> kinds = {
      {"subject", StepKind::subject},     {"object", StepKind::object},       {"clause", StepKind::clause},
      {"modified", StepKind::modified},   {"possessor", StepKind::possessor}, {"rest", StepKind::rest},
      {"speaker", StepKind::speaker},     {"wish", StepKind::wish},           {"others", StepKind::others},
      {"condition", StepKind::condition},
  };
  const auto found = kinds.find(name);
  return found == kinds.end() ? Step{StepKind::preposition, std::string(name)} : Step{found->second, {}};
}

class Parser {
 public:
  Parser(std::string file, Knowledge& known) : file_(std::move(file)), known_(known) {}

  Status parse(std::string_view text) {
    for (line_ = 1; !text.empty(); ++line_) {
      const auto end = std::min(text.find('\n'), text.size());
      const auto line = text.substr(0, end);
      text.remove_prefix(std::min(end + 1, text.size()));
      if (auto status = take(line); !status) {
        return status;
      }
    }
    return close();
  }

 private:
  [[nodiscard]] Error fault(std::string message) const { return {file_, line_, std::move(message), {}}; }

  Status take(std::string_view line) {
    const bool margin = !line.empty() && line.front() != ' ' && line.front() != '\t';
    const auto words = trimmed(line);
    if (words.empty() || words.front() == '#') {
      return ok();
    }
    if (margin) {
      if (auto status = close(); !status) {
        return status;
      }
      list_.clear();
      if (words.front() == '@') {
        list_ = words.substr(1);
      } else {
        rule_.emplace();
        rule_->name = words;
        rule_->file = file_;
        rule_->line = line_;
      }
      return ok();
    }
    if (!list_.empty()) {
      for (const auto word : base::split(words)) {
        known_.lists[list_].emplace(word);
      }
      return ok();
    }
    if (!rule_) {
      return fault("stands in no rule");
    }
    const auto blank = std::min(words.find_first_of(" \t"), words.size());
    return field(words.substr(0, blank), trimmed(words.substr(blank)));
  }

  Status field(std::string_view name, std::string_view value) {
    if (name == "verb" || name == "noun" || name == "adjective") {
      const auto kind = name == "verb"   ? TriggerKind::verb
                        : name == "noun" ? TriggerKind::noun
                                         : TriggerKind::adjective;
      for (const auto word : base::split(value)) {
        const auto blank = std::min(word.find(' '), word.size());
        rule_->triggers.push_back({kind, std::string(word.substr(0, blank)), std::string(trimmed(word.substr(blank)))});
      }
      return ok();
    }
    if (name == "holder" || name == "about" || name == "toward") {
      auto& steps = name == "holder" ? rule_->holder : name == "about" ? rule_->about : rule_->toward;
      for (const auto word : base::split(value)) {
        steps.push_back(step_named(word));
      }
      return ok();
    }
    if (name == "polarity") {
      const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), rule_->polarity);
      const bool sound = error == std::errc{} && end == value.data() + value.size() && rule_->polarity != 0;
      return sound && rule_->polarity >= -2 && rule_->polarity <= 2 ? ok()
                                                                    : Status(fault("polarity is -2, -1, 1 or 2"));
    }
    if (name == "tone") {
      rule_->tone = value;
      return ok();
    }
    if (name == "negated" && value == "drop") {
      rule_->drop_negated = true;
      return ok();
    }
    if (name == "hit" || name == "miss") {
      const auto arrow = value.find(" => ");
      rule_->proofs.push_back({std::string(trimmed(value.substr(0, arrow))),
                               arrow == std::string_view::npos ? "" : std::string(trimmed(value.substr(arrow + 4))),
                               name == "hit", line_});
      return ok();
    }
    return fault(fmt::format("'{}' is no field of a stance rule", name));
  }

  Status close() {
    if (!rule_) {
      return ok();
    }
    StanceRule rule = std::move(*rule_);
    rule_.reset();
    const auto incomplete = [&](std::string_view what) {
      return Error{file_, rule.line, fmt::format("the rule {} has no {}", rule.name, what), {}};
    };
    if (rule.triggers.empty()) {
      return incomplete("trigger");
    }
    if (rule.polarity == 0) {
      return incomplete("polarity");
    }
    if (rule.about.empty() && rule.toward.empty()) {
      return incomplete("about or toward");
    }
    if (std::none_of(rule.proofs.begin(), rule.proofs.end(), [](const Proof& proof) { return proof.hit; })) {
      return incomplete("sentence that it must hit");
    }
    if (std::any_of(known_.rules.begin(), known_.rules.end(), [&](const auto& old) { return old.name == rule.name; })) {
      return Error{file_, rule.line, fmt::format("the rule {} stands twice", rule.name), {}};
    }
    if (rule.holder.empty()) {
      rule.holder = {{StepKind::subject, {}}, {StepKind::speaker, {}}};
    }
    for (const auto& trigger : rule.triggers) {
      auto& rules = known_.rules_by_lemma[trigger.lemma];
      if (const auto id = static_cast<std::uint32_t>(known_.rules.size());
          std::find(rules.begin(), rules.end(), id) == rules.end()) {
        rules.push_back(id);
      }
    }
    known_.rules.push_back(std::move(rule));
    return ok();
  }

  std::string file_;
  Knowledge& known_;
  std::uint64_t line_ = 0;
  std::optional<StanceRule> rule_;
  std::string list_;
};

}  // namespace

Status parse_rules(const std::string& text, const std::string& file, Knowledge& known) {
  return Parser(file, known).parse(text);
}

}  // namespace readout::issues
