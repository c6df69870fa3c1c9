// Rows come back as they were put, found again through the same columns.hpp; a value that none of ours would be means
// damage.
#include "record/store_read.hpp"

#include <fmt/format.h>

#include <limits>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "record/columns.hpp"

namespace readout::record {

namespace {

std::string names_of_columns(const std::string& first, auto& row) {
  std::string names = first;
  columns_of(row, [&](const char* name, auto& field) {
    using Field = std::remove_cvref_t<decltype(field)>;
    const bool span = std::is_same_v<Field, Span> || std::is_same_v<Field, std::optional<Span>>;
    names += span ? fmt::format(", {0}_begin, {0}_end", name) : fmt::format(", {}", name);
  });
  return names;
}

// Takes a row's fields from the columns of a statement; `sound` turns false at a value that cannot be.
struct Taker {
  Statement& statement;
  bool sound = true;

  template <typename Number>
  Number number() {
    const std::int64_t value = statement.number();
    sound = sound && value >= 0 && static_cast<std::uint64_t>(value) <= std::numeric_limits<Number>::max();
    return static_cast<Number>(value);
  }
  void operator()(const char*, std::string& text) { text = statement.text(); }
  void operator()(const char*, bool& flag) { flag = statement.number() != 0; }
  void operator()(const char*, std::uint64_t& value) { value = number<std::uint64_t>(); }
  void operator()(const char*, std::uint32_t& value) { value = number<std::uint32_t>(); }
  void operator()(const char*, std::int64_t& value) { value = statement.number(); }
  void operator()(const char*, double& value) { value = statement.real(); }
  void operator()(const char*, ActKind& kind) {
    const auto word = statement.text();
    kind = word == "event" ? ActKind::event : ActKind::statement;
    sound = sound && (word == "event" || word == "statement");
  }
  void operator()(const char*, Span& span) {
    span.begin = number<std::uint32_t>();
    span.end = number<std::uint32_t>();
  }
  void operator()(const char* name, std::optional<Span>& span) {
    if (statement.next_is_null()) {
      statement.skip();
      statement.skip();
      span.reset();
    } else {
      (*this)(name, span.emplace());
    }
  }
};

}  // namespace

class RecordReader {
 public:
  explicit RecordReader(const Database& database) : database_(database) {}

  Status prepare();
  // The place of another record; 0 when there is none.
  Result<std::int64_t> next(Record& record) { return take(documents_, record); }
  Result<std::int64_t> at(std::int64_t doc, Record& record) {
    document_.start();
    document_.bind(doc);
    return take(document_, record);
  }

 private:
  Result<std::int64_t> take(Statement& documents, Record& record);
  template <typename Row>
  Status rows(Statement& statement, std::int64_t doc, std::vector<Row>& rows);
  // Calls `take` for each row of a list; it says whether the row's owner is there.
  Status list(Statement& statement, std::int64_t doc, const std::function<bool(Statement&)>& take);
  Status actor_lists(std::int64_t doc, Record& record);
  Status act_lists(std::int64_t doc, Record& record);
  Status spans(std::int64_t doc, Record& record);
  Status end_of(int code) const { return code == SQLITE_DONE ? ok() : Status(database_.error(code)); }

