// A report's record on a screen: the headline and where it is from, events, statements, actors. Each act is a line that
// says who, to whom and what, a faint one with the particulars, and below them, behind a bar, the report's own words.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

#include "outputs/excerpt.hpp"
#include "outputs/paragraph.hpp"
#include "outputs/wording.hpp"
#include "readout/outputs.hpp"

namespace readout {

namespace {

using outputs::Breaks;
using outputs::Names;
using outputs::Paragraph;
using outputs::Style;

constexpr std::size_t quoted_lines = 3;  // of a sentence or of what was said

// "A · B · C": parts that are there, each kept on one line where it fits.
class Particulars {
 public:
  Paragraph& next() { return line_.empty() ? line_ : line_.add(" · ", Style::faint); }
  void add(std::string_view text, Style style = Style::faint) {
    if (!text.empty()) {
      next().add(text, style, text.size() < 30 ? Breaks::none : Breaks::at_blanks);
    }
  }
  [[nodiscard]] const Paragraph& line() const { return line_; }

 private:
  Paragraph line_;
};

class View {
 public:
  View(const Record& record, const TextView& how, std::string& out)
      : record_(record), names_(record), color_(how.color), most_(how.acts), out_(out) {
    width_ = how.width == 0 ? 80 : std::clamp(how.width, 40U, 120U);
  }

  void write() {
    header();
    const auto first_statement = std::find_if(record_.acts.begin(), record_.acts.end(),
                                              [](const ActRow& act) { return act.kind == ActKind::statement; });
    acts("Events", "event", {record_.acts.begin(), first_statement});
    acts("Statements", "statement", {first_statement, record_.acts.end()});
    stances();
    claims();
    actors();
    out_ += '\n';
  }

 private:
  struct Table {  // columns of the list of actors
    std::size_t name = 0, role = 0, code = 0, count = 0;
  };
  using Acts = std::pair<std::vector<ActRow>::const_iterator, std::vector<ActRow>::const_iterator>;

  void header();
  void acts(std::string_view title, std::string_view noun, Acts acts);
  void event(const ActRow& act, std::size_t indent);
  void statement(const ActRow& act, std::size_t indent);
  void quote(const Paragraph& words, std::size_t indent);
  void stances();
  void claims();
  void actors();
  void actor(const ActorRow& row, const Table& table);

  void put(const Paragraph& paragraph, std::string_view first, std::string_view rest, std::size_t indent,
           std::size_t most = 0);
  void heading(std::string_view title, std::size_t count);
  void left_out(std::size_t count, std::string_view noun);
  [[nodiscard]] std::string margin_with(std::string_view id, std::size_t indent) const;
  [[nodiscard]] std::string styled(std::string_view text, Style style) const {
    const auto lines = Paragraph().add(text, style).lines(width_, color_);
    return lines.empty() ? std::string() : lines.front();
  }

