// INSERT statements are made from columns.hpp, so that a field cannot be written to one column and read from another.
#include "record/store_write.hpp"

#include <fmt/format.h>

#include <type_traits>
#include <utility>

#include "record/columns.hpp"
#include "record/derive.hpp"

namespace readout::record {

namespace {

struct ColumnNames {
  std::string names;
  std::size_t count = 0;

  template <typename Field>
  void operator()(const char* name, const Field&) {
    if constexpr (std::is_same_v<Field, Span> || std::is_same_v<Field, std::optional<Span>>) {
      names += fmt::format(", {0}_begin, {0}_end", name);
      count += 2;
    } else {
      names += fmt::format(", {}", name);
      count += 1;
    }
  }
};

struct Binder {
  Statement& statement;

  void operator()(const char*, const std::string& text) { statement.bind(text); }
  void operator()(const char*, bool flag) { statement.bind(std::int64_t{flag}); }
  void operator()(const char*, std::uint64_t number) { statement.bind(static_cast<std::int64_t>(number)); }
  void operator()(const char*, std::uint32_t number) { statement.bind(std::int64_t{number}); }
  void operator()(const char*, std::int64_t number) { statement.bind(number); }
  void operator()(const char*, double number) { statement.bind(number); }
  void operator()(const char*, ActKind kind) { statement.bind(kind == ActKind::event ? "event" : "statement"); }
  void operator()(const char*, Span span) {
    statement.bind(std::int64_t{span.begin});
    statement.bind(std::int64_t{span.end});
  }
  void operator()(const char* name, const std::optional<Span>& span) {
    if (span) {
      (*this)(name, *span);
    } else {
      statement.bind_null();
      statement.bind_null();
    }
  }
};

void bind_value(Statement& statement, std::string_view text) {
  statement.bind(text);
}
void bind_value(Statement& statement, std::int64_t number) {
  statement.bind(number);
}
void bind_value(Statement& statement, Span span) {
  statement.bind(std::int64_t{span.begin});
  statement.bind(std::int64_t{span.end});
}

constexpr const char* put_role = "INSERT INTO act_role VALUES (?, ?, ?, ?, ?)";
constexpr const char* put_span = "INSERT INTO span VALUES (?, ?, ?, ?, ?, ?)";

}  // namespace

template <typename MakeSql>
Result<Statement*> Writer::prepared(std::string_view key, const MakeSql& make_sql) {
  auto found = statements_.find(key);
  if (found == statements_.end()) {
    auto statement = database_->prepare(std::string(make_sql()));
    if (!statement) {
      return statement.error();
    }
    found = statements_.emplace(key, std::move(*statement)).first;
  }
  return &found->second;
}

Result<Statement*> Writer::prepared(std::string_view sql) {
  return prepared(sql, [sql] { return sql; });
}

Status Writer::finish(Statement& statement) {
  const int code = statement.step();
  auto status = code == SQLITE_DONE ? ok() : Status(database_->error(code));
  statement.start();
  return status;
}

template <typename... Values>
Status Writer::put(std::string_view sql, const Values&... values) {
  auto statement = prepared(sql);
  if (!statement) {
    return statement.error();
  }
  (bind_value(**statement, values), ...);
  return finish(**statement);
}

template <typename Row, typename... Keys>
Status Writer::put_row(std::string_view table_and_keys, const Row& row, Keys... keys) {
  auto statement = prepared(table_and_keys, [&] {
    ColumnNames columns;
    columns_of(row, columns);
    std::string marks = "?";
    for (std::size_t i = 1; i < columns.count + sizeof...(keys); ++i) {
      marks += ", ?";
    }
    return fmt::format("INSERT INTO {}{}) VALUES ({})", table_and_keys, columns.names, marks);
  });
  if (!statement) {
    return statement.error();
  }
  ((*statement)->bind(keys), ...);
  columns_of(row, Binder{**statement});
  return finish(**statement);
}

template <typename Rows>
Status Writer::put_rows(std::string_view table_and_keys, std::int64_t doc, const Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (auto status = put_row(table_and_keys, rows[i], doc, static_cast<std::int64_t>(i)); !status) {
      return status;
    }
  }
  return ok();
}

template <typename List, typename... Keys>
Status Writer::put_list(std::string_view sql, const List& list, const Keys&... keys) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (auto status = put(sql, keys..., static_cast<std::int64_t>(i), list[i]); !status) {
      return status;
    }
  }
  return ok();
}