  const Database& database_;
  Statement documents_, document_, texts_, warnings_, actors_, mentions_, members_, times_, accounts_, acts_, roles_,
      issues_, contexts_, spans_, topics_, topic_contexts_, stances_, claims_;
};

Status RecordReader::prepare() {
  DocumentRow document;
  ActorRow actor;
  TimeRow time;
  AccountRow account;
  ActRow act;
  IssueRow issue;
  StanceRow stance;
  ClaimRow claim;
  const auto rows_of = [](std::string_view table, auto& row) {
    return fmt::format("SELECT {} FROM {} WHERE doc = ? ORDER BY nr", names_of_columns("doc", row), table);
  };
  const std::pair<Statement*, std::string> all[] = {
      {&documents_, fmt::format("SELECT {} FROM document ORDER BY doc", names_of_columns("doc", document))},
      {&document_, fmt::format("SELECT {} FROM document WHERE doc = ?", names_of_columns("doc", document))},
      {&texts_, "SELECT text FROM text WHERE doc = ?"},
      {&warnings_, "SELECT message FROM warning WHERE doc = ? ORDER BY nr"},
      {&actors_, rows_of("actor", actor)},
      {&mentions_, "SELECT actor, byte_begin, byte_end FROM mention WHERE doc = ? ORDER BY actor, nr"},
      {&members_, "SELECT actor, member FROM member WHERE doc = ? ORDER BY actor, nr"},
      {&times_, rows_of("time", time)},
      {&accounts_, rows_of("account", account)},
      {&acts_, rows_of("act", act)},
      {&topics_, rows_of("issue", issue)},
      {&topic_contexts_, "SELECT issue, context FROM issue_context WHERE doc = ? ORDER BY issue, nr"},
      {&stances_, rows_of("stance", stance)},
      {&claims_, rows_of("claim", claim)},
      {&roles_, "SELECT act, role, actor FROM act_role WHERE doc = ? ORDER BY act, role, nr"},
      {&issues_, "SELECT act, issue FROM act_issue WHERE doc = ? ORDER BY act, nr"},
      {&contexts_, "SELECT act, context FROM act_context WHERE doc = ? ORDER BY act, nr"},
      {&spans_, "SELECT owner, field, byte_begin, byte_end FROM span WHERE doc = ? ORDER BY owner, field, nr"},
  };
  for (const auto& [statement, sql] : all) {
    auto prepared = database_.prepare(sql);
    if (!prepared) {
      return prepared.error();
    }
    *statement = std::move(*prepared);
  }
  documents_.start();
  return ok();
}

template <typename Row>
Status RecordReader::rows(Statement& statement, std::int64_t doc, std::vector<Row>& rows) {
  statement.start();
  statement.bind(doc);
  int code = 0;
  while ((code = statement.step()) == SQLITE_ROW) {
    statement.skip();
    Taker taker{statement};
    columns_of(rows.emplace_back(), taker);
    if (!taker.sound) {
      return database_.damaged(fmt::format("row {} of report {}", rows.back().id, doc));
    }
  }
  return end_of(code);
}

Status RecordReader::list(Statement& statement, std::int64_t doc, const std::function<bool(Statement&)>& take) {
  statement.start();
  statement.bind(doc);
  int code = 0;
  while ((code = statement.step()) == SQLITE_ROW) {
    if (!take(statement)) {
      return database_.damaged(fmt::format("a list of report {} belongs to no row", doc));
    }
  }
  return end_of(code);
}

namespace {

template <typename Row>
std::map<std::string, Row*, std::less<>> by_id(std::vector<Row>& rows) {
  std::map<std::string, Row*, std::less<>> index;
  for (auto& row : rows) {
    index.emplace(row.id, &row);
  }
  return index;
}

bool take_span(Statement& from, std::vector<Span>& spans) {
  Taker taker{from};
  taker("byte", spans.emplace_back());
  return taker.sound;
}

}  // namespace

Status RecordReader::actor_lists(std::int64_t doc, Record& record) {
  const auto actors = by_id(record.actors);
  auto status = list(mentions_, doc, [&](Statement& row) {
    const auto owner = actors.find(row.text());
    return owner != actors.end() && take_span(row, owner->second->mentions);
  });
  return !status ? status : list(members_, doc, [&](Statement& row) {
    const auto owner = actors.find(row.text());
    return owner != actors.end() && (owner->second->members.push_back(row.text()), true);
  });
}

Status RecordReader::act_lists(std::int64_t doc, Record& record) {
  const auto acts = by_id(record.acts);
  const auto take_text = [&](std::vector<std::string> ActRow::*field) {
    return [&acts, field](Statement& row) {
      const auto owner = acts.find(row.text());
      return owner != acts.end() && ((owner->second->*field).push_back(row.text()), true);
    };
  };
  auto status = list(roles_, doc, [&](Statement& row) {
    const auto owner = acts.find(row.text());
    const auto role = row.text();
    auto* field = owner == acts.end()   ? nullptr
                  : role == "initiator" ? &owner->second->initiator
                  : role == "actor"     ? &owner->second->actor
                  : role == "recipient" ? &owner->second->recipient
                                        : nullptr;
    return field != nullptr && (field->push_back(row.text()), true);
  });
  status = status ? list(issues_, doc, take_text(&ActRow::issues)) : status;
  status = status ? list(contexts_, doc, take_text(&ActRow::plover_context)) : status;
  const auto topics = by_id(record.issues);
  return !status ? status : list(topic_contexts_, doc, [&](Statement& row) {
    const auto owner = topics.find(row.text());
    return owner != topics.end() && (owner->second->plover.push_back(row.text()), true);
  });
}

Status RecordReader::spans(std::int64_t doc, Record& record) {
  const auto actors = by_id(record.actors);
  const auto accounts = by_id(record.accounts);
  const auto acts = by_id(record.acts);
  const auto issues = by_id(record.issues);
  const auto stances = by_id(record.stances);
  const auto claims = by_id(record.claims);
  return list(spans_, doc, [&](Statement& row) {
    const auto owner = row.text();
    const bool content = row.text() == "content";
    if (const auto act = acts.find(owner); act != acts.end()) {
      return take_span(row, content ? act->second->content : act->second->evidence);
    }
    if (const auto actor = actors.find(owner); actor != actors.end()) {
      return take_span(row, actor->second->evidence);
    }
    if (const auto issue = issues.find(owner); issue != issues.end()) {
      return take_span(row, issue->second->mentions);
    }
    if (const auto stance = stances.find(owner); stance != stances.end()) {
      return take_span(row, stance->second->evidence);
    }
    if (const auto claim = claims.find(owner); claim != claims.end()) {
      return take_span(row, claim->second->evidence);
    }
    const auto account = accounts.find(owner);
    return account != accounts.end() && take_span(row, account->second->evidence);
  });
}

Result<std::int64_t> RecordReader::take(Statement& documents, Record& record) {
  const int code = documents.step();
  if (code != SQLITE_ROW) {
    return code == SQLITE_DONE ? Result<std::int64_t>(0) : Result<std::int64_t>(database_.error(code));
  }
  const std::int64_t doc = documents.number();
  Taker taker{documents};
  columns_of(record.document, taker);
  if (!taker.sound) {
    return database_.damaged(fmt::format("report {}", doc));
  }
  auto status = list(texts_, doc, [&](Statement& row) { return record.text = row.text(), true; });
  status = !status ? status : list(warnings_, doc, [&](Statement& row) {
    return record.document.warnings.push_back(row.text()), true;
  });
  status = status ? rows(actors_, doc, record.actors) : status;
  status = status ? rows(times_, doc, record.times) : status;
  status = status ? rows(accounts_, doc, record.accounts) : status;
  status = status ? rows(topics_, doc, record.issues) : status;
  status = status ? rows(acts_, doc, record.acts) : status;
  status = status ? rows(stances_, doc, record.stances) : status;
  status = status ? rows(claims_, doc, record.claims) : status;
  status = status ? actor_lists(doc, record) : status;
  status = status ? act_lists(doc, record) : status;
  status = status ? spans(doc, record) : status;
  return status ? Result<std::int64_t>(doc) : Result<std::int64_t>(status.error());
}

Status read_records(const Database& database, const std::function<Status(std::int64_t, const Record&)>& take) {
  RecordReader reader(database);
  if (auto prepared = reader.prepare(); !prepared) {
    return prepared;
  }
  while (true) {
    Record record;
    const auto doc = reader.next(record);
    if (!doc) {
      return doc.error();
    }
    if (*doc == 0) {
      return ok();
    }
    if (auto taken = take(*doc, record); !taken) {
      return taken;
    }
  }
}

RecordsByPlace::RecordsByPlace(std::unique_ptr<RecordReader> reader) : reader_(std::move(reader)) {}
RecordsByPlace::~RecordsByPlace() = default;
RecordsByPlace::RecordsByPlace(RecordsByPlace&&) noexcept = default;

Result<RecordsByPlace> RecordsByPlace::open(const Database& database) {
  auto reader = std::make_unique<RecordReader>(database);
  auto prepared = reader->prepare();
  return prepared ? Result<RecordsByPlace>(RecordsByPlace(std::move(reader)))
                  : Result<RecordsByPlace>(prepared.error());
}

Result<Record> RecordsByPlace::at(std::int64_t doc) {
  Record record;
  const auto found = reader_->at(doc, record);
  return found ? Result<Record>(std::move(record)) : Result<Record>(found.error());
}

}  // namespace readout::record
