// Who speaks where the actors stage names nobody: a speaker by words ("a nurse", "Smith's lawyer", "the report") is
// worth more than none, and a pronoun that stayed open means whoever spoke last and fits it.
#pragma once

#include <initializer_list>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "acts/match.hpp"
#include "acts/quotes.hpp"

namespace readout::acts {

struct Made {
  std::vector<Actor> actors;      // ids go on behind those of the document
  std::vector<Mention> mentions;  // of them and of the document's own, in no order
};

class Speakers {
 public:
  Speakers(const Tree& tree, const ActorsAt& actors, const std::vector<Quotation>& quotations);

  // The actor at the noun or pronoun that carries a speaker's phrase: known, else found back, else made from its words.
  [[nodiscard]] ActorId of(TokenId head, std::uint32_t sentence);
  // "decision", "policy": nobody who could speak.
  [[nodiscard]] bool is_abstract(TokenId head) const;
  // Of "the lawyer, who said …": "who" names him too.
  void stands_for(ActorId speaker, TokenId cue);
  // The one spoken to: like `of`, but nobody is anonymous for being told something.
  [[nodiscard]] ActorId audience(TokenId head);
  // "I", "we": whoever's words these are.
  [[nodiscard]] bool is_first_person(TokenId head) const;
  // The one who spoke is remembered, so that later pronouns and "the statement" can mean him.
  void spoke(ActorId speaker, std::uint32_t sentence, std::string_view channel);

  [[nodiscard]] const Actor& actor(ActorId id) const;
  // What the document does not have.
  [[nodiscard]] Made take() { return {std::move(made_), std::move(mentions_)}; }

 private:
  struct Spoken {
    ActorId speaker = no_actor;
    std::uint32_t sentence = 0;
    std::string channel;
  };
  struct Phrase {
    TokenId first = 0;
    TokenId last = 0;
    TokenId words = 0;  // where the name begins: behind the article
  };

  [[nodiscard]] bool is(TokenId token, std::initializer_list<std::string_view> words) const;
  [[nodiscard]] Phrase phrase_of(TokenId head) const;
  [[nodiscard]] ActorId by_pronoun(TokenId head, std::uint32_t sentence);
  [[nodiscard]] ActorId by_words(TokenId head, std::uint32_t sentence, bool hides);
  [[nodiscard]] ActorId named_before(TokenId head) const;
  [[nodiscard]] ActorId same_noun_before(TokenId head, const Phrase& phrase) const;
  [[nodiscard]] ActorId author_of(TokenId head) const;
  [[nodiscard]] ActorId maker_of(TokenId head, std::uint32_t sentence);
  [[nodiscard]] ActorId make(TokenId head, const Phrase& phrase, bool hides);
  [[nodiscard]] bool fits(ActorId actor, TokenId pronoun) const;
  [[nodiscard]] char gender_of(ActorId actor) const;
  [[nodiscard]] std::vector<Mention>::const_iterator mention_from(TokenId token) const;
  [[nodiscard]] bool is_time(TokenId head) const;
  [[nodiscard]] bool is_quoted(TokenId token) const;
  void mention(ActorId actor, TokenId head, const Phrase& phrase, MentionForm form);

  const Tree& tree_;
  const ActorsAt& actors_;
  const std::vector<Quotation>& quotations_;
  const std::vector<Mention>& known_mentions_;
  std::vector<char> gender_;  // [actors] 'm', 'f', or 0
  std::vector<Actor> made_;
  std::unordered_map<std::string, ActorId> made_by_name_;  // in lower case
  std::vector<Mention> mentions_;
  std::vector<Spoken> spoken_;
};

}  // namespace readout::acts
