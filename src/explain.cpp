// An act explained: what the stages left in the document is put beside the rule file and the tables that it came from.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "acts/confidence.hpp"
#include "acts/reasons.hpp"
#include "acts/status_cue.hpp"
#include "base/table.hpp"
#include "knowledge.hpp"
#include "readout/explanation.hpp"
#include "record/rows.hpp"

namespace readout {

namespace {

namespace fs = std::filesystem;

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

// The lines of a rule: from its name to the next word at the margin.
std::vector<std::string> lines_of_rule(std::string_view text, std::uint64_t line) {
  std::vector<std::string> out;
  std::uint64_t number = 0;
  while (!text.empty()) {
    std::string_view now = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), now.size() + 1));
    if (now.ends_with('\r')) {
      now.remove_suffix(1);
    }
    if (++number < line) {
      continue;
    }
    const bool margin = !now.empty() && now.front() != ' ' && now.front() != '\t';
    if (number > line && margin) {
      break;
    }
    out.emplace_back(now);
  }
  while (!out.empty() && is_blank(out.back())) {
    out.pop_back();
  }
  return out;
}

double rounded(float chance) {
  return std::round(static_cast<double>(chance) * 1e4) / 1e4;
}

// The actors of the record by their place in the document.
class Ids {
 public:
  void pair(const std::vector<ActorId>& actors, const std::vector<std::string>& ids) {
    for (std::size_t i = 0; i < actors.size() && actors.size() == ids.size(); ++i) {
      ids_.emplace(actors[i], ids[i]);
    }
  }
  void pair(ActorId actor, const std::string& id) {
    if (actor != no_actor && !id.empty()) {
      ids_.emplace(actor, id);
    }
  }
  [[nodiscard]] std::string of(ActorId actor) const {
    const auto found = ids_.find(actor);
    return found == ids_.end() ? std::string() : found->second;
  }

 private:
  std::map<ActorId, std::string> ids_;
};

class Explainer {
 public:
  Explainer(const Knowledge::Parts& known, const fs::path& data, const OwnKnowledge& own, ExplainedReport& report)
      : known_(known),
        data_(data),
        own_(own),
        document_(report.document),
        record_(report.record),
        tree_(document_, known.acts),
        actors_(document_.actors) {}

  Result<Explanation> event(std::size_t number, const ActRow& row) {
    const Event& event = document_.acts.events[number];
    const acts::Rule* rule = acts::rule_named(known_.acts, event.rule);
    Explanation out = begin(row, rule);
    std::vector<Span> words = event.evidence;  // those of the main telling first
    std::stable_partition(words.begin(), words.end(), [&](Span span) { return event.sentence.contains(span); });
    out.trigger = acts::trigger_of(tree_, actors_, rule, words);
    Ids ids;
    ids.pair(event.initiator, row.initiator);
    ids.pair(event.actor, row.actor);
    ids.pair(event.recipient, row.recipient);
    fill_roles(acts::roles_of(tree_, actors_, rule, out.trigger, event), ids, out);
    if (out.trigger != no_token) {
      fill_opinion(event, out);
      fill_status(event, rule, out);
      const bool verb = document_.syntax.upos[out.trigger] == Upos::verb;
      fill_confidence(acts::reasons_of(event, verb), out);
    }
    fill_time(event.when, out);
    fill_sentences(event.sentence, words, out);
    return finish(std::move(out));
  }

  Result<Explanation> statement(std::size_t number, const ActRow& row) {
    const Statement& statement = document_.acts.statements[number];
    const acts::Rule* rule = acts::rule_named(known_.acts, statement.rule);
    Explanation out = begin(row, rule);
    out.trigger = acts::trigger_of(tree_, actors_, rule, {statement.cue.empty() ? statement.sentence : statement.cue});
    Ids ids;
    ids.pair(statement.speaker, row.speaker);
    ids.pair(statement.addressee, row.addressee);
    fill_roles(acts::roles_of(tree_, actors_, rule, out.trigger, statement), ids, out);
    fill_confidence(acts::reasons_of(statement), out);
    fill_time(statement.when, out);
    fill_sentences(statement.sentence, {}, out);
    return finish(std::move(out));
  }

