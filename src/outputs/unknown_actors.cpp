// Unknown actors as JSON lines, as a list for people, and as rows for a table.
#include "readout/unknown_actors.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "outputs/clean.hpp"
#include "outputs/json_text.hpp"

namespace readout {

namespace {

std::string clean(std::string_view text) {
  std::string out;
  outputs::append_clean(text, out);
  return out;
}

std::string counted(std::uint64_t n, std::string_view noun) {
  return fmt::format("{} {}{}", n, noun, n == 1 ? "" : "s");
}

// What is known, parted by commas: "person, USA, GOV, trade commissioner".
std::string said_of(const UnknownActor& actor) {
  std::string out = actor.kind;
  for (const std::string* part : {&actor.country, &actor.sector}) {
    out += part->empty() ? "" : ", " + *part;
  }
  for (const std::string& words : actor.words) {
    out += ", " + words;
  }
  return out;
}

// Words to the width, each line indented.
void append_wrapped(std::string_view text, unsigned width, std::string_view indent, std::string& out) {
  std::string line(indent);
  while (!text.empty()) {
    const auto word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    if (line.size() > indent.size() && line.size() + 1 + word.size() > width) {
      out += line + "\n";
      line = indent;
    }
    line += (line.size() > indent.size() ? " " : "") + std::string(word);
  }
  out += line + "\n";
}

std::string_view table_of(std::string_view kind) {
  return kind == "person"        ? "persons.tsv"
         : kind == "institution" ? "institutions.tsv"
         : kind == "outlet"      ? "media.tsv"
                                 : "organizations.tsv";
}

std::string id_of(std::string_view name) {
  std::string id = "own.";
  for (const char c : name) {
    const bool letter =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80U) != 0;
    if (letter || (c >= 'A' && c <= 'Z')) {
      id += letter ? c : static_cast<char>(c + 32);
    } else if (!id.ends_with('_') && !id.ends_with('.')) {
      id += '_';
    }
  }
  while (id.ends_with('_')) {
    id.pop_back();
  }
  return id;
}

}  // namespace

void write_jsonl(const std::vector<UnknownActor>& actors, std::string& out) {
  for (const UnknownActor& actor : actors) {
    outputs::JsonObject row(out);
    row.text("record", "unknown");
    row.text("name", actor.name);
    row.text("kind", actor.kind);
    row.text("country", actor.country);
    row.text("sector", actor.sector);
    row.texts("words", actor.words);
    row.number("reports", actor.reports);
    row.number("mentions", actor.mentions);
    row.text("sentence", actor.sentence);
    row.text("document", actor.document);
    row.close();
    out += '\n';
  }
}

void write_text(const std::vector<UnknownActor>& actors, unsigned width, std::string& out) {
  for (const UnknownActor& actor : actors) {
    out += fmt::format("{} — {}, {}\n", clean(actor.name), counted(actor.reports, "report"),
                       counted(actor.mentions, "mention"));
    append_wrapped(clean(said_of(actor)), width, "  ", out);
    append_wrapped(clean(actor.sentence), width, "  │ ", out);
  }
}

void write_table(const std::vector<UnknownActor>& actors, std::string& out) {
  std::map<std::string_view, std::string> tables;
  for (const UnknownActor& actor : actors) {
    std::string& rows = tables[table_of(actor.kind)];
    const std::string id = id_of(actor.name);
    rows += fmt::format("# {}: {}\n", counted(actor.reports, "report"), clean(actor.sentence));
    for (const auto& [relation, text] :
         {std::pair("name", &actor.name), std::pair("country", &actor.country), std::pair("sector", &actor.sector)}) {
      rows += text->empty() ? "" : fmt::format("{}\t{}\t{}\t\t\n", id, relation, clean(*text));
    }
  }
  for (const auto& [table, rows] : tables) {
    out += fmt::format("# --- {}\nid\trelation\ttext\tfrom\tto\n{}", table, rows);
  }
}

}  // namespace readout
