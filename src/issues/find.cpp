// The steps of the issues stage, in order.
#include "issues/find.hpp"

#include <utility>

#include "issues/claims.hpp"
#include "issues/mentions.hpp"
#include "issues/stances.hpp"

namespace readout::issues {

Issues find(const Document& document, const Knowledge& known) {
  const Tree tree(document);
  Found found = find_mentions(document, known);
  tie_to_acts(tree, found.issues);
  const Sayings sayings(document);
  found.issues.stances = find_stances(tree, sayings, found, known);
  found.issues.claims = find_claims(tree, sayings, known);
  return std::move(found.issues);
}

}  // namespace readout::issues
