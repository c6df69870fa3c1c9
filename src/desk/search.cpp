// Words to statements and reports. What the user types never is FTS5's query language: each word becomes a quoted
// phrase, which the tokenizer of the index then cuts as it cut the text: "U.S." → u s, "US-China" → us china.
#include <fmt/format.h>

#include "desk/query.hpp"
#include "desk/state.hpp"

namespace readout {

namespace {

constexpr const char* statements = "Statements";
constexpr const char* reports = "Reports";

std::string limit(std::size_t most) {
  return most == 0 ? "" : fmt::format(" LIMIT {}", most + 1);  // one more tells that there are more
}

void cut_to(std::size_t most, std::string_view noun, std::vector<Line>& lines, Answer& answer) {
  if (most > 0 && lines.size() > most) {
    lines.resize(most);
    answer.notes.push_back(fmt::format("more {} have these words; --most 0 shows them", noun));
  }
  answer.lines.insert(answer.lines.end(), lines.begin(), lines.end());
}

}  // namespace

Result<Answer> Desk::search(const std::string& words, const Period& period, std::size_t most) const {
  Answer answer;
  answer.title = words;
  answer.sections = {statements, reports};
  const std::string query = desk::fts_query(words);
  if (query.empty()) {
    return Error{"", 0, fmt::format("\"{}\" holds no word to search for", words), "give a word or a number"};
  }
  std::vector<std::string> values{query};
  std::string days = desk::within(period, "date", values);
  struct Place {
    std::int64_t doc = 0;
    std::size_t nr = 0;
    std::string words;
  };
  std::vector<Place> found;
  auto status = state_->each(
      "SELECT statement_words.rowid, snippet(statement_words, 0, '', '', '…', 40) FROM statement_words JOIN document "
      "ON doc = statement_words.rowid >> 20 "
      "WHERE statement_words MATCH ?" +
          days + " ORDER BY rank, statement_words.rowid" + limit(most),
      values, [&](record::Statement& row) {
        const auto rowid = row.number();
        found.push_back({rowid >> 20U, static_cast<std::size_t>(rowid & 0xFFFFF), row.text()});
      });
  std::vector<Line> lines;
  for (std::size_t i = 0; status && i < found.size(); ++i) {
    const auto record = state_->record_at(found[i].doc);
    if (!record) {
      return record.error();
    }
    if (found[i].nr < (*record)->acts.size()) {
      lines.push_back(desk::line_of(**record, (*record)->acts[found[i].nr]));
      lines.back().section = statements;
      lines.back().sentence =
          found[i].words;  // around the words; a statement can be much longer than its first sentence
    }
  }
  cut_to(most, "statements", lines, answer);
  lines.clear();
  if (status) {
    status = state_->each(
        "SELECT document.name, document.date, document.title, ifnull(outlet, publisher), url, "
        "snippet(report_words, 1, '', '', '…', 40) FROM report_words JOIN document ON doc = report_words.rowid "
        "WHERE report_words MATCH ?" +
            days + " ORDER BY rank, doc" + limit(most),
        values, [&](record::Statement& row) {
          Line line;
          line.section = reports;
          line.report = row.text();
          line.date = line.day = row.text();
          line.title = row.text();
          line.outlet = row.text();
          line.url = row.text();
          line.sentence = row.text();
          lines.push_back(std::move(line));
        });
  }
  if (!status) {
    return status.error();
  }
  cut_to(most, "reports", lines, answer);
  return answer;
}

}  // namespace readout
