// A comparison as a page of its own: no scripts, nothing fetched, two columns that stand below each other on a narrow
// screen. Everything of the input is cleaned and escaped.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "outputs/clean.hpp"
#include "outputs/comparison_wording.hpp"
#include "readout/outputs.hpp"

namespace readout {

namespace {

constexpr std::string_view head = R"(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<style>
:root{color-scheme:light dark;--ink:#1c1f24;--faint:#5d6672;--line:#d5dae1;--paper:#fff;--mark:#fff1b8;--meet:#1b7f4b;--clash:#b3261e;--open:#8a5a00}
@media(prefers-color-scheme:dark){:root{--ink:#e8eaed;--faint:#9aa4b0;--line:#39414b;--paper:#16191d;--mark:#5a4a00;--meet:#6fd19e;--clash:#ff8a80;--open:#e6b35a}}
body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:72rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.6rem;margin:0}h2{font-size:1.15rem;margin:2rem 0 .5rem;border-bottom:1px solid var(--line)}h3{font-size:1rem;margin:1.2rem 0 .4rem}
.two{display:grid;grid-template-columns:1fr 1fr;gap:1.5rem}@media(max-width:44rem){.two{grid-template-columns:1fr}}
.line{margin:0 0 .8rem}.who{font-weight:600}.faint{color:var(--faint);font-size:.88rem}
blockquote{margin:.2rem 0 0;padding-left:.8rem;border-left:3px solid var(--line)}mark{background:var(--mark);color:inherit}
.converges{color:var(--meet)}.diverges{color:var(--clash)}.mixed,.only{color:var(--open)}
</style>
)";

class Page {
 public:
  Page(const Comparison& comparison, std::string& out) : comparison_(comparison), out_(out) {}

  void write() {
    out_ += head;
    out_ += "<title>";
    text(comparison_.first + " and " + comparison_.second);
    out_ += "</title></head><body>\n<h1>";
    text(comparison_.first + " and " + comparison_.second + " side by side");
    out_ += "</h1>\n<p class=\"faint\">" + std::to_string(comparison_.reports) +
            (comparison_.reports == 1 ? " report</p>\n" : " reports</p>\n");
    section("Where they stand");
    for (const auto& issue : comparison_.issues) {
      const bool one = issue.alignment == Alignment::first_only || issue.alignment == Alignment::second_only;
      out_ += "<h3>";
      text(issue.label);
      out_ += ": <span class=\"" + std::string(one ? "only" : name_of(issue.alignment)) + "\">";
      text(outputs::in_words(issue.alignment, comparison_));
      out_ += "</span></h3>\n";
      two(issue.first, issue.second);
    }
    if (!comparison_.first_to_other.empty() || !comparison_.second_to_other.empty()) {
      section("Toward each other");
      two(comparison_.first_to_other, comparison_.second_to_other);
    }
    matters("Both say something on", comparison_.both);
    matters("Only " + comparison_.first + " speaks of", comparison_.first_only);
    matters("Only " + comparison_.second + " speaks of", comparison_.second_only);
    out_ += "</body></html>\n";
  }

 private:
  void text(std::string_view raw) {
    std::string clean;
    outputs::append_clean(raw, clean);
    for (const char c : clean) {
      switch (c) {
        case '&':
          out_ += "&amp;";
          break;
        case '<':
          out_ += "&lt;";
          break;
        case '>':
          out_ += "&gt;";
          break;
        case '"':
          out_ += "&quot;";
          break;
        default:
          out_ += c;
      }
    }
  }

  void section(std::string_view title) {
    out_ += "<h2>";
    text(title);
    out_ += "</h2>\n";
  }

  void marked(const ComparedLine& line) {
    auto spans = line.evidence;
    std::sort(spans.begin(), spans.end());
    std::uint32_t at = 0;
    for (const Span span : spans) {
      if (span.begin < at) {
        continue;
      }
      text(slice(line.sentence, {at, span.begin}));
      out_ += "<mark>";
      text(slice(line.sentence, span));
      out_ += "</mark>";
      at = span.end;
    }
    text(slice(line.sentence, {at, static_cast<std::uint32_t>(line.sentence.size())}));
  }

  void column(std::string_view party, const std::vector<ComparedLine>& lines) {
    out_ += "<div>";
    for (const auto& line : lines) {
      out_ += "<div class=\"line\"><span class=\"faint\">";
      text(party);
      out_ += "</span> <span class=\"who\">";
      text(line.holder.empty() ? "somebody" : line.holder);
      out_ += "</span> ";
      text(outputs::stand_in_words(line));
      text(line.toward.empty() ? "" : " → " + line.toward);
      out_ += " <span class=\"faint\">";
      text(line.tone);
      text(line.account.empty() ? "" : " · according to " + line.account);
      text(" · " + line.document);
      out_ += "</span><blockquote>";
      marked(line);
      out_ += "</blockquote></div>\n";
    }
    out_ += "</div>";
  }

  void two(const std::vector<ComparedLine>& first, const std::vector<ComparedLine>& second) {
    out_ += "<div class=\"two\">";
    column(comparison_.first, first);
    column(comparison_.second, second);
    out_ += "</div>\n";
  }

  void matters(const std::string& title, const std::vector<ComparedMatter>& matters) {
    if (matters.empty()) {
      return;
    }
    section(title);
    for (const auto& matter : matters) {
      out_ += "<h3>";
      text(matter.label);
      out_ += "</h3>\n";
      two(matter.first, matter.second);
    }
  }

  const Comparison& comparison_;
  std::string& out_;
};

}  // namespace

void write_html(const Comparison& comparison, std::string& out) {
  Page(comparison, out).write();
}

}  // namespace readout
