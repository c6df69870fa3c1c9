// Actor dictionaries of other coders as they are written: names with their codes and days. Nothing is looked up yet.
//
// Sources: the PETRARCH readers and the Phoenix dictionaries (github.com/openeventdata/petrarch2, …/Dictionaries), the
// TABARI manual 0.8 (Schrodt 2012). Years 00–30 of two digits are 2000–2030, the others 1931–1999, as there.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "readout/result.hpp"

namespace readout::actors {

// "[AFGGOV >011222]" or "[~AGR]".
struct DatedCode {
  std::string code;      // without "~"
  std::string from, to;  // YYYY-MM-DD; empty: open
  std::uint64_t line = 0;
};

struct DictionaryName {
  std::string text;  // in ordinary capitals: "Hamid Karzai"; of an agent in lower case: "farmer"
  std::uint64_t line = 0;
};

struct DictionaryEntry {
  bool agent = false;                 // a role ("farmer"), not somebody
  bool no_plural = false;             // "POLICE {}"
  std::vector<DictionaryName> names;  // the first is the entry's own, the others its synonyms
  std::vector<std::string> plurals;
  std::vector<DatedCode> codes;
};

struct Dictionary {
  std::vector<DictionaryEntry> entries;
  std::vector<Error> problems;  // every line that was not understood
};

// Either form: a table with tabs whose first line names the columns name and code, else a dictionary. `file` stands for
// the text in errors. Total: any bytes give a Dictionary.
[[nodiscard]] Dictionary read_dictionary(std::string_view text, const std::string& file);

// The two forms by themselves.
[[nodiscard]] Dictionary read_coder_dictionary(std::string_view text, const std::string& file);
[[nodiscard]] Dictionary read_name_table(std::string_view text, const std::string& file);
[[nodiscard]] bool is_name_table(std::string_view text);

// "KURDISTAN_WORKERS'_PARTY_" → "Kurdistan Workers' Party"; "ARMY_OF_GOD_" → "Army of God".
[[nodiscard]] std::string in_ordinary_capitals(std::string_view name);

// Capital letters in threes: "AFGGOV".
[[nodiscard]] bool is_actor_code(std::string_view code);

// "20011222", "011222" or "2001-12-22" → "2001-12-22"; empty when it is no day.
[[nodiscard]] std::string iso_day(std::string_view text);

}  // namespace readout::actors
