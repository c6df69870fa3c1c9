// Turns phrases into mentions of actors, in text order: names first over the whole report, then everything from left to
// right, so that "the president" and "he" find those named before. The steps stand in files of their own.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "actors/book.hpp"
#include "actors/phrases.hpp"

namespace readout::actors {

class Linker {
 public:
  Linker(const Scene& scene, Phrases phrases);

  void introduce_names();         // persons.cpp: full names and surnames, wherever they stand
  void link_all();                // linker.cpp: every phrase in text order
  void mark_anonymous();          // anonymous.cpp: who speaks without a name, and the words that say so
  [[nodiscard]] Actors finish();  // linker.cpp: actors in order of first mention

 private:
  // Where an actor was seen, in the order of reading.
  struct Seen {
    ActorId actor = no_actor;
    std::uint32_t mention = 0;
    std::uint32_t sentence = 0;
    TokenId subject_of = no_token;  // the verb whose subject it is
  };

  // What surrounds a role: whose it is and where it belongs.
  struct Setting {
    std::vector<std::string> countries;
    ActorId affiliation = no_actor;
    ActorId body = no_actor;  // the same, when the words say that the role is one of that body and of no country
    std::string affiliation_name;
    std::string sector;        // of the body or the outer role
    std::string organization;  // an organization's id: "nato"
  };

  // linker.cpp
  ActorId link(std::uint32_t index);
  void mention(Stretch stretch, ActorId actor, MentionForm form);
  void mention_countries(const Phrase& phrase);
  [[nodiscard]] MentionForm form_of(const Stretch& stretch) const;

  // places.cpp
  ActorId link_country(const Phrase& phrase);
  [[nodiscard]] EntryId state_of(const Hit& hit) const;
  [[nodiscard]] std::string country_of(const Hit& hit) const;
  [[nodiscard]] bool is_locative(Stretch words) const;
  [[nodiscard]] std::string context_country(TokenId t) const;
  ActorId place(const Hit& hit);
  void count_countries();

  // units.cpp
  ActorId link_unit(const Phrase& phrase);
  ActorId unit_actor(const Phrase& phrase, std::uint32_t hit, const std::vector<std::string>& countries);
  // How much of a body's words is its name: "Foreign Ministry", "French Foreign Ministry", "Department of
  // Transportation".
  enum class Naming : std::uint8_t { noun, with_country, own_name };
  ActorId institution(EntryId role, const std::string& country, Stretch words, Naming naming);
  [[nodiscard]] bool contextual(EntryId role) const;
  ActorId recent_group(EntryId role) const;
  ActorId holder_named(const Phrase& phrase);
  void note_acronym(const Phrase& phrase, ActorId actor);

  // roles.cpp
  ActorId link_role(const Phrase& phrase);
  Setting setting_of(const Phrase& phrase, std::string_view home = {});  // `home`: the country of the one described
  ActorId institution_role(const Phrase& phrase, const Setting& setting);
  ActorId single_role(const Phrase& phrase, const Setting& setting);
  ActorId subject_of_copula(const Phrase& phrase) const;
  ActorId group_role(const Phrase& phrase, const Setting& setting);
  ActorId group_of(const Phrase& phrase, const Setting& setting, const std::string& country);
  [[nodiscard]] EntryId role_entry(const Hit& hit) const;
  [[nodiscard]] std::string_view top_office(const Hit& hit) const;
  [[nodiscard]] bool governs(ActorId body) const;
  [[nodiscard]] bool is_head(const Hit& hit) const;
  void own_by_noun(const Hit& role, Setting& setting);
  [[nodiscard]] EntryId office_for(const Hit& hit, const Setting& setting) const;
  ActorId office_actor(EntryId office, const Phrase& phrase);
  void describe_role(Draft& draft, const Phrase& phrase, const Setting& setting);
  [[nodiscard]] std::string words_of(const Phrase& phrase) const;

  // persons.cpp
  ActorId link_person(std::uint32_t index);
  ActorId person_of(const Phrase& phrase);
  ActorId known_person(const Phrase& phrase);
  ActorId unknown_name(const Phrase& phrase);
  [[nodiscard]] bool stands_as_place(Stretch name) const;
  [[nodiscard]] std::optional<NameKind> tagged_kind(Stretch name) const;
  ActorId unknown_place(Stretch name);
  ActorId surname_in_report(const std::string& folded, TokenId at) const;
  [[nodiscard]] ActorId given_name_in_report(const std::string& folded) const;
  ActorId surname_in_tables(const Phrase& phrase);
  void describe_person(ActorId person, const Phrase& phrase);
  void index_names(ActorId person, Stretch name);

  // coreference.cpp
  ActorId link_pronoun(std::uint32_t index);
  ActorId link_definite(const Phrase& phrase);
  ActorId relative(TokenId t) const;
  ActorId antecedent(std::uint32_t index);
  [[nodiscard]] bool agrees(TokenId pronoun, const Draft& draft) const;
  [[nodiscard]] bool named_below(std::uint32_t index, ActorId actor) const;
  ActorId two_persons_before(TokenId t);
  ActorId nation_meant(const Phrase& phrase);
  ActorId two_states(TokenId t);
  ActorId two_leaders(TokenId t);
  ActorId pair(ActorId first, ActorId second);
  ActorId recent_role(EntryId role, const std::string& office_type, const Setting& setting, bool institution) const;

  const Scene& scene_;
  const Knowledge& knowledge_;
  Phrases phrases_;
  Book book_;
  std::vector<ActorId> actor_of_;  // [phrases]
  std::vector<ActorId> name_of_;   // [phrases] those that introduce_names has told
  std::vector<bool> done_;         // [phrases]
  std::vector<Mention> mentions_;
  std::vector<Seen> seen_;
  std::unordered_map<std::string, ActorId> acronyms_;
  std::unordered_map<std::string, int> country_counts_;
  std::string dominant_;  // the country that most of the report is about, when one is
  std::string dateline_country_;
};

}  // namespace readout::actors
