// One report as the steps of recognition see it: its columns, its day, and small questions about its tokens.
#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "actors/fold.hpp"
#include "actors/knowledge.hpp"
#include "readout/layout.hpp"
#include "readout/report.hpp"
#include "readout/syntax.hpp"
#include "readout/tokens.hpp"

namespace readout::actors {

// How a sentence uses capitals: in "Biden Calls Xi Over Trade" and "BIDEN CALLS XI" they say nothing about names.
enum class Casing : std::uint8_t { normal, title, caps };

class Scene {
 public:
  Scene(const Report& report, const Layout& layout, const Tokens& tokens, const Syntax& syntax,
        const Knowledge& knowledge);

  const Report& report;
  const Layout& layout;
  const Tokens& tokens;
  const Syntax& syntax;
  const Knowledge& knowledge;
  std::optional<Day> day;                  // of the report, else of its dateline
  std::vector<std::uint32_t> sentence_of;  // [tokens]
  std::vector<Casing> casing;              // [sentences]
  std::vector<bool> coded;                 // [sentences] stands in a block that is read
  std::vector<std::uint32_t> quote_of;     // [tokens] the quotation that holds the token, 0 outside of all
  std::vector<std::uint32_t> name_of;      // [tokens] the name of the model that holds the token, as index + 1; 0: none

  // The name that the model found over a token; nothing when it found none.
  [[nodiscard]] const readout::Name* tagged(TokenId t) const {
    return t < name_of.size() && name_of[t] != 0 ? &syntax.names[name_of[t] - 1] : nullptr;
  }
  // The model calls all of [first, last) one name of this kind.
  [[nodiscard]] bool is_tagged(TokenId first, TokenId last, NameKind kind) const {
    const readout::Name* name = tagged(first);
    return name != nullptr && name->kind == kind && last <= name->last;
  }

  [[nodiscard]] std::string_view word(TokenId t) const { return slice(report.text, tokens.span[t]); }
  [[nodiscard]] Span span(TokenId first, TokenId last) const {
    return {tokens.span[first].begin, tokens.span[last - 1].end};
  }
  [[nodiscard]] std::string_view text(TokenId first, TokenId last) const {
    return slice(report.text, span(first, last));
  }
  // ASCII letters compared without case; `lower` in lower case.
  [[nodiscard]] bool is(TokenId t, std::string_view lower) const;
  [[nodiscard]] bool is_one_of(TokenId t, std::initializer_list<std::string_view> lower) const;
  [[nodiscard]] bool is_possessive(TokenId t) const;  // "'s", "’s", "'", "’"
  [[nodiscard]] bool is_hyphen(TokenId t) const;
  [[nodiscard]] bool is_open_bracket(TokenId t) const;
  [[nodiscard]] bool is_close_bracket(TokenId t) const;
  [[nodiscard]] bool is_capitalised(TokenId t) const;  // a Latin word with a capital first
  [[nodiscard]] bool is_first_word(TokenId t) const;   // of its sentence, but for quotation marks and the like
  // Behind the last token there is no sentence: it ends where it begins.
  [[nodiscard]] TokenId sentence_end(TokenId t) const {
    return t < sentence_of.size() ? tokens.sentences[sentence_of[t]].last : t;
  }
  [[nodiscard]] TokenId sentence_begin(TokenId t) const { return tokens.sentences[sentence_of[t]].first; }
  [[nodiscard]] Casing casing_at(TokenId t) const { return casing[sentence_of[t]]; }

  // The token of [first, last) that carries it in the tree.
  [[nodiscard]] TokenId head_of(TokenId first, TokenId last) const;
  // `t` stands before a noun that it only modifies: "White House" in "White House officials".
  [[nodiscard]] bool is_modifier(TokenId t) const;
  // The verb of which `t` is the subject, else no_token; goes up through conjuncts.
  [[nodiscard]] TokenId verb_of_subject(TokenId t) const;
  [[nodiscard]] bool is_speech_verb(TokenId t) const;
  // "officials said", "according to officials", "told by officials".
  [[nodiscard]] bool speaks(TokenId t) const;
};

// "Jan Novak" in other scripts: letters, none of them Latin.
[[nodiscard]] bool is_native_script(std::string_view text);

}  // namespace readout::actors
