// One report's rows into the tables of a store.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "readout/record.hpp"
#include "record/database.hpp"

namespace readout::record {

class Writer {
 public:
  explicit Writer(Database& database) : database_(&database) {}

  // Writes within the transaction of the caller, who undoes it when this fails. A report with the same text and name
  // that is there already makes way and leaves its place.
  Status write(const Record& record);

 private:
  // The number of the report's place: the old one, emptied, or the next.
  Result<std::int64_t> make_place(const DocumentRow& row);
  // `table_and_keys` is an INSERT's table and the columns that are no fields of the row: "act (doc, nr".
  template <typename Row, typename... Keys>
  Status put_row(const std::string& table_and_keys, const Row& row, Keys... keys);
  template <typename Rows>
  Status put_rows(const std::string& table, std::int64_t doc, const Rows& rows);
  // One row for each entry: the keys, the entry's place, the entry.
  template <typename List, typename... Keys>
  Status put_list(const std::string& sql, const List& list, const Keys&... keys);
  Status put_lists(std::int64_t doc, const Record& record);
  Status put_lists_of_actor(std::int64_t doc, const ActorRow& row);
  Status put_lists_of_act(std::int64_t doc, const ActRow& row);
  template <typename... Values>
  Status put(const std::string& sql, const Values&... values);
  Status finish(Statement& statement);
  Result<Statement*> prepared(const std::string& sql);  // once each

  Database* database_;
  std::map<std::string, Statement, std::less<>> statements_;
};

}  // namespace readout::record
