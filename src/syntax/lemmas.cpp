// Keys are "TAG form" and "TAG \x01ending", in small letters with digits as 0, as train/english/lemmas.py writes them.
#include "syntax/lemmas.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "network/words.hpp"

namespace readout::syntax {

namespace {

constexpr std::size_t longest_ending = 6;  // bytes

// "1 3 y": keep capitals, cut three bytes, add "y".
bool read_script(std::string_view line, LemmaScript& script) {
  const auto first = line.find(' ');
  const auto second = line.find(' ', first + 1);
  if (first != 1 || second == std::string_view::npos || second - first > 4) {
    return false;
  }
  unsigned cut = 0;
  for (const char c : line.substr(first + 1, second - first - 1)) {
    if (c < '0' || c > '9') {
      return false;
    }
    cut = cut * 10 + static_cast<unsigned>(c - '0');
  }
  script = {line[0] == '1', static_cast<std::uint8_t>(std::min(cut, 255U)), line.substr(second + 1)};
  return true;
}

std::uint32_t tag_hash(Xpos tag) {
  return network::fnv(" ", network::fnv(name_of(tag)));
}

}  // namespace

Result<Lemmas> Lemmas::load(const network::ModelFile& file) {
  Lemmas lemmas;
  auto text = file.bytes("lemmas.scripts");
  while (!text.empty()) {
    const auto end = text.find('\n');
    LemmaScript script;
    if (!read_script(text.substr(0, end), script)) {
      return file.misfit("lemmas.scripts");
    }
    lemmas.scripts_.push_back(script);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  auto index = network::Index::load(file, "lemmas.index", static_cast<std::uint32_t>(lemmas.scripts_.size()));
  if (!index) {
    return index.error();
  }
  lemmas.index_ = *index;
  return lemmas;
}

std::uint32_t Lemmas::script_of(std::string_view lower, Xpos tag) const {
  const std::uint32_t start = tag_hash(tag);
  if (const auto found = index_.find(network::mix(network::fnv(lower, start))); found != network::Index::none) {
    return found;
  }
  const std::uint32_t ending = network::fnv("\x01", start);
  for (auto bytes = std::min(longest_ending, lower.size()) + 1; bytes-- > 0;) {
    const auto found = index_.find(network::mix(network::fnv(lower.substr(lower.size() - bytes), ending)));
    if (found != network::Index::none) {
      return found;
    }
  }
  return network::Index::none;
}

void Lemmas::append(std::string_view word, std::string_view lower, Xpos tag, std::string& out) const {
  std::string plain(lower);
  network::digits_to_zero(plain);
  const auto found = script_of(plain, tag);
  const LemmaScript script = found == network::Index::none ? LemmaScript{true, 0, {}} : scripts_[found];
  const auto base = script.as_written ? word : lower;
  auto kept = script.cut == 255 ? 0 : base.size() - std::min<std::size_t>(script.cut, base.size());
  while (!base::is_boundary(base, kept)) {
    --kept;
  }
  const auto begin = out.size();
  out += base.substr(0, kept);
  out += script.add;
  if (out.size() == begin) {
    out += word;
  }
}

}  // namespace readout::syntax
