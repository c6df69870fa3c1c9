// What belongs to a saying and what only frames it.
#include "acts/sayings.hpp"

#include <gtest/gtest.h>

#include "acts/voices.hpp"
#include "tests/parsed.hpp"

namespace readout::acts {
namespace {

const Rules& rules() {
  static const Rules loaded = [] {
    const auto codes = base::Codes::load(READOUT_SOURCE_DIR "/data");
    auto result = load(READOUT_SOURCE_DIR "/data", *codes);
    EXPECT_TRUE(result) << (result ? "" : to_string(result.error()));
    return std::move(*result);
  }();
  return loaded;
}

// A document in which "Xinhua" is an actor.
Document with_actor(std::string_view lines) {
  Document d = tests::parsed(lines);
  d.report.date = parse_day("2021-09-11");
  const TokenId token = tests::token_of(d, "Xinhua");
  d.actors.actors.emplace_back().name = "Xinhua";
  d.actors.mentions.push_back({d.tokens.span[token], token, token + 1, token, 0, MentionForm::name});
  d.actors.mention_at.assign(d.tokens.size(), no_mention);
  d.actors.mention_at[token] = 0;
  return d;
}

struct Heard {
  std::string cue;
  std::string content;
  bool by_xinhua = false;
};

Heard heard(const Document& d) {
  const Tree tree(d, rules());
  const ActorsAt actors(d.actors);
  const auto quotations = find_quotations(d);
  Speakers speakers(tree, actors, quotations);
  const auto sayings = find_sayings(tree, actors, quotations, speakers);
  if (sayings.size() != 1) {
    return {std::to_string(sayings.size()) + " sayings", {}, false};
  }
  Heard out{std::string(slice(d.report.text, sayings[0].cue_span)), {}, sayings[0].speaker == 0};
  for (const Span span : sayings[0].content) {
    out.content += (out.content.empty() ? "" : " | ") + std::string(slice(d.report.text, span));
  }
  return out;
}

constexpr std::string_view opening =
    "According accord VERB VBG 3 case\nto to ADP IN 1 fixed\nXinhua Xinhua PROPN NNP 7 obl\n~, , PUNCT , 7 punct\n"
    "the the DET DT 6 det\ntalks talk NOUN NNS 7 nsubj\nfailed fail VERB VBD 0 root\nin in ADP IN 9 case\n"
    "2019 2019 NUM CD 7 obl\n~. . PUNCT . 7 punct\n";

TEST(Sayings, TheSourceIsNoPartOfWhatItSays) {
  const Heard said = heard(with_actor(opening));
  EXPECT_EQ(said.cue, "According to");
  EXPECT_EQ(said.content, "the talks failed in 2019");
  EXPECT_TRUE(said.by_xinhua);
}

TEST(Sayings, TheSourceIsFoundWhereTheTreeLosesIt) {
  const Heard said = heard(with_actor(
      "According accord VERB VBG 6 advcl\nto to ADP IN 6 case\nXinhua Xinhua PROPN NNP 6 nsubj\n"
      "~, , PUNCT , 6 punct\ntalks talk NOUN NNS 6 nsubj\nfailed fail VERB VBD 0 root\n~. . PUNCT . 6 punct\n"));
  EXPECT_EQ(said.content, "talks failed");
  EXPECT_TRUE(said.by_xinhua);
}

TEST(Sayings, ASourceInTheMiddleParts) {
  const Heard said =
      heard(with_actor("The the DET DT 2 det\ntalks talk NOUN NNS 7 nsubj\n~, , PUNCT , 6 punct\n"
                       "according accord VERB VBG 6 case\nto to ADP IN 4 fixed\nXinhua Xinhua PROPN NNP 8 obl\n"
                       "~, , PUNCT , 6 punct\nfailed fail VERB VBD 0 root\n~. . PUNCT . 8 punct\n"));
  EXPECT_EQ(said.content, "The talks | failed");
  EXPECT_TRUE(said.by_xinhua);
}

TEST(Sayings, AQuotationIsNotCutInHalf) {
  // The tree loses the second half of what is said.
  const Heard said = heard(with_actor(
      "Xinhua Xinhua PROPN NNP 2 nsubj\nsaid say VERB VBD 0 root\nthat that SCONJ IN 5 mark\n"
      "talks talk NOUN NNS 5 nsubj\nare be VERB VBP 2 ccomp\n“ “ PUNCT `` 8 punct\n~hard hard ADJ JJ 8 amod\n"
      "work work NOUN NN 5 obj\nand and CCONJ CC 10 cc\nwent go VERB VBD 2 conj\n~” ” PUNCT '' 8 punct\n"
      "~. . PUNCT . 2 punct\n"));
  EXPECT_EQ(said.content, "that talks are “hard work and went”");
}

TEST(Sayings, ATimeThatIsTalkedOfIsNotTheTimeOfTalking) {
  Document d = with_actor(opening);
  const TokenId year = tests::token_of(d, "2019");
  Time& time = d.times.times.emplace_back();
  time.span = d.tokens.span[year];
  time.first = time.head = year;
  time.last = year + 1;
  time.value = "2019";
  time.earliest = parse_day("2019-01-01");
  time.latest = parse_day("2019-12-31");
  const Tree tree(d, rules());
  const auto quotations = find_quotations(d);
  const ActorsAt actors(d.actors);
  Speakers speakers(tree, actors, quotations);
  const Voices voices = hear(tree, find_sayings(tree, actors, quotations, speakers), quotations);
  ASSERT_EQ(voices.statements.size(), 1U);
  EXPECT_EQ(voices.statements[0].when.value, "/2021-09-11");
}

}  // namespace
}  // namespace readout::acts