  const Record& record_;
  Names names_;
  bool color_;
  std::size_t most_;
  std::size_t width_;
  std::string& out_;
};

// `first` and `rest` take `indent` columns each.
void View::put(const Paragraph& paragraph, std::string_view first, std::string_view rest, std::size_t indent,
               std::size_t most) {
  bool begun = false;
  for (const auto& line : paragraph.lines(width_ - indent, color_, most)) {
    out_ += begun ? rest : first;
    out_ += line;
    out_ += '\n';
    begun = true;
  }
}

void View::heading(std::string_view title, std::size_t count) {
  Paragraph line;
  line.add(title, Style::heading);
  if (count > 0) {
    line.add(fmt::format(" {}", count), Style::faint);
  }
  out_ += '\n';
  put(line, "", "", 0);
}

void View::left_out(std::size_t count, std::string_view noun) {
  if (count > 0) {
    put(Paragraph().add(fmt::format("… {} more {}{}; --all shows them", count, noun, count == 1 ? "" : "s"),
                        Style::faint),
        "  ", "  ", 2);
  }
}

// "Tuesday, March 3, 2020" says no more than the date.
bool begins_with_a_weekday(std::string_view dateline) {
  constexpr std::array<std::string_view, 7> weekdays = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  return std::any_of(weekdays.begin(), weekdays.end(), [&](std::string_view day) { return dateline.starts_with(day); });
}

std::string without_dash(std::string_view dateline) {
  for (const std::string_view tail : {" ", "—", "–", "-", ":", " "}) {
    while (dateline.ends_with(tail)) {
      dateline.remove_suffix(tail.size());
    }
  }
  return std::string(dateline);
}

// What a report of many is called that has no name of its own; it says no more than its path and line.
std::string place_as_name(const DocumentRow& row) {
  return fmt::format("{}:{}", std::filesystem::path(row.path).stem().string(), row.line);
}

void View::header() {
  const DocumentRow& row = record_.document;
  put(Paragraph().add(row.title.empty() ? row.name : row.title, Style::strong), "", "", 0, 4);
  Particulars from;
  from.add(row.date.empty() ? "no date" : outputs::day_in_words(row.date, true),
           row.date.empty() ? Style::caution : Style::faint);
  from.add(row.outlet.empty() ? row.publisher : row.outlet);
  const bool place = !row.dateline.empty() && !begins_with_a_weekday(row.dateline);
  from.add(place ? without_dash(row.dateline) : row.agency);
  from.add(row.byline);
  from.add(row.path.empty() ? row.name : row.line > 0 ? fmt::format("{}:{}", row.path, row.line) : row.path);
  if (row.line > 0 && row.name != place_as_name(row)) {
    from.add(row.name);
  }
  put(from.line(), "", "", 0, 4);
  for (const auto& warning : row.warnings) {
    put(Paragraph().add(warning, Style::caution), "! ", "  ", 2, 3);
  }
  std::string rule;
  for (std::size_t i = 0; i < width_; ++i) {
    rule += "─";
  }
  out_ += styled(rule, Style::faint) + "\n";
}

void View::acts(std::string_view title, std::string_view noun, Acts acts) {
  const auto count = static_cast<std::size_t>(acts.second - acts.first);
  heading(title, count);
  if (count == 0) {
    put(Paragraph().add(fmt::format("No {}s found in this report.", noun), Style::faint), "  ", "  ", 2);
    return;
  }
  const std::size_t shown = most_ == 0 ? count : std::min(most_, count);
  const auto end = acts.first + static_cast<std::ptrdiff_t>(shown);
  std::size_t id_columns = 0;
  for (auto act = acts.first; act != end; ++act) {
    id_columns = std::max(id_columns, Paragraph().add(act->id).columns());
  }
  const std::size_t indent = std::min<std::size_t>(id_columns, 8) + 4;
  for (auto act = acts.first; act != end; ++act) {
    act->kind == ActKind::event ? event(*act, indent) : statement(*act, indent);
  }
  left_out(count - shown, noun);
}

// The id where a line's indent would be.
std::string View::margin_with(std::string_view id, std::size_t indent) const {
  const auto columns = Paragraph().add(id).columns();
  return "  " + styled(id, Style::faint) + std::string(indent - std::min(indent - 1, columns + 2), ' ');
}

void View::event(const ActRow& act, std::size_t indent) {
  Paragraph line;
  if (act.symmetric) {
    names_.add_actors(act.actor, {" ↔ ", " ↔ "}, Style::strong, line);
  } else {
    names_.add_actors(act.actor, {}, Style::strong, line);
    if (!act.recipient.empty()) {
      line.add(act.actor.empty() ? "somebody → " : " → ");
      names_.add_actors(act.recipient, {}, Style::strong, line);
    }
  }
  line.add(line.empty() ? "" : ": ");
  line.add(act.cameo_name.empty() ? act.cameo : act.cameo_name, outputs::style_of_quad(act.quad));
  if (!act.status.empty() && act.status != "happened") {
    line.add(fmt::format(" ({})", act.status), Style::caution);
  }
  const std::string margin(indent, ' ');
  put(line, margin_with(act.id, indent), margin, indent, 4);

  Particulars more;
  more.add(outputs::when_in_words(act));
  Paragraph account;
  if (names_.add_account(act.account, false, account)) {
    (void)names_.add_account(act.account, false, more.next().add("according to ", Style::faint));
  }
  more.add(act.place);
  more.add(outputs::duration_in_words(act.duration));
  more.add(act.ordinal > 0 ? outputs::ordinal_in_words(act.ordinal) + " time" : "");
  if (!act.initiator.empty()) {
    names_.add_actors(act.initiator, {}, Style::faint, more.next().add("asked for by ", Style::faint));
  }
  more.add(act.cameo.empty() ? "" : "CAMEO " + act.cameo);
  more.add(act.plover_mode.empty() ? act.plover_type : act.plover_type + "/" + act.plover_mode);
  put(more.line(), margin, margin, indent, 3);
  quote(outputs::excerpt(record_.text, act.sentence, act.evidence, quoted_lines * (width_ - indent - 2) - width_ / 8),
        indent);
}

void View::statement(const ActRow& act, std::size_t indent) {
  Paragraph line;
  const auto cue = act.cue ? outputs::cue_in_words(slice(record_.text, *act.cue)) : std::string();
  if (cue.ends_with(" to")) {  // "according to Xinhua"
    line.add(cue, Style::evidence).add(" ");
    names_.add_actor(act.speaker, Style::strong, line);
  } else {
    names_.add_actor(act.speaker, Style::strong, line);
    line.add(cue.empty() ? "" : " — ", Style::faint).add(cue, Style::evidence);
  }
  if (!act.addressee.empty()) {
    names_.add_actor(act.addressee, Style::plain, line.add(", to ", Style::faint));
  }
  Paragraph account;
  if (names_.add_account(act.account, true, account)) {
    (void)names_.add_account(act.account, true, line.add(", according to ", Style::faint));
  }
  // Everything in a report was said by its day; only what narrows that is worth a line's end.
  const bool by_its_day = act.when_earliest.empty() && act.when_latest == record_.document.date;
  if (const auto when = outputs::when_in_words(act); !when.empty() && !by_its_day) {
    line.add(", " + when, Style::faint);
  }
  const std::string margin(indent, ' ');
  put(line, margin_with(act.id, indent), margin, indent, 4);
  Paragraph said;
  for (const Span part : act.content) {
    said.add(said.empty() ? "" : " … ").add(slice(record_.text, part));
  }
  quote(said, indent);
}

std::string stand(std::int64_t polarity) {
  return polarity >= 2 ? "strongly for" : polarity == 1 ? "for" : polarity == -1 ? "critical of" : "against";
}

// "White House, toward China: for climate change · hopeful".
void View::stances() {
  if (record_.stances.empty()) {
    return;
  }
  heading("Stances", record_.stances.size());
  const std::size_t shown = most_ == 0 ? record_.stances.size() : std::min(most_, record_.stances.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const StanceRow& row = record_.stances[i];
    Paragraph line;
    names_.add_actor(row.holder, Style::strong, line);
    line.add(": ").add(stand(row.polarity), row.polarity < 0 ? Style::cross : Style::helpful).add(" ");
    if (row.issue.empty()) {
      names_.add_actor(row.toward, Style::strong, line);
    } else {
      line.add(row.issue, Style::strong);
      if (!row.toward.empty()) {
        names_.add_actor(row.toward, Style::plain, line.add(", toward ", Style::faint));
      }
    }
    line.add(row.tone.empty() ? "" : " · " + row.tone, Style::faint);
    Paragraph account;
    if (names_.add_account(row.account, false, account)) {
      (void)names_.add_account(row.account, false, line.add(" · according to ", Style::faint));
    }
    put(line, margin_with(row.id, 8), std::string(8, ' '), 8, 3);
  }
  left_out(record_.stances.size() - shown, "stance");
}

void View::claims() {
  if (record_.claims.empty()) {
    return;
  }
  heading("Claims", record_.claims.size());
  const std::size_t shown = most_ == 0 ? record_.claims.size() : std::min(most_, record_.claims.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const ClaimRow& row = record_.claims[i];
    Paragraph line;
    if (row.subject.empty() || !row.subject_text.empty()) {
      line.add(row.subject_text, Style::strong);
    } else if (names_.actor(row.subject) != nullptr) {
      names_.add_actor(row.subject, Style::strong, line);
    } else {
      line.add(row.subject, Style::strong);
    }
    line.add(" " + row.predicate + " ", Style::faint).add(row.object);
    Paragraph account;
    if (names_.add_account(row.account, false, account)) {
      (void)names_.add_account(row.account, false, line.add(" · according to ", Style::faint));
    }
    put(line, margin_with(row.id, 8), std::string(8, ' '), 8, 3);
  }
  left_out(record_.claims.size() - shown, "claim");
}

void View::quote(const Paragraph& words, std::size_t indent) {
  const auto margin = std::string(indent, ' ') + styled("│", Style::faint) + " ";
  put(words, margin, margin, indent + 2, quoted_lines + 1);
}

// Beside each other: name, role, code, mentions; what is too long goes on below within its column.
void View::actor(const ActorRow& row, const Table& table) {
  Paragraph name;
  names_.add_actor(row.id, Style::strong, name);
  if (!row.native_name.empty()) {
    name.add(fmt::format(" {}", row.native_name));
  }
  Paragraph role;
  role.add(!row.office.empty() ? row.office
           : !row.rank.empty() ? row.rank
                               : row.kind,
           row.office.empty() ? Style::faint : Style::plain);
  if (!row.on_behalf_of.empty()) {
    const ActorRow* other = names_.actor(row.on_behalf_of);
    role.add(", ", Style::faint).add(other != nullptr ? other->name : row.on_behalf_of, Style::faint);
  }
  const auto names = name.lines(table.name, color_);
  const auto roles = role.lines(table.role, color_);
  const auto plain_names = name.lines(table.name, false);
  const auto plain_roles = role.lines(table.role, false);
  const auto cell = [](const auto& lines, const auto& plain, std::size_t i, std::size_t columns) {
    const auto used = i < plain.size() ? Paragraph().add(plain[i]).columns() : 0;
    return (i < lines.size() ? lines[i] : std::string()) + std::string(columns - std::min(columns, used), ' ');
  };
  for (std::size_t i = 0; i < std::max({names.size(), roles.size(), std::size_t{1}}); ++i) {
    std::string line = "  " + cell(names, plain_names, i, table.name) + "  " + cell(roles, plain_roles, i, table.role);
    if (i == 0) {
      const auto code = Paragraph().add(row.code).lines(table.code, false, 1);
      line += "  " + cell(code, code, 0, table.code);
      line += "  " + styled(fmt::format("{:>{}}×", row.mentions.size(), table.count), Style::faint);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out_ += line + "\n";
  }
}

void View::actors() {
  std::vector<const ActorRow*> rows;
  for (const auto& row : record_.actors) {
    rows.push_back(&row);
  }
  if (rows.empty()) {
    return;
  }
  std::stable_sort(rows.begin(), rows.end(), [](auto* a, auto* b) { return a->mentions.size() > b->mentions.size(); });
  heading("Actors", rows.size());
  const std::size_t shown = most_ == 0 ? rows.size() : std::min(most_, rows.size());
  Table table;
  for (std::size_t i = 0; i < shown; ++i) {
    Paragraph name;
    names_.add_actor(rows[i]->id, Style::plain, name);
    table.name =
        std::max(table.name, name.add(rows[i]->native_name.empty() ? "" : " " + rows[i]->native_name).columns());
    table.code = std::max(table.code, Paragraph().add(rows[i]->code).columns());
    table.count = std::max(table.count, fmt::formatted_size("{}", rows[i]->mentions.size()));
  }
  table.name = std::min(table.name, width_ * 2 / 5);
  table.code = std::min(table.code, width_ / 5);
  table.role = width_ - std::min(width_ - 2, 9 + table.name + table.code + table.count);
  for (std::size_t i = 0; i < shown; ++i) {
    actor(*rows[i], table);
  }
  left_out(rows.size() - shown, "actor");
}

}  // namespace

void write_text(const Record& record, const TextView& view, std::string& out) {
  View(record, view, out).write();
}

}  // namespace readout
