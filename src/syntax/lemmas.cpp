// Finding and applying edit scripts.
#include "syntax/lemmas.hpp"

#include <algorithm>

#include "syntax/hash.hpp"

namespace readout::syntax {

namespace {

constexpr std::uint8_t cut_all = 255;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

}  // namespace

std::uint64_t lemma_key(const Word& word, Xpos tag) {
  return key(0x4000, word.form, static_cast<std::uint64_t>(tag));
}

std::uint64_t ending_key(const Word& word, Xpos tag, std::size_t bytes) {
  return key(0x4001 + bytes, bytes == 0 ? 0 : word.suffix[bytes - 1], static_cast<std::uint64_t>(tag));
}

LemmaScript script_between(std::string_view form, std::string_view lemma) {
  LemmaScript script;
  script.as_written = std::any_of(lemma.begin(), lemma.end(), [](char c) { return lower(c) != c; });
  const auto same = [&](char a, char b) { return (script.as_written ? a : lower(a)) == b; };
  const auto [at, rest] = std::mismatch(form.begin(), form.end(), lemma.begin(), lemma.end(), same);
  const auto cut = form.end() - at;
  const bool all = at == form.begin() || cut >= cut_all;
  script.cut = all ? cut_all : static_cast<std::uint8_t>(cut);
  script.add = all ? lemma : std::string_view(rest, lemma.end());
  return script;
}

void apply(const LemmaScript& script, std::string_view form, std::string& out) {
  const auto kept = script.cut == cut_all ? 0 : form.size() - std::min<std::size_t>(script.cut, form.size());
  const auto begin = out.size();
  out += form.substr(0, kept);
  if (!script.as_written) {
    std::transform(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(),
                   out.begin() + static_cast<std::ptrdiff_t>(begin), lower);
  }
  out += script.add;
}

void Lemmas::append(std::string_view bytes, const Word& word, Xpos tag, std::string& out) const {
  auto found = table_.find(lemma_key(word, tag));
  for (auto n = word.suffix.size() + 1; found.empty() && n-- > 0;) {
    found = table_.find(ending_key(word, tag, n));
  }
  if (found.empty()) {
    out += bytes;
  } else {
    apply(scripts_[found[0]], bytes, out);
  }
}

}  // namespace readout::syntax
