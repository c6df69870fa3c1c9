// Takes a sentence apart into speaker, verb with what belongs to it, and content, and lays the parts down anew.
#include "inversion.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace readout::train {

namespace {

using syntax::GoldSentence;
using syntax::GoldWord;

// The parts of SPEAKER VERB CONTENT STOP: [0, verb), [verb, content), [content, stop).
struct Report {
  std::uint32_t verb = 0;
  std::uint32_t content = 0;  // first word
  std::uint32_t content_head = 0;
  std::uint32_t stop = 0;
  bool has_pronoun = false;
};

bool is_saying(const GoldWord& word) {
  constexpr std::array<std::string_view, 12> verbs{"say",  "state", "add",  "report", "announce", "explain",
                                                   "note", "claim", "warn", "argue",  "declare",  "confirm"};
  return word.upos == Upos::verb && word.head == GoldWord::no_head &&
         std::find(verbs.begin(), verbs.end(), word.lemma) != verbs.end();
}

// The dependent of the verb under which the word stands; the word itself when it is one.
std::uint32_t branch_of(const GoldSentence& sentence, std::uint32_t word, std::uint32_t verb) {
  while (sentence[word].head != verb && sentence[word].head != GoldWord::no_head) {
    word = sentence[word].head;
  }
  return word;
}

bool is_bare_that(const GoldSentence& sentence, std::uint32_t word) {
  return sentence[word].lemma == "that" && sentence[word].relation == Relation::mark &&
         std::none_of(sentence.begin(), sentence.end(), [word](const GoldWord& other) { return other.head == word; });
}

std::optional<Report> take_apart(const GoldSentence& sentence) {
  const auto verb = std::find_if(sentence.begin(), sentence.end(), is_saying);
  if (verb == sentence.end() || verb == sentence.begin() || sentence.size() < 6) {
    return std::nullopt;
  }
  Report report;
  report.verb = static_cast<std::uint32_t>(verb - sentence.begin());
  report.stop = static_cast<std::uint32_t>(sentence.size() - 1);
  if (sentence.back().xpos != Xpos::period || sentence.back().head != report.verb) {
    return std::nullopt;
  }
  for (std::uint32_t word = 0; word < report.verb; ++word) {  // nothing but the speaker before the verb
    if (sentence[branch_of(sentence, word, report.verb)].relation != Relation::nsubj) {
      return std::nullopt;
    }
    report.has_pronoun = report.has_pronoun || sentence[word].upos == Upos::pron;
  }
  report.content = report.stop;
  while (report.content > report.verb + 1) {
    const auto branch = branch_of(sentence, report.content - 1, report.verb);
    if (branch == report.verb || sentence[branch].relation != Relation::ccomp) {
      break;
    }
    report.content_head = branch;
    --report.content;
  }
  for (auto word = report.verb + 1; word < report.content; ++word) {  // "said on Monday", but no second clause
    const auto relation = sentence[branch_of(sentence, word, report.verb)].relation;
    if (relation != Relation::obl && relation != Relation::obl_unmarked && relation != Relation::advmod) {
      return std::nullopt;
    }
  }
  if (report.content < report.stop && is_bare_that(sentence, report.content)) {
    ++report.content;
  }
  return report.stop - report.content < 3 ? std::nullopt : std::optional(report);
}

bool has_quotes(const GoldSentence& sentence) {
  return std::any_of(sentence.begin(), sentence.end(), [](const GoldWord& word) {
    return word.xpos == Xpos::open_quote || word.xpos == Xpos::close_quote;
  });
}

GoldWord mark(std::string_view form, Xpos tag, std::uint32_t head, bool space_after) {
  return {std::string(form), std::string(form), Upos::punct, tag, head, Relation::punct, space_after};
}

// Copies words of `from`, remembering where they went; heads are still those of `from`.
class Layout {
 public:
  explicit Layout(const GoldSentence& from) : from_(from), moved_(from.size(), GoldWord::no_head) {}

  void copy(std::uint32_t first, std::uint32_t end) {
    for (auto word = first; word < end; ++word) {
      moved_[word] = static_cast<std::uint32_t>(to_.size());
      to_.push_back(from_[word]);
    }
  }
  void add(GoldWord word) { to_.push_back(std::move(word)); }
  [[nodiscard]] GoldWord& last() { return to_.back(); }

  [[nodiscard]] GoldSentence finish() {
    for (auto& word : to_) {
      word.head = word.head == GoldWord::no_head ? word.head : moved_[word.head];
    }
    return std::move(to_);
  }

 private:
  const GoldSentence& from_;
  std::vector<std::uint32_t> moved_;
  GoldSentence to_;
};

void set_capital(GoldWord& word, bool capital) {
  auto& first = word.form.front();
  if (capital && first >= 'a' && first <= 'z') {
    first = static_cast<char>(first - ('a' - 'A'));
  } else if (!capital && first >= 'A' && first <= 'Z' && word.upos != Upos::propn && word.form != "I") {
    first = static_cast<char>(first + ('a' - 'A'));
  }
}

}  // namespace

void invert_report(GoldSentence& sentence, Chance& chance) {
  const auto found = take_apart(sentence);
  if (!found) {
    return;
  }
  GoldSentence source = sentence;
  const auto [verb, content, content_head, stop, has_pronoun] = *found;
  set_capital(source[0], false);
  set_capital(source[content], true);
  const bool quoted = chance.of(50) && !has_quotes(sentence);
  const bool speaker_last = !has_pronoun && chance.of(60);
  Layout layout(source);
  if (quoted) {
    layout.add(mark("\"", Xpos::open_quote, content_head, false));
  }
  layout.copy(content, stop);
  layout.last().space_after = false;
  layout.add(mark(",", Xpos::comma, content_head, !quoted));
  if (quoted) {
    layout.add(mark("\"", Xpos::close_quote, content_head, true));
  }
  if (speaker_last) {
    layout.copy(verb, verb + 1);
    layout.copy(0, verb);
  } else {
    layout.copy(0, verb + 1);
  }
  const auto after = content - (is_bare_that(source, content - 1) ? 1U : 0U);
  layout.copy(verb + 1, std::max(verb + 1, after));
  layout.last().space_after = false;
  layout.copy(stop, stop + 1);
  sentence = layout.finish();
}

}  // namespace readout::train
