#include "terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "arguments.hpp"

namespace readout::cli {

namespace {

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

}  // namespace

bool is_terminal(Stream stream) {
  return ::isatty(static_cast<int>(stream)) == 1;
}

unsigned width() {
  constexpr unsigned usual = 80;
  unsigned columns = usual;
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    columns = size.ws_col;
  } else if (const std::string_view told = variable("COLUMNS"); !told.empty()) {
    std::from_chars(told.data(), told.data() + told.size(), columns);
  }
  return std::clamp(columns, 40U, 160U);
}

bool wants_color(std::string_view when) {
  if (when == "always" || when == "never") {
    return when == "always";
  }
  if (!variable("NO_COLOR").empty()) {
    return false;
  }
  if (const std::string_view forced = variable("CLICOLOR_FORCE"); !forced.empty() && forced != "0") {
    return true;
  }
  return is_terminal(Stream::out) && variable("TERM") != "dumb" && !variable("TERM").empty();
}

TextView text_view(const Arguments& arguments) {
  TextView view;
  view.color = wants_color(arguments.value("--color", "auto"));
  view.width = width();
  if (arguments.has("--all")) {
    view.acts = 0;
  }
  return view;
}

bool wants_text(const Arguments& arguments) {
  return arguments.value("--format", is_terminal(Stream::out) ? "text" : "jsonl") == "text";
}

std::string_view version() {
  return READOUT_CLI_VERSION;
}

}  // namespace readout::cli
