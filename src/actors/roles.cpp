// Role nouns without a name: "the French foreign minister" is whoever holds the office on the report's day, "the
// president" one named before, "US officials" a group, "a senior official" somebody without a name.
#include <algorithm>
#include <array>

#include "actors/linker.hpp"

namespace readout::actors {

EntryId Linker::role_entry(const Hit& hit) const {
  EntryId found = no_entry;
  const std::string words = fold(scene_.text(hit.first, hit.last));
  for (std::uint32_t r = hit.first_reading; r < hit.last_reading; ++r) {
    const Fact& fact = knowledge_.facts[phrases_.hits.readings[r].fact];
    if (knowledge_.entries[fact.entry].kind != EntryKind::role) {
      continue;
    }
    if (found == no_entry || fold(knowledge_.text(fact.text)) == words) {
      found = fact.entry;  // "forces" are troops; as the plural of "force" any group
    }
  }
  // "ambassador to Poland" stands in the tables as one country's office; said of another it is an ambassador all the
  // same.
  for (std::uint32_t r = hit.first_reading; r < hit.last_reading && found == no_entry; ++r) {
    const EntryId entry = knowledge_.facts[phrases_.hits.readings[r].fact].entry;
    if (knowledge_.entries[entry].kind != EntryKind::office) {
      continue;
    }
    for (const Fact& fact : knowledge_.facts_of(entry)) {
      if (fact.attribute == Attribute::type && found == no_entry) {
        found = knowledge_.role_named(knowledge_.text(fact.text));
      }
    }
  }
  return found;
}

// "Kremlin spokesman", "Hamas leader": the role's own words say whose it is.
void Linker::own_by_noun(const Hit& role, Setting& setting) {
  const auto owner = knowledge_.owner_at(role.node);
  if (owner.empty()) {
    return;
  }
  if (knowledge_.find(EntryKind::state, owner) != no_entry) {
    setting.countries.emplace_back(owner);
  } else if (const EntryId body = knowledge_.find(EntryKind::organization, owner); body != no_entry) {
    setting.organization = owner;
    setting.affiliation = setting.affiliation == no_actor ? book_.of_entry(body) : setting.affiliation;
    const Actor& actor = book_[setting.affiliation].actor;
    setting.sector = setting.sector.empty() ? actor.sector : setting.sector;
    if (!actor.country.empty()) {
      setting.countries.push_back(actor.country);
    }
  }
}

// A word for whoever leads the body beside it.
bool Linker::is_head(const Hit& hit) const {
  const EntryId role = role_entry(hit);
  const auto id = role == no_entry ? std::string_view{} : knowledge_.text(knowledge_.entries[role].id);
  return id == "leader" || id == "head" || id == "chief_executive" || id == "director" || id == "chairman";
}

// A government and its seat, whose head is the country's.
bool Linker::governs(ActorId body) const {
  const Draft& draft = book_[body];
  const auto kind = draft.role == no_entry ? std::string_view{} : knowledge_.text(knowledge_.entries[draft.role].id);
  const bool named =
      draft.entry != no_entry && draft.actor.kind == ActorKind::institution && draft.actor.sector == "GOV";
  return named || kind == "government" || kind == "administration" || kind == "regime" || kind == "cabinet";
}

Linker::Setting Linker::setting_of(const Phrase& phrase, std::string_view home) {
  Setting setting;
  if (phrase.role != no_hit) {
    setting.noun = fold(scene_.text(phrases_.hits.hits[phrase.role].first, phrases_.hits.hits[phrase.role].last));
  }
  for (const std::uint32_t index : phrase.countries) {
    setting.countries.push_back(country_of(phrases_.hits.hits[index]));
  }
  const auto belongs_to = [&](ActorId id) {
    if (id == no_actor || phrase.accredited) {
      return;
    }
    const Draft& draft = book_[id];
    if (!draft.actor.country.empty() && setting.countries.empty()) {
      setting.countries.push_back(draft.actor.country);
    }
    if (draft.actor.kind == ActorKind::state || draft.actor.kind == ActorKind::place) {
      return;
    }
    setting.affiliation = setting.affiliation == no_actor ? id : setting.affiliation;
    setting.sector = setting.sector.empty() ? draft.actor.sector : setting.sector;
    if (draft.entry != no_entry && draft.actor.kind == ActorKind::organization) {
      setting.organization = knowledge_.text(knowledge_.entries[draft.entry].id);
    }
  };
  if (phrase.unit != no_hit) {
    std::vector<std::string> countries = setting.countries;
    if (countries.empty() && !home.empty()) {
      countries.emplace_back(home);
    }
    const ActorId unit = unit_actor(phrase, phrase.unit, countries);
    belongs_to(unit);
    const Hit& hit = phrases_.hits.hits[phrase.unit];
    mention({hit.first, hit.last}, unit,
            phrases_.hits.hits[phrase.unit].can_be(use_unit) && scene_.word(hit.last - 1) != "'s"
                ? MentionForm::name
                : MentionForm::adjective);
  }
  if (!phrase.unit_run.empty()) {
    setting.affiliation_name = scene_.text(phrase.unit_run.first, phrase.unit_run.last);
    const auto known = acronyms_.find(setting.affiliation_name);
    if (known != acronyms_.end()) {
      belongs_to(known->second);
    }
  }
  if (phrase.owner != no_phrase) {
    belongs_to(actor_of_[phrase.owner]);
  }
  if (phrase.complement != no_phrase) {
    const ActorId owner = link(phrase.complement);
    belongs_to(owner);
    if (owner != no_actor && owner == setting.affiliation && !governs(owner)) {
      setting.body = owner;
    }
    const Phrase& where = phrases_.all[phrase.complement];  // a town owns nothing, but lies in a country
    if (where.kind == PhraseKind::country && setting.countries.empty() && !phrase.accredited) {
      setting.countries.push_back(country_of(phrases_.hits.hits[where.countries.front()]));
    }
  }
  if (phrase.outer_role != no_hit && setting.affiliation == no_actor) {
    const Hit& outer = phrases_.hits.hits[phrase.outer_role];
    const EntryId entry = role_entry(outer);
    if (entry != no_entry) {
      const auto sector = knowledge_.value(entry, Attribute::sector, {});
      setting.sector = sector.empty() ? setting.sector : std::string(sector);
      if (outer.can_be(use_institution)) {
        const std::string country = !setting.countries.empty() ? setting.countries.front()
                                    : !home.empty()            ? std::string(home)
                                                               : context_country(outer.first);
        const ActorId before = country.empty() ? recent_role(entry, {}, setting, true) : no_actor;
        const bool own = !phrase.extension.empty();
        const Stretch words{outer.first, own ? phrase.extension.last : outer.last};
        setting.affiliation =
            before != no_actor ? before : institution(entry, country, words, own ? Naming::own_name : Naming::noun);
        mention(words, setting.affiliation, MentionForm::name);
        if (setting.countries.empty()) {
          setting.countries.push_back(book_[setting.affiliation].actor.country);
        }
      }
    }
  }
  std::erase(setting.countries, std::string{});
  if (phrase.role != no_hit && setting.countries.empty() && setting.organization.empty()) {
    own_by_noun(phrases_.hits.hits[phrase.role], setting);
  }
  return setting;
}

// The type of a role that belongs to a whole country when nothing else is said: "president"; empty for others.
std::string_view Linker::top_office(const Hit& hit) const {
  const EntryId role = role_entry(hit);
  const auto type = role == no_entry ? std::string_view{} : knowledge_.value(role, Attribute::office, {});
  constexpr std::array<std::string_view, 6> top = {"president",  "vice_president", "prime_minister",
                                                   "chancellor", "premier",        "monarch"};
  return std::ranges::find(top, type) != top.end() ? type : std::string_view{};
}

// The office that the words mean in this country or organization.
EntryId Linker::office_for(const Hit& hit, const Setting& setting) const {
  if (const auto top = top_office(hit); !top.empty() && setting.body != no_actor) {
    // "president of the Riigikogu" is its speaker; "president of the Human Rights League" heads no state.
    const Actor& body = book_[setting.body].actor;
    const bool chamber = body.sector == "LEG";
    const EntryId own = setting.organization.empty()
                            ? no_entry
                            : knowledge_.office(setting.organization, chamber ? std::string_view("speaker") : top);
    return own != no_entry || !chamber ? own : knowledge_.office(body.country, "speaker");
  }
  const std::string owner = setting.countries.empty() ? std::string{} : setting.countries.front();
  if (setting.affiliation != no_actor && setting.sector == "MIL" && is_head(hit)) {
    const EntryId chief = knowledge_.office(owner, "army_chief");  // "the IDF chief"
    return chief != no_entry ? chief : knowledge_.office(owner, "military_chief");
  }
  if (const EntryId of_body = knowledge_.office_at(hit.node, setting.organization); of_body != no_entry) {
    return of_body;
  }
  if (const EntryId of_country = knowledge_.office_at(hit.node, owner); of_country != no_entry) {
    return of_country;
  }
  const EntryId role = role_entry(hit);
  const auto type = role == no_entry ? std::string_view{} : knowledge_.value(role, Attribute::office, {});
  if (type.empty()) {
    return no_entry;
  }
  const EntryId of_body = setting.organization.empty() ? no_entry : knowledge_.office(setting.organization, type);
  return of_body != no_entry ? of_body : knowledge_.office(owner, type);
}

// "Greek Foreign Minister George Katrougalos": the holder of the office, whose first name the tables spell otherwise.
ActorId Linker::holder_named(const Phrase& phrase) {
  if (phrase.role == no_hit || phrase.countries.empty() || phrase.former) {
    return no_actor;
  }
  Setting setting;
  setting.countries = {country_of(phrases_.hits.hits[phrase.countries.front()])};
  const EntryId office = office_for(phrases_.hits.hits[phrase.role], setting);
  const EntryId person = office == no_entry ? no_entry : knowledge_.holder(office, scene_.day);
  if (person == no_entry) {
    return no_actor;
  }
  const std::string last = fold(scene_.word(phrase.name.last - 1));
  const std::string name = fold(knowledge_.value(person, Attribute::name, {}));
  return name.ends_with(" " + last) ? book_.of_entry(person) : no_actor;
}

// Whoever holds the office on the day; without a known holder the office itself stands for its holder.
ActorId Linker::office_actor(EntryId office, const Phrase& phrase) {
  if (const EntryId person = knowledge_.holder(office, scene_.day); person != no_entry) {
    return book_.of_entry(person);
  }
  bool fresh = false;
  const ActorId id = book_.of_key("office:" + std::string(knowledge_.text(knowledge_.entries[office].id)), fresh);
  if (fresh) {
    Draft& draft = book_[id];
    draft.actor.kind = ActorKind::person;
    draft.actor.name = words_of(phrase);
    describe_office(knowledge_, office, scene_.day, draft.actor);
    draft.office_type = knowledge_.value(office, Attribute::type, {});
    draft.role = role_entry(phrases_.hits.hits[phrase.role]);
  }
  return id;
}

std::string Linker::words_of(const Phrase& phrase) const {
  TokenId first = phrase.whole.first;
  if (phrase.owner != no_phrase && phrases_.all[phrase.owner].kind == PhraseKind::pronoun) {
    first = phrases_.all[phrase.owner].whole.last;
  }
  if (phrase.det != no_token && phrase.det == first) {
    ++first;
  }
  return std::string(scene_.text(first, phrase.whole.last));
}

void Linker::describe_role(Draft& draft, const Phrase& phrase, const Setting& setting) {
  const EntryId role = role_entry(phrases_.hits.hits[phrase.role]);
  Actor& actor = draft.actor;
  draft.role = role;
  if (role != no_entry) {
    const auto gender = knowledge_.value(role, Attribute::gender, {});
    draft.gender = gender.empty() ? draft.gender : gender.front();
    actor.rank = knowledge_.value(role, Attribute::rank, {});
    actor.sector = knowledge_.value(role, Attribute::sector, {});
    draft.office_type = knowledge_.value(role, Attribute::office, {});
    const auto country = knowledge_.value(role, Attribute::country, {});
    actor.country = country;
  }
  const bool of_firm =
      setting.affiliation != no_actor && book_[setting.affiliation].actor.kind == ActorKind::organization;
  const bool general = actor.sector.empty() || of_firm || actor.rank == "official" || actor.rank == "senior official" ||
                       actor.rank == "spokesperson" || setting.body != no_actor ||
                       (setting.affiliation != no_actor && is_head(phrases_.hits.hits[phrase.role])) ||
                       ((actor.sector == "MIL" || actor.sector == "COP") && setting.sector != "GOV");
  const bool heads_body =
      setting.body != no_actor && (actor.rank == "head of state" || actor.rank == "head of government");
  if (heads_body) {
    actor.sector = setting.sector;
    actor.rank = "head of organization";
  } else if (!setting.sector.empty() && general) {
    actor.sector = setting.sector;
  }
  if (actor.country.empty() && !setting.countries.empty()) {
    actor.country = setting.countries.front();
  }
  if (actor.sector.empty() &&
      scene_.is_one_of(phrases_.hits.hits[phrase.role].first, {"government", "diplomatic", "state"})) {
    actor.sector = "GOV";  // "a government source"
  }
  if (phrase.former && (actor.sector == "GOV" || actor.sector == "LEG")) {
    actor.sector = "ELI";
    actor.rank.clear();
    actor.office = words_of(phrase);
  }
  actor.affiliation = setting.affiliation;
  actor.affiliation_name =
      setting.affiliation != no_actor ? book_[setting.affiliation].actor.name : setting.affiliation_name;
  const bool of_body = setting.affiliation != no_actor && !setting.organization.empty() && actor.country.empty();
  actor.code = of_body ? book_[setting.affiliation].actor.code : code_of(actor.country, actor.sector);
}

// "the EU legislature", "NATO headquarters": a body of an organization that has no country.
ActorId Linker::body_of_organization(EntryId role, const Setting& setting, Stretch words) {
  bool fresh = false;
  const auto kind = knowledge_.text(knowledge_.entries[role].id);
  const ActorId id = book_.of_key("body:" + setting.organization + ":" + std::string(kind), fresh);
  if (fresh) {
    Draft& draft = book_[id];
    const Actor whole = book_[setting.affiliation].actor;
    draft.role = role;
    draft.actor.kind = ActorKind::institution;
    draft.actor.name = whole.name + " " + std::string(scene_.text(words.first, words.last));
    draft.actor.sector = knowledge_.value(role, Attribute::sector, {});
    draft.actor.code = whole.code + (draft.actor.sector == "GOV" ? std::string{} : draft.actor.sector);
    draft.actor.affiliation = setting.affiliation;
    draft.plural = may_be_they(draft.actor.sector);
  }
  return id;
}

ActorId Linker::institution_role(const Phrase& phrase, const Setting& setting) {
  const Hit& hit = phrases_.hits.hits[phrase.role];
  const EntryId role = role_entry(hit);
  Stretch words{phrase.countries.empty() ? hit.first : phrases_.hits.hits[phrase.countries.front()].first,
                std::max(hit.last, phrase.extension.last)};
  while (words.first > phrase.whole.first && scene_.is_capitalised(words.first - 1) && words.first - 1 != phrase.det &&
         !scene_.is_possessive(words.first - 1)) {
    --words.first;  // "Royal Saudi Air Force"
  }
  const TokenId noun = phrase.countries.empty() ? hit.first : phrases_.hits.hits[phrase.countries.front()].first;
  if (scene_.is_capitalised(hit.first) && (words.first < noun || words.last > hit.last)) {
    return institution(role, setting.countries.empty() ? std::string{} : setting.countries.front(), words,
                       Naming::own_name);
  }
  if (!setting.countries.empty()) {
    const bool said = !phrase.countries.empty() && words.first <= hit.first && phrase.complement == no_phrase;
    return said ? institution(role, setting.countries.front(), words, Naming::with_country)
                : institution(role, setting.countries.front(), {hit.first, hit.last}, Naming::noun);
  }
  if (setting.affiliation != no_actor && !setting.organization.empty()) {
    return body_of_organization(role, setting, {words.first, std::max(hit.last, words.last)});
  }
  if (phrase.definite) {
    if (const ActorId before = recent_role(role, {}, setting, true); before != no_actor) {
      return before;
    }
  }
  if (phrase.indefinite || phrase.quantified) {
    return no_actor;
  }
  const bool loose = !contextual(role);
  const bool common =
      !phrase.definite && !scene_.is_capitalised(hit.first) && scene_.syntax.upos[hit.last - 1] == Upos::noun;
  if (loose && common && !scene_.speaks(hit.last - 1)) {
    return no_actor;  // "in business", "by church bus"
  }
  return institution(role, loose ? std::string{} : context_country(hit.first), {hit.first, hit.last}, Naming::noun);
}

// "McGurk, who was the envoy": a role said of somebody named before.
ActorId Linker::subject_of_copula(const Phrase& phrase) const {
  const Hit& hit = phrases_.hits.hits[phrase.role];
  const TokenId head = scene_.head_of(hit.first, hit.last);
  bool copula = false;
  TokenId subject = no_token;
  for (const TokenId child : scene_.syntax.children_of(head)) {
    copula = copula || scene_.syntax.relation[child] == Relation::cop;
    subject = scene_.syntax.relation[child] == Relation::nsubj && child < hit.first ? child : subject;
  }
  if (scene_.syntax.relation[head] == Relation::appos) {  // "Mr Cameron of Leeds, a teacher"
    copula = true;
    subject = scene_.syntax.head[head];
  }
  for (std::size_t i = mentions_.size(); copula && subject != no_token && i > 0 && mentions_.size() - i < 12; --i) {
    const Mention& m = mentions_[i - 1];
    if (m.head == subject && m.form != MentionForm::adjective && book_[m.actor].actor.kind == ActorKind::person) {
      return m.actor;
    }
  }
  return no_actor;
}

ActorId Linker::single_role(const Phrase& phrase, const Setting& setting) {
  const Hit& hit = phrases_.hits.hits[phrase.role];
  const EntryId role = role_entry(hit);
  const bool open = phrase.indefinite || phrase.quantified || phrase.former;
  if (!open) {
    if (const EntryId office = office_for(hit, setting); office != no_entry) {
      return office_actor(office, phrase);
    }
  }
  if (const ActorId subject = subject_of_copula(phrase); subject != no_actor) {
    if (book_[subject].entry == no_entry && book_[subject].role == no_entry) {
      Draft described = book_[subject];
      describe_role(described, phrase, setting);
      described.actor.office.clear();
      book_[subject] = std::move(described);
    }
    return subject;
  }
  if (!open && (phrase.definite || !setting.countries.empty())) {
    const auto type = role == no_entry ? std::string_view{} : knowledge_.value(role, Attribute::office, {});
    if (const ActorId before = recent_role(role, std::string(type), setting, false); before != no_actor) {
      return before;
    }
  }
  Draft draft;
  draft.actor.kind = ActorKind::person;
  draft.actor.name = words_of(phrase);
  describe_role(draft, phrase, setting);
  return book_.add(std::move(draft));
}

// Protesters, police, lawmakers and the like are those of the country that the report is about, when it is about one.
bool Linker::lives_here(const Hit& hit, const Phrase& phrase) const {
  const EntryId role = role_entry(hit);
  const auto sector = role == no_entry ? std::string_view{} : knowledge_.value(role, Attribute::sector, {});
  const bool settled = sector == "OPP" || sector == "COP" || sector == "CVL" || sector == "LEG" || sector == "JUD" ||
                       sector == "LAB" || sector == "AGR" || sector == "EDU";
  return settled && phrase.asides.empty() && !scene_.is_one_of(phrase.whole.first, {"other", "foreign", "some"});
}

ActorId Linker::group_of(const Phrase& phrase, const Setting& setting, const std::string& country) {
  const Hit& hit = phrases_.hits.hits[phrase.role];
  Setting own = setting;
  if (!country.empty()) {
    own.countries = {country};
  } else if (own.countries.empty() && own.affiliation == no_actor && own.affiliation_name.empty() &&
             lives_here(hit, phrase)) {
    if (const std::string here = context_country(hit.first); !here.empty()) {
      own.countries = {here};
    }
  }
  Draft draft;
  draft.plural = true;
  draft.actor.kind = ActorKind::group;
  describe_role(draft, phrase, own);
  std::string key = "group:" + draft.actor.code + ":" + fold(scene_.text(hit.first, hit.last));
  if (setting.affiliation != no_actor) {
    key += ":" + book_[setting.affiliation].actor.name;
  }
  bool fresh = false;
  const ActorId id = book_.of_key(key, fresh);
  if (fresh) {
    draft.actor.name = words_of(phrase);
    if (setting.countries.size() > 1) {
      const EntryId state = knowledge_.find(EntryKind::state, country);
      draft.actor.name =
          std::string(state == no_entry ? std::string_view{} : knowledge_.value(state, Attribute::adjective, {})) +
          " " + std::string(scene_.text(hit.first, hit.last));
    }
    book_[id] = std::move(draft);
  }
  return id;
}

// "Senior Hungarian and Romanian officials": a group of two groups.
ActorId Linker::group_role(const Phrase& phrase, const Setting& setting) {
  if (phrase.definite && setting.countries.empty() && setting.affiliation == no_actor &&
      setting.affiliation_name.empty()) {
    if (const ActorId before = recent_group(role_entry(phrases_.hits.hits[phrase.role])); before != no_actor) {
      return before;  // "the rebels"
    }
  }
  if (setting.countries.size() < 2 || phrase.countries.size() < 2) {
    return group_of(phrase, setting, {});
  }
  Draft whole;
  whole.plural = true;
  describe_role(whole, phrase, setting);
  whole.actor.kind = ActorKind::group;
  whole.actor.name = words_of(phrase);
  whole.actor.country.clear();
  whole.actor.code.clear();
  std::string key = "groups:";
  for (const std::string& country : setting.countries) {
    whole.actor.members.push_back(group_of(phrase, setting, country));
    key += std::to_string(whole.actor.members.back()) + " ";
  }
  bool fresh = false;
  const ActorId id = book_.of_key(key, fresh);
  if (fresh) {
    book_[id] = std::move(whole);
  }
  return id;
}

// "Iranian airline Mahan Air", "militant group Hamas": the noun says what the name behind it is.
ActorId Linker::body_named_behind(const Phrase& phrase) {
  const Hit& hit = phrases_.hits.hits[phrase.role];
  const auto index = static_cast<std::size_t>(&phrase - phrases_.all.data());
  if (scene_.is_capitalised(hit.first) || phrase.complement != no_phrase || phrase.whole.last != hit.last) {
    return no_actor;
  }
  for (std::size_t next = index + 1; next < phrases_.all.size() && next < index + 3; ++next) {
    const Phrase& name = phrases_.all[next];
    const bool body =
        name.kind == PhraseKind::unit || (name.kind == PhraseKind::person && name.role == no_hit && !name.honorific &&
                                          scene_.is_tagged(name.whole.first, name.name.last, NameKind::organization));
    if (name.whole.first == phrase.whole.last && name.det == no_token && body) {
      const ActorId id = link(static_cast<std::uint32_t>(next));
      return id != no_actor && book_[id].actor.kind != ActorKind::person ? id : no_actor;
    }
  }
  return no_actor;
}

ActorId Linker::link_role(const Phrase& phrase) {
  const Setting setting = setting_of(phrase);
  const Hit& hit = phrases_.hits.hits[phrase.role];
  ActorId id = no_actor;
  const bool apposed = phrase.same_as != no_phrase;
  if (pointing_noun(scene_, hit.last - 1) == Pointing::one_state) {
    id = no_actor;  // "the European nation": which one, the adjective does not say
  } else if (apposed) {
    id = actor_of_[phrase.same_as];
    if (id != no_actor && book_[id].entry == no_entry) {
      Draft described = book_[id];
      describe_role(described, phrase, setting);
      described.actor.name = book_[id].actor.name;
      book_[id] = std::move(described);
    }
  } else if (const ActorId named = body_named_behind(phrase); named != no_actor) {
    id = named;
    Actor& actor = book_[id].actor;
    if (book_[id].entry == no_entry && actor.country.empty() && !setting.countries.empty()) {
      actor.country = setting.countries.front();
      actor.code = code_of(actor.country, actor.sector);
    }
  } else if (hit.can_be(use_institution) || !phrase.extension.empty()) {
    id = institution_role(phrase, setting);
  } else if (hit.can_be(use_role) && !phrase.quantified) {
    id = single_role(phrase, setting);
  } else {
    id = group_role(phrase, setting);
  }
  const bool name_like = hit.can_be(use_institution) || !phrase.extension.empty();
  note_acronym(phrase, id);
  const bool modifies = scene_.is_modifier(hit.last - 1) && phrase.complement == no_phrase;
  Stretch words = phrase.whole;
  if (name_like && phrase.det == words.first) {
    ++words.first;
  }
  mention(words, id, modifies ? MentionForm::adjective : name_like ? MentionForm::name : MentionForm::nominal);
  if (id != no_actor && !apposed && !name_like) {
    for (const ActorId member : book_[id].actor.members) {
      mention(words, member, MentionForm::nominal);
    }
  }
  mention_countries(phrase);
  return id;
}

}  // namespace readout::actors
