// A resolved phrase: one JSON line for programs; for people the answer, then the rows that it rests on.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "outputs/clean.hpp"
#include "outputs/json_text.hpp"
#include "readout/resolution.hpp"

namespace readout {

namespace {

void line(std::string& out, std::string_view label, std::string_view value) {
  if (!value.empty()) {
    out += fmt::format("  {:<12}", label);
    outputs::append_clean(value, out);
    out += '\n';
  }
}

std::string term_of(const TableFact& fact) {
  if (fact.from.empty() && fact.to.empty()) {
    return {};
  }
  return fmt::format("  {} – {}", fact.from.empty() ? "…" : fact.from, fact.to.empty() ? "…" : fact.to);
}

}  // namespace

void write_jsonl(const Resolution& resolution, std::string& out) {
  const ActorRow& actor = resolution.actor;
  std::vector<std::string> members;
  for (const ActorRow& member : resolution.members) {
    members.push_back(member.name);
  }
  outputs::JsonObject row(out);
  row.text("record", "actor");
  row.text("phrase", resolution.phrase);
  row.text("date", resolution.day ? to_iso(*resolution.day) : std::string());
  row.text("kind", actor.kind);
  row.text("entity", actor.entity);
  row.text("name", actor.name);
  row.text("native_name", actor.native_name);
  row.text("country", actor.country);
  row.text("sector", actor.sector);
  row.text("code", actor.code);
  row.text("office", actor.office);
  row.text("rank", actor.rank);
  row.flag("anonymous", actor.anonymous);
  row.texts("members", members);
  row.spans("mentions", actor.mentions);
  row.close();
  out += '\n';
}

void write_text(const Resolution& resolution, const std::vector<TableFact>& facts, std::string& out) {
  const ActorRow& actor = resolution.actor;
  outputs::append_clean(resolution.phrase, out);
  out += resolution.day ? fmt::format(", on {}\n", to_iso(*resolution.day)) : ", on no day: offices stay open\n";
  if (actor.kind.empty() && actor.country.empty()) {
    out += "  nobody that the tables or the words make out\n";
    return;
  }
  line(out, "name", actor.native_name.empty() ? actor.name : fmt::format("{} ({})", actor.name, actor.native_name));
  line(out, "kind", actor.kind);
  line(out, "office", actor.office);
  line(out, "rank", actor.rank);
  line(out, "country", actor.country);
  line(out, "sector", actor.sector);
  line(out, "code", actor.code);
  for (const ActorRow& member : resolution.members) {
    line(out, "member", member.name);
  }
  out += facts.empty() ? "no row of the tables names it: made out from the words alone\n" : "rests on\n";
  std::size_t width = 0;
  for (const TableFact& fact : facts) {
    width = std::max(width, fmt::format("{}:{}", fact.file, fact.line).size());
  }
  for (const TableFact& fact : facts) {
    out += fmt::format("  {:<{}}  {} {} {}{}\n", fmt::format("{}:{}", fact.file, fact.line), width, fact.id,
                       fact.relation, fact.text, term_of(fact));
  }
}

}  // namespace readout
