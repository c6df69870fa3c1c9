// The schema in one piece (docs/store.md explains it). A row's place in its report is `nr`; `doc` is the report's place
// in the store. Whatever is unknown is NULL.
#include "record/schema.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>

namespace readout::record {

namespace {

constexpr const char* tables = R"sql(
CREATE TABLE document (
  doc INTEGER PRIMARY KEY,
  id TEXT, name TEXT, sha256 TEXT, path TEXT, line INTEGER, url TEXT, title TEXT, date TEXT, outlet TEXT,
  agency TEXT, byline TEXT, publisher TEXT, dateline TEXT, dateline_date TEXT, language TEXT, bytes INTEGER,
  span_base TEXT, input_sha256 TEXT,
  title_begin INTEGER, title_end INTEGER, byline_begin INTEGER, byline_end INTEGER,
  dateline_begin INTEGER, dateline_end INTEGER, publisher_begin INTEGER, publisher_end INTEGER
);
CREATE UNIQUE INDEX document_key ON document (ifnull(sha256, ''), ifnull(date, ''), ifnull(title, ''));
CREATE INDEX document_date ON document (date);
CREATE TABLE text (
  doc INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE, text TEXT
);
CREATE TABLE warning (
  doc INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, nr INTEGER, message TEXT,
  PRIMARY KEY (doc, nr)
) WITHOUT ROWID;

CREATE TABLE actor (
  doc INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, nr INTEGER,
  id TEXT, kind TEXT, entity TEXT, name TEXT, native_name TEXT, country TEXT, sector TEXT, code TEXT, office TEXT, rank TEXT,
  anonymous INTEGER, on_behalf_of TEXT,
  PRIMARY KEY (doc, nr)
) WITHOUT ROWID;
CREATE INDEX actor_name ON actor (name);
CREATE INDEX actor_entity ON actor (entity);
CREATE TABLE mention (
  doc INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, actor TEXT, nr INTEGER, byte_begin INTEGER, byte_end INTEGER,
  PRIMARY KEY (doc, actor, nr)
) WITHOUT ROWID;
CREATE TABLE member (
  doc INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, actor TEXT, nr INTEGER, member TEXT,
  PRIMARY KEY (doc, actor, nr)
) WITHOUT ROWID;

CREATE TABLE time (
  doc INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, nr INTEGER,
  id TEXT, byte_begin INTEGER, byte_end INTEGER, kind TEXT, value TEXT, earliest TEXT, latest TEXT, anchor TEXT,
  PRIMARY KEY (doc, nr)
) WITHOUT ROWID;

CREATE TABLE account (
  doc INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, nr INTEGER,
  id TEXT, parent TEXT, source TEXT, channel TEXT, addressee TEXT, on_behalf_of TEXT,
  cue_begin INTEGER, cue_end INTEGER, anonymous INTEGER,
  PRIMARY KEY (doc, nr)
) WITHOUT ROWID;

CREATE TABLE act (
  doc INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, nr INTEGER,
  id TEXT, kind TEXT CHECK (kind IN ('event', 'statement')), account TEXT, channel TEXT, rule TEXT,
  when_value TEXT, when_earliest TEXT, when_latest TEXT, when_time TEXT,
  sentence_begin INTEGER, sentence_end INTEGER, confidence REAL,
  cameo TEXT, cameo_name TEXT, plover_type TEXT, plover_mode TEXT, quad TEXT, goldstein REAL, status TEXT, duration TEXT,
  ordinal INTEGER, symmetric INTEGER, place TEXT,
  speaker TEXT, form TEXT, addressee TEXT, cue_begin INTEGER, cue_end INTEGER,
  PRIMARY KEY (doc, nr)
) WITHOUT ROWID;
CREATE INDEX act_cameo ON act (cameo);
CREATE TABLE act_role (
  doc INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, act TEXT, role TEXT, nr INTEGER, actor TEXT,
  PRIMARY KEY (doc, act, role, nr)
) WITHOUT ROWID;
CREATE TABLE act_issue (
  doc INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, act TEXT, nr INTEGER, issue TEXT,
  PRIMARY KEY (doc, act, nr)
) WITHOUT ROWID;
CREATE TABLE act_context (
  doc INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, act TEXT, nr INTEGER, context TEXT,
  PRIMARY KEY (doc, act, nr)
) WITHOUT ROWID;

CREATE TABLE span (
  doc INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, owner TEXT, field TEXT, nr INTEGER,
  byte_begin INTEGER, byte_end INTEGER,
  PRIMARY KEY (doc, owner, field, nr)
) WITHOUT ROWID;
)sql";

// What reports are about. Some stores of version 1 have these already.
constexpr const char* issue_tables = R"sql(
CREATE TABLE IF NOT EXISTS issue (
  doc INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, nr INTEGER,
  id TEXT, code TEXT, label TEXT, parent TEXT, iptc TEXT,
  PRIMARY KEY (doc, nr)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS issue_code ON issue (code);
CREATE TABLE IF NOT EXISTS issue_context (
  doc INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, issue TEXT, nr INTEGER, context TEXT,
  PRIMARY KEY (doc, issue, nr)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS stance (
  doc INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, nr INTEGER,
  id TEXT, holder TEXT, issue TEXT, issue_id TEXT, toward TEXT, polarity INTEGER, tone TEXT, account TEXT, act TEXT,
  rule TEXT, condition_begin INTEGER, condition_end INTEGER, sentence_begin INTEGER, sentence_end INTEGER, confidence REAL,
  PRIMARY KEY (doc, nr)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS stance_issue ON stance (issue);
CREATE TABLE IF NOT EXISTS claim (
  doc INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, nr INTEGER,
  id TEXT, subject TEXT, subject_text TEXT, predicate TEXT, object TEXT, account TEXT,
  sentence_begin INTEGER, sentence_end INTEGER,
  PRIMARY KEY (doc, nr)
) WITHOUT ROWID;
)sql";

// Where reports came from, how far an input was taken, and what could not be read.
constexpr const char* intake_tables = R"sql(
CREATE TABLE sighting (
  doc INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, nr INTEGER,
  name TEXT, path TEXT, line INTEGER, url TEXT, outlet TEXT,
  PRIMARY KEY (doc, nr)
) WITHOUT ROWID;
CREATE UNIQUE INDEX sighting_key ON sighting (doc, ifnull(url, ifnull(name, '')));
CREATE TABLE cursor (source TEXT PRIMARY KEY, position TEXT) WITHOUT ROWID;
CREATE TABLE unread (path TEXT, line INTEGER, message TEXT, PRIMARY KEY (path, line)) WITHOUT ROWID;
)sql";

// What follows from the record's own rows (derive.cpp), kept so that questions are quick. A statement's rowid in
// statement_words is doc << 20 | nr. No trigger takes a report's words away: a schema without trust may not write to
// virtual tables.
constexpr const char* derived_tables = R"sql(
CREATE TABLE dyad (
  source TEXT, target TEXT, day TEXT,
  doc INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, nr INTEGER,
  relation TEXT CHECK (relation IN ('act', 'with', 'to', 'about')),
  PRIMARY KEY (source, target, day, doc, nr)
) WITHOUT ROWID;
CREATE INDEX dyad_doc ON dyad (doc);
CREATE VIEW report AS SELECT document.doc AS doc, title, text FROM document JOIN text ON text.doc = document.doc;
CREATE VIRTUAL TABLE report_words USING fts5 (title, text, content = 'report', content_rowid = 'doc');
CREATE VIRTUAL TABLE statement_words USING fts5 (words);
)sql";

// From version 1, whose key was the text and the name: reports of one content become one, seen several times.
constexpr const char* from_version_1 = R"sql(
CREATE INDEX IF NOT EXISTS actor_entity ON actor (entity);
INSERT OR IGNORE INTO sighting
  SELECT min(doc) OVER content, row_number() OVER content - 1, name, path, line, url, outlet FROM document
  WINDOW content AS (PARTITION BY ifnull(sha256, ''), ifnull(date, ''), ifnull(title, '') ORDER BY doc)
  ORDER BY doc;
DELETE FROM document WHERE doc NOT IN
  (SELECT min(doc) FROM document GROUP BY ifnull(sha256, ''), ifnull(date, ''), ifnull(title, ''));
DROP INDEX IF EXISTS actor_code;
DROP INDEX document_key;
CREATE UNIQUE INDEX document_key ON document (ifnull(sha256, ''), ifnull(date, ''), ifnull(title, ''));
)sql";

