// Every problem of the actor tables, in the order of the files: what load() would stumble on, and what it would
// swallow.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "actors/tables.hpp"

namespace readout::actors {

namespace {

struct Place {
  const base::Table* table = nullptr;
  std::size_t row = 0;
};

struct Kept {
  Row row;
  Place place;
  EntryKind kind = EntryKind::state;
  bool own = false;
};

class Linter {
 public:
  // With own tables, ours are read for what they know and only the faults of the own ones are told.
  std::vector<Error> run(const std::filesystem::path& folder, const std::filesystem::path& own) {
    own_only_ = !own.empty();
    for (const TableForm& form : table_forms) {
      read(folder / form.file, form, false);
    }
    if (own_only_) {
      if (auto known = check_names(own); !known) {
        errors_.push_back(known.error());
      }
      for (const TableForm& form : table_forms) {
        std::error_code error;
        if (std::filesystem::exists(own / form.file, error)) {
          read(own / form.file, form, true);
        }
      }
    }
    for (const Kept& kept : rows_) {
      if (kept.own == own_only_) {
        check_duplicate(kept);
        check_reference(kept);
      }
    }
    check_entries();
    check_namesakes();
    check_tenures();
    if (const auto status = Lexis().read(folder); !status) {
      errors_.push_back(status.error());
    }
    if (const auto status = Ranker().read(folder / "coreference.tsv"); !status) {
      errors_.push_back(status.error());
    }
    return std::move(errors_);
  }

 private:
  void read(const std::filesystem::path& file, const TableForm& form, bool own) {
    auto table = read_table(file);
    if (!table) {
      if (own == own_only_) {
        errors_.push_back(table.error());
      }
      return;
    }
    tables_.push_back(std::make_unique<base::Table>(std::move(*table)));
    const base::Table& kept = *tables_.back();
    for (std::size_t row = 0; row < kept.rows(); ++row) {
      auto one = read_row(kept, row, form);
      if (!one) {
        if (own == own_only_) {
          errors_.push_back(one.error());
        }
        continue;
      }
      rows_.push_back({*one, {&kept, row}, form.kind, own});
      if (one->fact.attribute != Attribute::holder) {
        auto& facts = entries_[{form.kind, std::string(one->id)}];
        facts.emplace(one->fact.attribute, rows_.size() - 1);
      }
    }
  }

  void complain(const Kept& kept, std::string message, std::string remedy) {
    if (kept.own != own_only_) {
      return;
    }
    errors_.push_back(kept.place.table->error(kept.place.row, std::move(message), std::move(remedy)));
  }

  void check_duplicate(const Kept& kept) {
    const auto key =
        std::tuple(kept.kind, kept.row.id, kept.row.fact.attribute, kept.row.text, kept.row.fact.term.from);
    if (!seen_.insert(key).second) {
      complain(kept,
               fmt::format("says again that the {} of {} is \"{}\"", name_of(kept.row.fact.attribute), kept.row.id,
                           kept.row.text),
               "take one of the rows out");
    }
  }

  [[nodiscard]] bool has(EntryKind kind, std::string_view id) const {
    return entries_.contains({kind, std::string(id)});
  }

  // A country is a state's id or the code of an organization ("EUR").
  [[nodiscard]] bool is_country(std::string_view code) const {
    return has(EntryKind::state, code) || codes().contains(std::string(code)) || is_international(code);
  }

  [[nodiscard]] const std::set<std::string>& codes() const {
    if (codes_.empty()) {
      codes_.insert("");
      for (const Kept& kept : rows_) {
        if (kept.row.fact.attribute == Attribute::code) {
          codes_.insert(std::string(kept.row.text));
          codes_.insert(std::string(kept.row.text.substr(kept.row.text.size() < 3 ? 0 : kept.row.text.size() - 3)));
        }
      }
    }
    return codes_;
  }

  void check_reference(const Kept& kept) {
    const auto text = kept.row.text;
    const auto unknown = [&](std::string_view what, std::string_view where) {
      complain(kept, fmt::format("\"{}\" is no {}", text, what), fmt::format("see {}", where));
    };
    switch (kept.row.fact.attribute) {
      case Attribute::country:
        if (!is_country(text)) {
          unknown("known country", "the ids of states.tsv");
        }
        break;
      case Attribute::part_of:
        if (!has(EntryKind::state, text)) {
          unknown("known state", "the ids of states.tsv");
        }
        break;
      case Attribute::organization:
        if (!has(EntryKind::organization, text)) {
          unknown("known organization", "the ids of organizations.tsv");
        }
        break;
      case Attribute::holder:
        check_holder(kept);
        break;
      case Attribute::gender:
        if (text != "female" && text != "male" && text != "f" && text != "m") {
          unknown("gender", "female, male");
        }
        break;
      case Attribute::sector:
        check_sector(kept);
        break;
      default:
        break;
    }
  }

