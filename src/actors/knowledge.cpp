// Loading: rows become facts, facts are put in order of their entries, naming facts go into the trie.
#include "actors/knowledge.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "actors/tables.hpp"

namespace readout::actors {

namespace {

std::uint64_t pair_key(std::uint64_t high, std::uint64_t low) {
  return high << 32U | low;
}

// Collects facts in the order of reading, then lays them out by entry.
class Loader {
 public:
  Loader() {
    knowledge_.texts.reserve(60'000, 1'200'000);
    knowledge_.words.reserve(40'000, 400'000);
    knowledge_.trie.reserve(90'000);
    knowledge_.by_id.reserve(20'000);
    knowledge_.facts.reserve(60'000);
    knowledge_.names.reserve(40'000);
  }

  Status read(const std::filesystem::path& folder, const TableForm& form) {
    const auto file = folder / form.file;
    std::error_code error;
    if (!std::filesystem::exists(file, error)) {
      return ok();
    }
    auto table = base::Table::read(file, {"id", "relation", "text", "from", "to"});
    if (!table) {
      return table.error();
    }
    for (std::size_t row = 0; row < table->rows(); ++row) {
      auto read = read_row(*table, row, form);
      if (!read) {
        return read.error();
      }
      read->fact.entry = entry(form.kind, read->id);
      read->fact.text = knowledge_.texts.intern(read->text);
      knowledge_.facts.push_back(read->fact);
    }
    return ok();
  }

  Knowledge finish() {
    group_facts();
    index_names();
    index_offices();
    return std::move(knowledge_);
  }

 private:
  EntryId entry(EntryKind kind, std::string_view id) {
    const Symbol symbol = knowledge_.texts.intern(id);
    const auto next = static_cast<EntryId>(knowledge_.entries.size());
    const auto [at, fresh] = knowledge_.by_id.try_emplace(pair_key(static_cast<std::uint64_t>(kind), symbol), next);
    if (fresh) {
      knowledge_.entries.push_back({kind, symbol, 0, 0});
    }
    return at->second;
  }

  void group_facts() {
    auto& facts = knowledge_.facts;
    if (!std::ranges::is_sorted(facts, {}, &Fact::entry)) {
      std::ranges::stable_sort(facts, {}, &Fact::entry);
    }
    for (std::uint32_t at = 0; at < facts.size(); ++at) {
      Entry& entry = knowledge_.entries[facts[at].entry];
      entry.first_fact = entry.last_fact == 0 ? at : entry.first_fact;
      entry.last_fact = at + 1;
    }
  }

  void index_names() {
    for (EntryId id = 0; id < knowledge_.entries.size(); ++id) {
      const Entry entry = knowledge_.entries[id];
      std::unordered_set<Symbol> doubtful;  // "yes" doubts every name of the entry
      for (std::uint32_t at = entry.first_fact; at < entry.last_fact; ++at) {
        if (knowledge_.facts[at].attribute == Attribute::ambiguous) {
          doubtful.insert(knowledge_.facts[at].text);
        }
      }
      const bool all = doubtful.contains(knowledge_.texts.find("yes"));
      for (std::uint32_t at = entry.first_fact; at < entry.last_fact; ++at) {
        const Fact& fact = knowledge_.facts[at];
        if (is_naming(entry.kind, fact.attribute)) {
          name_fact(id, at, all || doubtful.contains(fact.text));
        }
      }
    }
  }

  void name_fact(EntryId id, std::uint32_t at, bool doubtful) {
    const Entry& entry = knowledge_.entries[id];
    const Fact& fact = knowledge_.facts[at];
    atoms_.clear();
    split_atoms(knowledge_.text(fact.text), atoms_);
    const std::size_t article = atoms_.size() > 1 && atoms_[0].folded == "the" ? 1 : 0;
    const std::span<Atom> words = std::span(atoms_).subspan(article);
    if (words.empty()) {
      return;
    }
    if (entry.kind == EntryKind::office) {
      name_office(id, at, doubtful, words);
      return;
    }
    add_name({at, 0, no_name, doubtful, Derived::written}, words);
    const bool plural_itself =  // "troops"; a group may also be called by one of it: "warship"
        words.back().folded.ends_with('s') && knowledge_.value(id, Attribute::kind, {}) == "group";
    if (entry.kind == EntryKind::role && fact.attribute == Attribute::noun && !plural_itself) {
      words.back().folded = plural_of(words.back().folded);
      add_name({at, 0, no_name, doubtful, Derived::plural}, words);
    }
    if (entry.kind == EntryKind::person && fact.attribute == Attribute::name && words.size() > 1) {
      knowledge_.given_names.insert(knowledge_.words.find(words.front().folded));
    }
    if (entry.kind == EntryKind::person && fact.attribute == Attribute::name && words.size() > 1 &&
        knowledge_.value(id, Attribute::surname, {}).empty()) {
      const auto text = knowledge_.text(fact.text);
      std::vector<Atom> last;
      split_atoms(text.substr(std::min(text.size(), text.rfind(' ') + 1)), last);
      add_name({at, 0, no_name, doubtful, Derived::surname}, last);
    }
  }

  // A noun of an office ("foreign minister") stands once in the trie for all countries; which office it is, the country
  // tells. "foreign ministry spokesman" is left to its parts, so that the ministry is seen too.
  void name_office(EntryId id, std::uint32_t at, bool doubtful, std::span<const Atom> words) {
    std::uint32_t node = 0;
    for (const Atom& word : words) {
      if (node != 0 && names_institution(node)) {
        return;
      }
      node = knowledge_.trie.add(node, knowledge_.words.intern(word.folded));
    }
    Symbol owner = no_symbol;  // of the noun's own words: the organization before the country
    for (const auto owning : {Attribute::country, Attribute::organization}) {
      if (const Symbol of = knowledge_.texts.find(knowledge_.value(id, owning, {})); of != no_symbol) {
        const auto [office, fresh] = knowledge_.office_by_noun.try_emplace(pair_key(node, of), id);
        if (!fresh && office->second != id) {
          office->second = no_entry;  // a body with many "special envoys"
        }
        owner = of;
      }
    }
    if (std::ranges::any_of(words, [](const Atom& word) { return word.shape != Shape::lower; })) {
      const auto [whose, first] = knowledge_.owner_by_noun.try_emplace(node, owner);
      whose->second = first || whose->second == owner ? owner : no_symbol;
    }
    const std::uint32_t shapes = shapes_of(words);
    for (std::uint32_t n = knowledge_.trie.first_name(node); n != no_name; n = knowledge_.names[n].next) {
      const EntryKind kind = knowledge_.entries[knowledge_.facts[knowledge_.names[n].fact].entry].kind;
      const bool covers = knowledge_.names[n].shapes == 0 || knowledge_.names[n].shapes == shapes;
      if (covers && (kind == EntryKind::role || kind == EntryKind::office)) {
        return;
      }
    }
    add_name({at, 0, no_name, doubtful, Derived::written}, words);
  }

  [[nodiscard]] bool names_institution(std::uint32_t node) const {
    for (std::uint32_t n = knowledge_.trie.first_name(node); n != no_name; n = knowledge_.names[n].next) {
      const EntryId entry = knowledge_.facts[knowledge_.names[n].fact].entry;
      if (knowledge_.entries[entry].kind == EntryKind::role &&
          knowledge_.value(entry, Attribute::kind, {}) == "institution") {
        return true;
      }
    }
    return false;
  }

  static std::uint32_t shapes_of(std::span<const Atom> words) {
    std::uint32_t shapes = 0;
    for (std::size_t i = 0; i < words.size() && i < 16; ++i) {
      shapes |= static_cast<std::uint32_t>(words[i].shape) << (2 * i);
    }
    return shapes;
  }

  // The regular plural; roles.tsv lists the others.
  static std::string plural_of(const std::string& noun) {
    const auto ends = [&](std::string_view tail) { return noun.ends_with(tail); };
    if (ends("s") || ends("x") || ends("z") || ends("ch") || ends("sh")) {
      return noun + "es";
    }
    const bool after_consonant =
        noun.size() > 1 && std::string_view("aeiou").find(noun[noun.size() - 2]) == std::string_view::npos;
    return ends("y") && after_consonant ? noun.substr(0, noun.size() - 1) + "ies" : noun + "s";
  }

  void add_name(Name name, std::span<const Atom> words) {
    std::uint32_t node = 0;
    for (const Atom& word : words) {
      node = knowledge_.trie.add(node, knowledge_.words.intern(word.folded));
    }
    name.shapes = shapes_of(words);
    // Names stand in the order of the tables: the newest goes to the end of its chain.
    const auto fresh = static_cast<std::uint32_t>(knowledge_.names.size());
    knowledge_.names.push_back(name);
    if (last_name_.size() <= node) {
      last_name_.resize(2 * static_cast<std::size_t>(node) + 64);
    }
    if (knowledge_.trie.first_name(node) == no_name) {
      knowledge_.trie.set_first_name(node, fresh);
    } else {
      knowledge_.names[last_name_[node]].next = fresh;
    }
    last_name_[node] = fresh;
  }

  void index_offices() {
    for (const Fact& fact : knowledge_.facts) {
      if (fact.attribute == Attribute::holder) {
        const EntryId person = knowledge_.find(EntryKind::person, knowledge_.text(fact.text));
        if (person != no_entry) {
          knowledge_.by_office.push_back({fact.entry, person, fact.term});
        }
      }
    }
    knowledge_.by_person = knowledge_.by_office;
    std::ranges::stable_sort(knowledge_.by_office, {},
                             [](const Tenure& t) { return std::pair(t.office, t.term.from); });
    std::ranges::stable_sort(knowledge_.by_person, {},
                             [](const Tenure& t) { return std::pair(t.person, t.term.from); });
    index_office_types(true);
    index_office_types(false);
  }

  // The first type of an office is its own, the others are wider: "ambassador" for the ambassador to the UN.
  void index_office_types(bool own) {
    std::unordered_map<std::uint64_t, EntryId> found;
    for (EntryId id = 0; id < knowledge_.entries.size(); ++id) {
      if (knowledge_.entries[id].kind != EntryKind::office) {
        continue;
      }
      bool first = true;
      for (const Fact& fact : knowledge_.facts_of(id)) {
        if (fact.attribute != Attribute::type || std::exchange(first, false) != own) {
          continue;
        }
        for (const auto owner : {Attribute::country, Attribute::organization}) {
          if (const Symbol of = knowledge_.texts.find(knowledge_.value(id, owner, {})); of != no_symbol) {
            const auto [at, fresh] = found.try_emplace(pair_key(of, fact.text), id);
            at->second = fresh ? id : no_entry;
          }
        }
      }
    }
    knowledge_.office_of.insert(found.begin(), found.end());
  }

  Knowledge knowledge_;
  std::vector<std::uint32_t> last_name_;  // [nodes] the end of each chain of names
  std::vector<Atom> atoms_;
};

template <typename Key>
std::span<const Tenure> equal_span(const std::vector<Tenure>& tenures, EntryId entry, Key key) {
  // Not equal_range: clang 14, which builds the fuzzers, cannot read what it returns in this standard library.
  const auto first = std::ranges::lower_bound(tenures, entry, {}, key);
  return {first, std::ranges::upper_bound(first, tenures.end(), entry, {}, key)};
}

}  // namespace

EntryId Knowledge::find(EntryKind kind, std::string_view id) const {
  const Symbol symbol = texts.find(id);
  const auto found = by_id.find(pair_key(static_cast<std::uint64_t>(kind), symbol));
  return symbol == no_symbol || found == by_id.end() ? no_entry : found->second;
}

std::span<const Fact> Knowledge::facts_of(EntryId entry) const {
  return std::span(facts).subspan(entries[entry].first_fact, entries[entry].last_fact - entries[entry].first_fact);
}

std::string_view Knowledge::value(EntryId entry, Attribute attribute, std::optional<Day> day) const {
  Symbol last = no_symbol;
  for (const Fact& fact : facts_of(entry)) {
    if (fact.attribute != attribute) {
      continue;
    }
    if (day ? fact.term.holds(day) : fact.term.to == INT32_MAX) {
      return text(fact.text);
    }
    last = fact.text;
  }
  return day ? std::string_view{} : text(last);
}

std::span<const Tenure> Knowledge::tenures_of_person(EntryId person) const {
  return equal_span(by_person, person, &Tenure::person);
}

std::span<const Tenure> Knowledge::tenures_of_office(EntryId office) const {
  return equal_span(by_office, office, &Tenure::office);
}

EntryId Knowledge::holder(EntryId office, std::optional<Day> day) const {
  EntryId found = no_entry;
  if (day && value(office, Attribute::shared, {}).empty()) {
    for (const Tenure& tenure : tenures_of_office(office)) {
      found = tenure.term.holds(day) ? tenure.person : found;  // on a day of change the newcomer
    }
  }
  return found;
}

EntryId Knowledge::office(std::string_view owner, std::string_view type) const {
  const Symbol of = texts.find(owner);
  const Symbol what = texts.find(type);
  const auto found = office_of.find(pair_key(of, what));
  return of == no_symbol || what == no_symbol || found == office_of.end() ? no_entry : found->second;
}

EntryId Knowledge::role_named(std::string_view noun) const {
  if (const EntryId role = find(EntryKind::role, noun); role != no_entry) {
    return role;
  }
  std::vector<Atom> atoms;
  split_atoms(noun, atoms);
  std::uint32_t node = 0;
  for (const Atom& atom : atoms) {
    node = trie.step(node, words.find(atom.folded));
    if (node == 0) {
      return no_entry;
    }
  }
  for (std::uint32_t n = trie.first_name(node); n != no_name; n = names[n].next) {
    if (entries[facts[names[n].fact].entry].kind == EntryKind::role) {
      return facts[names[n].fact].entry;
    }
  }
  return no_entry;
}

EntryId Knowledge::office_at(std::uint32_t node, std::string_view owner) const {
  const Symbol of = texts.find(owner);
  const auto found = office_by_noun.find(pair_key(node, of));
  return of == no_symbol || found == office_by_noun.end() ? no_entry : found->second;
}

std::string_view Knowledge::owner_at(std::uint32_t node) const {
  const auto found = owner_by_noun.find(node);
  return found == owner_by_noun.end() ? std::string_view{} : texts.view(found->second);
}

Result<Knowledge> load(const std::filesystem::path& data_dir) {
  Loader loader;
  for (const TableForm& form : table_forms) {
    if (auto status = loader.read(data_dir / "actors", form); !status) {
      return status.error();
    }
  }
  Knowledge knowledge = loader.finish();
  if (auto status = knowledge.lexis.read(data_dir / "actors"); !status) {
    return status.error();
  }
  if (auto status = knowledge.ranker.read(data_dir / "actors" / "coreference.tsv"); !status) {
    return status.error();
  }
  knowledge.lexis.learn_given_names(knowledge);
  return knowledge;
}

}  // namespace readout::actors
