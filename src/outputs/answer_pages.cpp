// An answer as a page: Markdown for those who write on, HTML for those who read. Words of reports are escaped: nothing
// in them becomes a heading, a link or a script.
#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "outputs/answer_words.hpp"
#include "outputs/clean.hpp"
#include "outputs/wording.hpp"
#include "readout/outputs.hpp"

namespace readout {

namespace {

std::string clean(std::string_view text) {
  std::string out;
  outputs::append_clean(text, out);
  return out;
}

std::string markdown(std::string_view text) {
  std::string out;
  for (const char c : clean(text)) {
    if (std::string_view("\\`*_{}[]<>#|~&").find(c) != std::string_view::npos) {
      out += '\\';
    }
    out += c;
  }
  return out;
}

std::string html(std::string_view text) {
  std::string out;
  for (const char c : clean(text)) {
    out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '"' ? "&quot;" : std::string(1, c);
  }
  return out;
}

// An address that a page may link to: nothing but http, and no mark that would end the link.
bool is_link(std::string_view url) {
  return (url.starts_with("https://") || url.starts_with("http://")) &&
         std::none_of(url.begin(), url.end(), [](char c) {
           return static_cast<unsigned char>(c) <= ' ' ||
                  std::string_view("<>\"'`\\").find(c) != std::string_view::npos;
         });
}

template <typename Each>
std::size_t in_section(const Answer& answer, const std::string& section, const Each& each) {
  std::size_t count = 0;
  for (const Line& line : answer.lines) {
    if (line.section == section) {
      ++count;
      each(line);
    }
  }
  return count;
}

constexpr std::string_view style =
    "body{font:16px/1.5 Georgia,serif;max-width:46em;margin:2em auto;padding:0 1em;color:#222}"
    "h1,h2{font-family:system-ui,sans-serif;font-weight:600}h2{border-bottom:1px solid #ccc;margin-top:2em}"
    "li{margin:0 0 1.1em;list-style:none}ul{padding:0}time{display:inline-block;min-width:7em;color:#555}"
    "blockquote{margin:.2em 0 .2em 7em;padding-left:.8em;border-left:3px solid #bbb}"
    ".account{color:#8a4b00}.source{margin-left:7em;font-size:85%;color:#666}.none{color:#888}";

}  // namespace

void write_markdown(const Answer& answer, std::string& out) {
  out += fmt::format("# {}\n", markdown(answer.title));
  for (const auto& section : answer.sections) {
    out += fmt::format("\n## {}\n\n", markdown(section));
    const auto count = in_section(answer, section, [&](const Line& line) {
      out += fmt::format("* **{}** {}", markdown(outputs::when_of(line)), markdown(outputs::headline_of(line)));
      const auto account = outputs::account_of(line);
      out += account.empty() ? "\n" : fmt::format(" — *{}*\n", markdown(account));
      out += line.sentence.empty() ? "" : fmt::format("  > {}\n", markdown(line.sentence));
      const auto source = markdown(outputs::source_of(line));
      out += is_link(line.url) ? fmt::format("\n  [{}](<{}>)\n", source, line.url) : fmt::format("\n  {}\n", source);
    });
    out += count == 0 ? outputs::nothing_in() + "\n" : "";
  }
  for (const auto& note : answer.notes) {
    out += fmt::format("\n{}\n", markdown(note));
  }
}

void write_html(const Answer& answer, std::string& out) {
  const auto title = html(answer.title);
  out += fmt::format(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
      "content=\"width=device-width\">\n<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<h1>{}</h1>\n",
      title, style, title);
  for (const auto& section : answer.sections) {
    out += fmt::format("<h2>{}</h2>\n<ul>\n", html(section));
    const auto count = in_section(answer, section, [&](const Line& line) {
      out += fmt::format("<li><time datetime=\"{}\">{}</time> {}", html(line.day), html(outputs::when_of(line)),
                         html(outputs::headline_of(line)));
      const auto account = outputs::account_of(line);
      out += account.empty() ? "" : fmt::format(" <span class=\"account\">{}</span>", html(account));
      out += line.sentence.empty() ? "" : fmt::format("\n<blockquote>{}</blockquote>", html(line.sentence));
      const auto source = html(outputs::source_of(line));
      out += is_link(line.url)
                 ? fmt::format("\n<div class=\"source\"><a href=\"{}\">{}</a></div></li>\n", html(line.url), source)
                 : fmt::format("\n<div class=\"source\">{}</div></li>\n", source);
    });
    out += "</ul>\n";
    out += count == 0 ? fmt::format("<p class=\"none\">{}</p>\n", outputs::nothing_in()) : "";
  }
  for (const auto& note : answer.notes) {
    out += fmt::format("<p class=\"none\">{}</p>\n", html(note));
  }
  out += "</body>\n</html>\n";
}

}  // namespace readout
