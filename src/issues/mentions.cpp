// Phrases are walked in a trie over the lemmas and forms of the words, the longest from each place; a name that belongs
// to somebody ("Human Rights Watch", "the trade minister") is no mention of an issue.
#include "issues/mentions.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace readout::issues {

namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  return out;
}

// The ways in which a table may write a word: as it stands (names), in lower case, as its lemma.
struct Ways {
  std::string form, low, lemma;
};

struct Match {
  TokenId last = 0;
  Entry entry = no_entry;
};

class Finder {
 public:
  Finder(const Document& document, const Knowledge& known) : document_(document), known_(known) {
    ways_.reserve(document.tokens.size());
    for (TokenId t = 0; t < document.tokens.size(); ++t) {
      const auto form = slice(document.report.text, document.tokens.span[t]);
      ways_.push_back({std::string(form), lower(form), lower(document.syntax.lemma(t))});
    }
  }

  Found find();

 private:
  void search(const PhraseTrie& trie, PhraseTrie::Node node, TokenId at, TokenId end, Match& best) const;
  [[nodiscard]] Match longest(const PhraseTrie& trie, TokenId at, TokenId end) const;
  [[nodiscard]] TokenId head_of(TokenId first, TokenId last) const;
  [[nodiscard]] bool is_subject_matter(TokenId first, TokenId last, TokenId head) const;
  [[nodiscard]] Entry nearer(Entry entry, const Sentence& sentence, TokenId at) const;
  void keep(TokenId first, const Match& match, const Sentence& sentence);

  const Document& document_;
  const Knowledge& known_;
  std::vector<Ways> ways_;
  std::map<Entry, IssueId> ids_;
  Found found_;
};

void Finder::search(const PhraseTrie& trie, PhraseTrie::Node node, TokenId at, TokenId end, Match& best) const {
  if (trie.entry(node) != no_entry && at > best.last) {
    best = {at, trie.entry(node)};
  }
  if (at >= end) {
    return;
  }
  const Ways& word = ways_[at];
  if (node != PhraseTrie::root && word.form == "-") {
    search(trie, node, at + 1, end, best);
    return;
  }
  // "cyber-attack" may be one word; a table writes it as two.
  const auto go = [&](std::string_view way) {
    auto next = node;
    while (next != PhraseTrie::nowhere && !way.empty()) {
      const auto hyphen = std::min(way.size() < 2 ? way.size() : way.find('-', 1), way.size());
      next = trie.next(next, way.substr(0, hyphen));
      way.remove_prefix(std::min(hyphen + 1, way.size()));
    }
    if (next != PhraseTrie::nowhere && next != node) {
      search(trie, next, at + 1, end, best);
    }
  };
  go(word.form);
  if (word.low != word.form) {
    go(word.low);
  }
  if (word.lemma != word.low) {
    go(word.lemma);
  }
}

Match Finder::longest(const PhraseTrie& trie, TokenId at, TokenId end) const {
  Match best;
  search(trie, PhraseTrie::root, at, end, best);
  return best;
}

TokenId Finder::head_of(TokenId first, TokenId last) const {
  for (TokenId t = first; t < last; ++t) {
    const TokenId up = document_.syntax.head[t];
    if (up == no_token || up < first || up >= last) {
      return t;
    }
  }
  return last - 1;
}

bool Finder::is_subject_matter(TokenId first, TokenId last, TokenId head) const {
  const Upos upos = document_.syntax.upos[head];
  if (last - first == 1 && upos != Upos::noun && upos != Upos::propn && upos != Upos::adj) {
    return false;
  }
  const Span span = cover(document_.tokens.span[first], document_.tokens.span[last - 1]);
  for (const Mention& mention : document_.actors.mentions) {
    if (mention.actor == no_actor || mention.form == MentionForm::adjective || !mention.span.overlaps(span)) {
      continue;
    }
    const ActorKind kind = document_.actors.actors[mention.actor].kind;
    if (mention.span.contains(span) && mention.head == head) {
      // A person is somebody, a body is one where it acts: "Hamas said …".
      const Relation relation = document_.syntax.relation[head];
      const bool acts = relation == Relation::nsubj || relation == Relation::nsubj_pass ||
                        relation == Relation::nmod_poss || relation == Relation::obl_agent;
      if (kind == ActorKind::person || (acts && kind != ActorKind::place)) {
        return false;
      }
      continue;
    }
    const bool somebody = kind == ActorKind::person || kind == ActorKind::institution || kind == ActorKind::outlet ||
                          kind == ActorKind::organization || kind == ActorKind::group;
    // Inside somebody's name or title, but not below the title: "the policy on trade of the minister" stays.
    if (somebody && mention.first <= first && last <= mention.last && mention.head != head) {
      return false;
    }
  }
  return true;
}