constexpr std::size_t header_size = 100;
constexpr std::string_view magic{"SQLite format 3\0", 16};

std::uint32_t big_endian(const std::array<unsigned char, header_size>& bytes, std::size_t at) {
  return (std::uint32_t{bytes[at]} << 24U) | (std::uint32_t{bytes[at + 1]} << 16U) |
         (std::uint32_t{bytes[at + 2]} << 8U) | bytes[at + 3];
}

Error not_a_store(const std::string& path) {
  return {path, 0, "is not a Readout store", "name another file; this one was left as it is"};
}

Error newer(const std::string& path, std::int64_t version) {
  return {path, 0,
          fmt::format("was written by a newer Readout (its store version is {}, this program's {})", version,
                      schema_version),
          "use a newer readout, or name another file"};
}

Result<FileState> judge(const std::string& path, const std::array<unsigned char, header_size>& header,
                        std::size_t size) {
  if (size == 0) {
    return FileState::empty;
  }
  const std::string_view begin(reinterpret_cast<const char*>(header.data()), magic.size());
  if (size < header_size || begin != magic || big_endian(header, 68) != application_id) {
    return not_a_store(path);
  }
  if (const auto version = big_endian(header, 60); version > schema_version) {
    return newer(path, version);
  }
  return FileState::store;
}

}  // namespace

