// One pass, byte by byte outside quotes and quote by quote inside. A quote opens a cell only at its start; elsewhere it
// is a character as any other.
#include "source/csv_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace readout::source {

void CsvRows::begin_row() {
  row_ = {};
  row_.line = line_;
  cell_.clear();
  size_ = 0;
  at_ = At::cell_start;
  quotes_ = too_long_ = false;
}

void CsvRows::set_fault(std::string fault) {
  if (row_.fault.empty()) {
    row_.fault = std::move(fault);
  }
}

void CsvRows::keep(std::string_view bytes) {
  size_ += bytes.size();
  if (size_ > row_bytes_ || too_long_) {
    if (!std::exchange(too_long_, true)) {
      set_fault(fmt::format("the row is longer than {} bytes", row_bytes_));
      row_.cells = {};
      cell_ = {};
    }
    return;
  }
  cell_ += bytes;
}

void CsvRows::end_cell(bool last) {
  if (last && at_ == At::bare && cell_.ends_with('\r')) {
    cell_.pop_back();
  }
  if (!too_long_) {
    ++size_;
    row_.cells.push_back(std::exchange(cell_, {}));
  }
  at_ = At::cell_start;
}

bool CsvRows::blank() const {
  return row_.fault.empty() && !quotes_ && row_.cells.size() == 1 &&
         row_.cells[0].find_first_not_of(" \t\r") == std::string::npos;
}

void CsvRows::eat_quoted(std::string_view ready, std::size_t& at) {
  const std::size_t quote = std::min(ready.find('"', at), ready.size());
  const std::string_view bytes = ready.substr(at, quote - at);
  line_ += static_cast<std::uint64_t>(std::count(bytes.begin(), bytes.end(), '\n'));
  keep(bytes);
  at = quote;
  if (quote < ready.size()) {
    at_ = At::after_quote;
    ++at;
  }
}

// True when the row ends with this byte.
bool CsvRows::eat_outside(char byte) {
  if (byte == '\n' || byte == ',') {
    end_cell(byte == '\n');
    line_ += byte == '\n' ? 1 : 0;
    return byte == '\n';
  }
  if (byte == '"' && at_ == At::cell_start) {
    at_ = At::quoted;
    quotes_ = true;
  } else if (byte == '"' && at_ == At::after_quote) {
    keep("\"");
    at_ = At::quoted;
  } else if (at_ == At::after_quote) {
    if (byte != '\r' && byte != ' ' && byte != '\t') {
      set_fault("text follows a closing quote");
    }
  } else {
    at_ = At::bare;
    keep(std::string_view(&byte, 1));
  }
  return false;
}

bool CsvRows::eat(std::string_view ready, std::size_t& at) {
  while (at < ready.size()) {
    if (at_ == At::quoted) {
      eat_quoted(ready, at);
    } else if (eat_outside(ready[at++])) {
      return true;
    }
  }
  return false;
}

std::optional<Result<Row>> CsvRows::finish() {
  ended_ = true;
  if (at_ == At::quoted) {
    set_fault("a quote is not closed before the end of the file");
    return std::move(row_);
  }
  if (at_ == At::cell_start && row_.cells.empty() && row_.fault.empty()) {
    return std::nullopt;
  }
  end_cell(true);
  if (blank()) {
    return std::nullopt;
  }
  return std::move(row_);
}

std::optional<Result<Row>> CsvRows::next() {
  if (ended_) {
    return std::nullopt;
  }
  if (!std::exchange(begun_, true)) {
    if (const Status marked = window_.skip_mark(); !marked) {
      ended_ = true;
      return marked.error();
    }
  }
  begin_row();
  for (;;) {
    std::size_t at = 0;
    const bool whole = eat(window_.ready(), at);
    window_.take(at);
    if (whole && !blank()) {
      return std::move(row_);
    }
    if (whole) {
      begin_row();
      continue;
    }
    const auto grown = window_.more();
    if (!grown) {
      ended_ = true;
      return grown.error();
    }
    if (!*grown) {
      return finish();
    }
  }
}

}  // namespace readout::source