 private:
  Explanation begin(const ActRow& row, const acts::Rule* rule) {
    Explanation out;
    out.act = row;
    out.rule.name = row.rule;
    if (rule != nullptr) {
      out.rule.file = rule->file;
      out.rule.line = rule->line;
      out.rule.code = rule->code;
      auto& text = files_[rule->file];
      if (text.empty()) {
        if (auto read = base::read_file(rule->file); read) {
          text = std::move(*read);
        }
      }
      out.rule.lines = lines_of_rule(text, rule->line);
    }
    for (std::string id = row.account; !id.empty();) {
      const auto account = std::find_if(record_.accounts.begin(), record_.accounts.end(),
                                        [&](const AccountRow& one) { return one.id == id; });
      if (account == record_.accounts.end()) {
        break;
      }
      out.account.insert(out.account.begin(), *account);
      id = account->parent;
    }
    return out;
  }

  void fill_roles(const std::vector<acts::RoleFound>& found, const Ids& ids, Explanation& out) {
    for (const acts::RoleFound& role : found) {
      RoleReason reason{std::string(role.role), ids.of(role.actor), role.path, {}, role.at, role.whose};
      const Mention* mention = role.at == no_token ? nullptr : mention_of(role.actor, role.at);
      if (mention != nullptr) {
        reason.words = mention->span;
      }
      const auto known = std::find_if(out.actors.begin(), out.actors.end(),
                                      [&](const ActorReason& one) { return one.row.id == reason.actor; });
      const auto row = std::find_if(record_.actors.begin(), record_.actors.end(),
                                    [&](const ActorRow& one) { return one.id == reason.actor; });
      if (known == out.actors.end() && row != record_.actors.end()) {
        out.actors.push_back({*row, mention != nullptr ? form_of(*mention) : "", naming_of(role.actor), {}});
      }
      out.roles.push_back(std::move(reason));
    }
  }

  // The widest mention of the actor at a token.
  [[nodiscard]] const Mention* mention_of(ActorId actor, TokenId at) const {
    const Mention* best = nullptr;
    for (const Mention& mention : document_.actors.mentions) {
      if (mention.actor == actor && mention.head == at &&
          (best == nullptr || mention.span.size() > best->span.size())) {
        best = &mention;
      }
    }
    return best;
  }

  [[nodiscard]] const Mention* widest_mention_at(TokenId token) const {
    const std::uint32_t at =
        token < document_.actors.mention_at.size() ? document_.actors.mention_at[token] : no_mention;
    return at < document_.actors.mentions.size() ? &document_.actors.mentions[at] : nullptr;
  }

  // The first words of the report that name the actor; failing names, nouns.
  [[nodiscard]] Span naming_of(ActorId actor) const {
    for (const MentionForm wanted : {MentionForm::name, MentionForm::nominal, MentionForm::adjective}) {
      for (const Mention& mention : document_.actors.mentions) {
        if (mention.actor == actor && mention.form == wanted) {
          return mention.span;
        }
      }
    }
    return {};
  }

  static std::string form_of(const Mention& mention) {
    switch (mention.form) {
      case MentionForm::name:
        return "name";
      case MentionForm::nominal:
        return "nominal";
      case MentionForm::pronoun:
        return "pronoun";
      case MentionForm::adjective:
        return "adjective";
    }
    return {};
  }

