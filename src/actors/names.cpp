// Walks the name trie from every token. A name lies within one sentence and ends at a token's end; hyphens are passed
// over.
#include "actors/names.hpp"

#include <algorithm>
#include <array>

namespace readout::actors {

namespace {

constexpr TokenId longest_name = 16;  // tokens

// Capitals that are common words when a whole line stands in capitals.
constexpr auto common_words =
    std::to_array<std::string_view>({"am", "an", "are", "as", "can", "in", "is", "it", "no", "or", "us", "who"});

// Abbreviated titles before a name: "Gen. John Smith" is a general.
struct Title {
  std::string_view abbreviation;
  std::string_view word;
};
constexpr auto titles = std::to_array<Title>({{"adm", "admiral"},
                                              {"amb", "ambassador"},
                                              {"brig", "brigadier"},
                                              {"capt", "captain"},
                                              {"cmdr", "commander"},
                                              {"col", "colonel"},
                                              {"gen", "general"},
                                              {"gov", "governor"},
                                              {"lt", "lieutenant"},
                                              {"maj", "major"},
                                              {"pres", "president"},
                                              {"rep", "representative"},
                                              {"sen", "senator"},
                                              {"sgt", "sergeant"}});

struct TokenAtoms {
  std::uint32_t first = 0;  // WordAtoms::atoms [first, last)
  std::uint32_t last = 0;
};

struct WordAtom {
  Symbol word = no_symbol;  // no_symbol: stands in no name
  Shape shape = Shape::other;
};

class Walker {
 public:
  explicit Walker(const Scene& scene) : scene_(scene), knowledge_(scene.knowledge) {
    hits_.at.assign(scene.tokens.size(), no_hit);
    spell_tokens();
  }

  Hits walk() {
    for (std::uint32_t s = 0; s < scene_.tokens.sentences.size(); ++s) {
      const Sentence& sentence = scene_.tokens.sentences[s];
      for (TokenId t = sentence.first; scene_.coded[s] && t < sentence.last;) {
        t = match_at(t, sentence.last);
      }
    }
    return std::move(hits_);
  }

 private:
  void spell_tokens() {
    std::vector<Atom> atoms;
    for (TokenId t = 0; t < scene_.tokens.size(); ++t) {
      atoms.clear();
      split_atoms(scene_.word(t), atoms);
      if (atoms.size() == 1 && is_title(t)) {
        atoms.front().folded =
            std::ranges::lower_bound(titles, std::string_view(atoms.front().folded), {}, &Title::abbreviation)->word;
      }
      const auto first = static_cast<std::uint32_t>(atoms_.size());
      for (const Atom& atom : atoms) {
        const bool hidden = scene_.casing_at(t) == Casing::caps &&
                            std::ranges::binary_search(common_words, std::string_view(atom.folded));
        atoms_.push_back({hidden ? no_symbol : knowledge_.words.find(atom.folded), atom.shape});
      }
      tokens_.push_back({first, static_cast<std::uint32_t>(atoms_.size())});
    }
  }

  // A capital before another capital: "Gen. Smith", "Sen Warren".
  [[nodiscard]] bool is_title(TokenId t) const {
    const std::string folded = fold(scene_.word(t));
    const std::string_view bare =
        folded.ends_with('.') ? std::string_view(folded).substr(0, folded.size() - 1) : folded;
    const auto* const found = std::ranges::lower_bound(titles, bare, {}, &Title::abbreviation);
    return found != titles.end() && found->abbreviation == bare && scene_.is_capitalised(t) &&
           t + 1 < scene_.sentence_end(t) && scene_.is_capitalised(t + 1);
  }

  // Takes the longest name that begins at `t`; returns where to go on.
  TokenId match_at(TokenId t, TokenId end) {
    Hit best;
    shapes_.clear();
    std::uint32_t node = 0;
    for (TokenId at = t; at < std::min(end, t + longest_name); ++at) {
      const TokenAtoms token = tokens_[at];
      if (token.first == token.last) {
        const bool silent =
            scene_.is_hyphen(at) || scene_.word(at) == "'" || scene_.word(at) == "’";  // "Workers' Party"
        if (!silent || at == t) {
          break;
        }
        continue;
      }
      bool on = true;
      for (std::uint32_t a = token.first; on && a < token.last; ++a) {
        node = knowledge_.trie.step(node, atoms_[a].word);
        shapes_.push_back(atoms_[a].shape);
        on = node != 0;
      }
      if (!on) {
        break;
      }
      take(node, t, at + 1, best);
    }
    if (best.last == 0) {
      return t + 1;
    }
    const auto index = static_cast<std::uint32_t>(hits_.hits.size());
    std::fill(hits_.at.begin() + best.first, hits_.at.begin() + best.last, index);
    hits_.hits.push_back(best);
    return best.last;
  }