  void check_holder(const Kept& kept) {
    if (!has(EntryKind::office, kept.row.id)) {
      complain(kept, fmt::format("the office {} is not in offices.tsv", kept.row.id), "add the office or mend its id");
    }
    if (!has(EntryKind::person, kept.row.text)) {
      complain(kept, fmt::format("the holder {} is not in persons.tsv", kept.row.text),
               "add the person or mend the id");
    }
  }

  // CAMEO sectors are three capital letters; several stand together in the order of the code ("GOVMIL").
  void check_sector(const Kept& kept) {
    const auto text = kept.row.text;
    const bool capitals = std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (text.size() % 3 != 0 || !capitals) {
      complain(kept, fmt::format("\"{}\" is no CAMEO sector", text), "write three capital letters, as in GOV");
    }
  }

  void check_entries() {
    for (const auto& [key, facts] : entries_) {
      const auto wanted = key.first == EntryKind::role     ? Attribute::noun
                          : key.first == EntryKind::office ? Attribute::title
                                                           : Attribute::name;
      const bool plural_only = key.first == EntryKind::role && facts.contains(Attribute::plural);
      if (!facts.contains(wanted) && !plural_only) {
        complain(rows_[facts.begin()->second], fmt::format("{} has no {}", key.second, name_of(wanted)), "add one");
      }
    }
  }

  // The same full name under two ids of one table at the same time. Institutions may share names across countries,
  // persons too; compatriots of one name must hold offices, by whose terms they are told apart.
  void check_namesakes() {
    std::map<std::pair<EntryKind, std::string_view>, std::vector<std::size_t>> by_name;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (rows_[i].row.fact.attribute == Attribute::name) {
        by_name[{rows_[i].kind, rows_[i].row.text}].push_back(i);
      }
    }
    for (const auto& [key, rows] : by_name) {
      for (std::size_t i = 1; i < rows.size(); ++i) {
        const Kept& kept = rows_[rows[i]];
        const auto& first = rows_[rows[0]].row;
        const bool displaced = kept.own != rows_[rows[0]].own;  // an own name takes the place of ours
        if (kept.row.id != first.id && !displaced && overlap(kept.row.fact.term, first.fact.term) &&
            country_of(kept) == country_of(rows_[rows[0]]) && !(in_office(kept) && in_office(rows_[rows[0]]))) {
          complain(kept, fmt::format("\"{}\" already names {}", key.second, first.id),
                   "merge the ids or tell the names apart");
        }
      }
    }
  }

  [[nodiscard]] std::string_view country_of(const Kept& kept) const {
    const auto found = entries_.find({kept.kind, std::string(kept.row.id)});
    const bool national = kept.kind == EntryKind::institution || kept.kind == EntryKind::person;
    if (!national || found == entries_.end()) {
      return {};
    }
    const auto country = found->second.find(Attribute::country);
    return country == found->second.end() ? std::string_view{} : rows_[country->second].row.text;
  }

  [[nodiscard]] bool in_office(const Kept& kept) const {
    return std::ranges::any_of(rows_, [&](const Kept& other) {
      return other.row.fact.attribute == Attribute::holder && other.row.text == kept.row.id;
    });
  }

  static bool overlap(const Term& a, const Term& b) { return a.from <= b.to && b.from <= a.to; }

  // Two holders of one office at a time. One shared day is a handover; one person twice is a slip all the same.
  void check_tenures() {
    std::map<std::string_view, std::vector<const Kept*>> by_office;
    for (const Kept& kept : rows_) {
      if (kept.row.fact.attribute == Attribute::holder) {
        by_office[kept.row.id].push_back(&kept);
      }
    }
    for (auto& [office, holders] : by_office) {
      const auto facts = entries_.find({EntryKind::office, std::string(office)});
      if (facts != entries_.end() && facts->second.contains(Attribute::shared)) {
        continue;
      }
      std::ranges::stable_sort(holders, {}, [](const Kept* kept) { return kept->row.fact.term.from; });
      for (std::size_t i = 1; i < holders.size(); ++i) {
        const Row& earlier = holders[i - 1]->row;
        if (earlier.fact.term.to > holders[i]->row.fact.term.from && holders[i - 1]->own == holders[i]->own) {
          complain(*holders[i],
                   fmt::format("{} holds {} before the term of {} ends", holders[i]->row.text, office, earlier.text),
                   "close the earlier term or make two offices");
        }
      }
    }
  }

  std::vector<std::unique_ptr<base::Table>> tables_;
  std::vector<Kept> rows_;
  std::map<std::pair<EntryKind, std::string>, std::map<Attribute, std::size_t>>
      entries_;  // first row of each attribute
  std::set<std::tuple<EntryKind, std::string_view, Attribute, std::string_view, std::int32_t>> seen_;
  mutable std::set<std::string> codes_;
  std::vector<Error> errors_;
  bool own_only_ = false;
};

}  // namespace

std::vector<Error> lint(const std::filesystem::path& data_dir, const std::filesystem::path& own) {
  return Linter().run(data_dir / "actors", own.empty() ? own : own / "actors");
}

}  // namespace readout::actors