// The child of an issue that the words near it ask for: the nearest word counts.
Entry Finder::nearer(Entry entry, const Sentence& sentence, TokenId at) const {
  constexpr TokenId reach = 15;
  const TokenId begin = at - std::min(at - sentence.first, reach);
  const TokenId end = std::min(sentence.last, at + reach);
  Entry best = entry;
  TokenId distance = reach + 1;
  for (TokenId t = begin; t < end; ++t) {
    const Match place = longest(known_.places, t, end);
    if (place.entry == no_entry) {
      continue;
    }
    const TokenId away = t > at ? t - at : at - t;
    for (const Entry child : known_.place_entries[place.entry]) {
      if (known_.entries[child].parent == entry && away < distance) {
        best = child;
        distance = away;
      }
    }
  }
  return best;
}

void Finder::keep(TokenId first, const Match& match, const Sentence& sentence) {
  const TokenId head = head_of(first, match.last);
  if (!is_subject_matter(first, match.last, head)) {
    return;
  }
  const Entry entry = nearer(match.entry, sentence, head);
  Issues& issues = found_.issues;
  const auto [id, fresh] = ids_.emplace(entry, static_cast<IssueId>(issues.issues.size()));
  if (fresh) {
    issues.issues.push_back(known_.entries[entry].issue);
    found_.entry_of.push_back(entry);
  }
  const Span span = cover(document_.tokens.span[first], document_.tokens.span[match.last - 1]);
  issues.mentions.push_back({span, first, match.last, head, id->second});
}

Found Finder::find() {
  for (const Sentence& sentence : document_.tokens.sentences) {
    if (sentence.block < document_.layout.blocks.size() && !is_coded(document_.layout.blocks[sentence.block].kind)) {
      continue;
    }
    for (TokenId t = sentence.first; t < sentence.last;) {
      const Match match = longest(known_.phrases, t, sentence.last);
      if (match.entry != no_entry) {
        keep(t, match, sentence);
      }
      t = match.entry == no_entry ? t + 1 : match.last;
    }
  }
  return std::move(found_);
}

void add(std::vector<IssueId>& list, IssueId issue) {
  if (std::find(list.begin(), list.end(), issue) == list.end()) {
    list.push_back(issue);
  }
}

// Whether the way from an issue up to the words of an act leaves through no aside.
bool leads_to(const Tree& tree, TokenId from, Span act) {
  for (unsigned steps = 0; from != no_token && steps < 40; ++steps) {
    if (act.contains(tree.span(from))) {
      return true;
    }
    if (is_aside(tree, from)) {
      return false;
    }
    from = tree.head(from);
  }
  return false;
}

}  // namespace

Found find_mentions(const Document& document, const Knowledge& known) {
  return Finder(document, known).find();
}

void tie_to_acts(const Tree& tree, Issues& issues) {
  const Acts& acts = tree.document().acts;
  issues.of_event.resize(acts.events.size());
  issues.of_statement.resize(acts.statements.size());
  for (const IssueMention& mention : issues.mentions) {
    for (std::size_t i = 0; i < acts.events.size(); ++i) {
      for (const Span words : acts.events[i].evidence) {
        if (words.overlaps(mention.span) || leads_to(tree, mention.head, words)) {
          add(issues.of_event[i], mention.issue);
        }
      }
    }
    for (std::size_t i = 0; i < acts.statements.size(); ++i) {
      const auto& content = acts.statements[i].content;
      const auto said = [&](Span words) {
        return std::any_of(content.begin(), content.end(), [&](Span part) { return part.overlaps(words); });
      };
      // What is called “coercive and unfair” is the matter of those words.
      const auto judged = [&] {
        const auto children = tree.children(mention.head);
        return std::any_of(children.begin(), children.end(), [&](TokenId child) {
          return tree.relation(child) == Relation::amod && said(tree.span(child));
        });
      };
      if (said(mention.span) || judged()) {
        add(issues.of_statement[i], mention.issue);
      }
    }
  }
}

}  // namespace readout::issues
