// An explanation as one JSON object: the keys of the act's row that say what it is, then what stands behind each.
#include <string>
#include <string_view>
#include <vector>

#include "outputs/json_text.hpp"
#include "readout/explanation.hpp"

namespace readout {

namespace {

using outputs::JsonObject;

template <typename Rows, typename Write>
void list(JsonObject& row, std::string& out, std::string_view key, const Rows& rows, const Write& write) {
  row.list(key);
  bool first = true;
  for (const auto& one : rows) {
    out += first ? "" : ",";
    first = false;
    JsonObject object(out);
    write(one, object);
    object.close();
  }
  out += ']';
}

std::optional<Span> known(Span span) {
  return span.empty() ? std::nullopt : std::optional(span);
}

void write_rule(const RuleText& rule, JsonObject& row) {
  auto object = row.object("rule");
  object.text("name", rule.name);
  object.text("file", rule.file);
  object.count("line", rule.line);
  object.text("code", rule.code);
  object.texts("lines", rule.lines);
  object.close();
}

void write_actor(const ActorReason& actor, std::string& out, JsonObject& row) {
  row.text("id", actor.row.id);
  row.text("name", actor.row.name);
  row.text("kind", actor.row.kind);
  row.text("entity", actor.row.entity);
  row.text("code", actor.row.code);
  row.text("office", actor.row.office);
  row.text("form", actor.form);
  row.span("named", known(actor.named));
  list(row, out, "rows", actor.rows, [](const TableFact& fact, JsonObject& object) {
    object.text("file", fact.file);
    object.count("line", fact.line);
    object.text("id", fact.id);
    object.text("relation", fact.relation);
    object.text("text", fact.text);
    object.text("from", fact.from);
    object.text("to", fact.to);
  });
}

void write_opinion(const OpinionReason& opinion, std::string& out, JsonObject& row) {
  auto object = row.object("opinion");
  object.real("of_type", opinion.of_type);
  list(object, out, "likeliest", opinion.likeliest, [](const auto& one, JsonObject& type) {
    type.text("type", one.first);
    type.real("chance", one.second);
  });
  object.span("word", known(opinion.word));
  object.span("source", known(opinion.source));
  object.span("target", known(opinion.target));
  object.close();
}

void write_time(const Explanation& act, JsonObject& row) {
  auto object = row.object("when");
  object.text("value", act.act.when_value);
  object.text("earliest", act.act.when_earliest);
  object.text("latest", act.act.when_latest);
  object.text("because", act.time_because);
  object.span("words", act.time ? std::optional(act.time->span) : std::nullopt);
  object.text("anchor", act.time ? act.time->anchor : std::string());
  object.close();
}

void write_tree(const Document& document, const Sentence& sentence, std::string& out, JsonObject& row) {
  const Syntax& syntax = document.syntax;
  std::vector<TokenId> tokens;
  for (TokenId t = sentence.first; t < sentence.last; ++t) {
    tokens.push_back(t);
  }
  list(row, out, "tree", tokens, [&](TokenId t, JsonObject& word) {
    const TokenId head = syntax.head[t];
    word.span("span", document.tokens.span[t]);
    word.text("form", slice(document.report.text, document.tokens.span[t]));
    word.text("lemma", syntax.lemma(t));
    word.text("upos", name_of(syntax.upos[t]));
    word.text("xpos", name_of(syntax.xpos[t]));
    word.number("head", head == no_token ? 0 : head - sentence.first + 1);
    word.text("relation", name_of(syntax.relation[t]));
  });
}

}  // namespace

void write_jsonl(const ExplainedReport& report, std::string& out) {
  for (const Explanation& act : report.acts) {
    const bool event = act.act.kind == ActKind::event;
    JsonObject row(out);
    row.text("record", "explanation");
    row.text("doc", report.record.document.id);
    row.text("name", report.record.document.name);
    row.text("id", act.act.id);
    row.text("kind", event ? "event" : "statement");
    if (event) {
      row.text("cameo", act.act.cameo);
      row.text("cameo_name", act.act.cameo_name);
      row.text("plover_type", act.act.plover_type);
      row.text("plover_mode", act.act.plover_mode);
    }
    row.span("sentence", act.act.sentence);
    if (event) {
      row.spans("evidence", act.act.evidence);
    } else {
      row.span("cue", act.act.cue);
      row.spans("content", act.act.content);
    }
    row.span("trigger", act.trigger == no_token ? std::nullopt : known(report.document.tokens.span[act.trigger]));
    write_rule(act.rule, row);
    list(row, out, "roles", act.roles, [](const RoleReason& role, JsonObject& object) {
      object.text("role", role.role);
      object.text("actor", role.actor);
      object.text("path", role.path);
      object.span("words", known(role.words));
      object.flag("whose", role.whose);
    });
    list(row, out, "actors", act.actors,
         [&](const ActorReason& actor, JsonObject& object) { write_actor(actor, out, object); });
    if (act.opinion) {
      write_opinion(*act.opinion, out, row);
    }
    if (event) {
      auto status = row.object("status");
      status.text("value", act.act.status);
      status.text("because", act.status.because);
      status.span("word", act.status.word);
      status.close();
    }
    write_time(act, row);
    list(row, out, "account", act.account, [](const AccountRow& account, JsonObject& object) {
      object.text("id", account.id);
      object.text("source", account.source);
      object.text("channel", account.channel);
      object.span("cue", account.cue);
    });
    row.real("confidence", act.act.confidence);
    list(row, out, "confidence_parts", act.confidence, [](const ConfidencePart& part, JsonObject& object) {
      object.text("because", part.because);
      object.real("adds", part.adds);
    });
    if (!act.sentences.empty()) {
      write_tree(report.document, act.sentences.front(), out, row);
    }
    row.close();
    out += '\n';
  }
}

}  // namespace readout
