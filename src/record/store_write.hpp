// One report's rows into the tables of a store.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "readout/record.hpp"
#include "record/database.hpp"

namespace readout::record {

class Writer {
 public:
  explicit Writer(Database& database) : database_(&database) {}

  // All of these write within the transaction of the caller, who undoes it when they fail.

  // A report that was first seen at the same place gives way to the new reading and leaves its number; the same content
  // from elsewhere is one more sighting.
  Status write(const Record& record);
  // What follows from the rows of a report that is there.
  Status derive(std::int64_t doc, const Record& record);
  // The words of all reports since the last time go into the indexes, which sort them in memory and are quick only when
  // no savepoint comes between: to be called before each commit.
  Status write_words();
  void forget_words() { words_.clear(); }
  Status put_cursor(const std::string& source, const std::string& position);
  Status put_unread(const Error& error);

 private:
  enum class Known : std::uint8_t { nowhere, here, elsewhere };
  struct Place {
    std::int64_t doc = 0;
    Known known = Known::nowhere;
  };
  Result<Place> find_place(const DocumentRow& row);
  Status make_way(std::int64_t doc);
  Status put_sighting(std::int64_t doc, const DocumentRow& row);
  Status put_dyads(std::int64_t doc, const Record& record);
  void add_words(std::int64_t doc, const Record& record);
  // `table_and_keys` is an INSERT's table and the columns that are no fields of the row: "act (doc, nr".
  template <typename Row, typename... Keys>
  Status put_row(std::string_view table_and_keys, const Row& row, Keys... keys);
  template <typename Rows>
  Status put_rows(std::string_view table_and_keys, std::int64_t doc, const Rows& rows);
  // One row for each entry: the keys, the entry's place, the entry.
  template <typename List, typename... Keys>
  Status put_list(std::string_view sql, const List& list, const Keys&... keys);
  Status put_lists(std::int64_t doc, const Record& record);
  Status put_lists_of_actor(std::int64_t doc, const ActorRow& row);
  Status put_lists_of_act(std::int64_t doc, const ActRow& row);
  template <typename... Values>
  Status put(std::string_view sql, const Values&... values);
  Status finish(Statement& statement);
  // Prepared once each (the SQL of a `key` is only made then), and started anew by whoever is done with it.
  template <typename MakeSql>
  Result<Statement*> prepared(std::string_view key, const MakeSql& make_sql);
  Result<Statement*> prepared(std::string_view sql);

  Database* database_;
  std::map<std::string, Statement, std::less<>> statements_;

  struct Words {
    std::int64_t doc = 0;
    std::string title, text;
    std::vector<std::pair<std::int64_t, std::string>> statements;  // rowid, words
  };
  std::vector<Words> words_;
};

}  // namespace readout::record
