// Which pronouns may point to somebody, and by which way they do. "It" may be nothing; "who" hangs on its noun;
// "themselves" is the subject; all others are a choice among the actors before (antecedents.cpp).
#include <algorithm>
#include <array>
#include <span>

#include "actors/linker.hpp"

namespace readout::actors {

namespace {

constexpr std::size_t look_back = 40;  // places where actors were seen

// Verbs whose "it" is mostly an event or nothing at all.
constexpr auto impersonal = std::to_array<std::string_view>({"affect", "appear", "become", "come", "follow", "get",
                                                             "happen", "help", "last", "lead", "make", "mark", "matter",
                                                             "mean", "occur", "rain", "seem", "start", "take"});

// "it is time to", "it is clear that", "it seems".
bool is_idle(const Scene& scene, TokenId t, TokenId verb) {
  if (verb == no_token || scene.syntax.relation[t] == Relation::expl ||
      std::ranges::binary_search(impersonal, scene.syntax.lemma(verb))) {
    return true;
  }
  const Upos upos = scene.syntax.upos[verb];
  return (upos == Upos::noun || upos == Upos::adj) &&
         std::ranges::any_of(scene.syntax.children_of(verb), [&](TokenId child) {
           const Relation relation = scene.syntax.relation[child];
           return relation == Relation::csubj || relation == Relation::ccomp || relation == Relation::acl ||
                  (upos == Upos::noun && relation == Relation::xcomp);
         });
}

}  // namespace

// "the official, who", "rebels who": the mention right before, else the noun that the relative clause hangs on.
ActorId Linker::relative(TokenId t) const {
  TokenId end = t;
  const TokenId begin = scene_.sentence_begin(t);
  while (end > begin &&
         (scene_.word(end - 1) == "," || scene_.syntax.upos[end - 1] == Upos::adp || scene_.word(end - 1) == "—")) {
    --end;
  }
  const TokenId verb = scene_.syntax.head[t];
  const TokenId noun = verb == no_token ? no_token : scene_.syntax.head[verb];
  const bool person = !scene_.is(t, "which");
  for (std::size_t i = mentions_.size(); i > 0 && mentions_.size() - i < 12; --i) {
    const Mention& m = mentions_[i - 1];
    const ActorKind kind = book_[m.actor].actor.kind;
    if (m.form == MentionForm::adjective || m.first < begin || kind == ActorKind::place ||
        (!person && kind == ActorKind::person)) {
      continue;
    }
    const bool hung = noun != no_token && scene_.syntax.relation[verb] == Relation::acl_relcl;
    if (hung && !person ? m.head == noun : m.last == end || (hung && m.head == noun)) {
      return m.actor;
    }
  }
  return no_actor;
}

// "the second between them", "they": two persons whom the sentence has just named.
ActorId Linker::two_persons_before(TokenId t) {
  std::vector<ActorId> persons;
  const std::uint32_t sentence = scene_.sentence_of[t];
  for (std::size_t i = seen_.size(); i > 0 && seen_.size() - i < look_back && seen_[i - 1].sentence == sentence; --i) {
    const ActorId id = seen_[i - 1].actor;
    if (book_[id].actor.kind == ActorKind::person && std::ranges::find(persons, id) == persons.end()) {
      persons.push_back(id);
    }
  }
  return persons.size() == 2 ? pair(persons[1], persons[0]) : no_actor;
}

// "Japan will deepen ties with India to defend their shared values": what is shared is shared by the subject and those
// with whom it is. Nobody when the clause has no such partners.
ActorId Linker::partners(TokenId t) {
  const TokenId noun = scene_.syntax.head[t];
  const bool shared = scene_.is(t, "their") && t + 1 < scene_.sentence_end(t) && noun != no_token &&
                      scene_.is_one_of(t + 1, {"shared", "common", "mutual", "joint", "bilateral"});
  if (!shared) {
    return no_actor;
  }
  std::vector<ActorId> members;
  bool subject = false;
  bool with = false;
  const std::size_t from = mentions_.size() - std::min<std::size_t>(mentions_.size(), 60);
  for (const Mention& m : std::span(mentions_).subspan(from)) {
    if (scene_.sentence_of[m.first] != scene_.sentence_of[t] || m.last > t || m.form == MentionForm::adjective ||
        shadow_of(m.actor) != nullptr || book_[m.actor].actor.kind == ActorKind::place) {
      continue;
    }
    const TokenId first = m.first > scene_.sentence_begin(t) && scene_.is(m.first - 1, "the") ? m.first - 1 : m.first;
    const bool companion = first > scene_.sentence_begin(t) && scene_.is(first - 1, "with");
    const bool behind_and = first > scene_.sentence_begin(t) && scene_.is(first - 1, "and");
    const bool joined = with && (behind_and || scene_.syntax.relation[m.head] == Relation::conj);
    const bool acts = scene_.verb_of_subject(m.head) != no_token && !companion;
    if (acts) {
      members.clear();  // the subject nearest before
      with = false;
    }
    if (acts || companion || joined) {
      members.push_back(m.actor);
    }
    subject = subject || acts;
    with = with || companion;
  }
  return subject && with ? together(std::move(members)) : no_actor;
}

ActorId Linker::link_pronoun(std::uint32_t index) {
  const TokenId t = phrases_.all[index].whole.first;
  observe_until(t);
  if (scene_.is_one_of(t, {"who", "whom", "whose", "which"})) {
    const ActorId id = relative(t);
    note({t, t + 1}, id, MentionForm::pronoun);
    return id;
  }
  const bool idle = scene_.is(t, "it") && is_idle(scene_, t, scene_.syntax.head[t]);
  ActorId id = partners(t);
  id = id != no_actor || idle ? id : antecedent(index);
  if (id == no_actor && scene_.is_one_of(t, {"they", "them", "their", "theirs", "themselves"}) &&
      scene_.quote_of[t] == 0) {
    id = two_persons_before(t);
  }
  note({t, t + 1}, id, MentionForm::pronoun);
  const Shadow* shadow = id == no_actor ? nullptr : shadow_of(id);
  return shadow != nullptr && (shadow->sort == Sort::thing || shadow->sort == Sort::place) ? no_actor : id;
}

}  // namespace readout::actors