  void fill_opinion(const Event& event, Explanation& out) {
    const auto second = acts::second_opinion(tree_, actors_, known_.opinion, out.trigger, event);
    if (!second) {
      return;
    }
    const auto& names = known_.opinion.type_names;
    const auto& chance = second->opinion.chance;
    OpinionReason reason;
    const auto words_of = [&](TokenId token) {
      const Mention* mention = token == no_token ? nullptr : widest_mention_at(token);
      return mention != nullptr ? mention->span : token == no_token ? Span{} : document_.tokens.span[token];
    };
    if (second->opinion.act != no_token) {
      reason.word = document_.tokens.span[second->opinion.act];
    }
    reason.source = words_of(second->source);
    reason.target = words_of(second->target);
    std::vector<std::size_t> order;
    for (std::size_t type = 0; type < names.size() && type < chance.size(); ++type) {
      order.push_back(type);
      if (names[type] == event.plover_type) {
        reason.of_type = rounded(chance[type]);
      }
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return chance[a] > chance[b]; });
    for (std::size_t i = 0; i < order.size() && i < 3; ++i) {
      reason.likeliest.emplace_back(names[order[i]], rounded(chance[order[i]]));
    }
    out.opinion = std::move(reason);
  }

  void fill_status(const Event& event, const acts::Rule* rule, Explanation& out) {
    if (rule != nullptr && rule->status && *rule->status == event.status) {
      out.status.because = "the rule says so";
      return;
    }
    const bool headline = document_.layout.blocks[sentence_at(out.trigger).block].kind == BlockKind::title;
    const acts::StatusCue cue = acts::cue_of_status(tree_, out.trigger, event.status, headline);
    out.status.because = cue.because;
    if (cue.word != no_token) {
      out.status.word = document_.tokens.span[cue.word];
    }
  }

  [[nodiscard]] const Sentence& sentence_at(TokenId token) const {
    const auto& sentences = document_.tokens.sentences;
    return *std::prev(std::upper_bound(sentences.begin(), sentences.end(), token,
                                       [](TokenId t, const Sentence& sentence) { return t < sentence.first; }));
  }

  void fill_time(const When& when, Explanation& out) {
    if (when.time < record_.times.size()) {
      out.time = record_.times[when.time];
      out.time_because = out.act.sentence.contains(out.time->span) ? "tells it" : "tells it in another sentence";
      if (out.time->anchor == "document") {
        out.time_because += fmt::format(", counted from the report's date {}", record_.document.date);
      }
      return;
    }
    out.time_because = record_.document.date.empty() ? "no words tell it, and the report has no date"
                       : when.latest                 ? "no words tell it: done by the day of the report"
                       : when.earliest               ? "no words tell it: still to come on the day of the report"
                                                     : "no words tell it";
  }

  void fill_sentences(Span main, const std::vector<Span>& words, Explanation& out) {
    const auto add = [&](Span span) {
      for (const Sentence& sentence : document_.tokens.sentences) {
        const bool known = std::any_of(out.sentences.begin(), out.sentences.end(),
                                       [&](const Sentence& one) { return one.first == sentence.first; });
        if (!known && sentence.span.contains(span)) {
          out.sentences.push_back(sentence);
        }
      }
    };
    add(main);
    for (const Span span : words) {
      add(span);
    }
  }

  static void fill_confidence(const acts::Reasons& reasons, Explanation& out) {
    for (const acts::Reason& reason : reasons) {
      if (reason.adds != 0) {
        out.confidence.push_back({std::string(reason.because), rounded(reason.adds)});
      }
    }
    // Another telling may have filled a side since the sum was made.
    double sum = 0;
    for (const ConfidencePart& part : out.confidence) {
      sum += part.adds;
    }
    if (std::abs(sum - out.act.confidence) > 1e-3) {
      out.confidence = {{"as it was first told", out.act.confidence}};
    }
  }

  Result<Explanation> finish(Explanation out) {
    for (ActorReason& actor : out.actors) {
      std::string words(slice(record_.text, actor.named));
      for (const RoleReason& role : out.roles) {
        if (role.actor == actor.row.id) {
          words += " ; " + std::string(slice(record_.text, role.words));
        }
      }
      auto& rows = rows_[actor.row.id + " " + words];
      if (!rows) {
        auto found = facts_behind(data_, {words, document_.report.date, actor.row, {}}, own_);
        if (!found) {
          return found.error();
        }
        // The actor's own rows before those of its country and of its words.
        const std::string& entity = actor.row.entity;
        const std::string id = entity.substr(std::min(entity.find(':') + 1, entity.size()));
        std::stable_partition(found->begin(), found->end(), [&](const TableFact& fact) {
          return !id.empty() && (fact.id == id || (fact.relation == "holder" && fact.text == id));
        });
        rows = std::move(*found);
      }
      actor.rows = *rows;
    }
    return out;
  }

  const Knowledge::Parts& known_;
  const fs::path& data_;
  const OwnKnowledge& own_;
  const Document& document_;
  const Record& record_;
  acts::Tree tree_;
  acts::ActorsAt actors_;
  std::map<std::string, std::string> files_;                           // of rules, by path
  std::map<std::string, std::optional<std::vector<TableFact>>> rows_;  // by actor and words: reading tables takes time
};

}  // namespace

Result<ExplainedReport> explain(Reader& reader, Report report, std::string_view doc, const fs::path& data,
                                const OwnKnowledge& own, const std::vector<std::string>& ids) {
  const Knowledge::Parts& known = reader.knowledge().parts();
  ExplainedReport out;
  out.document = reader.analyze(std::move(report));
  out.record = record::to_rows(out.document, doc, known.codes);
  Explainer explainer(known, data, own, out);
  const std::size_t events = out.document.acts.events.size();
  for (std::size_t i = 0; i < out.record.acts.size(); ++i) {
    const ActRow& row = out.record.acts[i];
    if (!ids.empty() && std::find(ids.begin(), ids.end(), row.id) == ids.end()) {
      continue;
    }
    auto act = row.kind == ActKind::event ? explainer.event(i, row) : explainer.statement(i - events, row);
    if (!act) {
      return act.error();
    }
    out.acts.push_back(std::move(*act));
  }
  return out;
}

}  // namespace readout
