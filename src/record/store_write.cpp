// INSERT statements are made from columns.hpp, so that a field cannot be written to one column and read from another.
#include "record/store_write.hpp"

#include <fmt/format.h>

#include <type_traits>
#include <utility>

#include "record/columns.hpp"

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

void bind_value(Statement& statement, const std::string& text) {
  statement.bind(text);
}
void bind_value(Statement& statement, const char* text) {
  statement.bind(std::string_view(text));
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

Result<Statement*> Writer::prepared(const std::string& sql) {
  auto found = statements_.find(sql);
  if (found == statements_.end()) {
    auto statement = database_->prepare(sql);
    if (!statement) {
      return statement.error();
    }
    found = statements_.emplace(sql, std::move(*statement)).first;
  }
  found->second.start();
  return &found->second;
}

Status Writer::finish(Statement& statement) {
  const int code = statement.step();
  auto status = code == SQLITE_DONE ? ok() : Status(database_->error(code));
  statement.start();
  return status;
}

template <typename... Values>
Status Writer::put(const std::string& sql, const Values&... values) {
  auto statement = prepared(sql);
  if (!statement) {
    return statement.error();
  }
  (bind_value(**statement, values), ...);
  return finish(**statement);
}

template <typename Row, typename... Keys>
Status Writer::put_row(const std::string& table_and_keys, const Row& row, Keys... keys) {
  ColumnNames columns;
  columns_of(row, columns);
  std::string marks = "?";
  for (std::size_t i = 1; i < columns.count + sizeof...(keys); ++i) {
    marks += ", ?";
  }
  auto statement = prepared(fmt::format("INSERT INTO {}{}) VALUES ({})", table_and_keys, columns.names, marks));
  if (!statement) {
    return statement.error();
  }
  ((*statement)->bind(keys), ...);
  columns_of(row, Binder{**statement});
  return finish(**statement);
}

template <typename Rows>
Status Writer::put_rows(const std::string& table, std::int64_t doc, const Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (auto status = put_row(table + " (doc, nr", rows[i], doc, static_cast<std::int64_t>(i)); !status) {
      return status;
    }
  }
  return ok();
}

template <typename List, typename... Keys>
Status Writer::put_list(const std::string& sql, const List& list, const Keys&... keys) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (auto status = put(sql, keys..., static_cast<std::int64_t>(i), list[i]); !status) {
      return status;
    }
  }
  return ok();
}

Result<std::int64_t> Writer::make_place(const DocumentRow& row) {
  auto find = prepared(
      "SELECT doc FROM document WHERE ifnull(sha256, '') = ifnull(?, '') AND ifnull(name, '') = ifnull(?, '')");
  if (!find) {
    return find.error();
  }
  (*find)->bind(row.sha256);
  (*find)->bind(row.name);
  int code = (*find)->step();
  const std::int64_t old = code == SQLITE_ROW ? (*find)->number() : 0;
  (*find)->start();
  if (old != 0) {
    auto removed = put("DELETE FROM document WHERE doc = ?", old);  // its rows go with it
    return removed ? Result<std::int64_t>(old) : Result<std::int64_t>(removed.error());
  }
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
  return code == SQLITE_ROW ? Result<std::int64_t>(next) : Result<std::int64_t>(database_->error(code));
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
  const auto doc = make_place(record.document);
  if (!doc) {
    return doc.error();
  }
  auto status = put_row("document (doc", record.document, *doc);
  status = status ? put("INSERT INTO text VALUES (?, ?)", *doc, record.text) : status;
  status = status ? put_rows("actor", *doc, record.actors) : status;
  status = status ? put_rows("time", *doc, record.times) : status;
  status = status ? put_rows("account", *doc, record.accounts) : status;
  status = status ? put_rows("issue", *doc, record.issues) : status;
  status = status ? put_rows("act", *doc, record.acts) : status;
  status = status ? put_rows("stance", *doc, record.stances) : status;
  status = status ? put_rows("claim", *doc, record.claims) : status;
  return status ? put_lists(*doc, record) : status;
}

}  // namespace readout::record
