// What stands behind an act beside its rule: the second opinion, actors, status, time, account, confidence, the tree.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "outputs/explanation_view.hpp"
#include "outputs/tree.hpp"

namespace readout::outputs {

namespace {

constexpr std::size_t most_rows = 6;  // of the tables, an actor

}  // namespace

void ExplanationView::opinion(const Explanation& act) {
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

void ExplanationView::actors(const Explanation& act) {
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

void ExplanationView::rows(const ActorReason& actor) {
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

void ExplanationView::status(const Explanation& act) {
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

void ExplanationView::time(const Explanation& act) {
  Paragraph line;
  const auto when = when_in_words(act.act);
  line.add(when.empty() ? "unknown" : when).add(": ");
  if (act.time) {
    line.add(quoted(words(act.time->span))).add(" ");
  }
  labelled("Time", line.add(act.time_because));
}

void ExplanationView::account(const Explanation& act) {
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

void ExplanationView::confidence(const Explanation& act) {
  Paragraph line;
  line.add(fmt::format("{:.2f}", act.act.confidence));
  for (std::size_t i = 0; i < act.confidence.size(); ++i) {
    const ConfidencePart& part = act.confidence[i];
    line.add(fmt::format("{}{:.2f} {}", i == 0 ? " = " : " + ", part.adds, part.because), Style::faint);
  }
  labelled("Confidence", line);
}

void ExplanationView::tree(const Explanation& act) {
  if (act.sentences.empty()) {
    return;
  }
  const Document& document = report_.document;
  TreeMarks marks;
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
    if (const TokenId token = at(span); token != act.trigger && !marks.contains(token)) {
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
  write_tree(document, sentence == act.sentences.end() ? act.sentences.front() : *sentence, marks, color_, "  ", out_);
}

}  // namespace readout::outputs
