// Loading: rows become facts, facts are put in order of their entries, naming facts go into the trie.
#include "actors/knowledge.hpp"

#include <algorithm>
#include <utility>

#include "actors/compiled.hpp"
#include "actors/tables.hpp"

namespace readout::actors {

namespace {

// Collects facts in the order of reading, then lays them out by entry.
class Loader {
 public:
  Loader() {
    // About what the tables hold: too much costs memory that must be touched, too little a move.
    knowledge_.texts.reserve(32'000, 800'000);
    knowledge_.words.reserve(16'000, 150'000);
    knowledge_.trie.reserve(32'000);
    knowledge_.by_id.reserve(16'000);
    knowledge_.facts.reserve(64'000);
    knowledge_.names.reserve(32'000);
    knowledge_.office_by_noun.reserve(16'000);
  }

  Status read(const std::filesystem::path& folder, const TableForm& form, bool own) {
    const auto file = folder / form.file;
    std::error_code error;
    if (!std::filesystem::exists(file, error)) {
      return ok();
    }
    auto table = read_table(file);
    if (!table) {
      return table.error();
    }
    for (std::size_t row = 0; row < table->rows(); ++row) {
      auto read = read_row(*table, row, form);
      if (!read) {
        return read.error();
      }
      if (row == 0 || read->id != last_id_) {  // the rows of an entry stand together
        last_id_ = read->id;
        last_entry_ = entry(form.kind, read->id);
      }
      read->fact.entry = last_entry_;
      read->fact.own = own;
      read->fact.text = knowledge_.texts.intern(read->text);
      knowledge_.facts.push_back(read->fact);
    }
    return ok();
  }

  Knowledge finish() {
    group_facts();
    index_names();
    index_offices();
    displace(knowledge_);
    return std::move(knowledge_);
  }

 private:
  EntryId entry(EntryKind kind, std::string_view id) {
    const Symbol symbol = knowledge_.texts.intern(id);
    const auto next = static_cast<EntryId>(knowledge_.entries.size());
    const auto [at, fresh] =
        knowledge_.by_id.try_emplace(PairMap::pair(static_cast<std::uint64_t>(kind), symbol), next);
    if (fresh) {
      knowledge_.entries.push_back({kind, symbol, 0, 0});
    }
    return at;
  }

  // By entry, the own ones first; else as they were read. Entries are numbered: each fact's place can be counted.
  void group_facts() {
    auto& entries = knowledge_.entries;
    for (const Fact& fact : knowledge_.facts) {
      ++entries[fact.entry].last_fact;  // how many, until their place is known
    }
    std::uint32_t begin = 0;
    for (Entry& entry : entries) {
      entry.first_fact = begin;
      begin += std::exchange(entry.last_fact, begin);
    }
    std::vector<Fact> grouped(knowledge_.facts.size());
    for (const bool own : {true, false}) {
      for (const Fact& fact : knowledge_.facts) {
        if (fact.own == own) {
          grouped[entries[fact.entry].last_fact++] = fact;
        }
      }
    }
    knowledge_.facts = std::move(grouped);
  }

  void index_names() {
    const Symbol yes = knowledge_.texts.find("yes");
    std::vector<Symbol> doubtful;  // "yes" doubts every name of the entry
    const auto doubts = [&](Symbol name) { return std::ranges::find(doubtful, name) != doubtful.end(); };
    for (EntryId id = 0; id < knowledge_.entries.size(); ++id) {
      const Entry entry = knowledge_.entries[id];
      doubtful.clear();
      for (const Fact& fact : knowledge_.facts_of(id)) {
        if (fact.attribute == Attribute::ambiguous) {
          doubtful.push_back(fact.text);
        }
      }
      const bool all = doubts(yes);
      for (std::uint32_t at = entry.first_fact; at < entry.last_fact; ++at) {
        const Fact& fact = knowledge_.facts[at];
        if (is_naming(entry.kind, fact.attribute)) {
          name_fact(id, at, all || doubts(fact.text));
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
      atoms_.clear();
      split_atoms(text.substr(std::min(text.size(), text.rfind(' ') + 1)), atoms_);
      add_name({at, 0, no_name, doubtful, Derived::surname}, atoms_);
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
        const auto [office, fresh] = knowledge_.office_by_noun.try_emplace(PairMap::pair(node, of), id);
        if (!fresh && office != id) {
          office = no_entry;  // a body with many "special envoys"
        }
        owner = of;
      }
    }
    if (std::ranges::any_of(words, [](const Atom& word) { return word.shape != Shape::lower; })) {
      const auto [whose, first] = knowledge_.owner_by_noun.try_emplace(node, owner);
      whose = first || whose == owner ? owner : no_symbol;
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
    for (const bool own : {false, true}) {  // of two holders from one day on, the last counts
      for (const Fact& fact : knowledge_.facts) {
        if (fact.attribute != Attribute::holder || fact.own != own) {
          continue;
        }
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
    PairMap found;
    std::vector<std::uint64_t> keys;
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
            const std::uint64_t key = PairMap::pair(of, fact.text);
            const auto [at, fresh] = found.try_emplace(key, id);
            at = fresh ? id : no_entry;
            keys.push_back(key);
          }
        }
      }
    }
    for (const std::uint64_t key : keys) {
      knowledge_.office_of.try_emplace(key, found.find(key, no_entry));
    }
  }

  Knowledge knowledge_;
  std::vector<std::uint32_t> last_name_;  // [nodes] the end of each chain of names
  std::vector<Atom> atoms_;
  std::string last_id_;  // of the row before, and its entry
  EntryId last_entry_ = no_entry;
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
  return symbol == no_symbol ? no_entry : by_id.find(PairMap::pair(static_cast<std::uint64_t>(kind), symbol), no_entry);
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
  return of == no_symbol || what == no_symbol ? no_entry : office_of.find(PairMap::pair(of, what), no_entry);
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
  return of == no_symbol ? no_entry : office_by_noun.find(PairMap::pair(node, of), no_entry);
}

std::string_view Knowledge::owner_at(std::uint32_t node) const {
  return node == 0 ? std::string_view{} : texts.view(owner_by_noun.find(node, no_symbol));
}

namespace {

Result<Knowledge> read_tables(const std::filesystem::path& data_dir, const std::filesystem::path& own) {
  Loader loader;
  for (const TableForm& form : table_forms) {
    if (auto status = loader.read(data_dir / "actors", form, false); !status) {
      return status.error();
    }
  }
  if (!own.empty()) {
    if (auto known = check_names(own / "actors"); !known) {
      return known.error();
    }
    for (const TableForm& form : table_forms) {
      if (auto status = loader.read(own / "actors", form, true); !status) {
        return status.error();
      }
    }
  }
  return loader.finish();
}

}  // namespace

Result<Knowledge> load(const std::filesystem::path& data_dir, const std::filesystem::path& own,
                       const std::filesystem::path& compiled) {
  // What a user's own tables change is spread over all arrays: then the tables are read.
  auto known = compiled.empty() || !own.empty() ? std::nullopt : read_compiled(compiled, checksum_of_tables(data_dir));
  auto read = known ? Result<Knowledge>(*std::move(known)) : read_tables(data_dir, own);
  if (!read) {
    return read;
  }
  Knowledge& knowledge = *read;
  if (auto status = knowledge.lexis.read(data_dir / "actors"); !status) {
    return status.error();
  }
  if (auto status = knowledge.ranker.read(data_dir / "actors" / "coreference.tsv"); !status) {
    return status.error();
  }
  knowledge.lexis.learn_given_names(knowledge);
  return read;
}

}  // namespace readout::actors
