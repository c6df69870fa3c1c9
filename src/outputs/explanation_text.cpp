// An explanation on a screen: what is told in whose words, then a block for each thing that one may ask about, its name
// at the margin. Here what is told and the rule; the rest in explanation_reasons.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "outputs/clean.hpp"
#include "outputs/explanation_view.hpp"

namespace readout {

namespace outputs {

namespace {

bool is_proof(std::string_view line) {
  const auto begin = line.find_first_not_of(" \t");
  return begin != std::string_view::npos &&
         (line.substr(begin).starts_with("hit") || line.substr(begin).starts_with("miss"));
}

}  // namespace

std::string shown_path(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code error;
  const auto relative = fs::path(path).lexically_normal().lexically_relative(fs::current_path(error));
  return error || relative.empty() || relative.native().starts_with("..") ? path : relative.string();
}

std::string quoted(std::string_view words) {
  return fmt::format("“{}”", words);
}

void ExplanationView::write() {
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

void ExplanationView::header() {
  const DocumentRow& row = record_.document;
  put(Paragraph().add(row.title.empty() ? row.name : row.title, Style::strong), "", "", 0);
  Paragraph from;
  from.add(row.date.empty() ? "no date" : day_in_words(row.date, true), Style::faint);
  from.add(fmt::format(" · {} · {}", row.id, row.name), Style::faint);
  put(from, "", "", 0);
}

void ExplanationView::head(const Explanation& explained) {
  const ActRow& act = explained.act;
  Paragraph line;
  line.add(act.id, Style::faint).add(" ");
  if (act.kind == ActKind::statement) {
    names_.add_actor(act.speaker, Style::strong, line);
    line.add(act.cue ? fmt::format(" — {}", cue_in_words(words(*act.cue))) : "");
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
    line.add(": ").add(act.cameo_name.empty() ? act.cameo : act.cameo_name, style_of_quad(act.quad));
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
void ExplanationView::quote(const Explanation& explained) {
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

void ExplanationView::rule(const Explanation& act) {
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
void ExplanationView::rule_lines(const RuleText& rule) {
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
    append_clean(std::string_view(line).substr(0, words_at), before);
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
void ExplanationView::begins_at(const Explanation& act) {
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
    std::set<Span> shown;  // two conditions may have found the same word
    for (const Span span : act.act.evidence) {
      const bool in_own = own != act.sentences.end() && own->span.contains(span);
      if (in_own == here && !span.overlaps(trigger) && shown.insert(span).second) {
        line.add(!first ? ", " : here ? ", with " : "; told too by ", Style::faint).add(quoted(words(span)));
        first = false;
      }
    }
  }
  below(line);
}

void ExplanationView::role(const RoleReason& role, bool by_rule) {
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

}  // namespace outputs

void write_text(const ExplainedReport& report, const TextView& view, std::string& out) {
  outputs::ExplanationView(report, view, out).write();
}

void write_rules(const ExplainedReport& report, std::string& out) {
  std::set<std::string> written;
  for (const Explanation& act : report.acts) {
    if (act.rule.lines.empty() || !written.insert(act.rule.name).second) {
      continue;
    }
    out += fmt::format("# From {}:{}\n", outputs::shown_path(act.rule.file), act.rule.line);
    for (const std::string& line : act.rule.lines) {
      out += line + "\n";
    }
    out += '\n';
  }
}

}  // namespace readout
