// The rows of the tables behind one resolved phrase, found by reading the tables again: asked for by people, once.
#include "actors/facts.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "actors/fold.hpp"
#include "actors/tables.hpp"

namespace readout::actors {

namespace {

// " the us president ": words between blanks, so that whole words can be looked for.
std::string padded(std::string_view text) {
  std::vector<Atom> atoms;
  split_atoms(text, atoms);
  std::string out = " ";
  for (const Atom& atom : atoms) {
    out += atom.folded + " ";
  }
  return out;
}

std::string_view kind_name(EntryKind kind) {
  constexpr std::array<std::string_view, entry_kinds> names = {"state", "organization", "institution", "outlet",
                                                               "role",  "office",       "person"};
  return names[static_cast<std::size_t>(kind)];
}

bool says_what_it_is(Attribute attribute) {
  switch (attribute) {
    case Attribute::country:
    case Attribute::sector:
    case Attribute::code:
    case Attribute::rank:
    case Attribute::role:
    case Attribute::title:
    case Attribute::part_of:
    case Attribute::kind:
      return true;
    default:
      return false;
  }
}

}  // namespace

Result<std::vector<FoundRow>> rows_behind(const std::filesystem::path& data, const Sought& sought,
                                          const std::filesystem::path& own) {
  std::vector<FoundRow> out;
  const std::string phrase = padded(sought.phrase);
  std::vector<std::pair<std::filesystem::path, const TableForm*>> tables;
  for (const TableForm& form : table_forms) {
    std::error_code error;
    if (const auto file = own / "actors" / form.file; !own.empty() && std::filesystem::exists(file, error)) {
      tables.emplace_back(file, &form);
    }
  }
  for (const TableForm& form : table_forms) {
    tables.emplace_back(data / "actors" / form.file, &form);
  }
  std::set<std::string, std::less<>> offices;  // those that the actor holds on the day
  for (const bool of_office : {false, true}) {
    for (const auto& [file, form] : tables) {
      const bool titles = form->file == "offices.tsv";
      if (titles != of_office) {
        continue;  // after the holders are known
      }
      auto table = read_table(file);
      if (!table) {
        return table.error();
      }
      for (std::size_t i = 0; i < table->rows(); ++i) {
        const auto row = read_row(*table, i, *form);
        if (!row || !row->fact.term.holds(sought.day)) {
          continue;
        }
        const std::string entity = std::string(kind_name(form->kind)) + ":" + std::string(row->id);
        const bool holds = row->fact.attribute == Attribute::holder && sought.day &&
                           "person:" + std::string(row->text) == sought.entity;
        if (holds) {
          offices.emplace(row->id);
        }
        const bool itself = entity == sought.entity || (titles && offices.contains(std::string(row->id)));
        const bool country = form->kind == EntryKind::state && row->id == sought.country;
        const bool role = form->kind == EntryKind::role && sought.entity.empty();
        const bool names = is_naming(form->kind, row->fact.attribute) && (itself || country || role) &&
                           phrase.find(padded(row->text)) != std::string::npos;
        if (holds || names || (itself && says_what_it_is(row->fact.attribute))) {
          const bool ours = file.parent_path() == data / "actors";
          out.push_back({ours ? "actors/" + std::string(form->file) : file.string(), table->line(i),
                         std::string(row->id), std::string(table->cell(i, 1)), std::string(row->text),
                         std::string(table->cell(i, 3)), std::string(table->cell(i, 4))});
        }
      }
    }
  }
  return out;
}

}  // namespace readout::actors
