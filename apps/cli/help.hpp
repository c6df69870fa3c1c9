// What a person reads to learn the program: help pages, the manual, completions. All made from the table of commands.
#pragma once

#include <string>
#include <string_view>

#include "commands.hpp"

namespace readout::cli {

// The page of one command, or of the whole program when `command` is null; lines at most `width` columns.
[[nodiscard]] std::string help_page(const Command* command, unsigned width);

// "Usage: readout read [--format FORM] … INPUT…", for errors too.
[[nodiscard]] std::string usage_line(const Command* command);

// The manual page in roff (man macros).
[[nodiscard]] std::string manual_page();

// A completion script; empty for a shell that is not known.
[[nodiscard]] std::string completion_script(std::string_view shell);

// The words of `text`, broken into lines of at most `width` columns, each but the first indented by `indent`.
[[nodiscard]] std::string wrap(std::string_view text, unsigned width, unsigned indent);

}  // namespace readout::cli
