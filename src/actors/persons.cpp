// Persons and other names that no table knows. Full names are told first, over the whole report; then a surname points
// to the person whose name ends in it. No country is ever guessed.
#include <algorithm>
#include <array>

#include "actors/linker.hpp"

namespace readout::actors {

namespace {

constexpr auto place_words = std::to_array<std::string_view>({
    "africa",  "airport",  "america",  "arabia",    "asia",    "avenue",  "bay",   "beach",     "bridge",
    "canal",   "canyon",   "city",     "coast",     "county",  "creek",   "delta", "desert",    "district",
    "east",    "europe",   "gulf",     "harbor",    "harbour", "highway", "hill",  "hills",     "island",
    "islands", "lake",     "mountain", "mountains", "north",   "ocean",   "park",  "peninsula", "plateau",
    "port",    "province", "region",   "river",     "road",    "sea",     "south", "square",    "strait",
    "street",  "town",     "valley",   "village",   "west",    "zone",
});
constexpr auto thing_words = std::to_array<std::string_view>({
    "accord",        "accords",  "act",    "agreement",  "award",      "awards", "bill",   "championship",
    "championships", "charter",  "code",   "convention", "cup",        "day",    "deal",   "declaration",
    "democracy",     "festival", "final",  "games",      "initiative", "law",    "line",   "month",
    "olympics",      "pact",     "plan",   "prize",      "protocol",   "road",   "series", "show",
    "spring",        "states",   "summit", "treaty",     "war",        "week",   "year",
});
struct BodyWord {
  std::string_view word;
  std::string_view sector;
};
constexpr auto body_words = std::to_array<BodyWord>({
    {"agency", "GOV"},     {"airlines", "BUS"},    {"airways", "BUS"},    {"alliance", ""},     {"army", "MIL"},
    {"assembly", "LEG"},   {"association", "NGO"}, {"authority", "GOV"},  {"bank", "BUS"},      {"battalion", "MIL"},
    {"brigade", "MIL"},    {"brigades", "REB"},    {"bureau", "GOV"},     {"center", ""},       {"centre", ""},
    {"church", "REL"},     {"club", ""},           {"coalition", ""},     {"college", "EDU"},   {"commission", "GOV"},
    {"committee", ""},     {"company", "BUS"},     {"congress", "LEG"},   {"corp", "BUS"},      {"corporation", "BUS"},
    {"council", ""},       {"court", "JUD"},       {"department", "GOV"}, {"federation", ""},   {"forces", "MIL"},
    {"foundation", "NGO"}, {"front", ""},          {"fund", ""},          {"group", ""},        {"hospital", "HLH"},
    {"inc", "BUS"},        {"institute", "EDU"},   {"league", "NGO"},     {"ltd", "BUS"},       {"ministry", "GOV"},
    {"movement", ""},      {"observatory", "NGO"}, {"office", "GOV"},     {"organization", ""}, {"parliament", "LEG"},
    {"party", "PTY"},      {"police", "COP"},      {"society", "NGO"},    {"union", ""},        {"university", "EDU"},
});

const BodyWord* body_word(std::string_view folded) {
  const auto* const found = std::ranges::lower_bound(body_words, folded, {}, &BodyWord::word);
  return found != body_words.end() && found->word == folded ? found : nullptr;
}

}  // namespace

// --- before the reading: who is in the report under a full name

void Linker::introduce_names() {
  for (std::uint32_t i = 0; i < phrases_.all.size(); ++i) {
    const Phrase& phrase = phrases_.all[i];
    if (phrase.kind != PhraseKind::person) {
      continue;
    }
    if (name_of_[i] = vessel(phrase); name_of_[i] != no_actor) {
      continue;
    }
    name_of_[i] = phrase.name_hit != no_hit ? known_person(phrase) : no_actor;
    if (name_of_[i] == no_actor && phrase.name.size() > 1) {
      const ActorId holder = holder_named(phrase);
      name_of_[i] = holder != no_actor ? holder : person_spelled_like(phrase);
      name_of_[i] = name_of_[i] != no_actor ? name_of_[i] : unknown_name(phrase);
    }
    if (name_of_[i] == no_actor) {
      continue;
    }
    if (book_[name_of_[i]].actor.kind == ActorKind::person) {
      index_names(name_of_[i], phrase.name);
    }
  }
}

// "USS Ronald Reagan" is a ship of the navy whose prefix it bears.
ActorId Linker::vessel(const Phrase& phrase) {
  const EntryId prefix = phrase.role == no_hit ? no_entry : role_entry(phrases_.hits.hits[phrase.role]);
  if (prefix == no_entry || knowledge_.value(prefix, Attribute::kind, {}) != "vessel") {
    return no_actor;
  }
  bool fresh = false;
  const Stretch words{phrases_.hits.hits[phrase.role].first, phrase.name.last};
  const ActorId id = book_.of_key("vessel:" + fold(scene_.text(words.first, words.last)), fresh);
  if (fresh) {
    Draft& draft = book_[id];
    draft.named = true;
    draft.actor.kind = ActorKind::institution;
    draft.actor.name = std::string(scene_.text(words.first, words.last));
    draft.actor.country = knowledge_.value(prefix, Attribute::country, {});
    draft.actor.sector = knowledge_.value(prefix, Attribute::sector, {});
    draft.actor.code = code_of(draft.actor.country, draft.actor.sector);
  }
  return id;
}

void Linker::index_names(ActorId person, Stretch name) {
  TokenId last = name.last - 1;
  if (name.size() > 1 && scene_.is_one_of(last, {"jr", "jr.", "sr", "sr.", "ii", "iii"})) {
    --last;
  }
  TokenId first = last;
  while (first > name.first + 1 && scene_.is_hyphen(first - 1)) {
    first -= 2;  // "Ocasio-Cortez"
  }
  book_.index_surname(fold(scene_.text(first, last + 1)), person);
  if (first < last && scene_.is_one_of(first, {"al", "el", "ad", "an", "as", "ash", "at", "az", "bin"})) {
    book_.index_surname(fold(scene_.word(last)), person);  // "al-Eryani" may come back as "Eryani"
  }
  const bool given_name_last = first < last || (name.size() > 1 && book_[person].entry == no_entry);
  if (given_name_last && first < last) {
    book_.index_surname(fold(scene_.word(name.first)), person);  // "Lin Chia-nan" is Mr Lin
  }
  if (const EntryId entry = book_[person].entry; entry != no_entry) {
    for (const Fact& fact : knowledge_.facts_of(entry)) {
      if (fact.attribute == Attribute::surname) {
        book_.index_surname(fold(knowledge_.text(fact.text)), person);
      }
    }
  }
}

// A person of the tables; of namesakes the one whom the title fits, who holds an office on the day.
ActorId Linker::known_person(const Phrase& phrase) {
  const Hit& hit = phrases_.hits.hits[phrase.name_hit];
  const std::string country =
      phrase.countries.empty() ? std::string{} : country_of(phrases_.hits.hits[phrase.countries.front()]);
  EntryId best = no_entry;
  int most = -1;
  for (std::uint32_t r = hit.first_reading; r < hit.last_reading; ++r) {
    const Reading& reading = phrases_.hits.readings[r];
    if ((reading.use & use_person) == 0) {
      continue;
    }
    const EntryId entry = knowledge_.facts[reading.fact].entry;
    const bool at_home = !country.empty() && knowledge_.value(entry, Attribute::country, {}) == country;
    const bool in_office = office_on(knowledge_, entry, scene_.day) != no_entry;
    const auto named = country_counts_.find(std::string(knowledge_.value(entry, Attribute::country, {})));
    const int near = named == country_counts_.end() ? 0 : std::min(named->second, 9);
    const int score = (at_home ? 80 : 0) + (in_office ? 40 : 0) +
                      (former_office(knowledge_, entry, scene_.day) != no_entry ? 20 : 0) + near;
    if (score > most) {
      best = entry;
      most = score;
    }
  }
  return best == no_entry ? no_actor : book_.of_entry(best);
}

// Whom the tables spell otherwise, where the report speaks of his country, or of no country at all.
ActorId Linker::person_spelled_like(const Phrase& phrase) {
  const EntryId entry = knowledge_.spellings->find(knowledge_, scene_.text(phrase.name.first, phrase.name.last));
  if (entry == no_entry) {
    return no_actor;
  }
  const std::string country(knowledge_.value(entry, Attribute::country, {}));
  return country_counts_.empty() || country_counts_.contains(country) ? book_.of_entry(entry) : no_actor;
}

// "in Tell Tamer", "entered Tell Tamer".
bool Linker::stands_as_place(Stretch name) const {
  const TokenId head = scene_.syntax.head[name.first];
  return is_locative({name.first, name.last}) || (scene_.syntax.relation[name.first] == Relation::obj &&
                                                  head != no_token && scene_.syntax.lemma(head) == "enter");
}

// What the model takes a name for; nothing when it saw none in its last word.
std::optional<NameKind> Linker::tagged_kind(Stretch name) const {
  const readout::Name* tagged = scene_.tagged(name.last - 1);
  return tagged == nullptr ? std::nullopt : std::optional(tagged->kind);
}

// A place that no table knows: where something happens, or what is attacked. Its country stays open.
ActorId Linker::unknown_place(Stretch name) {
  bool fresh = false;
  const std::string words(scene_.text(name.first, name.last));
  const ActorId id = book_.of_key("place:" + fold(words), fresh);
  if (fresh) {
    book_[id].actor.kind = ActorKind::place;
    book_[id].actor.name = words;
  }
  return id;
}

// A name of two and more words: a person, a body with a word that says so, or (places, treaties) no actor.
ActorId Linker::unknown_name(const Phrase& phrase) {
  const Stretch name = phrase.name;
  const bool backed =
      phrase.role != no_hit || phrase.honorific || phrase.same_as != no_phrase || !phrase.native.empty();
  const std::string last = fold(scene_.word(name.last - 1));
  const std::string first = fold(scene_.word(name.first));
  const BodyWord* body = body_word(last);
  for (TokenId t = name.first; t < name.last && body == nullptr; ++t) {
    body = body_word(fold(scene_.word(t)));
  }
  const auto tagged = tagged_kind(name);
  if (tagged == NameKind::place || tagged == NameKind::event) {
    if (!backed && phrase.acronym.empty()) {
      return tagged == NameKind::place ? unknown_place(name) : no_actor;
    }
  }
  if (tagged == NameKind::person) {
    body = nullptr;  // "Clara Bank"
  }
  bool all_caps = true;
  for (TokenId t = name.first; t < name.last; ++t) {
    all_caps = all_caps && shape_of(scene_.word(t)) == Shape::caps;
  }
  const bool sure = tagged == NameKind::person || tagged == NameKind::organization;
  if (!backed && body == nullptr && (!sure || scene_.casing_at(name.first) != Casing::normal)) {
    const bool odd = std::ranges::binary_search(place_words, std::string_view(last)) ||
                     std::ranges::binary_search(thing_words, std::string_view(last)) ||
                     std::ranges::binary_search(place_words, std::string_view(first));
    const bool given = knowledge_.given_names.contains(knowledge_.words.find(first));
    // Without a title a run of capitals is an actor only when it acts or begins with a first name.
    const TokenId carrier = scene_.head_of(name.first, name.last);
    const bool acts = scene_.syntax.relation[carrier] == Relation::nsubj || scene_.speaks(carrier);
    if (odd || (!given && !acts && phrase.acronym.empty()) || (!given && stands_as_place(name)) ||
        scene_.casing_at(name.first) != Casing::normal || all_caps || form_of(name) == MentionForm::adjective) {
      return no_actor;
    }
  }
  bool fresh = false;
  const ActorId id = book_.of_key("name:" + fold(scene_.text(name.first, name.last)), fresh);
  if (fresh) {
    Draft& draft = book_[id];
    draft.named = true;
    draft.actor.name = std::string(scene_.text(name.first, name.last));
    const TokenId head = scene_.head_of(name.first, name.last);
    const bool given = knowledge_.given_names.contains(knowledge_.words.find(first));
    const bool person = tagged == NameKind::person ? true
                        : tagged == NameKind::organization && !phrase.honorific
                            ? phrase.role != no_hit && body == nullptr
                        : body == nullptr && phrase.acronym.empty() ? backed || given || scene_.speaks(head)
                                                                    : phrase.honorific || !phrase.native.empty();
    draft.actor.kind = person ? ActorKind::person : ActorKind::organization;
    if (draft.actor.kind == ActorKind::organization) {
      draft.actor.sector = body == nullptr ? std::string_view{} : body->sector;
      const Hit* first_hit = phrases_.hits.beginning_at(name.first);  // "Chadian Human Rights League"
      if (first_hit != nullptr && first_hit->can_be(use_country)) {
        draft.actor.country = country_of(*first_hit);
      }
      draft.actor.code = code_of(draft.actor.country, draft.actor.sector);
      draft.plural = may_be_they(draft.actor.sector);
    }
  }
  return id;
}

// --- while reading

ActorId Linker::surname_in_report(const std::string& folded, TokenId at) const {
  const auto* people = book_.by_surname(folded);
  if (people == nullptr) {
    return no_actor;
  }
  if (people->size() == 1) {
    return people->front();
  }
  for (std::size_t i = seen_.size(); i > 0 && seen_.size() - i < 60; --i) {  // the one seen last
    if (std::ranges::find(*people, seen_[i - 1].actor) != people->end() && mentions_[seen_[i - 1].mention].first < at) {
      return seen_[i - 1].actor;
    }
  }
  return people->front();
}

// "Jamal" is Jamal Khashoggi, when the report knows one Jamal only.
ActorId Linker::given_name_in_report(const std::string& folded) const {
  ActorId found = no_actor;
  for (ActorId id = 0; id < book_.size(); ++id) {
    const Draft& draft = book_[id];
    if (draft.named && draft.actor.kind == ActorKind::person && fold(draft.actor.name).starts_with(folded + " ")) {
      if (found != no_actor) {
        return no_actor;
      }
      found = id;
    }
  }
  return found;
}

// A surname that the report never completes: only a holder of a high office, or of the office in the title, is meant.
ActorId Linker::surname_in_tables(const Phrase& phrase) {
  const std::uint32_t index = phrases_.hits.at[phrase.name.first];
  if (index == no_hit || phrases_.hits.hits[index].last != phrase.name.last || !scene_.day) {
    return no_actor;
  }
  const Hit& hit = phrases_.hits.hits[index];
  const EntryId role = phrase.role == no_hit ? no_entry : role_entry(phrases_.hits.hits[phrase.role]);
  const auto type = role == no_entry ? std::string_view{} : knowledge_.value(role, Attribute::office, {});
  const auto trade = role == no_entry ? std::string_view{} : knowledge_.value(role, Attribute::sector, {});
  const auto tagged = tagged_kind(phrase.name);
  if (!phrase.honorific && tagged && tagged != NameKind::person) {
    return no_actor;  // "Washington State"
  }
  EntryId found = no_entry;
  int height = 3;
  bool tie = false;
  for (std::uint32_t r = hit.first_reading; r < hit.last_reading; ++r) {
    const EntryId person = knowledge_.facts[phrases_.hits.readings[r].fact].entry;
    const EntryId office =
        knowledge_.entries[person].kind == EntryKind::person ? office_on(knowledge_, person, scene_.day) : no_entry;
    if (office == no_entry || person == found) {
      continue;
    }
    if (!trade.empty() && type.empty() && trade != knowledge_.value(office, Attribute::sector, {})) {
      continue;  // "Sailor Moon" heads no state
    }
    const bool titled = !type.empty() && knowledge_.value(office, Attribute::type, {}) == type;
    const int own = titled ? -1 : height_of(knowledge_.value(office, Attribute::rank, {}));
    tie = own == height ? true : own < height ? false : tie;
    if (own < height) {
      found = person;
      height = own;
    }
  }
  return found == no_entry || tie ? no_actor : book_.of_entry(found);
}

ActorId Linker::person_of(const Phrase& phrase) {
  const std::string folded = fold(scene_.text(phrase.name.first, phrase.name.last));
  if (const ActorId named = phrase.name.size() > 1 ? book_.find_key("name:" + folded) : no_actor; named != no_actor) {
    return named;  // told elsewhere in the report to be an actor
  }
  if (const auto known = acronyms_.find(std::string(scene_.text(phrase.name.first, phrase.name.last)));
      known != acronyms_.end()) {
    return known->second;
  }
  if (const ActorId known = surname_in_report(folded, phrase.whole.first); known != no_actor) {
    return known;
  }
  if (const ActorId known = bearer_of(folded); known != no_actor) {
    return known;  // by a first name
  }
  if (const ActorId known = surname_in_tables(phrase); known != no_actor) {
    book_.index_surname(folded, known);
    return known;
  }
  const bool titled =
      phrase.honorific || (phrase.role != no_hit && scene_.is_capitalised(phrases_.hits.hits[phrase.role].first));
  const auto tagged = tagged_kind(phrase.name);
  const bool plain =
      scene_.casing_at(phrase.name.first) == Casing::normal && form_of(phrase.name) != MentionForm::adjective;
  if (!titled && plain && tagged == NameKind::place) {
    return unknown_place(phrase.name);
  }
  const bool sure = plain && (tagged == NameKind::person || tagged == NameKind::organization);
  if ((!titled && !sure) || phrase.name.size() > 1) {
    return no_actor;
  }
  if (const ActorId friendly = given_name_in_report(folded); !titled && friendly != no_actor) {
    return friendly;
  }
  bool fresh = false;
  const ActorId id = book_.of_key("name:" + folded, fresh);
  if (fresh) {
    Draft& draft = book_[id];
    draft.named = true;
    draft.actor.name = std::string(scene_.text(phrase.name.first, phrase.name.last));
    if (!titled && tagged == NameKind::organization) {
      draft.actor.kind = ActorKind::organization;
    } else {
      book_.index_surname(folded, id);
    }
  }
  return id;
}

// What the title adds: for a person of the tables the affiliation, for others everything that is known.
void Linker::describe_person(ActorId person, const Phrase& phrase) {
  const std::string home = book_[person].entry == no_entry ? std::string{} : book_[person].actor.country;
  const Setting setting = setting_of(phrase, home);
  Draft& draft = book_[person];
  draft.gender = draft.gender == 0 ? phrase.gender : draft.gender;
  if (!phrase.native.empty()) {  // the report's own script goes before the table's
    draft.actor.native_name = scene_.text(phrase.native.first, phrase.native.last);
  }
  if (phrase.role == no_hit || draft.actor.kind != ActorKind::person) {
    return;
  }
  if (draft.entry == no_entry) {
    if (draft.role == no_entry) {
      Draft described = draft;
      describe_role(described, phrase, setting);
      described.actor.name = draft.actor.name;
      described.actor.office = phrase.former
                                   ? "former " + std::string(scene_.text(phrases_.hits.hits[phrase.role].first,
                                                                         phrases_.hits.hits[phrase.role].last))
                                   : std::string{};
      book_[person] = std::move(described);
    }
    return;
  }
  if (draft.actor.affiliation == no_actor && setting.affiliation != person) {
    draft.actor.affiliation = setting.affiliation;
    draft.actor.affiliation_name =
        setting.affiliation == no_actor ? setting.affiliation_name : book_[setting.affiliation].actor.name;
  }
  if (draft.actor.sector.empty()) {  // the tables know no office on that day, or the report has no day
    Draft described = draft;
    describe_role(described, phrase, setting);
    if (draft.actor.country.empty() || described.actor.country.empty() ||
        draft.actor.country == described.actor.country) {
      draft.actor.sector = described.actor.sector;
      draft.actor.rank = described.actor.rank;
      draft.actor.country = draft.actor.country.empty() ? described.actor.country : draft.actor.country;
      draft.actor.code = code_of(draft.actor.country, draft.actor.sector);
    }
  }
}

ActorId Linker::link_person(std::uint32_t index) {
  const Phrase& phrase = phrases_.all[index];
  ActorId id = name_of_[index];
  const bool whole_name = id != no_actor;
  id = whole_name ? id : person_of(phrase);
  if (phrase.same_as != no_phrase && actor_of_[phrase.same_as] != no_actor && id != no_actor) {
    // "the Danish ambassador, Jan Novak,": the role was read first and now gets its name.
    const ActorId role = actor_of_[phrase.same_as];
    Draft& draft = book_[role];
    if (draft.entry == no_entry && !draft.named && book_[id].entry == no_entry && book_[id].role == no_entry) {
      Draft merged = draft;
      merged.named = true;
      merged.actor.name = book_[id].actor.name;
      merged.actor.native_name = book_[id].actor.native_name;
      book_[id] = std::move(merged);
    }
    const std::size_t recent = mentions_.size() > 16 ? mentions_.size() - 16 : 0;
    for (std::size_t m = recent; m < mentions_.size() && book_[role].entry == no_entry; ++m) {
      mentions_[m].actor = mentions_[m].actor == role ? id : mentions_[m].actor;
    }
  }
  if (id == no_actor) {
    setting_of(phrase);  // a country or body beside an unknown word is still named
    mention_countries(phrase);
    return no_actor;
  }
  const MentionForm form = phrase.role == no_hit && form_of(phrase.name) == MentionForm::adjective
                               ? MentionForm::adjective
                               : MentionForm::name;
  mention(phrase.whole, id, form);
  describe_person(id, phrase);
  mention_countries(phrase);
  note_acronym(phrase, id);
  return id;
}

}  // namespace readout::actors