Result<FileState> look_at(const std::string& path) {
  struct stat about {};
  if (::stat(path.c_str(), &about) != 0) {
    if (errno == ENOENT) {
      return FileState::missing;
    }
    return Error{path, 0, fmt::format("cannot be opened ({})", std::strerror(errno)),
                 "check the path and its permissions"};
  }
  if (S_ISDIR(about.st_mode)) {
    return Error{path, 0, "is a folder, not a store", "name a file in it"};
  }
  if (!S_ISREG(about.st_mode)) {
    return not_a_store(path);
  }
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    return Error{path, 0, fmt::format("cannot be opened ({})", std::strerror(errno)), "check its permissions"};
  }
  std::array<unsigned char, header_size> header{};
  const ssize_t size = ::read(file, header.data(), header.size());
  const int fault = errno;
  ::close(file);
  if (size < 0) {
    return Error{path, 0, fmt::format("cannot be read ({})", std::strerror(fault)), "check the disk"};
  }
  return judge(path, header, static_cast<std::size_t>(size));
}

Result<std::int64_t> version_of(const Database& database) {
  // What the header says may stand in the log still; a store whose making was cut short has no tables.
  const auto there = database.ask("SELECT count(*) FROM sqlite_schema WHERE name = 'document'");
  if (!there || *there == 0) {
    return there;
  }
  const auto version = database.ask("PRAGMA user_version");
  if (!version) {
    return version;
  }
  if (*version > schema_version) {
    return newer(database.path(), *version);
  }
  return *version >= 1 ? version : Result<std::int64_t>(not_a_store(database.path()));
}

Status create_tables(Database& database) {
  const auto sql = fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};{}{}{}{}", application_id,
                               schema_version, tables, issue_tables, intake_tables, derived_tables);
  return database.run(sql.c_str());
}

Status upgrade_tables(Database& database, std::int64_t version) {
  if (version == 1) {
    if (auto made = database.run(issue_tables); !made) {
      return made;
    }
    if (auto made = database.run(intake_tables); !made) {
      return made;
    }
    // Some stores of version 1 have the column already.
    const auto entity = database.ask("SELECT count(*) FROM pragma_table_info('actor') WHERE name = 'entity'");
    if (!entity) {
      return entity.error();
    }
    if (*entity == 0) {
      if (auto added = database.run("ALTER TABLE actor ADD COLUMN entity TEXT"); !added) {
        return added;
      }
    }
    if (auto made = database.run(from_version_1); !made) {
      return made;
    }
  }
  return database.run(fmt::format("{}PRAGMA user_version = {}", derived_tables, schema_version).c_str());
}

}  // namespace readout::record
