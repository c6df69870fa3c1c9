// What a store answers: lines, each with its day, the words it rests on and where they stand; or a panel of counts.
// Empty text is unknown, here as in the record.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace readout {

struct Line {
  std::string section;                   // "What happened": one of Answer::sections
  std::string day;                       // YYYY-MM-DD, of what is told; of the report where nothing else is known
  std::string when, earliest, latest;    // as in the record; empty where the report gives no day
  std::string source, target;            // parties: "USA"
  std::string who, whom;                 // names; several with ", " between
  std::string what;                      // an event in words, the cue of a statement, a remark
  std::string status;                    // "planned"; empty when it happened
  std::string account;                   // "Xinhua › Xi Jinping"; empty: the report's own voice
  std::string sentence;                  // the report's words
  std::string title, date, outlet, url;  // of the report
  std::string report;                    // its name
  std::string act;                       // the act's id in it
  std::string cameo, plover;
  std::uint64_t tellings = 1;  // reports that tell it

  friend bool operator==(const Line&, const Line&) = default;
};

struct Answer {
  std::string title;
  std::vector<std::string> sections;  // in order, also those without a line
  std::vector<Line> lines;            // section by section
  std::vector<std::string> notes;     // what the lines do not say: what was left out
};

// Events that happened between two parties in one month; no row of the span is missing, also where nothing happened.
struct PanelRow {
  std::string source, target, month;  // "2021-09"
  std::uint64_t events = 0, verbal_cooperation = 0, material_cooperation = 0, verbal_conflict = 0,
                material_conflict = 0;
  double goldstein = 0;  // sum
  std::uint64_t statements = 0;

  friend bool operator==(const PanelRow&, const PanelRow&) = default;
};

}  // namespace readout
