// A comparison as one JSON object on one line, keys always there.
#include <string>
#include <string_view>
#include <vector>

#include "outputs/json_text.hpp"
#include "readout/outputs.hpp"

namespace readout {

namespace {

using outputs::JsonObject;

void write(const ComparedLine& line, std::string& out) {
  JsonObject row(out);
  row.text("document", line.document);
  row.text("id", line.id);
  row.text("holder", line.holder);
  row.text("account", line.account);
  row.text("toward", line.toward);
  row.text("what", line.what);
  row.integer("polarity", line.polarity);
  row.flag("against_other", line.against_other);
  row.text("tone", line.tone);
  row.text("condition", line.condition);
  row.text("sentence", line.sentence);
  row.span("span", line.span);
  auto absolute = line.evidence;
  for (Span& span : absolute) {
    span = {span.begin + line.span.begin, span.end + line.span.begin};
  }
  row.spans("evidence", absolute);
  row.close();
}

template <typename Item, typename Write>
void write_list(std::string_view key, const std::vector<Item>& items, const Write& write_one, std::string& out) {
  out += ",\"";
  out += key;
  out += "\":[";
  for (std::size_t i = 0; i < items.size(); ++i) {
    out += i > 0 ? "," : "";
    write_one(items[i]);
  }
  out += ']';
}

}  // namespace

void write_json(const Comparison& comparison, std::string& out) {
  const auto put_line = [&](const ComparedLine& line) { write(line, out); };
  const auto put_sides = [&](const auto& matter) {
    write_list("first", matter.first, put_line, out);
    write_list("second", matter.second, put_line, out);
    out += '}';
  };
  const auto put_matter = [&](const ComparedMatter& matter) {
    JsonObject row(out);
    row.text("label", matter.label);
    put_sides(matter);
  };
  JsonObject all(out);
  all.text("record", "comparison");
  all.text("first", comparison.first);
  all.text("second", comparison.second);
  all.number("reports", comparison.reports);
  write_list(
      "issues", comparison.issues,
      [&](const ComparedIssue& issue) {
        JsonObject row(out);
        row.text("code", issue.code);
        row.text("label", issue.label);
        row.text("alignment", name_of(issue.alignment));
        put_sides(issue);
      },
      out);
  write_list("first_to_other", comparison.first_to_other, put_line, out);
  write_list("second_to_other", comparison.second_to_other, put_line, out);
  write_list("both", comparison.both, put_matter, out);
  write_list("first_only", comparison.first_only, put_matter, out);
  write_list("second_only", comparison.second_only, put_matter, out);
  out += "}\n";
}

}  // namespace readout
