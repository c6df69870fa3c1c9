// An act as a line that can stand alone: names for ids, words for spans, the chain of accounts written out.
#include <algorithm>
#include <optional>

#include "desk/state.hpp"

namespace readout::desk {

namespace {

constexpr std::size_t longest_sentence = 600;  // bytes either side of a span whose sentence has no end
constexpr std::size_t longest_chain = 8;

const AccountRow* account_in(const Record& record, std::string_view id) {
  const auto found =
      std::find_if(record.accounts.begin(), record.accounts.end(), [&](const AccountRow& row) { return row.id == id; });
  return found == record.accounts.end() ? nullptr : &*found;
}

std::string name_in(const Record& record, std::string_view id) {
  const ActorRow* row = actor_in(record, id);
  if (row == nullptr || row->name.empty()) {
    return "somebody";
  }
  return row->anonymous ? row->name + " (anonymous)" : row->name;
}

// "Xinhua › Xi Jinping"; whoever quotes themselves stands once.
std::string chain_in(const Record& record, std::string_view id) {
  std::string chain;
  std::string_view last;
  std::size_t steps = 0;
  for (const AccountRow* row = account_in(record, id); row != nullptr && !row->parent.empty() && steps < longest_chain;
       row = account_in(record, row->parent), ++steps) {
    if (chain.empty() || row->source != last) {
      chain = chain.empty() ? name_in(record, row->source) : name_in(record, row->source) + " › " + chain;
    }
    last = row->source;
  }
  return chain;
}

// `at` is the first byte after the mark, and after the quotation marks and brackets that close with it.
bool ends_a_sentence(std::string_view text, std::size_t at) {
  if (text[at - 1] == '\n') {
    return true;
  }
  if (at < text.size() && text[at] != ' ' && text[at] != '\n') {
    return false;
  }
  auto before = text.substr(0, at);
  for (const std::string_view closing : {"\"", "”", "’", "'", ")", "]"}) {
    if (before.ends_with(closing)) {
      before.remove_suffix(closing.size());
    }
  }
  return before.ends_with('.') || before.ends_with('!') || before.ends_with('?');
}

// What a statement says of a party may stand sentences after its beginning: then that sentence is added.
void add_what_it_is_about(const Record& record, const ActRow& act, const std::string& party, Line& line) {
  std::optional<Span> first;
  for (const ActorRow& actor : record.actors) {
    if (actor.country != party && !actor.code.starts_with(party)) {
      continue;
    }
    for (const Span mention : actor.mentions) {
      const bool inside = std::any_of(act.content.begin(), act.content.end(), [&](Span part) {
        return part.begin <= mention.begin && mention.begin < part.end;
      });
      if (inside && (!first || mention.begin < first->begin)) {
        first = mention;
      }
    }
  }
  if (first && !act.sentence.contains(*first)) {
    const Span more = sentence_around(record.text, *first);
    line.sentence += more.begin >= act.sentence.begin && more.begin <= act.sentence.end + 2 ? " " : " … ";
    line.sentence += slice(record.text, {std::max(more.begin, act.sentence.end), std::max(more.end, act.sentence.end)});
  }
}

}  // namespace

const ActorRow* actor_in(const Record& record, std::string_view id) {
  const auto found =
      std::find_if(record.actors.begin(), record.actors.end(), [&](const ActorRow& row) { return row.id == id; });
  return found == record.actors.end() ? nullptr : &*found;
}

std::string names_in(const Record& record, const std::vector<std::string>& ids) {
  std::string names;
  for (const auto& id : ids) {
    names += names.empty() ? "" : ", ";
    names += name_in(record, id);
  }
  return names;
}

Span sentence_around(std::string_view text, Span span) {
  std::size_t begin = std::min<std::size_t>(span.begin, text.size());
  std::size_t end = std::clamp<std::size_t>(span.end, begin, text.size());
  const std::size_t least = begin - std::min(begin, longest_sentence);
  const std::size_t most = std::min(text.size(), end + longest_sentence);
  while (begin > least && !ends_a_sentence(text, begin)) {
    --begin;
  }
  while (end < most && (text[end] == '\n' || !ends_a_sentence(text, end + 1))) {
    if (text[end] == '\n') {
      break;
    }
    ++end;
  }
  end = end < most && text[end] != '\n' ? end + 1 : end;
  while (begin < end && (text[begin] == ' ' || text[begin] == '\n')) {
    ++begin;
  }
  // Where a limit cut it, no character is cut.
  while (begin < end && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) {
    ++begin;
  }
  while (end > begin && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

Line line_of(const Record& record) {
  Line line;
  const DocumentRow& document = record.document;
  line.day = line.date = document.date;
  line.title = document.title;
  line.outlet = !document.outlet.empty() ? document.outlet : document.publisher;
  line.url = document.url;
  line.report = document.name;
  return line;
}

Line line_of(const Record& record, const ActRow& act) {
  Line line = line_of(record);
  line.act = act.id;
  line.day = !act.when_earliest.empty() ? act.when_earliest
             : !act.when_latest.empty() ? act.when_latest
                                        : record.document.date;
  line.when = act.when_value;
  line.earliest = act.when_earliest;
  line.latest = act.when_latest;
  line.sentence = slice(record.text, act.sentence);
  if (act.kind == ActKind::statement) {
    line.who = name_in(record, act.speaker);
    line.whom = act.addressee.empty() ? "" : name_in(record, act.addressee);
    line.what = act.cue ? std::string(slice(record.text, *act.cue)) : "said";
    const AccountRow* own = account_in(record, act.account);  // its source is the speaker
    line.account = own == nullptr ? "" : chain_in(record, own->source == act.speaker ? own->parent : own->id);
    return line;
  }
  line.who = names_in(record, act.actor);
  line.whom = names_in(record, act.recipient);
  line.what = act.cameo_name.empty() ? act.cameo : act.cameo_name;
  line.status = act.status == "happened" ? "" : act.status;
  line.account = chain_in(record, act.account);
  line.cameo = act.cameo;
  line.plover = act.plover_type;
  return line;
}

std::string within(const Period& period, std::string_view column, std::vector<std::string>& values) {
  std::string condition;
  if (!period.since.empty()) {
    condition += " AND " + std::string(column) + " >= ?";
    values.push_back(period.since);
  }
  if (!period.until.empty()) {
    condition += " AND " + std::string(column) + " <= ?";
    values.push_back(period.until);
  }
  return condition;
}

Result<std::vector<Found>> acts_between(const Desk::State& state, const std::string& a, const std::string& b,
                                        const Period& period) {
  std::vector<Found> acts;
  std::vector<std::string> values{a, b};
  const std::string days = within(period, "day", values);
  values.insert(values.end(), {b, a});
  const std::string again = within(period, "day", values);
  const auto status =
      state.each("SELECT doc, nr, source, target, day, relation FROM dyad WHERE source = ? AND target = ?" + days +
                     " UNION SELECT doc, nr, source, target, day, relation FROM dyad WHERE source = ? AND target = ?" +
                     again + " ORDER BY day, doc, nr, source",
                 values, [&](record::Statement& row) {
                   Found found;
                   found.doc = row.number();
                   found.nr = static_cast<std::size_t>(row.number());
                   found.source = row.text();
                   found.target = row.text();
                   found.day = row.text();
                   found.relation = row.text();
                   // What was done together is there in both directions.
                   if (acts.empty() || acts.back().doc != found.doc || acts.back().nr != found.nr) {
                     acts.push_back(std::move(found));
                   }
                 });
  return status ? Result<std::vector<Found>>(std::move(acts)) : Result<std::vector<Found>>(status.error());
}

Result<std::vector<Line>> lines_of(Desk::State& state, const std::vector<Found>& acts) {
  std::vector<Line> lines(acts.size());
  std::vector<std::size_t> order(acts.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    order[i] = i;
  }
  std::stable_sort(order.begin(), order.end(), [&](auto x, auto y) { return acts[x].doc < acts[y].doc; });
  for (const std::size_t i : order) {
    const auto record = state.record_at(acts[i].doc);
    if (!record) {
      return record.error();
    }
    if (acts[i].nr >= (*record)->acts.size()) {
      return state.database.damaged("an act between parties is not there");
    }
    lines[i] = line_of(**record, (*record)->acts[acts[i].nr]);
    lines[i].source = acts[i].source;
    lines[i].target = acts[i].target;
    if (acts[i].relation == "about") {
      add_what_it_is_about(**record, (*record)->acts[acts[i].nr], acts[i].target, lines[i]);
    }
  }
  return lines;
}

}  // namespace readout::desk
