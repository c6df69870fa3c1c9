// The proof of the knowledge: every table is linted, every rule is run on the sentences that it must hit and must miss.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "actors/knowledge.hpp"
#include "knowledge.hpp"
#include "readout/reader.hpp"

namespace readout {

namespace {

// A Saturday, so that "on Thursday" lies two days back; in the terms of the leaders that the proofs name.
constexpr Day proof_day = std::chrono::year{2019} / 9 / 14;

Report report_of(std::string_view sentence, std::optional<Day> day) {
  Report report;
  report.name = "proof";
  report.text = std::string(sentence);
  report.body_end = static_cast<std::uint32_t>(report.text.size());
  report.date = day;
  return report;
}

std::string codes_of(const Document& document, const std::vector<ActorId>& actors) {
  std::string out;
  for (const ActorId id : actors) {
    out += (out.empty() ? "" : " ") + document.actors.actors[id].code;
  }
  return out;
}

// "FRA > TUR" for directed acts, "> TUR" without a source, "TUR RUS" for symmetric ones and speakers.
std::string codes_of(const Document& document, const Event& event) {
  const auto actors = codes_of(document, event.actor);
  const auto recipients = codes_of(document, event.recipient);
  return recipients.empty() ? actors : actors + (actors.empty() ? "> " : " > ") + recipients;
}

bool agrees(const std::string& wanted, const std::string& have) {
  return wanted.empty() || wanted == have;
}

// What a sentence gives by a rule: nothing, or the codes of the first act that has the wanted ones or else of any.
std::optional<std::string> fired(const Document& document, const acts::Rule& rule, const std::string& wanted) {
  std::optional<std::string> found;
  const auto see = [&](std::string codes) {
    if (!found || agrees(wanted, codes)) {
      found = std::move(codes);
    }
  };
  for (const Event& event : document.acts.events) {
    if (event.rule == rule.name) {
      see(codes_of(document, event));
    }
  }
  for (const Statement& statement : document.acts.statements) {
    if (statement.rule == rule.name) {
      see(statement.speaker == no_actor ? std::string() : document.actors.actors[statement.speaker].code);
    }
  }
  return found;
}

void prove(const acts::Rule& rule, Reader& reader, std::vector<Error>& problems) {
  for (const acts::Proof& proof : rule.proofs) {
    const Document document = reader.analyze(report_of(proof.sentence, proof_day));
    const auto found = fired(document, rule, proof.codes);
    if (proof.hit && !found) {
      problems.push_back({rule.file, proof.line, fmt::format("the rule {} misses its sentence", rule.name),
                          fmt::format("readout parse --format tree shows how “{}” is read", proof.sentence)});
    } else if (proof.hit && !agrees(proof.codes, *found)) {
      problems.push_back(
          {rule.file, proof.line, fmt::format("the rule {} gives “{}”, not “{}”", rule.name, *found, proof.codes), {}});
    } else if (!proof.hit && found) {
      problems.push_back({rule.file, proof.line,
                          fmt::format("the rule {} hits a sentence that it must miss", rule.name),
                          "add a condition: unless …"});
    }
  }
}

// "FRA -2 sanctions > IRN", the stances of one sentence by one rule.
std::vector<std::string> stances_by(const Document& document, const std::string& rule) {
  std::vector<std::string> out;
  for (const Stance& stance : document.issues.stances) {
    if (stance.rule == rule) {
      const auto& actors = document.actors.actors;
      out.push_back(fmt::format("{} {:+} {}{}", actors[stance.holder].code, stance.polarity,
                                stance.issue == no_issue ? "-" : document.issues.issues[stance.issue].label,
                                stance.toward == no_actor ? "" : " > " + actors[stance.toward].code));
    }
  }
  return out;
}

void prove(const issues::StanceRule& rule, Reader& reader, std::vector<Error>& problems) {
  for (const issues::Proof& proof : rule.proofs) {
    const Document document = reader.analyze(report_of(proof.sentence, proof_day));
    const auto found = stances_by(document, rule.name);
    const bool as_wanted = proof.wanted.empty() || std::find(found.begin(), found.end(), proof.wanted) != found.end();
    if (proof.hit && found.empty()) {
      problems.push_back({rule.file, proof.line, fmt::format("the rule {} misses its sentence", rule.name),
                          fmt::format("readout parse --format tree shows how “{}” is read", proof.sentence)});
    } else if (proof.hit && !as_wanted) {
      problems.push_back(
          {rule.file,
           proof.line,
           fmt::format("the rule {} gives “{}”, not “{}”", rule.name, fmt::join(found, "”, “"), proof.wanted),
           {}});
    } else if (!proof.hit && !found.empty()) {
      problems.push_back(
          {rule.file, proof.line, fmt::format("the rule {} hits a sentence that it must miss", rule.name), {}});
    }
  }
}

}  // namespace

std::vector<Error> lint_knowledge(const std::filesystem::path& data, const OwnKnowledge& own) {
  std::vector<Error> problems;
  if (own.empty() || !own.folder.empty()) {
    problems = actors::lint(data, own.folder);
  }
  const auto knowledge = Knowledge::load(data, own);
  if (!knowledge) {
    problems.push_back(knowledge.error());
    return problems;
  }
  Reader reader(*knowledge);
  reader.rules_only();
  for (const acts::Rule& rule : knowledge->parts().acts.rules) {
    if (rule.own || own.empty()) {
      prove(rule, reader, problems);
    }
  }
  for (const issues::StanceRule& rule : knowledge->parts().issues.rules) {
    prove(rule, reader, problems);
  }
  return problems;
}

}  // namespace readout