Result<Writer::Place> Writer::find_place(const DocumentRow& row) {
  auto find = prepared(
      "SELECT doc, ifnull(url, ifnull(name, '')) FROM document WHERE ifnull(sha256, '') = ifnull(?, '') "
      "AND ifnull(date, '') = ifnull(?, '') AND ifnull(title, '') = ifnull(?, '')");
  if (!find) {
    return find.error();
  }
  (*find)->bind(row.sha256);
  (*find)->bind(row.date);
  (*find)->bind(row.title);
  int code = (*find)->step();
  if (code == SQLITE_ROW) {
    const auto doc = (*find)->number();
    const bool own = (*find)->text() == (row.url.empty() ? row.name : row.url);
    (*find)->start();
    return Place{doc, own ? Known::here : Known::elsewhere};
  }
  (*find)->start();
  if (code != SQLITE_DONE) {
    return database_->error(code);
  }
  auto last = prepared("SELECT ifnull(max(doc), 0) + 1 FROM document");
  if (!last) {
    return last.error();
  }
  code = (*last)->step();
  const std::int64_t next = code == SQLITE_ROW ? (*last)->number() : 0;
  (*last)->start();
  return code == SQLITE_ROW ? Result<Place>(Place{next, Known::nowhere}) : Result<Place>(database_->error(code));
}

// The report's rows go, its sightings stay.
Status Writer::make_way(std::int64_t doc) {
  auto status = write_words();  // so that those of this report can go
  status = status ? put("DELETE FROM kept_sighting") : status;
  status = status ? put("INSERT INTO kept_sighting SELECT * FROM sighting WHERE doc = ? AND nr > 0", doc) : status;
  status = status ? put("INSERT INTO report_words (report_words, rowid, title, text) "
                        "SELECT 'delete', doc, title, text FROM report WHERE doc = ?",
                        doc)
                  : status;
  status =
      status ? put("DELETE FROM statement_words WHERE rowid BETWEEN ?1 << 20 AND (?1 << 20) + 1048575", doc) : status;
  return status ? put("DELETE FROM document WHERE doc = ?", doc) : status;
}

Status Writer::put_sighting(std::int64_t doc, const DocumentRow& row) {
  return put(
      "INSERT OR IGNORE INTO sighting SELECT ?1, (SELECT ifnull(max(nr) + 1, 0) FROM sighting WHERE doc = ?1), ?, ?, "
      "?, "
      "?, ?",
      doc, row.name, row.path, static_cast<std::int64_t>(row.line), row.url, row.outlet);
}

Status Writer::put_dyads(std::int64_t doc, const Record& record) {
  auto status = ok();
  for (const Dyad& dyad : dyads_of(record)) {
    status = status ? put("INSERT INTO dyad VALUES (?, ?, ifnull(?, ''), ?, ?, ?)", dyad.source, dyad.target, dyad.day,
                          doc, std::int64_t{dyad.nr}, dyad.relation)
                    : status;
  }
  return status;
}

void Writer::add_words(std::int64_t doc, const Record& record) {
  Words words{doc, record.document.title, record.text, {}};
  for (std::size_t nr = 0; nr < record.acts.size(); ++nr) {
    if (record.acts[nr].kind == ActKind::statement) {
      words.statements.emplace_back((doc << 20U) + static_cast<std::int64_t>(nr), words_of(record, record.acts[nr]));
    }
  }
  words_.push_back(std::move(words));
}

Status Writer::write_words() {
  for (const Words& words : std::exchange(words_, {})) {
    auto status =
        put("INSERT INTO report_words (rowid, title, text) VALUES (?, ?, ?)", words.doc, words.title, words.text);
    for (const auto& [rowid, said] : words.statements) {
      status = status ? put("INSERT INTO statement_words (rowid, words) VALUES (?, ?)", rowid, said) : status;
    }
    if (!status) {
      return status;
    }
  }
  return ok();
}

Status Writer::derive(std::int64_t doc, const Record& record) {
  add_words(doc, record);
  return put_dyads(doc, record);
}

Status Writer::put_lists_of_actor(std::int64_t doc, const ActorRow& row) {
  auto status = put_list("INSERT INTO mention VALUES (?, ?, ?, ?, ?)", row.mentions, doc, row.id);
  status = status ? put_list("INSERT INTO member VALUES (?, ?, ?, ?)", row.members, doc, row.id) : status;
  return status ? put_list(put_span, row.evidence, doc, row.id, "evidence") : status;
}

