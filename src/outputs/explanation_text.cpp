// An explanation on a screen: what is told in whose words, then a block for each thing that one may ask about, its name
// at the margin.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "outputs/clean.hpp"
#include "outputs/paragraph.hpp"
#include "outputs/tree.hpp"
#include "outputs/wording.hpp"
#include "readout/explanation.hpp"

namespace readout {

namespace {

using outputs::Breaks;
using outputs::Names;
using outputs::Paragraph;
using outputs::Style;

constexpr std::size_t label_columns = 12;
constexpr std::size_t most_rows = 6;  // of the tables, an actor

// As short as it can be opened from here.
std::string shown_path(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code error;
  const auto relative = fs::path(path).lexically_normal().lexically_relative(fs::current_path(error));
  return error || relative.empty() || relative.native().starts_with("..") ? path : relative.string();
}

bool is_proof(std::string_view line) {
  const auto begin = line.find_first_not_of(" \t");
  return begin != std::string_view::npos &&
         (line.substr(begin).starts_with("hit") || line.substr(begin).starts_with("miss"));
}

std::string quoted(std::string_view words) {
  return fmt::format("“{}”", words);
}

class View {
 public:
  View(const ExplainedReport& report, const TextView& how, std::string& out)
      : report_(report), record_(report.record), names_(record_), color_(how.color), out_(out) {
    width_ = how.width == 0 ? 80 : std::clamp(how.width, 40U, 120U);
  }

  void write() {
    header();
    for (const Explanation& act : report_.acts) {
      out_ += '\n';
      head(act);
      rule(act);
      opinion(act);
      actors(act);
      status(act);
      time(act);
      account(act);
      confidence(act);
      tree(act);
    }
    out_ += '\n';
  }

 private:
  [[nodiscard]] std::string_view words(Span span) const { return slice(record_.text, span); }

  [[nodiscard]] std::string styled(std::string_view text, Style style) const {
    const auto lines = Paragraph().add(text, style).lines(width_, color_);
    return lines.empty() ? std::string() : lines.front();
  }

  void put(const Paragraph& paragraph, std::string_view first, std::string_view rest, std::size_t indent) {
    bool begun = false;
    for (const auto& line : paragraph.lines(width_ - indent, color_)) {
      out_ += begun ? rest : first;
      out_ += line;
      out_ += '\n';
      begun = true;
    }
  }

  // A block's first line, its name before it.
  void labelled(std::string_view label, const Paragraph& paragraph) {
    const std::string space(label_columns, ' ');
    const auto columns = Paragraph().add(label).columns();
    put(paragraph, styled(label, Style::heading) + std::string(label_columns - std::min(columns, label_columns), ' '),
        space, label_columns);
  }
  void below(const Paragraph& paragraph, std::size_t deeper = 0) {
    const std::string space(label_columns + deeper, ' ');
    put(paragraph, space, space + "  ", label_columns + deeper + 2);
  }

  void header();
  void head(const Explanation& act);
  void quote(const Explanation& act);
  void rule(const Explanation& act);
  void rule_lines(const RuleText& rule);
  void begins_at(const Explanation& act);
  void role(const RoleReason& role, bool by_rule);
  void opinion(const Explanation& act);
  void actors(const Explanation& act);
  void rows(const ActorReason& actor);
  void status(const Explanation& act);
  void time(const Explanation& act);
  void account(const Explanation& act);
  void confidence(const Explanation& act);
  void tree(const Explanation& act);

