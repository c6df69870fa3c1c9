// The manual page, in roff with the man macros.
#include <string>

#include <fmt/format.h>

#include "help.hpp"
#include "terminal.hpp"

namespace readout::cli {

namespace {

// Text as roff wants it: no line begins with a control character, and what roff would read as its own is escaped.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '\\':
        out += "\\e";
        break;
      case '-':
        out += "\\-";
        break;
      case '\'':
        out += "\\(aq";
        break;
      case '`':
        out += "\\(ga";
        break;
      case '"':
        out += "\\(dq";
        break;
      case '~':
        out += "\\(ti";
        break;
      case '^':
        out += "\\(ha";
        break;
      default:
        out += c;
    }
  }
  for (std::size_t at = 0; (at = out.find("…", at)) != std::string::npos;) {
    out.replace(at, std::string_view("…").size(), "...");
  }
  return out.starts_with('.') ? std::string("\\&").append(out) : out;
}

std::string entry(std::string_view name, std::string_view value, std::string_view says) {
  const std::string shown = value.empty() ? std::string() : fmt::format(" \\fI{}\\fR", roff(value));
  return fmt::format(".TP\n\\fB{}\\fR{}\n{}\n", roff(name), shown, roff(says));
}

std::string command_section(const Command& command) {
  std::string out = fmt::format(".SS readout {}\n", roff(command.name));
  out += fmt::format("{}\n", roff(usage_line(&command)));
  for (const std::string_view paragraph : command.description) {
    out += fmt::format(".PP\n{}\n", roff(paragraph));
  }
  for (const Operand& operand : command.operands) {
    out += fmt::format(".TP\n\\fI{}\\fR\n{}\n", roff(operand.name), roff(operand.help));
  }
  for (const Flag& flag : command.flags) {
    out += entry(flag.name, flag.value, flag.help);
  }
  return out;
}

}  // namespace

std::string manual_page() {
  std::string out = fmt::format(".TH READOUT 1 \"\" \"readout {}\" \"Readout\"\n", roff(version()));
  out += ".SH NAME\nreadout \\- read news reports and keep the diplomatic record\n";
  out += ".SH SYNOPSIS\n.B readout\n\\fICOMMAND\\fR [\\fIFLAGS\\fR] [\\fIINPUT\\fR...]\n";
  out += fmt::format(".SH DESCRIPTION\n{}\n", roff(purpose()));
  out += ".SH COMMANDS\n";
  for (const Command& command : commands()) {
    out += command_section(command);
  }
  out += ".SH EXIT STATUS\n";
  for (const Named& code : exit_codes()) {
    out += entry(code.name, {}, code.says);
  }
  out += ".SH ENVIRONMENT\n";
  for (const Named& variable : environment()) {
    out += entry(variable.name, {}, variable.says);
  }
  out += ".SH EXAMPLES\n";
  for (const Command& command : commands()) {
    for (const Example& example : command.examples) {
      out += fmt::format(".TP\n\\fB{}\\fR\n{}\n", roff(example.line), roff(example.says));
    }
  }
  return out;
}

}  // namespace readout::cli
