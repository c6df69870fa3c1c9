// From names and codes to rows. An own entry wins over ours of the same name, so what our tables know better is left to
// them: the names of states, and roles with the same code.
#include "actors/import.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include "actors/book.hpp"
#include "actors/fold.hpp"
#include "actors/tables.hpp"

namespace readout::actors {

namespace {

// Words that tell a body from a person: "Jordan Valley Front" is no Jordan.
constexpr auto body_words = std::to_array<std::string_view>(
    {"agency",  "alliance",     "army",         "association", "bank",    "brigade",    "brigades",   "bureau",
     "church",  "club",         "coalition",    "college",     "command", "committee",  "company",    "congress",
     "council", "court",        "federation",   "force",       "forces",  "foundation", "front",      "government",
     "group",   "guard",        "institute",    "league",      "militia", "ministry",   "movement",   "network",
     "office",  "organisation", "organization", "parliament",  "party",   "police",     "resistance", "society",
     "tribe",   "union",        "university"});

// Sectors that may stand without a country, and so are no countries (CAMEO codebook, ch. 4).
constexpr auto sector_codes = std::to_array<std::string_view>(
    {"AGR", "BUS", "COP", "CRM", "CVL", "DEV", "EDU", "ELI", "ENV", "GOV", "HLH", "HRI", "JUD", "LAB",
     "LEG", "MED", "MIL", "MOD", "OPP", "PTY", "RAD", "REB", "REF", "REL", "SEP", "SET", "SPY", "UAF"});

constexpr auto institution_words = std::to_array<std::string_view>(
    {"agency",  "assembly",   "authority", "bank",       "board",    "bureau",      "cabinet",
     "college", "commission", "committee", "company",    "congress", "corporation", "council",
     "court",   "department", "embassy",   "government", "industry", "institution", "ministry",
     "office",  "parliament", "prison",    "school",     "senate",   "tribunal",    "university"});

constexpr auto group_nouns =
    std::to_array<std::string_view>({"children", "men", "people", "personnel", "police", "women"});

template <typename Words>
bool stands_in(const Words& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

struct SplitCode {
  std::string country;  // a state's, or IGO, NGO, a region; empty: none
  std::string sector;
  bool state = false;
};

class Importer {
 public:
  Importer(const std::string& file, const Knowledge& knowledge) : file_(file), knowledge_(knowledge) {}

  OwnTables run(const Dictionary& dictionary) {
    out_.problems = dictionary.problems;
    for (const DictionaryEntry& entry : dictionary.entries) {
      if (entry.agent) {
        take_role(entry);
      } else {
        take_actor(entry);
      }
    }
    std::ranges::stable_sort(out_.problems, {}, &Error::line);
    return std::move(out_);
  }

 private:
  void add(const std::string& table, std::string id, std::string relation, std::string text, std::string from = {},
           std::string to = {}) {
    auto& rows = out_.rows[table];
    const auto [place, fresh] =
        places_.try_emplace(fmt::format("{}\t{}\t{}\t{}\t{}", table, id, relation, text, from), rows.size());
    if (!fresh) {  // the same fact from the same day: the longer term holds
      std::string& end = rows[place->second].to;
      end = end.empty() || to.empty() ? std::string() : std::max(end, to);
      return;
    }
    rows.push_back({std::move(id), std::move(relation), std::move(text), std::move(from), std::move(to)});
  }

  [[nodiscard]] std::optional<SplitCode> split(const DatedCode& dated) {
    const std::string head = dated.code.substr(0, 3);
    if (knowledge_.find(EntryKind::state, head) != no_entry) {
      return SplitCode{head, dated.code.substr(3), true};
    }
    if (is_international(head)) {
      return SplitCode{head, dated.code.substr(3), false};
    }
    if (stands_in(sector_codes, head)) {
      return SplitCode{{}, dated.code, false};
    }
    out_.problems.push_back(
        {file_, dated.line,
         fmt::format("{} begins with {}, which is no country and no class of CAMEO", dated.code, head),
         "write an ISO 3166 code, or IGO, NGO, MNC, IMG, INT"});
    return std::nullopt;
  }

  void take_actor(const DictionaryEntry& entry) {
    std::vector<std::pair<SplitCode, const DatedCode*>> codes;
    for (const DatedCode& dated : entry.codes) {
      if (auto code = split(dated)) {
        codes.emplace_back(std::move(*code), &dated);
      }
    }
    if (codes.empty()) {
      return;  // each code has been complained of
    }
    const bool person = is_person(entry.names.front().text, entry.codes);
    const bool bare = std::ranges::all_of(codes, [](const auto& c) { return c.first.state && c.first.sector.empty(); });
    if (bare && !person) {
      name_states(entry, codes);
      return;
    }
    if (!person && know_body(entry)) {
      return;
    }
    const std::string table = person ? "persons.tsv" : "organizations.tsv";
    const std::string id = id_of(table, entry.names.front().text, codes.front().first.country);
    ++(person ? out_.persons : out_.organizations);
    name(table, id, entry);
    describe(table, id, codes, person);
  }

  // "UNITED_NATIONS_ [IGOUNO]": our tables have the body with that code, and know more of it. New names come to its id.
  bool know_body(const DictionaryEntry& entry) {
    EntryId known = no_entry;
    for (const EntryId one : entries_named(entry.names.front().text)) {
      const EntryKind kind = knowledge_.entries[one].kind;
      const bool body = kind == EntryKind::organization || kind == EntryKind::institution || kind == EntryKind::outlet;
      known = body && known == no_entry ? one : known;
    }
    if (known == no_entry || std::ranges::any_of(entry.codes, [&](const DatedCode& code) {
          return !code.from.empty() || !code.to.empty() || code.code != code_of_entry(known);
        })) {
      return false;
    }
    const auto* const form = std::ranges::find(table_forms, knowledge_.entries[known].kind, &TableForm::kind);
    for (const DictionaryName& one : entry.names) {
      const auto there = entries_named(one.text);
      if (std::ranges::find(there, known) != there.end()) {
        ++out_.known;
      } else {
        add(std::string(form->file), std::string(knowledge_.text(knowledge_.entries[known].id)), "alias", one.text);
        ++out_.organizations;
      }
    }
    return true;
  }

  [[nodiscard]] std::string code_of_entry(EntryId entry) const {
    Book book(knowledge_, std::nullopt);
    return book[book.of_entry(entry)].actor.code;
  }

  void name(const std::string& table, const std::string& id, const DictionaryEntry& entry) {
    std::set<std::string> said;
    for (const DictionaryName& one : entry.names) {
      if (!said.insert(key_of(one.text)).second) {
        ++out_.known;  // the same words: accents and full stops do not part names
        continue;
      }
      add(table, id, said.size() == 1 ? "name" : "alias", one.text);
    }
  }

  void describe(const std::string& table, const std::string& id,
                const std::vector<std::pair<SplitCode, const DatedCode*>>& codes, bool person) {
    const bool same_country =
        std::ranges::all_of(codes, [&](const auto& code) { return code.first.country == codes.front().first.country; });
    for (const auto& [code, dated] : codes) {
      if (!person && !code.state && !code.country.empty()) {  // "IGOUNO" stays whole
        add(table, id, "code", dated->code, dated->from, dated->to);
        continue;
      }
      if (!code.country.empty()) {
        add(table, id, "country", code.country, same_country ? "" : dated->from, same_country ? "" : dated->to);
      }
      if (!code.sector.empty()) {
        add(table, id, "sector", code.sector, dated->from, dated->to);
      }
    }
  }

  // "HERAT_" below "AFGHANISTAN_ [AFG]": a word for the state.
  void name_states(const DictionaryEntry& entry, const std::vector<std::pair<SplitCode, const DatedCode*>>& codes) {
    for (const auto& [code, dated] : codes) {
      for (const DictionaryName& one : entry.names) {
        if (names_state(one.text, code.country)) {
          ++out_.known;
        } else {
          ++out_.state_names;
          add("states.tsv", code.country, "alias", one.text, dated->from, dated->to);
        }
      }
    }
  }

  // A role that our tables have keeps its id, so that its office and rank stay: only what is new about it is written.
  void take_role(const DictionaryEntry& entry) {
    for (const DatedCode& dated : entry.codes) {
      const EntryId known = knowledge_.role_named(entry.names.front().text);
      if (known == no_entry) {
        take_new_role(entry, dated);
        continue;
      }
      const std::string id(knowledge_.text(knowledge_.entries[known].id));
      const std::size_t before = out_.rows["roles.tsv"].size();
      if (knowledge_.value(known, Attribute::sector, {}) != dated.code) {
        add("roles.tsv", id, "sector", dated.code, dated.from, dated.to);
      }
      for (const DictionaryName& one : entry.names) {
        if (knowledge_.role_named(one.text) != known) {
          add("roles.tsv", id, is_plural(entry, one) ? "plural" : "noun", one.text);
        }
      }
      for (const std::string& plural : entry.plurals) {
        if (knowledge_.role_named(plural) != known) {
          add("roles.tsv", id, "plural", plural);
        }
      }
      ++(out_.rows["roles.tsv"].size() == before ? out_.known : out_.roles);
    }
  }

  // Of "fisherman" and "fishermen", made of a set, the second is the plural.
  static bool is_plural(const DictionaryEntry& entry, const DictionaryName& name) {
    return name.text.ends_with("men") && entry.names.size() > 1;
  }

  void take_new_role(const DictionaryEntry& entry, const DatedCode& dated) {
    const std::string& first = entry.names.front().text;
    if (constexpr auto dangling = std::to_array<std::string_view>({"at", "for", "in", "of", "to"});
        stands_in(dangling, first.substr(std::min(first.size(), first.rfind(' ') + 1)))) {
      out_.problems.push_back({file_, entry.names.front().line,
                               fmt::format("“{}” ends in the midst of a phrase", first),
                               "write the noun alone; what follows it is found by the grammar"});
      return;
    }
    const std::string id = id_of("roles.tsv", first, {});
    const std::string last = first.substr(std::min(first.size(), first.rfind(' ') + 1));
    const bool group = (entry.no_plural && !has_institution(first)) || stands_in(group_nouns, last);
    ++out_.roles;
    add("roles.tsv", id, "kind", group ? "group" : has_institution(first) ? "institution" : "person");
    for (const DictionaryName& one : entry.names) {
      add("roles.tsv", id, is_plural(entry, one) ? "plural" : "noun", one.text);
    }
    for (const std::string& plural : entry.plurals) {
      add("roles.tsv", id, "plural", plural);
    }
    add("roles.tsv", id, "sector", dated.code, dated.from, dated.to);
  }

  static bool has_institution(const std::string& noun) {
    std::vector<Atom> atoms;
    split_atoms(noun, atoms);
    return std::ranges::any_of(atoms, [](const Atom& atom) { return stands_in(institution_words, atom.folded); });
  }

  // Codes that only persons have: the elite without an office, an office for a time.
  static bool coded_as_person(const std::vector<DatedCode>& codes) {
    return std::ranges::any_of(codes, [](const DatedCode& code) {
      const bool dated = !code.from.empty() || !code.to.empty();
      return code.code.substr(3, 3) == "ELI" ||
             (dated && (code.code.substr(3, 3) == "GOV" || code.code.starts_with("IGO")));
    });
  }

  // The first word is a given name of our tables, after titles, or the codes are a person's; no word is one of a body;
  // no state is called so.
  [[nodiscard]] bool is_person(const std::string& name, const std::vector<DatedCode>& codes) const {
    std::vector<Atom> atoms;
    split_atoms(name, atoms);
    if (atoms.empty()) {
      return false;
    }
    std::size_t first = 0;
    while (first + 1 < atoms.size() && is_title(atoms[first].folded)) {
      ++first;
    }
    const bool body = std::ranges::any_of(atoms, [](const Atom& atom) { return stands_in(body_words, atom.folded); });
    const bool given =
        atoms.size() >= first + 2 && knowledge_.given_names.contains(knowledge_.words.find(atoms[first].folded));
    return !body && (given || coded_as_person(codes)) && !is_state_word(atoms[first].folded);
  }

  [[nodiscard]] bool is_title(const std::string& word) const {
    const EntryId role = knowledge_.role_named(word);
    return role != no_entry && knowledge_.value(role, Attribute::kind, {}) == "person";
  }

  [[nodiscard]] bool is_state_word(const std::string& word) const {
    const std::uint32_t node = knowledge_.trie.step(0, knowledge_.words.find(word));
    for (std::uint32_t n = node == 0 ? no_name : knowledge_.trie.first_name(node); n != no_name;
         n = knowledge_.names[n].next) {
      const Fact& fact = knowledge_.facts[knowledge_.names[n].fact];
      if (knowledge_.entries[fact.entry].kind == EntryKind::state && fact.attribute == Attribute::name) {
        return true;
      }
    }
    return false;
  }

  // Whom our tables call so.
  [[nodiscard]] std::vector<EntryId> entries_named(const std::string& name) const {
    std::vector<Atom> atoms;
    split_atoms(name, atoms);
    std::uint32_t node = 0;
    for (const Atom& atom : atoms) {
      if (&atom == atoms.data() && atoms.size() > 1 && atom.folded == "the") {
        continue;
      }
      node = knowledge_.trie.step(node, knowledge_.words.find(atom.folded));
      if (node == 0) {
        return {};
      }
    }
    std::vector<EntryId> out;
    for (std::uint32_t n = knowledge_.trie.first_name(node); n != no_name; n = knowledge_.names[n].next) {
      out.push_back(knowledge_.facts[knowledge_.names[n].fact].entry);
    }
    return out;
  }

  [[nodiscard]] bool names_state(const std::string& name, std::string_view state) const {
    const auto entries = entries_named(name);
    return std::ranges::find(entries, knowledge_.find(EntryKind::state, state)) != entries.end();
  }

  static std::string key_of(const std::string& name) {
    std::vector<Atom> atoms;
    split_atoms(name, atoms);
    std::string key;
    for (const Atom& atom : atoms) {
      key += (key.empty() ? "" : "_") + atom.folded;
    }
    return key;
  }

  // "own.hamid_karzai"; a namesake of another country gets it behind: "own.abdul_qadir_pak".
  std::string id_of(const std::string& table, const std::string& name, const std::string& country) {
    std::string slug;
    for (const char c : key_of(name)) {
      const bool plain =
          (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80U) != 0;
      slug += plain ? c : '_';
    }
    const std::string id = "own." + slug;
    const auto [at, fresh] = country_of_id_.try_emplace(table + id, country);
    return fresh || at->second == country ? id : id + "_" + fold(country);
  }

  const std::string& file_;
  const Knowledge& knowledge_;
  OwnTables out_;
  std::unordered_map<std::string, std::size_t> places_;  // of a fact among its table's rows
  std::unordered_map<std::string, std::string> country_of_id_;
};

}  // namespace

OwnTables rows_of(const Dictionary& dictionary, const std::string& file, const Knowledge& knowledge) {
  return Importer(file, knowledge).run(dictionary);
}

}  // namespace readout::actors
