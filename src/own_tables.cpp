// Importing a file of actors, and keeping the tables that come of it.
#include "readout/own_tables.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <set>
#include <tuple>
#include <utility>

#include "actors/import.hpp"
#include "actors/tables.hpp"
#include "knowledge.hpp"

namespace readout {

namespace {

namespace fs = std::filesystem;

// Rows of one table that stand in the file already.
Status add_kept(const fs::path& file, std::vector<OwnRow>& rows) {
  std::error_code error;
  if (!fs::exists(file, error)) {
    return ok();
  }
  const auto table = actors::read_table(file);
  if (!table) {
    return table.error();
  }
  for (std::size_t row = 0; row < table->rows(); ++row) {
    const auto cell = [&](std::size_t column) { return std::string(table->cell(row, column)); };
    rows.push_back({cell(0), cell(1), cell(2), cell(3), cell(4)});
  }
  return ok();
}

std::string as_text(std::vector<OwnRow> rows) {
  std::ranges::stable_sort(rows, {}, &OwnRow::id);
  std::string text =
      "# Own actors, made by readout actors import; may be edited by hand.\nid\trelation\ttext\tfrom\tto\n";
  std::set<std::tuple<std::string, std::string, std::string, std::string>> said;
  for (const OwnRow& row : rows) {
    if (said.emplace(row.id, row.relation, row.text, row.from).second) {
      text += fmt::format("{}\t{}\t{}\t{}\t{}\n", row.id, row.relation, row.text, row.from, row.to);
    }
  }
  return text;
}

Status replace(const fs::path& file, const std::string& text) {
  const fs::path fresh = file.string() + fmt::format(".{}.new", ::getpid());
  const auto failed = [&](const char* what) {
    const int why = errno;
    std::remove(fresh.c_str());
    return Error{file.string(), 0, fmt::format("{}: {}", what, std::strerror(why)),
                 "check the folder's permissions and the room on the disk"};
  };
  std::FILE* out = std::fopen(fresh.c_str(), "wb");
  if (out == nullptr) {
    return failed("cannot be written");
  }
  const bool written = std::fwrite(text.data(), 1, text.size(), out) == text.size();
  if (std::fclose(out) != 0 || !written) {
    return failed("cannot be written");
  }
  return std::rename(fresh.c_str(), file.c_str()) == 0 ? ok() : Status(failed("cannot be replaced"));
}

}  // namespace

Result<OwnTables> import_actors(const fs::path& file, const Knowledge& knowledge) {
  const auto text = base::read_file(file);
  if (!text) {
    return text.error();
  }
  const std::string name = file.string();
  return actors::rows_of(actors::read_dictionary(*text, name), name, knowledge.parts().actors);
}

Status write_own_tables(const OwnTables& tables, const fs::path& folder) {
  const fs::path actors = folder / "actors";
  std::error_code error;
  fs::create_directories(actors, error);
  if (error) {
    return Error{actors.string(), 0, fmt::format("cannot be made: {}", error.message()),
                 "name another folder with --to"};
  }
  for (const auto& [name, rows] : tables.rows) {
    if (rows.empty()) {
      continue;
    }
    std::vector<OwnRow> all;
    if (auto kept = add_kept(actors / name, all); !kept) {
      return kept;
    }
    all.insert(all.end(), rows.begin(), rows.end());
    if (auto written = replace(actors / name, as_text(std::move(all))); !written) {
      return written;
    }
  }
  return ok();
}

}  // namespace readout
