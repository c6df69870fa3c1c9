#include "outputs/syntax_columns.hpp"

#include <algorithm>

namespace readout::outputs {

std::string_view features_of(const Syntax& syntax, TokenId token) {
  return token < syntax.features.size() ? syntax.features[token] : "_";
}

std::string name_tag_of(const Syntax& syntax, TokenId token) {
  const auto after = std::upper_bound(syntax.names.begin(), syntax.names.end(), token,
                                      [](TokenId at, const Name& name) { return at < name.first; });
  if (after == syntax.names.begin() || std::prev(after)->last <= token) {
    return {};
  }
  const Name& name = *std::prev(after);
  return (name.first == token ? "B-" : "I-") + std::string(name_of(name.kind));
}

}  // namespace readout::outputs
