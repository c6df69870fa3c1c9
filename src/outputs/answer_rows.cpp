// Answers for programs. The columns are named once, for JSON and CSV.
#include <fmt/format.h>

#include <string_view>

#include "base/utf8.hpp"
#include "outputs/json_text.hpp"
#include "readout/outputs.hpp"

namespace readout {

namespace {

template <typename Visit>
void columns_of(const Line& line, Visit&& visit) {
  visit("section", line.section), visit("day", line.day), visit("when", line.when);
  visit("earliest", line.earliest), visit("latest", line.latest), visit("source", line.source),
      visit("target", line.target);
  visit("who", line.who), visit("whom", line.whom), visit("what", line.what), visit("status", line.status);
  visit("account", line.account), visit("sentence", line.sentence), visit("title", line.title);
  visit("date", line.date), visit("outlet", line.outlet), visit("url", line.url), visit("report", line.report);
  visit("act", line.act), visit("cameo", line.cameo), visit("plover", line.plover), visit("tellings", line.tellings);
}

template <typename Visit>
void columns_of(const PanelRow& row, Visit&& visit) {
  visit("source", row.source), visit("target", row.target), visit("month", row.month), visit("events", row.events);
  visit("verbal_cooperation", row.verbal_cooperation), visit("material_cooperation", row.material_cooperation);
  visit("verbal_conflict", row.verbal_conflict), visit("material_conflict", row.material_conflict);
  visit("goldstein", row.goldstein), visit("statements", row.statements);
}

struct JsonCell {
  outputs::JsonObject& object;
  void operator()(const char* name, const std::string& text) { object.text(name, text); }
  void operator()(const char* name, std::uint64_t number) { object.number(name, number); }
  void operator()(const char* name, double number) { object.real(name, number); }
};

struct CsvCell {
  std::string& out;
  bool first = true;

  void put(std::string_view text) {
    out += first ? "" : ",";
    first = false;
    const auto clean = base::to_valid_utf8(text);
    // Reports come from anywhere: what a spreadsheet would compute is told to be text.
    const bool formula = !clean.empty() && std::string_view("=+-@\t\r").find(clean.front()) != std::string_view::npos;
    if (!formula && clean.find_first_of(",\"\r\n") == std::string::npos) {
      out += clean;
      return;
    }
    out += formula ? "\"'" : "\"";
    for (const char c : clean) {
      out += c == '"' ? "\"\"" : std::string(1, c);
    }
    out += '"';
  }
  void operator()(const char*, const std::string& text) { put(text); }
  void number(const std::string& digits) {
    out += first ? "" : ",";
    first = false;
    out += digits;
  }
  void operator()(const char*, std::uint64_t value) { number(fmt::format("{}", value)); }
  void operator()(const char*, double value) { number(fmt::format("{:.1f}", value)); }
};

template <typename Row>
void json(const std::vector<Row>& rows, std::string& out) {
  out += '[';
  for (const Row& row : rows) {
    out += &row == rows.data() ? "\n" : ",\n";
    outputs::JsonObject object(out);
    columns_of(row, JsonCell{object});
    object.close();
  }
  out += rows.empty() ? "]\n" : "\n]\n";
}

template <typename Row>
void csv(const std::vector<Row>& rows, std::string& out) {
  std::string names;
  columns_of(Row(), [&](const char* name, const auto&) { names += (names.empty() ? "" : ",") + std::string(name); });
  out += names + "\r\n";
  for (const Row& row : rows) {
    columns_of(row, CsvCell{out});
    out += "\r\n";
  }
}

}  // namespace

void write_json(const Answer& answer, std::string& out) {
  json(answer.lines, out);
}
void write_json(const std::vector<PanelRow>& panel, std::string& out) {
  json(panel, out);
}
void write_csv(const Answer& answer, std::string& out) {
  csv(answer.lines, out);
}
void write_csv(const std::vector<PanelRow>& panel, std::string& out) {
  csv(panel, out);
}

void write_text(const std::vector<PanelRow>& panel, std::string& out) {
  out += fmt::format("{:<6}  {:<6}  {:<7}  {:>6}  {:>7} {:>7} {:>8} {:>8}  {:>9}  {:>10}\n", "source", "target",
                     "month", "events", "verbal+", "mater.+", "verbal-", "mater.-", "goldstein", "statements");
  for (const PanelRow& row : panel) {
    out += fmt::format("{:<6}  {:<6}  {:<7}  {:>6}  {:>7} {:>7} {:>8} {:>8}  {:>9.1f}  {:>10}\n", row.source,
                       row.target, row.month, row.events, row.verbal_cooperation, row.material_cooperation,
                       row.verbal_conflict, row.material_conflict, row.goldstein, row.statements);
  }
}

}  // namespace readout
