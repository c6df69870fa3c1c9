// Which actor a phrase means as a whole: the one whose mention carries the phrase in its tree.
#include "readout/resolution.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "actors/facts.hpp"
#include "actors/fold.hpp"
#include "knowledge.hpp"
#include "record/rows.hpp"

namespace readout {

namespace {

unsigned depth_of(const Syntax& syntax, TokenId token) {
  unsigned depth = 0;
  for (TokenId at = token; syntax.head[at] != no_token && depth < 100; at = syntax.head[at]) {
    ++depth;
  }
  return depth;
}

// Ahead of all others: a mention that names somebody, high in the tree, wide.
const Mention* leading(const Document& document) {
  const auto weaker = [&](const Mention& a, const Mention& b) {
    const bool named_a = a.form != MentionForm::adjective;
    const bool named_b = b.form != MentionForm::adjective;
    if (named_a != named_b) {
      return named_b;
    }
    const unsigned depth_a = depth_of(document.syntax, a.head);
    const unsigned depth_b = depth_of(document.syntax, b.head);
    return depth_a != depth_b ? depth_a > depth_b : a.span.size() < b.span.size();
  };
  const auto& mentions = document.actors.mentions;
  const auto best = std::max_element(mentions.begin(), mentions.end(), weaker);
  return best == mentions.end() || best->actor == no_actor ? nullptr : &*best;
}

// The mention carries the phrase: nothing but its own words hangs above it.
bool carries(const Document& document, const Mention& mention) {
  if (mention.form == MentionForm::adjective) {
    return mention.first == 0 && mention.last == document.tokens.size();
  }
  const TokenId up = document.syntax.head[mention.head];
  return up == no_token || (up >= mention.first && up < mention.last) ||
         mention.span.size() > document.report.text.size() / 2;
}

// CAMEO gives the United Nations and the European Union codes in the place of a country's, other bodies the one of
// their class.
std::string class_of_body(const std::string& code) {
  const std::string own = code.size() >= 6 ? code.substr(3, 3) : std::string();
  return own == "UNO" || own == "EUR" ? own : "IGO";
}

// The role whose noun, a common one ("Theresa Bishop" is no bishop), ends the phrase. In a report "an ambulance" and
// "the displaced" are told of and act seldom; who asks for them alone asks what they are.
actors::EntryId role_at_end(const actors::Knowledge& known, std::string_view phrase) {
  const auto last = phrase.find_last_of(' ');
  const char begin = phrase.empty() ? ' ' : phrase[last == std::string_view::npos ? 0 : last + 1];
  if (begin < 'a' || begin > 'z') {
    return actors::no_entry;
  }
  std::string words = actors::fold(phrase);
  for (;;) {
    if (const auto role = known.role_named(words); role != actors::no_entry) {
      return role;
    }
    const auto blank = words.find(' ');
    if (blank == std::string::npos) {
      return actors::no_entry;
    }
    words.erase(0, blank + 1);
  }
}

void describe_by_role(const actors::Knowledge& known, Resolution& out) {
  const auto role = out.actor.sector.empty() && out.actor.kind != "state" && out.actor.kind != "place"
                        ? role_at_end(known, out.phrase)
                        : actors::no_entry;
  if (role == actors::no_entry) {
    return;
  }
  const auto code = known.value(role, actors::Attribute::code, {});
  out.actor.sector = known.value(role, actors::Attribute::sector, {});
  out.actor.rank = known.value(role, actors::Attribute::rank, {});
  out.actor.kind = known.value(role, actors::Attribute::kind, {});
  out.actor.code = out.actor.country + (code.empty() ? out.actor.sector : std::string(code));
}

// "Beijing", said alone, is the government that sits there; "China" is the state.
bool stands_for_government(const actors::Knowledge& known, const Document& document, const Mention& mention) {
  const std::string_view said = slice(document.report.text, mention.span);
  const auto state = known.find(actors::EntryKind::state, document.actors.actors[mention.actor].country);
  if (state == actors::no_entry) {
    return false;
  }
  const auto facts = known.facts_of(state);
  return std::any_of(facts.begin(), facts.end(), [&](const actors::Fact& fact) {
    return (fact.attribute == actors::Attribute::capital || fact.attribute == actors::Attribute::seat) &&
           known.text(fact.text) == said;
  });
}

// By what a report would make of it.
Resolution resolve_in_text(Reader& reader, std::string_view phrase, std::optional<Day> day) {
  const Document document = reader.analyze_phrase(phrase, day);
  Resolution out{std::string(phrase), day, {}, {}};
  const Mention* mention = leading(document);
  if (mention == nullptr) {
    out.actor.name = phrase;
    return out;
  }
  const std::vector<ActorRow> rows = record::to_rows(document, "d1", reader.knowledge().parts().codes).actors;
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const ActorRow& row) {
    return std::find(row.mentions.begin(), row.mentions.end(), mention->span) != row.mentions.end();
  });
  if (found == rows.end()) {
    out.actor.name = phrase;
    return out;
  }
  out.actor = *found;
  for (const ActorRow& row : rows) {
    if (std::find(out.actor.members.begin(), out.actor.members.end(), row.id) != out.actor.members.end()) {
      out.members.push_back(row);
    }
  }
  if (out.actor.country.empty() && out.actor.code.starts_with("IGO")) {
    out.actor.country = class_of_body(out.actor.code);
  }
  if (out.actor.kind == "state" && stands_for_government(reader.knowledge().parts().actors, document, *mention)) {
    out.actor.sector = "GOV";
    out.actor.code += "GOV";
  }
  if (!carries(document, *mention)) {
    ActorRow part = std::move(out.actor);
    out.actor = {};
    out.actor.id = part.id;
    out.actor.name = phrase;
    out.actor.country = part.country;
    out.actor.code = part.country;
    out.members.clear();
  }
  return out;
}

}  // namespace

Resolution resolve(Reader& reader, std::string_view phrase, std::optional<Day> day) {
  Resolution out = resolve_in_text(reader, phrase, day);
  describe_by_role(reader.knowledge().parts().actors, out);
  return out;
}

Result<std::vector<TableFact>> facts_behind(const std::filesystem::path& data, const Resolution& resolution,
                                            const OwnKnowledge& own) {
  const auto rows = actors::rows_behind(
      data, {resolution.phrase, resolution.actor.entity, resolution.actor.country, resolution.day}, own.folder);
  if (!rows) {
    return rows.error();
  }
  std::vector<TableFact> out;
  for (const auto& row : *rows) {
    out.push_back({row.file, row.line, row.id, row.relation, row.text, row.from, row.to});
  }
  return out;
}

}  // namespace readout
