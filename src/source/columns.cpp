// Column names are compared in lower case and without blanks; columns that no report has are passed over.
#include "source/columns.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "source/csv_rows.hpp"

namespace readout::source {

Columns::Columns(const std::vector<std::string>& header) {
  for (const std::string& cell : header) {
    std::string name(trim(cell));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    names_.push_back(std::move(name));
  }
}

Columns Columns::from_line(std::string_view line) {
  CsvRows rows(Window(std::make_unique<MemoryStream>(line)), line.size());
  const auto row = rows.next();
  return row && *row && (*row)->fault.empty() ? Columns((*row)->cells) : Columns();
}

bool Columns::has_text() const {
  return std::find(names_.begin(), names_.end(), "text") != names_.end();
}

std::size_t Columns::known() const {
  Fields fields;
  return static_cast<std::size_t>(std::count_if(
      names_.begin(), names_.end(), [&](const std::string& name) { return field_named(fields, name) != nullptr; }));
}

std::string_view Columns::twice() const {
  Fields fields;
  for (auto name = names_.begin(); name != names_.end(); ++name) {
    if (field_named(fields, *name) != nullptr && std::find(name + 1, names_.end(), *name) != names_.end()) {
      return *name;
    }
  }
  return {};
}

std::string Columns::list() const {
  constexpr std::size_t most = 12;
  constexpr std::size_t longest = 40;
  std::string out;
  for (std::size_t i = 0; i < std::min(names_.size(), most); ++i) {
    std::string name = base::to_valid_utf8(std::string_view(names_[i]).substr(0, longest));
    std::replace_if(
        name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    out += (i == 0 ? "" : ", ") + (name.empty() ? "(no name)" : name);
  }
  return names_.size() > most ? out + ", …" : out;
}

Fields Columns::fields_of(std::vector<std::string>&& cells) const {
  Fields fields;
  for (std::size_t i = 0; i < names_.size() && i < cells.size(); ++i) {
    if (std::string* field = field_named(fields, names_[i])) {
      *field = std::move(cells[i]);
    }
  }
  return fields;
}

}  // namespace readout::source
