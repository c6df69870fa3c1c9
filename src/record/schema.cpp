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
CREATE UNIQUE INDEX document_key ON document (ifnull(sha256, ''), ifnull(name, ''));
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
CREATE INDEX actor_code ON actor (code);
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

CREATE TABLE issue (
  doc INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, nr INTEGER,
  id TEXT, code TEXT, label TEXT, parent TEXT, iptc TEXT,
  PRIMARY KEY (doc, nr)
) WITHOUT ROWID;
CREATE INDEX issue_code ON issue (code);
CREATE TABLE issue_context (
  doc INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, issue TEXT, nr INTEGER, context TEXT,
  PRIMARY KEY (doc, issue, nr)
) WITHOUT ROWID;
CREATE TABLE stance (
  doc INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, nr INTEGER,
  id TEXT, holder TEXT, issue TEXT, issue_id TEXT, toward TEXT, polarity INTEGER, tone TEXT, account TEXT, act TEXT,
  rule TEXT, condition_begin INTEGER, condition_end INTEGER, sentence_begin INTEGER, sentence_end INTEGER, confidence REAL,
  PRIMARY KEY (doc, nr)
) WITHOUT ROWID;
CREATE INDEX stance_issue ON stance (issue);
CREATE TABLE claim (
  doc INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, nr INTEGER,
  id TEXT, subject TEXT, subject_text TEXT, predicate TEXT, object TEXT, account TEXT,
  sentence_begin INTEGER, sentence_end INTEGER,
  PRIMARY KEY (doc, nr)
) WITHOUT ROWID;

CREATE TABLE span (
  doc INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, owner TEXT, field TEXT, nr INTEGER,
  byte_begin INTEGER, byte_end INTEGER,
  PRIMARY KEY (doc, owner, field, nr)
) WITHOUT ROWID;
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

Result<FileState> judge(const std::string& path, const std::array<unsigned char, header_size>& header,
                        std::size_t size) {
  if (size == 0) {
    return FileState::empty;
  }
  const std::string_view begin(reinterpret_cast<const char*>(header.data()), magic.size());
  if (size < header_size || begin != magic || big_endian(header, 68) != application_id) {
    return not_a_store(path);
  }
  if (const auto version = big_endian(header, 60); version != schema_version) {
    return Error{path, 0,
                 fmt::format("was written by a newer Readout (its store version is {}, this program's {})", version,
                             schema_version),
                 "use a newer readout, or name another file"};
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

Status create_tables(Database& database) {
  const auto sql = fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};{}COMMIT", application_id,
                               schema_version, tables);
  // Another program may have made them while this one waited for its turn.
  if (auto begun = database.run("BEGIN IMMEDIATE"); !begun) {
    return begun.error();
  }
  const auto there = database.ask("SELECT count(*) FROM sqlite_schema WHERE name = 'document'");
  if (!there || *there > 0) {
    (void)database.run("ROLLBACK");
    return there ? ok() : Status(there.error());
  }
  auto made = database.run(sql.c_str());
  if (!made && database.in_transaction()) {
    (void)database.run("ROLLBACK");
  }
  return made;
}

}  // namespace readout::record
