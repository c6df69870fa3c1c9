// The names of tags and relations as CoNLL-U writes them, and the columns that follow from the heads.
#include <algorithm>
#include <array>
#include <cstddef>

#include "readout/syntax.hpp"

namespace readout {

namespace {

using namespace std::string_view_literals;

constexpr std::array upos_names{"ADJ"sv,   "ADP"sv,   "ADV"sv, "AUX"sv,  "CCONJ"sv, "DET"sv,
                                "INTJ"sv,  "NOUN"sv,  "NUM"sv, "PART"sv, "PRON"sv,  "PROPN"sv,
                                "PUNCT"sv, "SCONJ"sv, "SYM"sv, "VERB"sv, "X"sv};

constexpr std::array xpos_names{"CC"sv,   "CD"sv,  "DT"sv,    "EX"sv,    "FW"sv,  "IN"sv,   "JJ"sv,  "JJR"sv, "JJS"sv,
                                "LS"sv,   "MD"sv,  "NN"sv,    "NNS"sv,   "NNP"sv, "NNPS"sv, "PDT"sv, "POS"sv, "PRP"sv,
                                "PRP$"sv, "RB"sv,  "RBR"sv,   "RBS"sv,   "RP"sv,  "SYM"sv,  "TO"sv,  "UH"sv,  "VB"sv,
                                "VBD"sv,  "VBG"sv, "VBN"sv,   "VBP"sv,   "VBZ"sv, "WDT"sv,  "WP"sv,  "WP$"sv, "WRB"sv,
                                "ADD"sv,  "AFX"sv, "GW"sv,    "HYPH"sv,  "NFP"sv, "XX"sv,   ","sv,   "."sv,   ":"sv,
                                "``"sv,   "''"sv,  "-LRB-"sv, "-RRB-"sv, "$"sv,   "#"sv};

constexpr std::array relation_names{
    "root"sv,          "acl"sv,        "acl:relcl"sv,    "advcl"sv,        "advcl:relcl"sv, "advmod"sv,
    "amod"sv,          "appos"sv,      "aux"sv,          "aux:pass"sv,     "case"sv,        "cc"sv,
    "cc:preconj"sv,    "ccomp"sv,      "compound"sv,     "compound:prt"sv, "conj"sv,        "cop"sv,
    "csubj"sv,         "csubj:pass"sv, "csubj:outer"sv,  "dep"sv,          "det"sv,         "det:predet"sv,
    "discourse"sv,     "dislocated"sv, "expl"sv,         "fixed"sv,        "flat"sv,        "goeswith"sv,
    "iobj"sv,          "list"sv,       "mark"sv,         "nmod"sv,         "nmod:desc"sv,   "nmod:poss"sv,
    "nmod:unmarked"sv, "nsubj"sv,      "nsubj:pass"sv,   "nsubj:outer"sv,  "nummod"sv,      "obj"sv,
    "obl"sv,           "obl:agent"sv,  "obl:unmarked"sv, "orphan"sv,       "parataxis"sv,   "punct"sv,
    "reparandum"sv,    "vocative"sv,   "xcomp"sv};

static_assert(upos_names.size() == static_cast<std::size_t>(Upos::x) + 1);
static_assert(xpos_names.size() == static_cast<std::size_t>(Xpos::hash) + 1);
static_assert(relation_names.size() == static_cast<std::size_t>(Relation::xcomp) + 1);

template <std::size_t n>
std::string_view name_at(const std::array<std::string_view, n>& names, std::size_t at, std::string_view otherwise) {
  return at < n ? names[at] : otherwise;
}

template <std::size_t n>
std::size_t index_of(const std::array<std::string_view, n>& names, std::string_view name) {
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

}  // namespace

std::string_view name_of(Upos tag) {
  return name_at(upos_names, static_cast<std::size_t>(tag), "X");
}
std::string_view name_of(Xpos tag) {
  return name_at(xpos_names, static_cast<std::size_t>(tag), "XX");
}
std::string_view name_of(Relation relation) {
  return name_at(relation_names, static_cast<std::size_t>(relation), "dep");
}

std::string_view name_of(NameKind kind) {
  constexpr std::array names{"PER"sv, "ORG"sv, "LOC"sv, "EVT"sv};
  return name_at(names, static_cast<std::size_t>(kind), "ORG");
}

Upos upos_named(std::string_view name) {
  const auto at = index_of(upos_names, name);
  return at < upos_names.size() ? static_cast<Upos>(at) : Upos::x;
}

Xpos xpos_named(std::string_view name) {
  const auto at = index_of(xpos_names, name);
  return at < xpos_names.size() ? static_cast<Xpos>(at) : Xpos::xx;
}

Relation relation_named(std::string_view name) {
  auto at = index_of(relation_names, name);
  if (at == relation_names.size()) {
    at = index_of(relation_names, name.substr(0, name.find(':')));
  }
  return at < relation_names.size() ? static_cast<Relation>(at) : Relation::dep;
}

// Counts the dependents of each token, turns the counts into offsets, then lays the dependents down in text order.
void index_children(Syntax& syntax) {
  const auto size = syntax.head.size();
  syntax.child_begin.assign(size + 1, 0);
  std::uint32_t arcs = 0;
  for (const auto head : syntax.head) {
    if (head < size) {
      ++syntax.child_begin[head];
      ++arcs;
    }
  }
  syntax.children.resize(arcs);
  std::uint32_t end = 0;
  for (auto& begin : syntax.child_begin) {
    end += begin;
    begin = end;
  }
  for (auto token = size; token-- > 0;) {
    if (const auto head = syntax.head[token]; head < size) {
      syntax.children[--syntax.child_begin[head]] = static_cast<TokenId>(token);
    }
  }
}

}  // namespace readout
