// Lines that are about the report and not of it: bylines, credits, captions, heads of link lists. Precision before
// recall: a sentence taken for a credit is lost to the record; a credit taken for a sentence says little and does no
// harm.
#pragma once

#include <string_view>

#include "readout/span.hpp"
#include "text/lexicon.hpp"

namespace readout::text {

// What the words of a line may be made of: names, agencies, roles and the small words between them; no verb, no
// sentence.
[[nodiscard]] bool is_names_only(std::string_view line, const Lexicon& lexicon);

// "By Jane Doe and John Roe, Associated Press", anywhere.
[[nodiscard]] bool is_byline(std::string_view line, const Lexicon& lexicon);

// "Jane Doe in Geneva", "Staff writer, with CNA": believed only above the first paragraph. `body` is searched for the
// words in lower case, which would show them to be no names.
[[nodiscard]] bool is_bare_byline(std::string_view line, std::string_view body, const Lexicon& lexicon);

// "Additional reporting by …", "© 2021 …", "Source: …".
[[nodiscard]] bool is_credit(std::string_view line, const Lexicon& lexicon);

// "Image: …", "Photo by …": what it credits stands above it.
[[nodiscard]] bool is_picture_credit(std::string_view line, const Lexicon& lexicon);

// "Sources", "External links": what follows is a list of sources too.
[[nodiscard]] bool is_section_head(std::string_view line, const Lexicon& lexicon);

// "File photo: …", "… (AP Photo/J. Doe)", and "—Jane Doe" below a pull quote.
[[nodiscard]] bool is_caption(std::string_view line, const Lexicon& lexicon);

// The outlet's own name, or a notice of its rights.
[[nodiscard]] bool is_publisher(std::string_view line, std::string_view outlet, const Lexicon& lexicon);

// A line without the form of a sentence that could head a section or a report.
[[nodiscard]] bool is_title_like(std::string_view line, std::size_t most_words, std::size_t most_bytes);

// The bytes of a list item's mark ("- ", "• ", "1. ", "(a) ") with the blanks behind it; 0 when the line has none.
[[nodiscard]] std::size_t list_mark(std::string_view line);

}  // namespace readout::text
