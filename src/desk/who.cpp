// All that a store holds of one person or body: rows of many reports that name the same.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "desk/state.hpp"

namespace readout {

namespace {

struct Bearer {  // of the name: an entry of the tables, or a name with its country where no table knows it
  std::string entity, name, country;
  std::vector<std::pair<std::int64_t, std::string>> rows;  // report, actor's id there

  [[nodiscard]] std::string key() const { return entity.empty() ? name + '\n' + country : entity; }
};

// A person's names are many: the whole name first, else its last word, else any part.
constexpr const char* ways[] = {"name = ? COLLATE NOCASE", "name LIKE '% ' || ?", "name LIKE '%' || ? || '%'"};

bool has(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

class Gathering {
 public:
  explicit Gathering(Answer& answer) : answer_(answer) {}

  void take(const Record& record, const std::string& id) {
    const ActorRow* row = desk::actor_in(record, id);
    if (row == nullptr) {
      return;
    }
    office(record, *row);
    for (const ActRow& act : record.acts) {
      if (act.kind == ActKind::statement) {
        if (act.speaker == id) {
          add(statements_, record, act);
        }
      } else if (has(act.actor, id) || has(act.recipient, id)) {
        // Only somebody else makes a contact of it.
        const bool contact = act.symmetric && act.actor.size() > 1;
        add(contact || act.plover_type == "CONSULT" ? contacts_ : others_, record, act);
      }
    }
  }

  void finish() {
    std::vector<Line> offices;
    for (auto& [office, line] : offices_) {
      offices.push_back(std::move(line));
    }
    for (auto* lines : {&offices, &contacts_, &statements_, &others_}) {
      std::stable_sort(lines->begin(), lines->end(), [](const Line& a, const Line& b) { return a.day < b.day; });
    }
    put("Offices", offices);
    put("Contacts", contacts_);
    put("Statements", statements_);
    put("Other acts", others_);
  }

 private:
  // The first report that gives an office stands for it; the day of the last one is told too.
  void office(const Record& record, const ActorRow& row) {
    if (row.office.empty() || row.mentions.empty()) {
      return;
    }
    Line line = desk::line_of(record);
    const auto [entry, fresh] = offices_.try_emplace(row.office, line);
    Line& kept = entry->second;
    if (!fresh) {
      ++kept.tellings;
    }
    if (fresh || line.day < kept.day) {
      line.tellings = kept.tellings;
      line.who = row.name;
      line.what = row.office;
      line.source = row.country;
      line.sentence = slice(record.text, desk::sentence_around(record.text, row.mentions.front()));
      kept = std::move(line);
    }
  }
  static void add(std::vector<Line>& lines, const Record& record, const ActRow& act) {
    lines.push_back(desk::line_of(record, act));
  }
  void put(const char* section, std::vector<Line>& lines) {
    answer_.sections.emplace_back(section);
    for (Line& line : lines) {
      line.section = section;
      answer_.lines.push_back(std::move(line));
    }
  }

  Answer& answer_;
  std::map<std::string, Line> offices_;
  std::vector<Line> contacts_, statements_, others_;
};

}  // namespace

Result<Answer> Desk::who(const std::string& name, const Period& period) const {
  std::map<std::string, Bearer> bearers;
  auto status = ok();
  for (const char* way : ways) {
    std::vector<std::string> values{name};
    const std::string days = desk::within(period, "document.date", values);
    if (status && bearers.empty()) {
      status = state_->each(
          fmt::format("SELECT actor.doc, actor.id, entity, name, country FROM (SELECT doc, id, entity, name, country "
                      "FROM actor WHERE {}) AS actor JOIN (SELECT doc, date FROM document) AS document "
                      "ON document.doc = actor.doc WHERE true{} ORDER BY actor.doc, actor.id",
                      way, days),
          values, [&](record::Statement& row) {
            Bearer bearer;
            const auto doc = row.number();
            const auto id = row.text();
            bearer.entity = row.text();
            bearer.name = row.text();
            bearer.country = row.text();
            bearers.try_emplace(bearer.key(), bearer).first->second.rows.emplace_back(doc, id);
          });
    }
  }
  if (!status) {
    return status.error();
  }
  if (bearers.empty()) {
    return Error{state_->database.path(), 0, fmt::format("no report names \"{}\"", name),
                 "readout search finds words that are no actor's name"};
  }
  // The one that most reports name; the others are told of.
  auto chosen = bearers.begin();
  for (auto bearer = bearers.begin(); bearer != bearers.end(); ++bearer) {
    chosen = bearer->second.rows.size() > chosen->second.rows.size() ? bearer : chosen;
  }
  Answer answer;
  answer.title = chosen->second.name + (chosen->second.country.empty() ? "" : ", " + chosen->second.country);
  for (const auto& [key, bearer] : bearers) {
    if (key != chosen->first && answer.notes.size() < 10) {
      answer.notes.push_back(fmt::format("not meant here: {}{} (reports: {})", bearer.name,
                                         bearer.country.empty() ? "" : ", " + bearer.country, bearer.rows.size()));
    }
  }
  Gathering gathering(answer);
  for (const auto& [doc, id] : chosen->second.rows) {
    const auto record = state_->record_at(doc);
    if (!record) {
      return record.error();
    }
    gathering.take(**record, id);
  }
  gathering.finish();
  return answer;
}

}  // namespace readout
