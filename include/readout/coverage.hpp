// What the rules do not take: verbs and nouns between two known actors that no act of the record rests on, by
// frequency.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "readout/document.hpp"
#include "readout/outputs.hpp"
#include "readout/reader.hpp"

namespace readout {

// A word of a report that stands between two actors and that no event and no statement took.
struct Untaken {
  std::string lemma;
  std::string kind;  // "verb", "noun"
  Span word;
  Span sentence;
};

// In text order. An actor is known when it has a code; places are no actors.
[[nodiscard]] std::vector<Untaken> untaken_words(const Document& document, const Knowledge& knowledge);

struct CoverageRow {
  std::string lemma, kind;
  std::uint64_t count = 0;
  std::uint64_t reports = 0;
  std::vector<std::string> rules;  // that begin at this lemma, but did not hold
  // The first place:
  std::string report;    // its name
  std::string sentence;  // as it stands there
  Span word;             // in `sentence`
};

// Sums up reports, in any number.
class Coverage {
 public:
  void add(const Document& document, const Knowledge& knowledge);
  // Most frequent first; at most `top`, 0 for all.
  [[nodiscard]] std::vector<CoverageRow> rows(std::size_t top) const;

 private:
  std::map<std::string, CoverageRow> rows_;  // by kind and lemma
};

void write_jsonl(const std::vector<CoverageRow>& rows, std::string& out);
void write_text(const std::vector<CoverageRow>& rows, const TextView& view, std::string& out);

}  // namespace readout