Status Writer::put_lists_of_act(std::int64_t doc, const ActRow& row) {
  auto status = put_list(put_role, row.initiator, doc, row.id, "initiator");
  status = status ? put_list(put_role, row.actor, doc, row.id, "actor") : status;
  status = status ? put_list(put_role, row.recipient, doc, row.id, "recipient") : status;
  status = status ? put_list("INSERT INTO act_issue VALUES (?, ?, ?, ?)", row.issues, doc, row.id) : status;
  status = status ? put_list("INSERT INTO act_context VALUES (?, ?, ?, ?)", row.plover_context, doc, row.id) : status;
  status = status ? put_list(put_span, row.evidence, doc, row.id, "evidence") : status;
  return status ? put_list(put_span, row.content, doc, row.id, "content") : status;
}

Status Writer::put_lists(std::int64_t doc, const Record& record) {
  auto status = put_list("INSERT INTO warning VALUES (?, ?, ?)", record.document.warnings, doc);
  for (std::size_t i = 0; status && i < record.actors.size(); ++i) {
    status = put_lists_of_actor(doc, record.actors[i]);
  }
  for (std::size_t i = 0; status && i < record.accounts.size(); ++i) {
    const AccountRow& row = record.accounts[i];
    status = put_list(put_span, row.evidence, doc, row.id, "evidence");
  }
  for (std::size_t i = 0; status && i < record.acts.size(); ++i) {
    status = put_lists_of_act(doc, record.acts[i]);
  }
  for (std::size_t i = 0; status && i < record.issues.size(); ++i) {
    const IssueRow& row = record.issues[i];
    status = put_list("INSERT INTO issue_context VALUES (?, ?, ?, ?)", row.plover, doc, row.id);
    status = status ? put_list(put_span, row.mentions, doc, row.id, "mentions") : status;
  }
  for (std::size_t i = 0; status && i < record.stances.size(); ++i) {
    status = put_list(put_span, record.stances[i].evidence, doc, record.stances[i].id, "evidence");
  }
  for (std::size_t i = 0; status && i < record.claims.size(); ++i) {
    status = put_list(put_span, record.claims[i].evidence, doc, record.claims[i].id, "evidence");
  }
  return status;
}

Status Writer::write(const Record& record) {
  const auto place = find_place(record.document);
  if (!place) {
    return place.error();
  }
  const std::int64_t doc = place->doc;
  auto status = put("DELETE FROM unread WHERE path = ? AND line = ?", record.document.path,
                    static_cast<std::int64_t>(record.document.line));
  if (place->known == Known::elsewhere) {
    return status ? put_sighting(doc, record.document) : status;
  }
  if (place->known == Known::here) {
    status = status ? make_way(doc) : status;
  }
  status = status ? put_row("document (doc", record.document, doc) : status;
  status = status ? put_sighting(doc, record.document) : status;
  if (status && place->known == Known::here) {
    status = put("INSERT OR IGNORE INTO sighting SELECT * FROM kept_sighting");
  }
  status = status ? put("INSERT INTO text VALUES (?, ?)", doc, record.text) : status;
  status = status ? put_rows("actor (doc, nr", doc, record.actors) : status;
  status = status ? put_rows("time (doc, nr", doc, record.times) : status;
  status = status ? put_rows("account (doc, nr", doc, record.accounts) : status;
  status = status ? put_rows("issue (doc, nr", doc, record.issues) : status;
  status = status ? put_rows("act (doc, nr", doc, record.acts) : status;
  status = status ? put_rows("stance (doc, nr", doc, record.stances) : status;
  status = status ? put_rows("claim (doc, nr", doc, record.claims) : status;
  status = status ? put_lists(doc, record) : status;
  status = status ? put_dyads(doc, record) : status;
  if (status) {
    add_words(doc, record);
  }
  return status;
}

Status Writer::put_cursor(const std::string& source, const std::string& position) {
  return put("INSERT OR REPLACE INTO cursor VALUES (ifnull(?, ''), ?)", source, position);
}

Status Writer::put_unread(const Error& error) {
  return put("INSERT OR REPLACE INTO unread VALUES (ifnull(?, ''), ?, ?)", error.file,
             static_cast<std::int64_t>(error.line), error.message);
}

}  // namespace readout::record
