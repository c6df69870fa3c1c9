// How a record is written: JSON Lines for programs, a view for people; CoNLL-U and trees for the parse beneath.
// Each appends to `out` and never fails: text that is not UTF-8 comes out with U+FFFD.
#pragma once

#include <string>
#include <vector>

#include "readout/answer.hpp"
#include "readout/compare.hpp"
#include "readout/document.hpp"
#include "readout/pretokenized.hpp"
#include "readout/record.hpp"

namespace readout {

// All rows of the record, one JSON object a line: document, actors, times, accounts, issues, acts,
// stances, claims (docs/record.md).
void write_jsonl(const Record& record, std::string& out);

struct TextView {
  bool color = false;   // ANSI colours; control characters of the input never reach the terminal either way
  unsigned width = 80;  // columns
  unsigned acts =
      20;  // at most so many events and statements of a report, then a line that says how many are left; 0: all
};

// The record as a person likes to read it.
void write_text(const Record& record, const TextView& view, std::string& out);

// Two parties side by side: for people; as one JSON object on a line; as a page of HTML that needs nothing else.
void write_text(const Comparison& comparison, const TextView& view, std::string& out);
void write_json(const Comparison& comparison, std::string& out);
void write_html(const Comparison& comparison, std::string& out);

// The parse, ten columns a token; MISC carries Span=BEGIN:END in bytes of the text.
void write_conllu(const Document& document, std::string& out);

// Appends the lines with LEMMA, UPOS, XPOS, HEAD and DEPREL of each word as parsed. FEATS and DEPS, which are not
// parsed, are left open; comments, ids, forms, MISC, multiword tokens and empty nodes come out as they stood.
void write_conllu(const Pretokenized& given, const Syntax& syntax, std::string& out);

// The parse as an indented tree for each sentence.
void write_tree(const Document& document, const TextView& view, std::string& out);

// The answers of a store. JSON: one array, an object a line; its keys and the columns of CSV are the same
// (docs/questions.md).
void write_json(const Answer& answer, std::string& out);
void write_json(const std::vector<PanelRow>& panel, std::string& out);
// CSV as RFC 4180 has it; a cell that a spreadsheet would take for a formula begins with an apostrophe.
void write_csv(const Answer& answer, std::string& out);
void write_csv(const std::vector<PanelRow>& panel, std::string& out);
void write_text(const Answer& answer, const TextView& view, std::string& out);
void write_text(const std::vector<PanelRow>& panel, std::string& out);
// A page to hand on: sections as headings, every line with its source.
void write_markdown(const Answer& answer, std::string& out);
void write_html(const Answer& answer, std::string& out);

}  // namespace readout
