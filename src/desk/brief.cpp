// A briefing on two parties. Each section is a plain rule over dyads, so that every line can be checked against its
// sentence; what a section cannot know it does not guess.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "desk/brief.hpp"
#include "desk/state.hpp"

namespace readout {

namespace {

constexpr const char* happened = "What happened";
constexpr const char* before = "Told of earlier times";
constexpr const char* intended = "Planned, asked for, denied";
constexpr const char* said = "Who said what, by whose account";
constexpr const char* positions = "New positions";
constexpr const char* contacts = "First contacts";
constexpr const char* contradictions = "Contradictions between accounts";
constexpr const char* gaps = "What could not be read";

bool is_event(const desk::Found& act) {
  return act.relation == "act" || act.relation == "with";
}

bool took_place(const Line& line) {
  return line.status.empty() || line.status == "ongoing" || line.status == "habitual";
}

void put(const char* section, std::vector<Line> lines, Answer& answer) {
  for (Line& line : lines) {
    line.section = section;
    answer.lines.push_back(std::move(line));
  }
}

// Reports of the period that name both parties, and what hinders them from telling more.
Result<std::vector<Line>> unread_lines(Desk::State& state, const std::string& a, const std::string& b,
                                       const Period& period, const std::set<std::string>& told) {
  std::vector<Line> lines;
  auto status =
      state.each("SELECT path, line, message FROM unread ORDER BY path, line", {}, [&](record::Statement& row) {
        Line line;
        const auto path = row.text();
        const auto number = row.number();
        line.report = number > 0 ? fmt::format("{}:{}", path, number) : path;
        line.what = "input that could not be read: " + row.text();
        lines.push_back(std::move(line));
      });
  std::vector<std::string> values{a, b};
  const std::string days = desk::within(period, "date", values);
  std::vector<std::int64_t> naming_both;
  if (status) {
    status = state.each(
        "SELECT doc FROM document WHERE doc IN (SELECT doc FROM actor WHERE country = ? OR substr(code, 1, 6) = ?1) "
        "AND "
        "doc IN (SELECT doc FROM actor WHERE country = ? OR substr(code, 1, 6) = ?2)" +
            days + " ORDER BY date, doc",
        values, [&](record::Statement& row) { naming_both.push_back(row.number()); });
  }
  for (std::size_t i = 0; status && i < naming_both.size(); ++i) {
    const auto record = state.record_at(naming_both[i]);
    if (!record) {
      return record.error();
    }
    for (const auto& warning : (*record)->document.warnings) {
      lines.push_back(desk::line_of(**record));
      lines.back().what = warning;
    }
    if (!told.contains(fmt::format("{}", naming_both[i]))) {
      lines.push_back(desk::line_of(**record));
      lines.back().what = "names both, but nothing between the two was found in it";
      if (const auto where = desk::where_both_stand(**record, a, b)) {
        lines.back().sentence = slice((*record)->text, *where);
      }
    }
  }
  return status ? Result<std::vector<Line>>(std::move(lines)) : Result<std::vector<Line>>(status.error());
}

}  // namespace

Result<Answer> Desk::brief(const std::string& a, const std::string& b, const Period& period) const {
  Answer answer;
  answer.title = fmt::format("{} and {}{}{}", a, b, period.since.empty() ? "" : " since " + period.since,
                             period.until.empty() ? "" : " until " + period.until);
  answer.sections = {happened, before, intended, said, positions, contacts, contradictions, gaps};
  const auto acts = desk::acts_between(*state_, a, b, {});  // what came before tells what is new
  if (!acts) {
    return acts.error();
  }
  const auto lines = desk::lines_of(*state_, *acts);
  if (!lines) {
    return lines.error();
  }
  const auto in_period = [&](const Line& line) {
    return (period.since.empty() || line.day >= period.since) && (period.until.empty() || line.day <= period.until);
  };
  std::vector<Line> events;  // all of them; the sections take what is of the period
  std::vector<Line> statements;
  std::set<std::string> told;
  for (std::size_t i = 0; i < lines->size(); ++i) {
    told.insert(fmt::format("{}", (*acts)[i].doc));
    if (is_event((*acts)[i])) {
      events.push_back((*lines)[i]);
    } else if (in_period((*lines)[i])) {
      statements.push_back((*lines)[i]);
    }
  }
  std::vector<Line> done;
  std::vector<Line> past;
  std::vector<Line> open;
  for (const Line& line : desk::told_once(events)) {
    if (in_period(line)) {
      (!took_place(line) ? open : desk::is_news(line) ? done : past).push_back(line);
    }
  }
  put(happened, std::move(done), answer);
  put(before, std::move(past), answer);
  put(intended, std::move(open), answer);
  put(said, desk::told_once(statements), answer);
  std::vector<Line> fresh;
  for (Line& line : desk::new_positions(events)) {
    if (in_period(line) && desk::is_news(line)) {
      fresh.push_back(std::move(line));
    }
  }
  put(positions, std::move(fresh), answer);
  const auto meetings = desk::first_contacts(*state_, *acts, *lines);
  if (!meetings) {
    return meetings.error();
  }
  fresh.clear();
  for (const Line& line : *meetings) {
    if (in_period(line) && desk::is_news(line)) {
      fresh.push_back(line);
    }
  }
  put(contacts, std::move(fresh), answer);
  std::vector<Line> all = events;
  all.insert(all.end(), statements.begin(), statements.end());
  put(contradictions, desk::contradictions(all, period), answer);
  auto unread = unread_lines(*state_, a, b, period, told);
  if (!unread) {
    return unread.error();
  }
  put(gaps, std::move(*unread), answer);
  return answer;
}

}  // namespace readout
