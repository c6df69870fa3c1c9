// Sentences in which somebody marked words: "<s>Iran</s> condemned <t>a US court</t>".
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "readout/span.hpp"

namespace readout::base {

struct Marked {
  std::string text;            // without the marks
  std::map<char, Span> marks;  // the first of each letter, in bytes of `text`
};

// Marks are one small letter in angle brackets; they may nest. Nothing when one closes that was not opened.
[[nodiscard]] std::optional<Marked> unmark(std::string_view sentence);

}  // namespace readout::base
