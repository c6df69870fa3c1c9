// What the tables say of an entry on the report's day, as an actor.
#include "actors/book.hpp"

#include <algorithm>
#include <array>

namespace readout::actors {

namespace {

constexpr auto ranks_by_height = std::to_array<std::string_view>({
    "head of state",
    "head of government",
    "head of organization",
    "minister",
    "senior official",
    "local official",
    "party leader",
    "legislator",
    "military",
    "diplomat",
    "spokesperson",
});

ActorKind kind_of(EntryKind kind) {
  switch (kind) {
    case EntryKind::state:
      return ActorKind::state;
    case EntryKind::organization:
      return ActorKind::organization;
    case EntryKind::institution:
      return ActorKind::institution;
    case EntryKind::outlet:
      return ActorKind::outlet;
    case EntryKind::role:
    case EntryKind::office:
    case EntryKind::person:
      return ActorKind::person;
  }
  return ActorKind::person;
}

// An organization's code may be whole ("IMGMUSISI") or lack its class ("UNO" for "IGOUNO").
std::string organization_code(const Knowledge& knowledge, EntryId entry, std::optional<Day> day, const Actor& actor) {
  const auto own = knowledge.value(entry, Attribute::code, day);
  const auto kind = knowledge.value(entry, Attribute::kind, day);
  if (own.empty()) {
    return code_of(actor.country, actor.sector);
  }
  return own.size() == 3 && (kind == "igo" || kind == "bloc") && own != "IGO" ? "IGO" + std::string(own)
                                                                              : std::string(own);
}

void describe_person(const Knowledge& knowledge, EntryId person, std::optional<Day> day, Actor& actor) {
  const EntryId office = office_on(knowledge, person, day);
  if (office != no_entry) {
    const std::string own = actor.country;
    describe_office(knowledge, office, day, actor);
    actor.country = actor.country.empty() && actor.code.empty() ? own : actor.country;
    return;
  }
  actor.sector = knowledge.value(person, Attribute::sector, day);
  const EntryId role = knowledge.role_named(knowledge.value(person, Attribute::role, day));
  if (role != no_entry) {
    actor.rank = knowledge.value(role, Attribute::rank, {});
    actor.sector = actor.sector.empty() ? knowledge.value(role, Attribute::sector, {}) : actor.sector;
  }
  const EntryId former = former_office(knowledge, person, day);
  if (former != no_entry) {
    actor.office = "former " + std::string(knowledge.value(former, Attribute::title, {}));
    actor.sector = actor.sector.empty() ? "ELI" : actor.sector;
  }
  actor.code = code_of(actor.country, actor.sector);
}

}  // namespace

bool may_be_they(std::string_view sector) {
  return sector == "COP" || sector == "MIL" || sector == "REB" || sector == "UAF" || sector == "OPP" ||
         sector == "PTY" || sector == "IMG" || sector == "CRM";
}

int height_of(std::string_view rank) {
  return static_cast<int>(std::ranges::find(ranks_by_height, rank) - ranks_by_height.begin());
}

std::string code_of(std::string_view country, std::string_view sector) {
  return std::string(country) + std::string(sector);
}

EntryId office_on(const Knowledge& knowledge, EntryId person, std::optional<Day> day) {
  EntryId best = no_entry;
  int height = 0;
  for (const Tenure& tenure : day ? knowledge.tenures_of_person(person) : std::span<const Tenure>{}) {
    const int own = height_of(knowledge.value(tenure.office, Attribute::rank, {}));
    if (tenure.term.holds(day) && (best == no_entry || own <= height)) {
      best = tenure.office;
      height = own;
    }
  }
  return best;
}

EntryId former_office(const Knowledge& knowledge, EntryId person, std::optional<Day> day) {
  EntryId last = no_entry;
  std::int32_t end = INT32_MIN;
  for (const Tenure& tenure : day ? knowledge.tenures_of_person(person) : std::span<const Tenure>{}) {
    if (tenure.term.to < day->time_since_epoch().count() && tenure.term.to >= end) {
      last = tenure.office;
      end = tenure.term.to;
    }
  }
  return last;
}

void describe_office(const Knowledge& knowledge, EntryId office, std::optional<Day> day, Actor& actor) {
  actor.office = knowledge.value(office, Attribute::title, day);
  actor.rank = knowledge.value(office, Attribute::rank, {});
  actor.sector = knowledge.value(office, Attribute::sector, {});
  const auto country = knowledge.value(office, Attribute::country, {});
  const auto organization =
      knowledge.find(EntryKind::organization, knowledge.value(office, Attribute::organization, {}));
  if (organization != no_entry) {
    Actor body;
    body.country = knowledge.value(organization, Attribute::country, day);
    body.sector = knowledge.value(organization, Attribute::sector, day);
    actor.country = body.country;
    actor.sector = actor.sector.empty() ? body.sector : actor.sector;
    actor.code = organization_code(knowledge, organization, day, body);
    return;
  }
  actor.country = country.empty() ? actor.country : std::string(country);
  actor.sector = actor.sector.empty() ? "GOV" : actor.sector;
  actor.code = code_of(actor.country, actor.sector);
}

std::string entity_of(const Knowledge& knowledge, EntryId entry) {
  constexpr std::array<std::string_view, entry_kinds> kinds = {"state", "organization", "institution", "outlet",
                                                               "role",  "office",       "person"};
  const Entry& of = knowledge.entries[entry];
  return std::string(kinds[static_cast<std::size_t>(of.kind)]) + ":" + std::string(knowledge.text(of.id));
}

std::string_view country_code(const Knowledge& knowledge, EntryId state) {
  // Breakaway regions have no code of ISO 3166: they are coded as the state that they lie in.
  const auto whole = knowledge.value(state, Attribute::part_of, {});
  const bool polity = knowledge.value(state, Attribute::kind, {}) == "polity";
  return polity && !whole.empty() ? whole : knowledge.text(knowledge.entries[state].id);
}

Draft Book::describe(EntryId entry) const {
  const EntryKind kind = knowledge_.entries[entry].kind;
  Draft draft;
  draft.entry = entry;
  draft.named = true;
  Actor& actor = draft.actor;
  actor.kind = kind_of(kind);
  actor.entity = entity_of(knowledge_, entry);
  actor.name = knowledge_.value(entry, Attribute::name, {});
  actor.native_name = knowledge_.value(entry, Attribute::native, {});
  actor.country = knowledge_.value(entry, Attribute::country, day_);
  if (kind == EntryKind::state) {
    actor.country = country_code(knowledge_, entry);
    actor.sector = knowledge_.value(entry, Attribute::sector, day_);  // of a breakaway region
    actor.code = code_of(actor.country, actor.sector);
  } else if (kind == EntryKind::person) {
    const auto gender = knowledge_.value(entry, Attribute::gender, {});
    draft.gender = gender.empty() ? '\0' : gender.front();
    describe_person(knowledge_, entry, day_, actor);
    const EntryId office = office_on(knowledge_, entry, day_);
    draft.office_type = office == no_entry ? std::string{} : std::string(knowledge_.value(office, Attribute::type, {}));
  } else {
    actor.sector = knowledge_.value(entry, Attribute::sector, day_);
    if (actor.sector.empty() && kind == EntryKind::institution) {
      actor.sector = "GOV";
    }
    actor.code = kind == EntryKind::organization ? organization_code(knowledge_, entry, day_, actor)
                                                 : code_of(actor.country, actor.sector);
    if (kind == EntryKind::outlet && !knowledge_.value(entry, Attribute::state, day_).empty()) {
      actor.code = code_of(actor.country, "GOV" + actor.sector);  // CHNGOVMED
    }
    draft.plural = may_be_they(actor.sector);
  }
  return draft;
}

ActorId Book::of_entry(EntryId entry) {
  const auto [at, fresh] = by_entry_.try_emplace(entry, static_cast<ActorId>(drafts_.size()));
  if (fresh) {
    drafts_.push_back(describe(entry));
  }
  return at->second;
}

ActorId Book::of_key(const std::string& key, bool& fresh) {
  const auto [at, is_new] = by_key_.try_emplace(key, static_cast<ActorId>(drafts_.size()));
  fresh = is_new;
  if (is_new) {
    drafts_.emplace_back();
  }
  return at->second;
}

ActorId Book::find_key(const std::string& key) const {
  const auto found = by_key_.find(key);
  return found == by_key_.end() ? no_actor : found->second;
}

ActorId Book::add(Draft draft) {
  drafts_.push_back(std::move(draft));
  return static_cast<ActorId>(drafts_.size() - 1);
}

void Book::index_surname(const std::string& folded, ActorId person) {
  auto& people = by_surname_[folded];
  if (std::ranges::find(people, person) == people.end()) {
    people.push_back(person);
  }
}

const std::vector<ActorId>* Book::by_surname(const std::string& folded) const {
  const auto found = by_surname_.find(folded);
  return found == by_surname_.end() ? nullptr : &found->second;
}

ActorId Book::of_country(std::string_view code) {
  const EntryId entry = knowledge_.find(EntryKind::state, code);
  return entry == no_entry ? no_actor : of_entry(entry);
}

}  // namespace readout::actors
