#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "desk/brief.hpp"
#include "readout/day.hpp"

namespace readout::desk {

namespace {

constexpr std::array<std::string_view, 9> position_types = {"AGREE",  "SUPPORT",  "YIELD",   "REQUEST", "ACCUSE",
                                                            "REJECT", "THREATEN", "PROTEST", "SANCTION"};

bool is_position(const Line& line) {
  return std::find(position_types.begin(), position_types.end(), line.plover) != position_types.end();
}

bool happened(const Line& line) {
  return line.status.empty() || line.status == "ongoing" || line.status == "habitual";
}

// Days between; far apart when one is unknown.
int days_between(const std::string& a, const std::string& b) {
  const auto first = parse_day(a);
  const auto second = parse_day(b);
  return first && second ? std::abs(static_cast<int>((*second - *first).count())) : 1'000'000;
}

bool denies(const Line& statement) {
  return statement.cameo.empty() && (statement.what.find("den") == 0 || statement.what.find("reject") == 0 ||
                                     statement.what.find("refut") == 0 || statement.what.find("dismiss") == 0);
}

bool of_party(const ActorRow& row, const std::string& party) {
  return row.country == party || (row.country.empty() && row.code.starts_with(party));
}

void add_pair(const Line& one, const Line& other, const char* how, std::vector<Line>& out) {
  out.push_back(one);
  out.push_back(other);
  out.back().what = fmt::format("{} ({})", out.back().what, how);
}

}  // namespace

std::vector<Line> told_once(const std::vector<Line>& lines) {
  std::map<std::tuple<std::string, std::string, std::string, std::string, std::string, std::string>, std::size_t> first;
  std::vector<Line> once;
  std::vector<std::set<std::string>> reports;
  for (const Line& line : lines) {
    const bool event = !line.cameo.empty();
    const auto key = std::tuple(line.day, line.source, line.target, event ? line.cameo : line.who, line.status,
                                event ? "" : line.sentence);
    const auto [entry, fresh] = first.try_emplace(key, once.size());
    if (fresh) {
      once.push_back(line);
      reports.push_back({line.report});
    } else if (event && reports[entry->second].contains(line.report) && once[entry->second].sentence != line.sentence) {
      once.push_back(line);  // the same report tells them apart
      reports.push_back({line.report});
    } else {
      reports[entry->second].insert(line.report);
      once[entry->second].tellings = reports[entry->second].size();
    }
  }
  return once;
}

bool is_news(const Line& line) {
  const auto day = parse_day(line.day);
  const auto report = parse_day(line.date);
  return !day || !report || (*report - *day).count() <= 180;
}

std::vector<Line> new_positions(const std::vector<Line>& events) {
  std::set<std::tuple<std::string, std::string, std::string>> taken;
  std::vector<Line> fresh;
  for (const Line& line : events) {
    if (is_position(line) && happened(line) && taken.emplace(line.source, line.target, line.plover).second) {
      fresh.push_back(line);
    }
  }
  return fresh;
}

Result<std::vector<Line>> first_contacts(Desk::State& state, const std::vector<Found>& acts,
                                         const std::vector<Line>& lines) {
  std::set<std::pair<std::string, std::string>> met;
  std::vector<Line> firsts;
  for (std::size_t i = 0; i < acts.size(); ++i) {
    if (lines[i].plover != "CONSULT" || !happened(lines[i])) {
      continue;
    }
    const auto record = state.record_at(acts[i].doc);
    if (!record) {
      return record.error();
    }
    const ActRow& act = (*record)->acts[acts[i].nr];
    std::vector<const ActorRow*> sides[2];
    for (const auto* ids : {&act.actor, &act.recipient}) {
      for (const auto& id : *ids) {
        const ActorRow* row = actor_in(**record, id);
        if (row != nullptr && row->kind == "person" && !row->name.empty() && !row->anonymous) {
          sides[of_party(*row, acts[i].source) ? 0 : 1].push_back(row);
        }
      }
    }
    bool first = false;
    for (const auto* one : sides[0]) {
      for (const auto* other : sides[1]) {
        if (of_party(*other, acts[i].target)) {
          first = met.emplace(std::min(one->name, other->name), std::max(one->name, other->name)).second || first;
        }
      }
    }
    if (first) {
      firsts.push_back(lines[i]);
    }
  }
  return firsts;
}

std::vector<Line> contradictions(const std::vector<Line>& lines, const Period& period) {
  std::vector<Line> out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& one = lines[i];
    const bool known =
        (period.since.empty() || one.day >= period.since) && (period.until.empty() || one.day <= period.until);
    if (one.cameo.empty() || !known || !happened(one)) {
      continue;
    }
    for (const Line& other : lines) {
      if (days_between(one.day, other.day) > 3) {
        continue;
      }
      if (other.status == "denied" && other.account != one.account && other.source == one.source &&
          other.target == one.target && other.plover == one.plover) {
        add_pair(one, other, "denied", out);
      } else if (one.plover == "ACCUSE" && denies(other) && other.source == one.target) {
        add_pair(one, other, "the accused denies", out);
      }
    }
  }
  return out;
}

std::optional<Span> where_both_stand(const Record& record, const std::string& a, const std::string& b) {
  std::vector<Span> of_a;
  std::optional<Span> fallback;
  for (const ActorRow& row : record.actors) {
    if (of_party(row, a)) {
      of_a.insert(of_a.end(), row.mentions.begin(), row.mentions.end());
    }
  }
  std::optional<Span> best;
  for (const ActorRow& row : record.actors) {
    for (const Span mention : of_party(row, b) ? row.mentions : std::vector<Span>()) {
      const Span sentence = sentence_around(record.text, mention);
      fallback = !fallback || sentence.begin < fallback->begin ? sentence : fallback;
      const bool both = std::any_of(of_a.begin(), of_a.end(), [&](Span other) { return sentence.contains(other); });
      best = both && (!best || sentence.begin < best->begin) ? sentence : best;
    }
  }
  return best ? best : fallback;
}

}  // namespace readout::desk