  void take(std::uint32_t node, TokenId first, TokenId last, Hit& best) {
    const auto begin = static_cast<std::uint32_t>(hits_.readings.size());
    std::uint32_t uses = 0;
    bool certain = false;
    for (std::uint32_t n = knowledge_.trie.first_name(node); n != no_name; n = knowledge_.names[n].next) {
      const Name& name = knowledge_.names[n];
      const Fact& fact = knowledge_.facts[name.fact];
      if (!shapes_fit(name, first) || !article_fits(name, fact, first, last) || !fact.term.holds(naming_day(fact))) {
        continue;
      }
      const std::uint32_t base = use_of(knowledge_, fact);
      const std::uint32_t use = name.derived == Derived::plural    ? use_roles
                                : name.derived == Derived::surname ? use_surname
                                                                   : base;
      hits_.readings.push_back({name.fact, use});
      uses |= use;
      certain = certain || !name.ambiguous;
    }
    if (uses != 0) {
      best = {first,
              last,
              node,
              begin,
              static_cast<std::uint32_t>(hits_.readings.size()),
              uses | (certain ? 0U : use_doubtful)};
    }
  }

  // A name may be used after its time ("Burma"); only states' own names change with the day.
  [[nodiscard]] std::optional<Day> naming_day(const Fact& fact) const {
    return knowledge_.entries[fact.entry].kind == EntryKind::state ? scene_.day : std::nullopt;
  }

  // "The National" that is also a common word needs its article, and stands alone: "US National Medal" is no outlet.
  [[nodiscard]] bool article_fits(const Name& name, const Fact& fact, TokenId first, TokenId last) const {
    if (!name.ambiguous || !knowledge_.text(fact.text).starts_with("The ")) {
      return true;
    }
    const bool goes_on = last < scene_.tokens.size() && scene_.is_capitalised(last);
    return first > 0 && scene_.is(first - 1, "the") && !goes_on;
  }

  [[nodiscard]] bool shapes_fit(const Name& name, TokenId first) const {
    for (std::size_t i = 0; i < shapes_.size() && i < 16; ++i) {
      const auto wanted = static_cast<Shape>(name.shapes >> (2 * i) & 3U);
      const bool british = wanted == Shape::caps && shapes_[i] == Shape::capital && shapes_.size() == 1 &&
                           scene_.word(first).size() >= 4 && scene_.syntax.upos[first] == Upos::propn;  // "Nato"
      if (!fits(wanted, shapes_[i]) && !british) {
        return false;
      }
    }
    return true;
  }

  const Scene& scene_;
  const Knowledge& knowledge_;
  std::vector<TokenAtoms> tokens_;
  std::vector<WordAtom> atoms_;
  std::vector<Shape> shapes_;
  Hits hits_;
};

}  // namespace

Hits find_names(const Scene& scene) {
  return Walker(scene).walk();
}

std::string dateline_country(const Scene& scene) {
  const Knowledge& knowledge = scene.knowledge;
  std::vector<Atom> atoms;
  split_atoms(slice(scene.report.text, scene.layout.dateline_place), atoms);
  std::uint32_t node = 0;
  for (const Atom& atom : atoms) {
    if (atom.folded == ",") {
      break;  // "LUHANSK, Ukraine": the first word is enough
    }
    node = knowledge.trie.step(node, knowledge.words.find(atom.folded));
    if (node == 0) {
      return {};
    }
  }
  for (std::uint32_t n = knowledge.trie.first_name(node); n != no_name; n = knowledge.names[n].next) {
    const Entry& entry = knowledge.entries[knowledge.facts[knowledge.names[n].fact].entry];
    if (entry.kind == EntryKind::state) {
      return std::string(knowledge.text(entry.id));
    }
  }
  return {};
}

std::uint32_t use_of(const Knowledge& knowledge, const Fact& fact) {
  switch (knowledge.entries[fact.entry].kind) {
    case EntryKind::state:
      switch (fact.attribute) {
        case Attribute::adjective:
          return use_adjective;
        case Attribute::person:
        case Attribute::people:
          return use_citizen;
        case Attribute::capital:
          return use_capital;
        case Attribute::seat:
          return use_seat;
        case Attribute::city:
          return use_city;
        default:
          return use_state;
      }
    case EntryKind::organization:
    case EntryKind::institution:
    case EntryKind::outlet:
      return fact.attribute == Attribute::adjective ? use_unit_adjective : use_unit;
    case EntryKind::office:
      return use_role;
    case EntryKind::role: {
      const auto kind = knowledge.value(fact.entry, Attribute::kind, {});
      if (kind == "group" || fact.attribute == Attribute::plural) {
        return use_roles;
      }
      return kind == "institution" ? use_institution : use_role;
    }
    case EntryKind::person:
      return fact.attribute == Attribute::surname ? use_surname : use_person;
  }
  return use_state;
}

}  // namespace readout::actors
