// What the two streams of the program are connected to, and what that asks of us: colours, width, progress.
#pragma once

#include <string_view>

#include "readout/outputs.hpp"

namespace readout::cli {

class Arguments;

enum class Stream : int { in = 0, out = 1, err = 2 };

[[nodiscard]] bool is_terminal(Stream stream);

// Columns of the terminal, else $COLUMNS, else 80; kept within what a view can use.
[[nodiscard]] unsigned width();

// By --color, NO_COLOR, CLICOLOR_FORCE, TERM and whether standard output is a terminal; the first that speaks decides.
[[nodiscard]] bool wants_color(std::string_view when);

// The text view that the arguments and the terminal ask for.
[[nodiscard]] TextView text_view(const Arguments& arguments);

// "jsonl" or "text": the one asked for, else what suits standard output.
[[nodiscard]] bool wants_text(const Arguments& arguments);

[[nodiscard]] std::string_view version();

}  // namespace readout::cli