  const ExplainedReport& report_;
  const Record& record_;
  Names names_;
  bool color_;
  std::size_t width_;
  std::string& out_;
};

void View::header() {
  const DocumentRow& row = record_.document;
  put(Paragraph().add(row.title.empty() ? row.name : row.title, Style::strong), "", "", 0);
  Paragraph from;
  from.add(row.date.empty() ? "no date" : outputs::day_in_words(row.date, true), Style::faint);
  from.add(fmt::format(" · {} · {}", row.id, row.name), Style::faint);
  put(from, "", "", 0);
}

void View::head(const Explanation& explained) {
  const ActRow& act = explained.act;
  Paragraph line;
  line.add(act.id, Style::faint).add(" ");
  if (act.kind == ActKind::statement) {
    names_.add_actor(act.speaker, Style::strong, line);
    line.add(act.cue ? fmt::format(" — {}", outputs::cue_in_words(words(*act.cue))) : "");
  } else if (act.symmetric) {
    names_.add_actors(act.actor, {" ↔ ", " ↔ "}, Style::strong, line);
  } else {
    if (act.actor.empty()) {
      line.add("somebody");
    } else {
      names_.add_actors(act.actor, {}, Style::strong, line);
    }
    if (!act.recipient.empty()) {
      names_.add_actors(act.recipient, {}, Style::strong, line.add(" → "));
    }
  }
  if (act.kind == ActKind::event) {
    line.add(": ").add(act.cameo_name.empty() ? act.cameo : act.cameo_name, outputs::style_of_quad(act.quad));
  }
  const std::string margin(act.id.size() + 1, ' ');
  put(line, "", margin, margin.size());
  if (act.kind == ActKind::event) {
    Paragraph what;
    what.add(fmt::format("CAMEO {} · PLOVER {}", act.cameo, act.plover_type.empty() ? "–" : act.plover_type),
             Style::faint);
    what.add(act.plover_mode.empty() ? "" : "/" + act.plover_mode, Style::faint);
    what.add(fmt::format(" · {} · Goldstein {:.1f}", act.quad, act.goldstein), Style::faint);
    put(what, margin, margin, margin.size());
  }
  quote(explained);
}

// All sentences that tell it, the words that do in the style of evidence.
void View::quote(const Explanation& explained) {
  std::vector<Span> marked = explained.act.evidence;
  if (explained.act.cue) {
    marked.push_back(*explained.act.cue);
  }
  std::sort(marked.begin(), marked.end());
  const std::string margin = std::string(explained.act.id.size() + 1, ' ') + styled("│", Style::faint) + " ";
  const auto sentence = [&](Span span) {
    Paragraph text;
    auto at = span.begin;
    for (const Span mark : marked) {
      if (mark.begin >= at && mark.end <= span.end) {
        text.add(words({at, mark.begin})).add(words(mark), Style::evidence);
        at = mark.end;
      }
    }
    put(text.add(words({at, span.end})), margin, margin, explained.act.id.size() + 3);
  };
  for (const Sentence& one : explained.sentences) {
    sentence(one.span);
  }
}

void View::rule(const Explanation& act) {
  Paragraph line;
  line.add(act.rule.name, Style::strong);
  if (act.rule.file.empty()) {
    line.add(act.rule.name.starts_with("opinion.") ? " · no rule: told by the second opinion alone"
                                                   : " · no rule file has it",
             Style::faint);
  } else {
    line.add(" · ", Style::faint).add(fmt::format("{}:{}", shown_path(act.rule.file), act.rule.line));
  }
  out_ += '\n';
  labelled("Rule", line);
  rule_lines(act.rule);
  begins_at(act);
  if (!act.rule.code.empty() && act.rule.code != act.act.cameo) {
    below(Paragraph().add(
        fmt::format("{} by the rule; foretold or told too in other words, it is {}", act.rule.code, act.act.cameo),
        Style::faint));
  }
  for (const RoleReason& one : act.roles) {
    role(one, !act.rule.lines.empty());
  }
}

// As written, but that what is too long goes on below where its words began.
void View::rule_lines(const RuleText& rule) {
  const std::string margin = std::string(label_columns, ' ') + styled("│", Style::faint) + " ";
  std::size_t proofs = 0;
  for (const std::string& line : rule.lines) {
    if (is_proof(line)) {
      ++proofs;
      continue;
    }
    const auto key = std::min(line.find_first_not_of(" \t"), line.size());
    const auto words_at = std::min(line.find_first_not_of(" \t", line.find_first_of(" \t", key)), line.size());
    std::string before;
    outputs::append_clean(std::string_view(line).substr(0, words_at), before);
    if (words_at == line.size()) {
      out_ += margin + before + "\n";
      continue;
    }
    put(Paragraph().add(std::string_view(line).substr(words_at)), margin + before,
        margin + std::string(before.size(), ' '), label_columns + 2 + before.size());
  }
  if (proofs > 0) {
    out_ += margin + "  " +
            styled(fmt::format("… and {} sentence{} that prove{} it", proofs, proofs == 1 ? "" : "s",
                               proofs == 1 ? "s" : ""),
                   Style::faint) +
            "\n";
  }
}

// The rule's own words, then those of other tellings of the same act.
void View::begins_at(const Explanation& act) {
  if (act.trigger == no_token) {
    return;
  }
  const Span trigger = report_.document.tokens.span[act.trigger];
  const auto own = std::find_if(act.sentences.begin(), act.sentences.end(),
                                [&](const Sentence& sentence) { return sentence.span.contains(trigger); });
  Paragraph line;
  line.add("begins at ", Style::faint).add(quoted(words(trigger)), Style::evidence);
  for (const bool here : {true, false}) {
    bool first = true;
    for (const Span span : act.act.evidence) {
      const bool in_own = own != act.sentences.end() && own->span.contains(span);
      if (in_own == here && !span.overlaps(trigger)) {
        line.add(!first ? ", " : here ? ", with " : "; told too by ", Style::faint).add(quoted(words(span)));
        first = false;
      }
    }
  }
  below(line);
}

void View::role(const RoleReason& role, bool by_rule) {
  Paragraph line;
  names_.add_actor(role.actor, Style::strong, line);
  line.add(fmt::format(" {}", role.actor), Style::faint);
  const std::string said = role.words.empty() ? std::string() : quoted(words(role.words));
  if (!role.path.empty()) {
    line.add(role.whose ? ": whose is what stands at " : ": at ", Style::faint).add(role.path);
    line.add(said.empty() ? "" : ", ", Style::faint).add(said);
  } else if (!said.empty()) {
    line.add(": ", Style::faint).add(said).add(by_rule ? ", by its place in the sentence" : "", Style::faint);
  } else {
    line.add(": not named in this sentence", Style::faint);
  }
  const std::string space(label_columns, ' ');
  put(line, space + fmt::format("{:<10}", role.role), space + std::string(10, ' '), label_columns + 10);
}

void View::opinion(const Explanation& act) {
  if (!act.opinion) {
    return;
  }
  const OpinionReason& opinion = *act.opinion;
  Paragraph line;
  line.add(fmt::format("{} with a chance of {:.2f}", act.act.plover_type, opinion.of_type));
  line.add(opinion.word.empty() ? "" : fmt::format(", told by {}", quoted(words(opinion.word))));
  labelled("Opinion", line);
  Paragraph types;
  types.add("likeliest: ", Style::faint);
  bool first = true;
  for (const auto& [type, chance] : opinion.likeliest) {
    types.add(fmt::format("{}{} {:.2f}", first ? "" : ", ", type == "-" ? "no act" : type, chance));
    first = false;
  }
  below(types);
  const auto side = [&](Span span) { return span.empty() ? std::string("nobody") : quoted(words(span)); };
  below(Paragraph().add(fmt::format("asked what {} does to {}", side(opinion.source), side(opinion.target)),
                        Style::faint));
}

void View::actors(const Explanation& act) {
  bool first = true;
  for (const ActorReason& actor : act.actors) {
    const ActorRow& row = actor.row;
    Paragraph line;
    line.add(row.id, Style::faint).add(" ");
    names_.add_actor(row.id, Style::strong, line);
    line.add(row.code.empty() ? "" : " · " + row.code);
    line.add(row.office.empty() ? "" : " · " + row.office);
    line.add(row.rank.empty() || row.rank == row.office ? "" : " · " + row.rank, Style::faint);
    labelled(first ? "Actors" : "", line);
    first = false;
    Paragraph named;
    if (!actor.named.empty()) {
      named.add("first named ", Style::faint).add(quoted(words(actor.named)));
    }
    if (!actor.form.empty() && actor.form != "name") {
      named.add(named.empty() ? "" : "; ", Style::faint);
      named.add(actor.form == "nominal"
                    ? "here by a noun"
                    : fmt::format("here by {} {}", actor.form == "adjective" ? "an" : "a", actor.form),
                Style::faint);
    }
    below(named, 2);
    rows(actor);
  }
}

void View::rows(const ActorReason& actor) {
  if (actor.rows.empty()) {
    below(Paragraph().add("no row of the tables: made out from the words alone", Style::faint), 2);
  }
  const std::size_t shown = actor.rows.size() > most_rows ? most_rows - 1 : actor.rows.size();
  for (std::size_t i = 0; i < shown; ++i) {
    const TableFact& fact = actor.rows[i];
    Paragraph line;
    line.add(fmt::format("{}:{}", fact.file, fact.line), Style::faint).add(" ");
    line.add(fmt::format("{} {} {}", fact.id, fact.relation, fact.text));
    if (!fact.from.empty() || !fact.to.empty()) {
      line.add(fmt::format(", {} – {}", fact.from.empty() ? "…" : fact.from, fact.to.empty() ? "…" : fact.to),
               Style::faint);
    }
    below(line, 2);
  }
  if (shown < actor.rows.size()) {
    below(Paragraph().add(fmt::format("… and {} more rows", actor.rows.size() - shown), Style::faint), 2);
  }
}

void View::status(const Explanation& act) {
  if (act.act.kind != ActKind::event) {
    return;
  }
  Paragraph line;
  line.add(act.act.status, act.act.status == "happened" ? Style::plain : Style::caution);
  if (act.status.word) {
    line.add(": ").add(quoted(words(*act.status.word))).add(" ");
  } else if (!act.status.because.empty()) {
    line.add(": ");
  }
  line.add(act.status.because);
  labelled("Status", line);
}

void View::time(const Explanation& act) {
  Paragraph line;
  const auto when = outputs::when_in_words(act.act);
  line.add(when.empty() ? "unknown" : when).add(": ");
  if (act.time) {
    line.add(quoted(words(act.time->span))).add(" ");
  }
  labelled("Time", line.add(act.time_because));
}

void View::account(const Explanation& act) {
  Paragraph line;
  line.add("the report's own voice");
  for (std::size_t i = 1; i < act.account.size(); ++i) {
    const AccountRow& account = act.account[i];
    names_.add_actor(account.source, Style::strong, line.add(" › "));
    line.add(account.cue ? " " + quoted(words(*account.cue)) : "");
    line.add(account.channel.empty() ? "" : fmt::format(" ({})", account.channel), Style::faint);
  }
  labelled("Account", line);
}

void View::confidence(const Explanation& act) {
  Paragraph line;
  line.add(fmt::format("{:.2f}", act.act.confidence));
  for (std::size_t i = 0; i < act.confidence.size(); ++i) {
    const ConfidencePart& part = act.confidence[i];
    line.add(fmt::format("{}{:.2f} {}", i == 0 ? " = " : " + ", part.adds, part.because), Style::faint);
  }
  labelled("Confidence", line);
}

void View::tree(const Explanation& act) {
  if (act.sentences.empty()) {
    return;
  }
  const Document& document = report_.document;
  outputs::TreeMarks marks;
  const auto mark = [&](TokenId token, std::string_view what) {
    if (token != no_token) {
      auto& text = marks[token];
      text += text.empty() ? "" : ", ";
      text += what;
    }
  };
  const auto at = [&](Span span) {
    const auto& spans = document.tokens.span;
    const auto found = std::find_if(spans.begin(), spans.end(), [&](Span token) { return token.overlaps(span); });
    return found == spans.end() ? no_token : static_cast<TokenId>(found - spans.begin());
  };
  mark(act.trigger, act.act.kind == ActKind::event ? "the act" : "the cue");
  for (const Span span : act.act.evidence) {
    if (const TokenId token = at(span); token != act.trigger) {
      mark(token, "evidence");
    }
  }
  for (const RoleReason& role : act.roles) {
    const ActorRow* row = names_.actor(role.actor);
    mark(role.token, fmt::format("{}: {}", role.role, row == nullptr ? "somebody" : row->name));
  }
  if (act.status.word && at(*act.status.word) != act.trigger) {
    mark(at(*act.status.word), "status");
  }
  if (act.time) {
    const auto& times = document.times.times;
    const auto found =
        std::find_if(times.begin(), times.end(), [&](const Time& time) { return time.span == act.time->span; });
    mark(found == times.end() ? no_token : found->head, "time");
  }
  // The tree of the sentence that the act's word stands in.
  const auto sentence = std::find_if(act.sentences.begin(), act.sentences.end(), [&](const Sentence& one) {
    return act.trigger >= one.first && act.trigger < one.last;
  });
  out_ += styled("Tree", Style::heading) + "\n";
  outputs::write_tree(document, sentence == act.sentences.end() ? act.sentences.front() : *sentence, marks, color_,
                      "  ", out_);
}

}  // namespace

void write_text(const ExplainedReport& report, const TextView& view, std::string& out) {
  View(report, view, out).write();
}

void write_rules(const ExplainedReport& report, std::string& out) {
  std::set<std::string> written;
  for (const Explanation& act : report.acts) {
    if (act.rule.lines.empty() || !written.insert(act.rule.name).second) {
      continue;
    }
    out += fmt::format("# From {}:{}\n", shown_path(act.rule.file), act.rule.line);
    for (const std::string& line : act.rule.lines) {
      out += line + "\n";
    }
    out += '\n';
  }
}

}  // namespace readout
