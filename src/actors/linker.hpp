// Turns phrases into mentions of actors, in text order: names first over the whole report, then everything from left to
// right, so that "the president" and "he" find those named before. The steps stand in files of their own.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "actors/book.hpp"
#include "actors/phrases.hpp"

namespace readout::actors {

// What is known of an actor that only the report's own words make: see discourse.cpp.
struct Shadow {
  Sort sort = Sort::thing;
  bool plural = false;
  bool named = false;
  bool unsure = false;  // a proper noun that may be anything
  bool loose = false;   // "every", "no": nothing that the report takes up again
  std::string lemma;    // of its noun; a name's folded words
  std::vector<std::string> modifiers;
};

// A pronoun and those it may point to, in the order of the text: what the weights of the ranker are learned from.
struct Choice {
  TokenId pronoun = no_token;
  Pronoun kind = Pronoun::thing;
  struct Candidate {
    ActorId actor = no_actor;
    Span span;  // of its nearest mention
    Features features{};
    double likelihood = 0;
  };
  std::vector<Candidate> candidates;
  ActorId behind = no_actor;  // the one of them that only follows
};

class Linker {
 public:
  Linker(const Scene& scene, Phrases phrases, std::vector<Choice>* choices = nullptr);

  void introduce_names();         // persons.cpp: full names and surnames, wherever they stand
  void link_all();                // linker.cpp: every phrase in text order
  void link_speakers();           // speakers.cpp: "I", "we" and "you", when it is clear who speaks
  void link_reciprocals();        // descriptions.cpp: "each side … the other"
  void settle_shadows();          // discourse.cpp: who was taken up again stays
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
    std::string noun;          // of the role itself, folded
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
  ActorId person_spelled_like(const Phrase& phrase);  // persons.cpp
  ActorId vessel(const Phrase& phrase);
  void note_acronym(const Phrase& phrase, ActorId actor);

  // roles.cpp
  ActorId link_role(const Phrase& phrase);
  Setting setting_of(const Phrase& phrase, std::string_view home = {});  // `home`: the country of the one described
  ActorId body_named_behind(const Phrase& phrase);
  ActorId body_of_organization(EntryId role, const Setting& setting, Stretch words);
  ActorId institution_role(const Phrase& phrase, const Setting& setting);
  ActorId single_role(const Phrase& phrase, const Setting& setting);
  ActorId subject_of_copula(const Phrase& phrase) const;
  ActorId group_role(const Phrase& phrase, const Setting& setting);
  [[nodiscard]] bool lives_here(const Hit& hit, const Phrase& phrase) const;
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

  // discourse.cpp, discourse_names.cpp
  void observe_until(TokenId end);  // names and nouns before `end` that no phrase has taken
  void observe_name(const readout::Name& name);
  void observe_proper_noun(TokenId t);
  void observe_noun(TokenId head);
  void take_mentions();
  [[nodiscard]] bool is_mentioned(TokenId first, TokenId last) const;
  ActorId state_named(const Stretch& words);
  [[nodiscard]] ActorId abbreviated(const Stretch& words) const;
  void know_person(ActorId person, const std::string& folded);
  [[nodiscard]] ActorId bearer_of(const std::string& folded) const;
  ActorId add_shadow(Shadow shadow, std::string name, char gender);
  [[nodiscard]] const Shadow* shadow_of(ActorId actor) const;
  [[nodiscard]] Shadow shadow_at(TokenId head, const Stretch& words) const;
  [[nodiscard]] Stretch noun_phrase(TokenId head) const;
  [[nodiscard]] ActorId said_of(TokenId head, const Shadow& shadow) const;
  [[nodiscard]] ActorId same_noun(const Shadow& shadow, TokenId head, bool definite) const;
  void note(Stretch stretch, ActorId actor, MentionForm form);

  // pronouns.cpp
  ActorId link_pronoun(std::uint32_t index);
  ActorId relative(TokenId t) const;
  ActorId two_persons_before(TokenId t);
  ActorId partners(TokenId t);

  // antecedents.cpp, features.cpp
  ActorId antecedent(std::uint32_t index);
  [[nodiscard]] Choice choice_for(std::uint32_t index);
  void add_candidates(Choice& choice, std::uint32_t index);
  void add_subject_behind(Choice& choice, std::uint32_t index);
  void add_coordinations(Choice& choice);
  void describe_candidates(Choice& choice);
  [[nodiscard]] Features features_of(const Choice& choice, ActorId actor, const Mention& m) const;
  [[nodiscard]] bool agrees(Pronoun pronoun, ActorId actor) const;
  [[nodiscard]] bool is_argument_beside(TokenId t, ActorId actor) const;
  [[nodiscard]] bool named_below(std::uint32_t index, ActorId actor) const;

  // descriptions.cpp
  ActorId link_definite(const Phrase& phrase);
  ActorId nation_meant(const Phrase& phrase);
  ActorId two_states(TokenId t);
  ActorId two_leaders(TokenId t);
  ActorId pair(ActorId first, ActorId second);
  ActorId together(std::vector<ActorId> members);
  ActorId recent_role(EntryId role, const std::string& office_type, const Setting& setting, bool institution) const;

  // speakers.cpp
  [[nodiscard]] std::vector<ActorId> speakers_of_quotations() const;
  [[nodiscard]] ActorId speaker_beside(Stretch quote, std::span<const Mention> mentions) const;
  [[nodiscard]] std::span<const Mention> mentions_between(TokenId first, TokenId last) const;
  void find_quotations();
  [[nodiscard]] ActorId speaker_around(TokenId t) const;
  ActorId sides_in_quotation(TokenId t, ActorId speaker);
  ActorId side_of(ActorId speaker);
  ActorId speaker_of_block(std::uint32_t block);
  [[nodiscard]] std::vector<ActorId> persons_interviewed(TokenId first_question) const;
  ActorId who_answers(std::uint32_t block, Stretch words, const std::vector<ActorId>& interviewed);
  void link_interview();
  void link_speaker(TokenId t, ActorId speaker);

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

  std::unordered_map<ActorId, Shadow> shadows_;
  std::unordered_map<std::string, ActorId> shadow_names_;          // by the folded name
  std::unordered_map<std::string, std::vector<ActorId>> bearers_;  // persons by each word of their names
  std::vector<bool> taken_;                                        // [tokens] stands in a mention
  std::size_t marked_ = 0;                                         // mentions that `taken_` knows
  std::size_t next_name_ = 0;
  std::size_t ordered_ = 0;  // mentions that stand in text order
  TokenId observed_ = 0;
  std::unordered_map<ActorId, std::size_t> counts_;  // mentions that `taken_` knows, adjectives left out
  std::vector<Stretch> quotes_;                      // [quotations + 1]
  std::vector<Choice>* choices_ = nullptr;
};

}  // namespace readout::actors
