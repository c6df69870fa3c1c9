// "I", "we" and "you". Inside a quotation "I" is whoever speaks it, "we" those for whom the speaker speaks. Outside of
// quotations they are clear only in an interview: there a block that asks is the reporter's, the others are answers.
#include <algorithm>

#include "actors/clauses.hpp"
#include "actors/linker.hpp"

namespace readout::actors {

namespace {

bool is_i(const Scene& scene, TokenId t) {
  return scene.is_one_of(t, {"i", "me", "my", "mine", "myself"}) && scene.syntax.upos[t] == Upos::pron;
}

bool is_we(const Scene& scene, TokenId t) {
  return (scene.is_one_of(t, {"we", "our", "ours", "ourselves"}) || scene.word(t) == "us") &&
         scene.syntax.upos[t] == Upos::pron;
}

bool is_you(const Scene& scene, TokenId t) {
  return scene.is_one_of(t, {"you", "your", "yours", "yourself"}) && scene.syntax.upos[t] == Upos::pron;
}

constexpr TokenId longest_question = 80;
constexpr TokenId beside = 200;  // words between a quotation and its speaker

// A block as a turn of an interview.
struct Turn {
  Stretch words;
  bool asks = false;
  int says_i = 0;
  int says_you = 0;
};

// A block that ends in a question mark and is short asks; so does a short one that says "you" and no "I" before an
// answer that does ("You have received a good deal of attention recently.").
std::vector<Turn> turns_of(const Scene& scene) {
  std::vector<Turn> turns;  // [blocks]
  for (const Sentence& sentence : scene.tokens.sentences) {
    if (sentence.block >= turns.size()) {
      turns.resize(sentence.block + 1);
    }
    Turn& turn = turns[sentence.block];
    turn.words = {turn.words.empty() ? sentence.first : turn.words.first, sentence.last};
    turn.asks = scene.word(sentence.last - 1) == "?" && turn.words.size() <= longest_question;
    for (TokenId t = sentence.first; t < sentence.last; ++t) {
      turn.says_i += is_i(scene, t) && scene.quote_of[t] == 0 ? 1 : 0;
      turn.says_you += is_you(scene, t) && scene.quote_of[t] == 0 ? 1 : 0;
    }
  }
  for (std::size_t i = 0; i + 1 < turns.size(); ++i) {
    const bool prompts = turns[i].says_you > 0 && turns[i].says_i == 0 &&
                         turns[i].words.size() <= longest_question / 2 && !turns[i + 1].asks && turns[i + 1].says_i > 0;
    turns[i].asks = turns[i].asks || prompts;
  }
  return turns;
}

}  // namespace

// Who speaks in or right beside the sentences of a quotation, outside of its marks; the nearest one.
ActorId Linker::speaker_beside(Stretch quote, std::span<const Mention> mentions) const {
  const std::uint32_t first = scene_.sentence_of[quote.first];
  const std::uint32_t last = scene_.sentence_of[quote.last - 1];
  ActorId found = no_actor;
  TokenId nearest = UINT32_MAX;
  for (const Mention& m : mentions) {
    const std::uint32_t sentence = scene_.sentence_of[m.first];
    if (sentence < first || sentence > last || scene_.quote_of[m.head] != 0 || m.form == MentionForm::adjective ||
        !(scene_.speaks(m.head) || scene_.speaks(m.last - 1))) {
      continue;
    }
    const TokenId away = m.first >= quote.last ? m.first - quote.last : quote.first - std::min(quote.first, m.last);
    if (away < nearest) {
      found = m.actor;
      nearest = away;
    }
  }
  return found;
}

// Quotations as stretches of tokens; the first, empty, stands for all that is outside of them.
void Linker::find_quotations() {
  for (TokenId t = 0; t < scene_.tokens.size(); ++t) {
    const std::uint32_t quote = scene_.quote_of[t];
    if (quote >= quotes_.size()) {
      quotes_.resize(quote + 1);
    }
    if (quote != 0) {
      quotes_[quote] = {quotes_[quote].empty() ? t : quotes_[quote].first, t + 1};
    }
  }
}

// While reading: whoever is named before or in the rest of the sentence as the one who speaks. Nobody calls himself
// "he".
ActorId Linker::speaker_around(TokenId t) const {
  const std::uint32_t quote = scene_.quote_of[t];
  if (quote == 0) {
    return no_actor;
  }
  const auto recent = std::span<const Mention>(mentions_).last(std::min<std::size_t>(mentions_.size(), 60));
  if (const ActorId before = speaker_beside(quotes_[quote], recent); before != no_actor) {
    return before;
  }
  const TokenId from = quotes_[quote].last;
  const TokenId end = scene_.sentence_end(from - 1);
  const auto first = std::ranges::lower_bound(phrases_.all, from, {}, [](const Phrase& p) { return p.whole.first; });
  for (auto i = static_cast<std::size_t>(first - phrases_.all.begin()); i < phrases_.all.size(); ++i) {
    const Phrase& phrase = phrases_.all[i];
    if (phrase.whole.first >= std::min(end, from + beside)) {
      break;
    }
    if (phrase.kind == PhraseKind::person && scene_.speaks(phrase.name.last - 1)) {
      return name_of_[i] != no_actor ? name_of_[i]
                                     : surname_in_report(fold(scene_.text(phrase.name.first, phrase.name.last)), from);
    }
  }
  return no_actor;
}

// A quotation without a speaker of its own goes on from the one before, in its block or in the block before when it
// fills its own; else the last who spoke in the block has it.
std::vector<ActorId> Linker::speakers_of_quotations() const {
  const std::vector<Stretch>& quotes = quotes_;
  std::vector<ActorId> speakers(quotes.size(), no_actor);
  for (std::uint32_t q = 1; q < quotes.size(); ++q) {
    if (quotes[q].empty()) {
      continue;
    }
    speakers[q] = speaker_beside(
        quotes[q], mentions_between(std::max(scene_.sentence_begin(quotes[q].first),
                                             quotes[q].first - std::min(quotes[q].first, beside)),
                                    std::min(scene_.sentence_end(quotes[q].last - 1), quotes[q].last + beside)));
    if (speakers[q] != no_actor) {
      continue;
    }
    const auto block_at = [&](TokenId t) { return scene_.tokens.sentences[scene_.sentence_of[t]].block; };
    const std::uint32_t block = block_at(quotes[q].first);
    if (q > 1 && !quotes[q - 1].empty() && block_at(quotes[q - 1].first) == block) {
      speakers[q] = speakers[q - 1];
      continue;
    }
    TokenId last = 0;
    const TokenId from = quotes[q].first - std::min<TokenId>(quotes[q].first, 400);
    for (const Mention& m : mentions_between(from, quotes[q].first)) {
      const bool before = block_at(m.first) == block && m.last <= quotes[q].first && scene_.quote_of[m.head] == 0;
      if (before && m.first >= last && scene_.speaks(m.head)) {
        speakers[q] = m.actor;
        last = m.first;
      }
    }
    const bool fills = quotes[q].first == 0 || block_at(quotes[q].first - 1) != block;
    if (speakers[q] == no_actor && fills && q > 1 && !quotes[q - 1].empty() &&
        block_at(quotes[q - 1].first) + 1 == block) {
      speakers[q] = speakers[q - 1];
    }
  }
  return speakers;
}

// "the two leaders … our interests": whom the quotation itself puts side by side, one of them the speaker's own.
ActorId Linker::sides_in_quotation(TokenId t, ActorId speaker) {
  const std::string country = book_[speaker].actor.country;
  ActorId found = no_actor;
  for (const Mention& m : mentions_between(quotes_[scene_.quote_of[t]].first, t)) {
    const Actor& actor = book_[m.actor].actor;
    if (m.last > t || scene_.quote_of[m.head] != scene_.quote_of[t] || actor.members.size() != 2) {
      continue;
    }
    const std::string& one = book_[actor.members[0]].actor.country;
    const std::string& other = book_[actor.members[1]].actor.country;
    found = !country.empty() && one != other && (one == country || other == country) ? m.actor : found;
  }
  if (found == no_actor) {
    return no_actor;
  }
  const std::vector<ActorId> members = book_[found].actor.members;
  const ActorId one = book_.of_country(book_[members[0]].actor.country);
  const ActorId other = book_.of_country(book_[members[1]].actor.country);
  return one == no_actor || other == no_actor ? no_actor : pair(std::min(one, other), std::max(one, other));
}

// Those for whom a person says "we"; a body is its own "we".
ActorId Linker::side_of(ActorId speaker) {
  if (book_[speaker].actor.kind != ActorKind::person) {
    return speaker;
  }
  if (book_[speaker].actor.rank == "spokesperson" && book_[speaker].actor.affiliation != no_actor) {
    return book_[speaker].actor.affiliation;
  }
  bool fresh = false;
  const ActorId id = book_.of_key("we:" + std::to_string(speaker), fresh);
  if (fresh) {
    Draft& draft = book_[id];
    draft.plural = true;
    draft.actor.kind = ActorKind::group;
    draft.actor.name = book_[speaker].actor.name + " and others";
    draft.actor.country = book_[speaker].actor.country;
    draft.actor.members = {speaker};
  }
  return id;
}

void Linker::link_speaker(TokenId t, ActorId speaker) {
  if (speaker == no_actor) {
    return;
  }
  const bool one = book_[speaker].actor.kind == ActorKind::person && !book_[speaker].plural;
  ActorId id = no_actor;
  if (is_i(scene_, t) && one) {
    id = speaker;
  } else if (is_we(scene_, t)) {
    id = scene_.quote_of[t] == 0 ? no_actor : sides_in_quotation(t, speaker);
    id = id == no_actor ? side_of(speaker) : id;
  }
  mention({t, t + 1}, id, MentionForm::pronoun);
}

// --- interviews

// Named persons of the headline, or else of the lines before the first question.
std::vector<ActorId> Linker::persons_interviewed(TokenId first_question) const {
  std::vector<ActorId> found;
  for (const bool title_only : {true, false}) {
    for (const Mention& m : mentions_) {
      const Draft& draft = book_[m.actor];
      const bool person = draft.actor.kind == ActorKind::person && !draft.plural && draft.named;
      const bool there = title_only ? scene_.sentence_of[m.first] == 0 : m.last <= first_question;
      if (person && there && m.form == MentionForm::name && std::ranges::find(found, m.actor) == found.end()) {
        found.push_back(m.actor);
      }
    }
    if (!found.empty()) {
      break;
    }
  }
  return found;
}

// Of several who answer, each block has one: whoever says "I'm Ann Smith" in it; of two the one whom the block does not
// name or ask after; else somebody.
ActorId Linker::who_answers(std::uint32_t block, Stretch words, const std::vector<ActorId>& interviewed) {
  if (interviewed.size() == 1) {
    return interviewed.front();
  }
  std::vector<ActorId> others = interviewed;
  for (const Mention& m : mentions_between(words.first, words.last)) {
    if (scene_.quote_of[m.first] != 0) {
      continue;
    }
    for (const TokenId child : some_children(scene_, m.head)) {
      if (is_i(scene_, child) && scene_.syntax.relation[child] == Relation::nsubj && m.form == MentionForm::name) {
        return m.actor;
      }
    }
    std::erase(others, m.actor);
  }
  return others.size() == 1 && interviewed.size() == 2 ? others.front() : speaker_of_block(block);
}

void Linker::link_interview() {
  const std::vector<Turn> turns = turns_of(scene_);
  const auto questions = std::ranges::count_if(turns, &Turn::asks);
  const auto first = std::ranges::find_if(turns, &Turn::asks);
  int own = 0;
  for (const Turn& turn : turns) {
    own += turn.says_i;
  }
  if (questions < 2 || own < 3) {
    return;
  }
  const TokenId first_question = first->words.first;
  const std::vector<ActorId> interviewed = persons_interviewed(first_question);
  const ActorId all = interviewed.size() > 1 ? together(interviewed) : no_actor;
  std::uint32_t answered = UINT32_MAX;
  ActorId answers = no_actor;
  for (TokenId t = 0; t < scene_.tokens.size(); ++t) {
    const std::uint32_t block = scene_.tokens.sentences[scene_.sentence_of[t]].block;
    if (scene_.quote_of[t] != 0 || !scene_.coded[scene_.sentence_of[t]]) {
      continue;
    }
    if (turns[block].asks) {
      const ActorId asked = interviewed.size() == 1 ? interviewed.front() : no_actor;
      mention({t, t + 1}, is_you(scene_, t) ? asked : no_actor, MentionForm::pronoun);
    } else if (is_we(scene_, t) && all != no_actor) {
      mention({t, t + 1}, all, MentionForm::pronoun);
    } else if (is_i(scene_, t) || is_we(scene_, t)) {
      answers = block == answered ? answers : who_answers(block, turns[block].words, interviewed);
      answered = block;
      link_speaker(t, answers);
    }
  }
}

// Somebody without a name who says all "I" of a block.
ActorId Linker::speaker_of_block(std::uint32_t block) {
  bool fresh = false;
  const ActorId id = book_.of_key("turn:" + std::to_string(block), fresh);
  if (fresh) {
    Shadow shadow;
    shadow.sort = Sort::person;
    shadows_.emplace(id, std::move(shadow));
    book_[id].actor.kind = ActorKind::person;
    book_[id].actor.name = "speaker";
  }
  return id;
}

// Mentions that begin in [first, last), of those that link_speakers has put in order.
std::span<const Mention> Linker::mentions_between(TokenId first, TokenId last) const {
  const auto ordered = std::span<const Mention>(mentions_).first(ordered_);
  const auto from = std::ranges::lower_bound(ordered, first, {}, &Mention::first);
  const auto to = std::ranges::lower_bound(ordered, last, {}, &Mention::first);
  return {from, std::max(from, to)};
}

void Linker::link_speakers() {
  observe_until(static_cast<TokenId>(scene_.tokens.size()));
  std::ranges::stable_sort(mentions_, {}, &Mention::first);
  seen_.clear();  // its numbers of mentions hold no longer
  ordered_ = mentions_.size();
  const std::vector<ActorId> speakers = speakers_of_quotations();
  for (TokenId t = 0; t < scene_.tokens.size(); ++t) {
    const std::uint32_t quote = scene_.quote_of[t];
    if (quote != 0 && scene_.coded[scene_.sentence_of[t]] && (is_i(scene_, t) || is_we(scene_, t))) {
      link_speaker(t, speakers[quote]);
    }
  }
  link_interview();
}

}  // namespace readout::actors
