// Counts by pair and month, dense: a month without an event is a row of zeros, so that nobody mistakes silence for a
// gap in the data.
#include <fmt/format.h>

#include <map>
#include <tuple>

#include "desk/state.hpp"

namespace readout {

namespace {

std::string next_month(const std::string& month) {
  const int year = std::stoi(month.substr(0, 4));
  const int number = std::stoi(month.substr(5, 2));
  return number == 12 ? fmt::format("{:04}-01", year + 1) : fmt::format("{:04}-{:02}", year, number + 1);
}

}  // namespace

Result<std::vector<PanelRow>> Desk::panel(const Period& period) const {
  // What is planned, denied or demanded did not happen. A day outside the reports' own years tells of the past, and
  // would stretch every pair over centuries.
  std::vector<std::string> values;
  const std::string days = desk::within(period, "dyad.day", values);
  std::map<std::tuple<std::string, std::string, std::string>, PanelRow> rows;
  std::string first = period.since.substr(0, std::min<std::size_t>(7, period.since.size()));
  std::string last = period.until.substr(0, std::min<std::size_t>(7, period.until.size()));
  auto status = state_->each("SELECT ifnull(min(date), ''), ifnull(max(date), '') FROM document", {},
                             [&](record::Statement& row) {
                               const auto from = row.text().substr(0, 7);
                               const auto to = row.text().substr(0, 7);
                               first = first.empty() ? from : first;
                               last = last.empty() ? to : last;
                             });
  if (status) {
    status = state_->each(
        "SELECT dyad.source, dyad.target, substr(dyad.day, 1, 7), act.kind, act.quad, act.goldstein FROM dyad "
        "JOIN act ON act.doc = dyad.doc AND act.nr = dyad.nr "
        "WHERE dyad.source <> dyad.target AND length(dyad.day) = 10 "
        "AND (act.kind = 'statement' OR act.status IN ('happened', 'ongoing', 'habitual'))" +
            days,
        values, [&](record::Statement& row) {
          const auto source = row.text();
          const auto target = row.text();
          const auto month = row.text();
          if (month < first || month > last) {
            return;
          }
          PanelRow& cell = rows[{source, target, month}];
          if (row.text() == "statement") {
            ++cell.statements;
            return;
          }
          const auto quad = row.text();
          ++cell.events;
          cell.verbal_cooperation += quad == "verbal cooperation" ? 1 : 0;
          cell.material_cooperation += quad == "material cooperation" ? 1 : 0;
          cell.verbal_conflict += quad == "verbal conflict" ? 1 : 0;
          cell.material_conflict += quad == "material conflict" ? 1 : 0;
          cell.goldstein += row.real();
        });
  }
  if (!status) {
    return status.error();
  }
  std::vector<PanelRow> panel;
  std::map<std::pair<std::string, std::string>, int> pairs;
  for (const auto& [key, cell] : rows) {
    pairs.try_emplace({std::get<0>(key), std::get<1>(key)});
  }
  for (const auto& [pair, unused] : pairs) {
    for (std::string month = first; month.size() == 7 && month <= last; month = next_month(month)) {
      const auto found = rows.find({pair.first, pair.second, month});
      panel.push_back(found == rows.end() ? PanelRow{} : found->second);
      panel.back().source = pair.first;
      panel.back().target = pair.second;
      panel.back().month = month;
    }
  }
  return panel;
}

}  // namespace readout
