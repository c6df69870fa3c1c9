// In this order: the actor whom the actors stage has at the words; the same name or noun before; who spoke last, for a
// pronoun; and at last the words themselves.
#include "acts/speakers.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "acts/content_frame.hpp"

namespace readout::acts {

namespace {

constexpr TokenId longest_tail = 8;     // tokens of "of the city's biggest hospital"
constexpr std::size_t look_back = 400;  // mentions and sayings: what is meant stands near

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

std::string_view last_word(std::string_view name) {
  const auto blank = name.find_last_of(' ');
  return blank == std::string_view::npos ? name : name.substr(blank + 1);
}

}  // namespace

Speakers::Speakers(const Tree& tree, const ActorsAt& actors, const std::vector<Quotation>& quotations)
    : tree_(tree), actors_(actors), quotations_(quotations), known_mentions_(tree.document().actors.mentions) {
  gender_.assign(tree.document().actors.actors.size(), 0);
  for (const Mention& m : known_mentions_) {
    if (m.actor == no_actor) {
      continue;
    }
    char& gender = gender_[m.actor];
    const std::string first = lower(tree.word(m.first));
    if (m.form == MentionForm::pronoun) {
      gender = is(m.first, {"he", "him", "his", "himself"})     ? 'm'
               : is(m.first, {"she", "her", "hers", "herself"}) ? 'f'
                                                                : gender;
    } else if (gender == 0) {
      gender = first == "mr" || first == "mr."                                        ? 'm'
               : first == "ms" || first == "ms." || first == "mrs" || first == "mrs." ? 'f'
               : tree.rules().in_list("@she", lower(tree.lemma(m.head)))              ? 'f'
               : tree.rules().in_list("@he", lower(tree.lemma(m.head)))               ? 'm'
                                                                                      : char{0};
    }
  }
}

const Actor& Speakers::actor(ActorId id) const {
  const auto& known = tree_.document().actors.actors;
  return id < known.size() ? known[id] : made_[id - known.size()];
}

bool Speakers::is(TokenId token, std::initializer_list<std::string_view> words) const {
  const std::string word = lower(tree_.word(token));
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool Speakers::is_first_person(TokenId head) const {
  return is(head, {"i", "we", "me", "us", "myself", "ourselves"}) && tree_.upos(head) == Upos::pron;
}

bool Speakers::is_quoted(TokenId token) const {
  const auto after = std::upper_bound(quotations_.begin(), quotations_.end(), token,
                                      [](TokenId t, const Quotation& q) { return t < q.first; });
  return after != quotations_.begin() && token < std::prev(after)->last;
}

void Speakers::spoke(ActorId speaker, std::uint32_t sentence, std::string_view channel) {
  if (speaker != no_actor) {
    spoken_.push_back({speaker, sentence, std::string(channel)});
  }
}

// "Tuesday said" nothing.
bool Speakers::is_time(TokenId head) const {
  const auto& times = tree_.document().times.times;
  const auto behind =
      std::upper_bound(times.begin(), times.end(), head, [](TokenId t, const Time& one) { return t < one.first; });
  return behind != times.begin() && head < std::prev(behind)->last && std::prev(behind)->kind == TimeKind::date;
}

ActorId Speakers::of(TokenId head, std::uint32_t sentence) {
  if (const auto found = actors_.find(head, false); !found.empty()) {
    return found.front();
  }
  if (!mentions_.empty() && mentions_.back().head == head) {
    return mentions_.back().actor;
  }
  const Upos tag = tree_.upos(head);
  if (tag == Upos::pron || tag == Upos::det) {
    if (is(head, {"some", "many", "others", "several", "few", "critics", "everyone", "most"})) {
      return make(head, {head, head + 1, head}, true);
    }
    const ActorId meant = by_pronoun(head, sentence);
    if (meant != no_actor) {
      mention(meant, head, {head, head + 1, head}, MentionForm::pronoun);
    }
    return meant;
  }
  // "One of these groups, the SDF, …"
  for (const TokenId c : tree_.children(head)) {
    if (tree_.relation(c) == Relation::appos) {
      if (const auto found = actors_.find(c, false); !found.empty()) {
        mention(found.front(), head, phrase_of(head), MentionForm::nominal);
        return found.front();
      }
    }
  }
  if (tag != Upos::noun && tag != Upos::propn && tag != Upos::num && tag != Upos::adj) {
    return no_actor;
  }
  if (is_time(head)) {
    return no_actor;
  }
  return by_words(head, sentence, true);
}

void Speakers::stands_for(ActorId speaker, TokenId cue) {
  const TokenId subject = tree_.child(cue, {Relation::nsubj});
  if (subject != no_token && is(subject, {"who", "which", "that"}) && actors_.find(subject, false).empty()) {
    mention(speaker, subject, {subject, subject + 1, subject}, MentionForm::pronoun);
  }
}

bool Speakers::is_abstract(TokenId head) const {
  constexpr std::array<std::string_view, 9> endings{"tion", "sion", "ment", "ness", "ity", "ism", "ance", "ence", "cy"};
  const std::string noun = lower(tree_.lemma(head));
  const Rules& rules = tree_.rules();
  return tree_.upos(head) == Upos::noun && actors_.find(head, false).empty() && !rules.in_list("@body", noun) &&
         !rules.in_list("@document", noun) && !rules.in_list("@audience", noun) &&
         std::any_of(endings.begin(), endings.end(), [&](std::string_view end) { return noun.ends_with(end); });
}

ActorId Speakers::audience(TokenId head) {
  if (const auto found = actors_.find(head, false); !found.empty()) {
    return found.front();
  }
  const bool noun = tree_.upos(head) == Upos::noun || tree_.upos(head) == Upos::propn;
  const bool somebody = tree_.upos(head) == Upos::propn || tree_.rules().in_list("@audience", tree_.lemma(head));
  return noun && somebody && !is_time(head) ? by_words(head, 0, false) : no_actor;
}

char Speakers::gender_of(ActorId actor) const {
  return actor < gender_.size() ? gender_[actor] : char{0};
}

std::vector<Mention>::const_iterator Speakers::mention_from(TokenId token) const {
  return std::lower_bound(known_mentions_.begin(), known_mentions_.end(), token,
                          [](const Mention& m, TokenId wanted) { return m.first < wanted; });
}

Speakers::Phrase Speakers::phrase_of(TokenId head) const {
  Phrase phrase{head, head + 1, head};
  const auto children = tree_.children(head);
  for (std::size_t i = children.size(); i-- > 0;) {
    const TokenId c = children[i];
    const Relation r = tree_.relation(c);
    const bool inner = r == Relation::det || r == Relation::amod || r == Relation::compound || r == Relation::nummod ||
                       r == Relation::nmod_poss || r == Relation::flat || r == Relation::nmod_desc ||
                       r == Relation::nmod_unmarked || r == Relation::det_predet || r == Relation::advmod;
    const auto [first, last] = tree_.reach(c);
    const bool touches = last == phrase.first || (last + 1 == phrase.first && tree_.upos(last) == Upos::punct &&
                                                  tree_.word(last) != "," && tree_.word(last) != "\"");
    if (c < head && inner && touches && phrase.first - first <= longest_tail) {
      phrase.first = first;
    }
  }
  for (const TokenId c : children) {
    const Relation r = tree_.relation(c);
    const auto [first, last] = tree_.reach(c);
    const bool tail = r == Relation::flat || r == Relation::compound || r == Relation::nmod || r == Relation::nummod;
    if (c > head && tail && first == phrase.last && last - first <= longest_tail) {
      phrase.last = last;
    }
  }
  phrase.words = phrase.first;
  if (phrase.words < head && is(phrase.words, {"the", "a", "an", "this", "that", "these", "those"})) {
    ++phrase.words;
  }
  return phrase;
}

// "DuVernay": the only one before whose name ends so.
ActorId Speakers::named_before(TokenId head) const {
  if (tree_.upos(head) != Upos::propn) {
    return no_actor;
  }
  TokenId last = head;
  for (const TokenId c : tree_.children(head)) {
    last = tree_.relation(c) == Relation::flat ? std::max(last, c) : last;
  }
  const auto word = tree_.word(last);
  ActorId found = no_actor;
  const auto size = static_cast<ActorId>(tree_.document().actors.actors.size() + made_.size());
  for (ActorId id = 0; id < size; ++id) {
    const Actor& one = actor(id);
    if (one.kind != ActorKind::place && one.members.empty() && last_word(one.name) == word) {
      if (found != no_actor) {
        return no_actor;
      }
      found = id;
    }
  }
  return found;
}

// "the agency" after "Saudi Press Agency", "the nurse" after "a nurse".
ActorId Speakers::same_noun_before(TokenId head, const Phrase& phrase) const {
  if (phrase.words == phrase.first || !is(phrase.first, {"the", "this", "that", "these"})) {
    return no_actor;
  }
  const std::string noun = lower(tree_.lemma(head));
  const auto says = [&](const Mention& m) {
    return m.actor != no_actor && m.head < head && m.form != MentionForm::pronoun && m.form != MentionForm::adjective &&
           (lower(tree_.lemma(m.head)) == noun || lower(last_word(actor(m.actor).name)) == noun);
  };
  std::size_t looked = 0;
  for (auto m = mentions_.rbegin(); m != mentions_.rend() && ++looked < look_back; ++m) {
    if (says(*m)) {
      return m->actor;
    }
  }
  looked = 0;
  for (auto m = mention_from(head); m != known_mentions_.begin() && ++looked < look_back;) {
    if (says(*--m)) {
      return m->actor;
    }
  }
  return no_actor;
}

// "The statement also said": whoever made a statement last.
ActorId Speakers::author_of(TokenId head) const {
  const std::string noun = lower(tree_.lemma(head));
  std::size_t looked = 0;
  for (auto one = spoken_.rbegin(); one != spoken_.rend() && ++looked < look_back; ++one) {
    if (one->channel.empty()) {
      continue;
    }
    std::string name = "@channel." + one->channel;
    std::replace(name.begin(), name.end(), ' ', '_');
    const auto list = tree_.rules().lists.find(name);
    if (list != tree_.rules().lists.end() && list->second.contains(noun)) {
      return one->speaker;
    }
  }
  return no_actor;
}

// "a statement released by the ministry", "a letter from the bishops", "the minister's speech": who made it speaks.
ActorId Speakers::maker_of(TokenId head, std::uint32_t sentence) {
  if (!tree_.rules().in_list("@message", lower(tree_.lemma(head)))) {
    return no_actor;
  }
  std::vector<TokenId> makers;
  for (const TokenId c : tree_.children(head)) {
    const Relation r = tree_.relation(c);
    const auto opener = tree_.opener(c);
    if (r == Relation::nmod_poss || (r == Relation::nmod && (opener == "by" || opener == "from" || opener == "of"))) {
      makers.push_back(c);
    }
    if (r == Relation::acl && tree_.xpos(c) == Xpos::vbn) {
      const auto agents = tree_.subjects(c);
      makers.insert(makers.end(), agents.begin(), agents.end());
    }
  }
  // "They released a statement which said …"
  const TokenId verb = tree_.head(head);
  if (makers.empty() && verb != no_token && tree_.relation(head) == Relation::obj && tree_.upos(verb) == Upos::verb) {
    makers = tree_.subjects(verb);
  }
  for (const TokenId maker : makers) {
    if (const auto found = actors_.find(maker, false); !found.empty()) {
      return found.front();
    }
    if (tree_.upos(maker) == Upos::pron) {
      return by_pronoun(maker, sentence);
    }
  }
  return no_actor;
}

void Speakers::mention(ActorId id, TokenId head, const Phrase& phrase, MentionForm form) {
  mentions_.push_back(
      {{tree_.span(phrase.first).begin, tree_.span(phrase.last - 1).end}, phrase.first, phrase.last, head, id, form});
}

ActorId Speakers::by_words(TokenId head, std::uint32_t sentence, bool hides) {
  const Phrase phrase = phrase_of(head);
  const bool name = tree_.upos(head) == Upos::propn;
  ActorId id = named_before(head);
  if (id == no_actor && !name) {
    const bool definite = phrase.words > phrase.first && is(phrase.first, {"the", "this", "that"});
    id = definite && phrase.last == head + 1 && phrase.words == head ? author_of(head) : no_actor;
  }
  id = id == no_actor && !name ? maker_of(head, sentence) : id;
  id = id == no_actor ? same_noun_before(head, phrase) : id;
  if (id == no_actor) {
    return make(head, phrase, hides);
  }
  mention(id, head, phrase, name ? MentionForm::name : MentionForm::nominal);
  return id;
}

ActorId Speakers::make(TokenId head, const Phrase& phrase, bool hides) {
  const Rules& rules = tree_.rules();
  const std::string noun = lower(tree_.lemma(head));
  const bool name = tree_.upos(head) == Upos::propn;
  Actor made;
  made.name = std::string(
      slice(tree_.document().report.text, Span{tree_.span(phrase.words).begin, tree_.span(phrase.last - 1).end}));
  const auto known = made_by_name_.find(lower(made.name));
  if (known != made_by_name_.end()) {
    mention(known->second, head, phrase, name ? MentionForm::name : MentionForm::nominal);
    return known->second;
  }
  const bool plural = tree_.xpos(head) == Xpos::nns || tree_.xpos(head) == Xpos::nnps ||
                      tree_.upos(head) == Upos::num || tree_.upos(head) == Upos::pron || tree_.upos(head) == Upos::det;
  const bool body = rules.in_list("@body", noun) || rules.in_list("@document", noun);
  made.kind = body ? ActorKind::organization : plural ? ActorKind::group : ActorKind::person;
  if (name && !body) {
    for (const Name& one : tree_.document().syntax.names) {
      if (one.first <= head && head < one.last && one.kind == NameKind::organization) {
        made.kind = ActorKind::organization;
      }
    }
  }
  if (hides && !name && made.kind != ActorKind::organization) {
    made.anonymous = true;
    made.evidence.push_back({tree_.span(phrase.first).begin, tree_.span(phrase.last - 1).end});
  }
  const char gender = rules.in_list("@she", noun) ? 'f' : rules.in_list("@he", noun) ? 'm' : char{0};
  const auto id = static_cast<ActorId>(tree_.document().actors.actors.size() + made_.size());
  made_by_name_.emplace(lower(made.name), id);
  made_.push_back(std::move(made));
  gender_.resize(id + 1, 0);
  gender_[id] = gender;
  mention(id, head, phrase, name ? MentionForm::name : MentionForm::nominal);
  return id;
}

}  // namespace readout::acts
