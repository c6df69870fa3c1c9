// Sources without a name: who speaks as "a senior official", "sources", "people familiar with the matter"; and the
// words that hide the name ("on condition of anonymity", "who declined to be named").
#include <algorithm>
#include <initializer_list>

#include "actors/linker.hpp"

namespace readout::actors {

namespace {

// The end of a phrase of fixed words that begins at `t`; `t` when it is not there.
TokenId match_words(const Scene& scene, TokenId t,
                    std::initializer_list<std::initializer_list<std::string_view>> words) {
  TokenId at = t;
  for (const auto& options : words) {
    if (at >= scene.sentence_end(t) || !scene.is_one_of(at, options)) {
      return t;
    }
    ++at;
  }
  return at;
}

TokenId hiding_words(const Scene& scene, TokenId t) {
  TokenId end = match_words(scene, t, {{"on", "under"}, {"condition"}, {"of"}, {"anonymity"}});
  end = end != t ? end : match_words(scene, t, {{"on", "under"}, {"the"}, {"condition"}, {"of"}, {"anonymity"}});
  end = end != t ? end
                 : match_words(scene, t,
                               {{"on"},
                                {"the"},
                                {"condition"},
                                {"that"},
                                {"they", "he", "she"},
                                {"not"},
                                {"be"},
                                {"named", "identified"}});
  end = end != t ? end : match_words(scene, t, {{"declined", "refused"}, {"to"}, {"be"}, {"named", "identified"}});
  end = end != t ? end
                 : match_words(scene, t,
                               {{"asked", "wished", "wanted", "asking", "requested"},
                                {"not"},
                                {"to"},
                                {"be"},
                                {"named", "identified"}});
  end = end != t ? end : match_words(scene, t, {{"requested", "requesting"}, {"anonymity"}});
  end = end != t
            ? end
            : match_words(
                  scene, t,
                  {{"was", "were"}, {"not"}, {"authorized", "authorised"}, {"to"}, {"speak", "discuss", "comment"}});
  end = end != t ? end : match_words(scene, t, {{"was", "were"}, {"not"}, {"named", "identified"}});
  return end != t ? end : match_words(scene, t, {{"speaking", "spoke"}, {"anonymously"}});
}

bool is_source_noun(std::string_view role) {
  return role == "official" || role == "source" || role == "diplomat" || role == "aide" || role == "insider" ||
         role == "senior_official";
}

}  // namespace

void Linker::mark_anonymous() {
  for (const Mention& m : mentions_) {
    Draft& draft = book_[m.actor];
    const bool somebody = draft.actor.kind == ActorKind::person || draft.actor.kind == ActorKind::group;
    if (!somebody || draft.named || draft.actor.anonymous || m.form != MentionForm::nominal || draft.role == no_entry ||
        !draft.actor.office.empty()) {
      continue;
    }
    const auto role = knowledge_.text(knowledge_.entries[draft.role].id);
    const bool source = is_source_noun(role);
    const bool speaks = scene_.speaks(m.head) || scene_.speaks(m.last - 1);
    const bool unnamed =
        scene_.is_one_of(m.first, {"anonymous", "unnamed", "unidentified"}) ||
        (m.last - m.first > 1 && scene_.is_one_of(m.first + 1, {"anonymous", "unnamed", "unidentified"}));
    if (speaks || unnamed || (source && (draft.actor.kind == ActorKind::person || role == "source"))) {
      draft.actor.anonymous = true;
      draft.actor.evidence.push_back(m.span);
    }
  }
  // The hiding words belong to the last unnamed one before them in the sentence, else to the first after ("Speaking on
  // condition of anonymity, an official said").
  std::size_t next = 0;
  for (TokenId t = 0; t < scene_.tokens.size(); ++t) {
    const TokenId end = hiding_words(scene_, t);
    if (end == t) {
      continue;
    }
    while (next < mentions_.size() && mentions_[next].first < t) {
      ++next;
    }
    const auto fits = [&](const Mention& m) {
      const Draft& draft = book_[m.actor];
      return !draft.named && (draft.actor.kind == ActorKind::person || draft.actor.kind == ActorKind::group) &&
             draft.actor.office.empty() && scene_.sentence_of[m.first] == scene_.sentence_of[t] &&
             draft.actor.members.empty();
    };
    const Mention* owner = nullptr;
    for (std::size_t i = next; owner == nullptr && i > 0 && next - i < 12; --i) {
      owner = fits(mentions_[i - 1]) ? &mentions_[i - 1] : nullptr;
    }
    for (std::size_t i = next; owner == nullptr && i < mentions_.size() && i - next < 12; ++i) {
      owner = fits(mentions_[i]) ? &mentions_[i] : nullptr;
    }
    if (owner != nullptr) {
      Actor& actor = book_[owner->actor].actor;
      if (!actor.anonymous) {
        actor.anonymous = true;
        actor.evidence.push_back(owner->span);
      }
      actor.evidence.push_back(scene_.span(t, end));
    }
    t = end - 1;
  }
}

}  // namespace readout::actors
